#include "counted_noun.hpp"

namespace claimcheck::grammar {
namespace {

constexpr std::uint64_t stops = bits(Category::preposition, Category::auxiliary, Category::conjunction,
                                     Category::pronoun, Category::determiner, Category::speech, Category::stop_noun);

bool plural_key(WordKey key) {
  for (std::string_view word : {"people", "men",    "women",     "children",  "police", "troops",     "personnel",
                                "feet",   "teeth",  "fishermen", "policemen", "gunmen", "servicemen", "lives",
                                "staff",  "cattle", "sheep",     "aircraft",  "others", "dead",       "percent"})
    if (key == word_key(word)) return true;
  return false;
}

bool joins(TokenIterator at, TokenIterator last) {
  return at->mark == '-' && at->glued && at + 1 != last && (at + 1)->glued && (at + 1)->kind != TokenKind::punctuation;
}

bool belongs(const Token& token) {
  if (token.kind == TokenKind::alphanumeric) return true;
  if (token.kind != TokenKind::word) return false;
  return !(token.classes & stops) || (token.classes & bits(Category::modifier, Category::person, Category::thing));
}

}  // namespace

bool looks_plural(const Token& token, std::string_view text) {
  if (token.kind != TokenKind::word) return false;
  if (plural_key(token.key)) return true;
  std::string_view word = token.span.of(text);
  if (word.size() < 4) return false;
  char last = word.back(), before = word[word.size() - 2];
  return (last == 's' || last == 'S') && before != 's' && before != 'S' && before != 'u' && before != 'i';
}

TokenIterator end_of_counted_noun(TokenIterator first, TokenIterator last) {
  TokenIterator at = first;
  for (int words = 0; at != last && words < 6; words++) {
    if (at != first && at->mark == '-' && joins(at, last)) {
      at += 2;
      continue;
    }
    if (!belongs(*at)) break;
    ++at;
  }
  return at;
}

}  // namespace claimcheck::grammar
