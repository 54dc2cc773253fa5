#include "catch.hpp"
#include "src/tokenise.hpp"
#include "src/word_table.hpp"

#include <algorithm>
#include <random>
#include <string>

using namespace claimcheck;

namespace {

std::vector<Token> tokens_of(const std::string& text, std::vector<std::uint32_t>* lines = nullptr) {
  static const WordTable no_words;
  std::vector<Token> tokens;
  tokenise(text, no_words, 0, tokens, lines);
  return tokens;
}

class Words {
 public:
  std::string next() {
    constexpr std::size_t longest = 26;
    std::string word(2 + random_() % longest, 'a');
    bool loud = random_() % 4 == 0, capital = random_() % 3 == 0;
    for (char& c : word) c = static_cast<char>((loud ? 'A' : 'a') + random_() % 26);
    if (capital) word[0] = static_cast<char>('A' + random_() % 26);
    return word;
  }

 private:
  std::mt19937 random_{20261122};
};

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

}  // namespace

TEST_CASE("a word's key, span and case are the same wherever it stands") {
  Words words;
  for (int round = 0; round < 3000; round++) {
    std::string word = words.next();
    bool all_caps = std::all_of(word.begin(), word.end(), is_capital);
    for (std::string before : {"", "a ", "(", "\n", "one two three "})
      for (std::string behind : {"", " ", ".", ", then", "'s", "\n", "—", "-b", " 5"}) {
        std::string text = before + word + behind;
        std::vector<Token> tokens = tokens_of(text);
        auto token = std::find_if(tokens.begin(), tokens.end(), [&](const Token& t) {
          return t.span.begin == before.size() && t.span.end == before.size() + word.size();
        });
        INFO(text);
        REQUIRE(token != tokens.end());
        CHECK((token->kind == TokenKind::word));
        CHECK(token->key == word_key(word));
        CHECK((token->capital == is_capital(word[0])));
        CHECK((token->all_caps == all_caps));
      }
  }
}

TEST_CASE("words with marks, digits and other scripts inside them are one token") {
  for (std::string word : {"O'Brien", "wasn't", "Müller", "Straße", "École", "U.S.", "a.m.", "H1N1", "A320", "x"}) {
    std::vector<Token> tokens = tokens_of("then " + word + " there");
    INFO(word);
    REQUIRE(tokens.size() == 3);
    CHECK(tokens[1].span.of("then " + word + " there") == word);
    CHECK(tokens[1].key != 0);
  }
  CHECK(tokens_of("o’brien")[0].key == word_key("O'Brien"));
  CHECK(tokens_of("ÉCOLE")[0].key == tokens_of("école")[0].key);
}

TEST_CASE("every line's first token is listed") {
  std::vector<std::uint32_t> lines;
  std::vector<Token> tokens = tokens_of("Fire at mill\n\n  Two men hurt.\nBy a reporter", &lines);
  CHECK(lines == std::vector<std::uint32_t>{0, 3, 7});
  for (std::uint32_t line : lines) CHECK(bool(tokens[line].line_start));
}

TEST_CASE("a word table finds what was added and nothing else") {
  Words words;
  WordTable table;
  std::vector<std::string> added;
  for (std::uint32_t i = 0; i < 5000; i++) {
    added.push_back(words.next());
    table.add(word_key(added.back()), std::uint64_t{1} << (i % 60), i);
  }
  for (const std::string& word : added) CHECK(table.find(word_key(word)) != nullptr);
  for (int i = 0; i < 5000; i++) {
    std::string other = words.next() + "'";
    CHECK(table.find(word_key(other)) == nullptr);
    CHECK(table.classes(word_key(other)) == 0);
  }
}
