#include "words.hpp"

#include <array>

namespace claimcheck {
namespace {

/// What a byte may be: most of them say it by themselves.
enum class Byte : std::uint8_t { separator, word, undecided };

constexpr auto bytes = [] {
  std::array<Byte, 256> out{};
  for (unsigned c = 0; c < out.size(); c++) {
    bool word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
    out[c] = c == 0xC2 || c == 0xE2 ? Byte::undecided : word ? Byte::word : Byte::separator;
  }
  return out;
}();

/// General punctuation (U+2000 to U+206F: dashes, curly quotes, ellipsis) and U+00A0 separate words.
std::size_t long_separator_at(std::string_view text, std::size_t at) {
  auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0; };
  if (byte(0) == 0xE2 && (byte(1) == 0x80 || byte(1) == 0x81)) return 3;
  if (byte(0) == 0xC2 && (byte(1) == 0xA0 || byte(1) == 0xAB || byte(1) == 0xBB)) return 2;
  return 0;
}

/// The length of what separates words here; 0 inside a word.
std::size_t separator_at(std::string_view text, std::size_t at) {
  Byte kind = bytes[static_cast<unsigned char>(text[at])];
  return kind == Byte::undecided ? long_separator_at(text, at) : kind == Byte::separator;
}

/// Follows quotation marks through a text.
class Quotation {
 public:
  bool inside() const { return inside_; }

  void pass(std::string_view mark) {
    if (mark == " ") return;
    if (mark == "“" || mark == "«") inside_ = true;
    if (mark == "”" || mark == "»") inside_ = false;
    if (mark == "\"") inside_ = !inside_;
    if (mark == "\n") inside_ = false;
  }

 private:
  bool inside_ = false;
};

}  // namespace

void plain_words(std::string_view text, std::vector<PlainWord>& words) {
  words.clear();
  Quotation quotation;
  for (std::size_t at = 0; at < text.size();) {
    if (std::size_t length = separator_at(text, at)) {
      quotation.pass(text.substr(at, length));
      at += length;
      continue;
    }
    WordHash hash;
    auto begin = static_cast<std::uint32_t>(at);
    do hash.append(lower_case(static_cast<unsigned char>(text[at++])));
    while (at < text.size() && !separator_at(text, at));
    words.push_back({hash.key(), {begin, static_cast<std::uint32_t>(at)}, quotation.inside()});
  }
}

std::vector<PlainWord> plain_words(std::string_view text) {
  constexpr std::size_t bytes_in_a_word = 5;
  std::vector<PlainWord> words;
  words.reserve(text.size() / bytes_in_a_word + 1);
  plain_words(text, words);
  return words;
}

std::vector<std::string> words_of(std::string_view phrase) {
  std::vector<std::string> out;
  for (const PlainWord& word : plain_words(phrase)) {
    std::string& text = out.emplace_back(word.span.of(phrase));
    for (char& c : text) c = static_cast<char>(lower_case(static_cast<unsigned char>(c)));
  }
  return out;
}

}  // namespace claimcheck
