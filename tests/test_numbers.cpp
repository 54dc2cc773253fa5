#include "catch.hpp"
#include "grammars/number.hpp"
#include "src/bounds.hpp"
#include "src/tokenise.hpp"
#include "support.hpp"

#include <fmt/format.h>

#include <cmath>
#include <random>

// What fmt and a small speller write for random numbers is read back as the same number.
namespace claimcheck::test {
namespace {

std::optional<double> read(const std::string& text) {
  std::vector<Token> tokens;
  tokenise(text, desk().lexicon.words(), bit(Category::month), tokens);
  auto first = tokens.cbegin();
  grammar::Numeral numeral;
  if (!grammar::read_numeral(first, tokens.cend(), desk().lexicon, numeral) || first != tokens.cend())
    return std::nullopt;
  return numeral.value;
}

std::string grouped(long long value, std::string_view separator) {
  std::string digits = std::to_string(value), out;
  for (std::size_t i = 0; i < digits.size(); i++) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += separator;
    out += digits[i];
  }
  return out;
}

std::string below_thousand(int value, bool british) {
  static const char* const small[] = {"zero",     "one",     "two",     "three",     "four",     "five",    "six",
                                      "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
                                      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  static const char* const tens[] = {"",      "",      "twenty",  "thirty", "forty",
                                     "fifty", "sixty", "seventy", "eighty", "ninety"};
  if (value < 20) return small[value];
  if (value < 100) return value % 10 ? fmt::format("{}-{}", tens[value / 10], small[value % 10]) : tens[value / 10];
  if (value % 100 == 0) return fmt::format("{} hundred", small[value / 100]);
  return fmt::format("{} hundred {}{}", small[value / 100], british ? "and " : "",
                     below_thousand(value % 100, british));
}

std::string spelt(long long value, bool british) {
  if (value < 1000) return below_thousand(static_cast<int>(value), british);
  static const std::pair<long long, const char*> scales[] = {
      {1'000'000'000'000, "trillion"}, {1'000'000'000, "billion"}, {1'000'000, "million"}, {1000, "thousand"}};
  std::string out;
  for (auto [scale, word] : scales) {
    if (value < scale) continue;
    out +=
        fmt::format("{}{} {}", out.empty() ? "" : " ", below_thousand(static_cast<int>(value / scale), british), word);
    value %= scale;
  }
  if (value == 0) return out;
  return fmt::format("{} {}{}", out, british && value < 100 ? "and " : "",
                     below_thousand(static_cast<int>(value), british));
}

/// Numbers of every size alike.
long long random_number(std::mt19937& random, int most_digits) {
  int digits = std::uniform_int_distribution(1, most_digits)(random);
  return static_cast<long long>(std::pow(10.0, std::uniform_real_distribution<double>(0, digits)(random)));
}

bool near(std::optional<double> got, double wanted) {
  return got && std::abs(*got - wanted) <= 1e-9 * std::abs(wanted);
}

}  // namespace

TEST_CASE("numbers: whole numbers in every style come back") {
  std::mt19937 random(1);
  for (int i = 0; i < 4000; i++) {
    long long value = random_number(random, 14);
    for (const std::string& text :
         {fmt::format("{}", value), grouped(value, ","), grouped(value, "\u00A0"), grouped(value, "\u202F"),
          grouped(value, "\u2009"), spelt(value, true), spelt(value, false)}) {
      INFO(text);
      CHECK(read(text) == static_cast<double>(value));
    }
  }
}

TEST_CASE("numbers: upper-case wire copy reads the same") {
  std::mt19937 random(2);
  for (int i = 0; i < 1000; i++) {
    long long value = random_number(random, 12);
    std::string text = spelt(value, i % 2);
    for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    INFO(text);
    CHECK(read(text) == static_cast<double>(value));
  }
}

TEST_CASE("numbers: a scaled decimal that is whole is exactly that") {
  for (long long tenths = 1; tenths < 1000; tenths++) {
    CHECK(read(fmt::format("{}.{} billion", tenths / 10, tenths % 10)) == static_cast<double>(tenths * 100'000'000));
    CHECK(read(fmt::format("{}.{} million", tenths / 10, tenths % 10)) == static_cast<double>(tenths * 100'000));
  }
}

TEST_CASE("numbers: decimals, exponents and scale words come back") {
  std::mt19937 random(3);
  for (int i = 0; i < 4000; i++) {
    double value = static_cast<double>(random_number(random, 9)) / 1000;
    for (const std::string& text :
         {fmt::format("{}", value), fmt::format("{:.3f}", value), fmt::format("{:e}", value)}) {
      INFO(text);
      CHECK(near(read(text), text.find('e') == std::string::npos ? value : std::stod(text)));
    }
    double rounded = std::floor(value * 10) / 10;
    for (auto [scale, word] : {std::pair{1e6, " million"}, {1e9, "bn"}, {1e3, "k"}, {1e12, " trillion"}, {1e6, "M"}}) {
      std::string text = fmt::format("{:.1f}{}", rounded, word);
      INFO(text);
      CHECK(near(read(text), rounded * scale));
    }
  }
}

TEST_CASE("numbers: negative numbers and fractions come back") {
  for (int whole = 1; whole < 100; whole++) {
    CHECK(read(fmt::format("-{}", whole)) == -whole);
    CHECK(read("minus " + spelt(whole, true)) == -whole);
    CHECK(read(fmt::format("{}½", whole)) == whole + 0.5);
    CHECK(read(fmt::format("{} 3/4", whole)) == whole + 0.75);
    CHECK(read(spelt(whole, true) + " and a half") == whole + 0.5);
    CHECK(near(read(spelt(whole, true) + " and two thirds"), whole + 2. / 3));
    CHECK(read(spelt(whole, true) + " and a half million") == (whole + 0.5) * 1e6);
    CHECK(read(spelt(whole, true) + " dozen") == whole * 12);
  }
}

TEST_CASE("numbers: the step is the place of the last digit written") {
  auto step = [](const std::string& text) {
    std::vector<Token> tokens;
    tokenise(text, desk().lexicon.words(), bit(Category::month), tokens);
    auto first = tokens.cbegin();
    grammar::Numeral numeral;
    grammar::read_numeral(first, tokens.cend(), desk().lexicon, numeral);
    return numeral.step;
  };
  CHECK(step("2 million") == 1e6);
  CHECK(near(step("2.5 million"), 1e5));
  CHECK(near(step("1.25"), 0.01));
  CHECK(step("1,250") == 1);
  CHECK(step("twelve") == 1);
  CHECK(step("two hundred") == 100);
  CHECK(step("two hundred and five") == 1);
}

TEST_CASE("numbers: bounds follow the hedge and the profile") {
  Quantity quantity;
  quantity.value = 3000;
  quantity.hedge = Hedge::more_than;
  set_bounds(quantity, desk().rules.profile);
  CHECK((quantity.low == 3001 && !quantity.high));
  quantity.dimension = Dimension::percent;
  set_bounds(quantity, desk().rules.profile);
  CHECK(quantity.low == 3000);
  Quantity vague;
  vague.hedge = Hedge::vague;
  vague.vague = "several";
  vague.vague_scale = 100;
  for (auto [name, low, high] : {std::tuple{"house", 300, 1000}, {"ibc", 200, 1000}, {"wikimpacts", 200, 600}}) {
    set_bounds(vague, Rules::load(source_dir() / "rules", name).profile);
    CHECK((vague.low == low && vague.high == high));
  }
  set_bounds(vague, Rules::load(source_dir() / "rules", "gtd").profile);
  CHECK((!vague.low && !vague.high));
}

}  // namespace claimcheck::test
