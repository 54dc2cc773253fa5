#include "counted_noun.hpp"

#include <algorithm>
#include <array>

namespace claimcheck::grammar {
namespace {

constexpr std::uint64_t stops = bits(Category::preposition, Category::auxiliary, Category::conjunction,
                                     Category::pronoun, Category::determiner, Category::speech, Category::stop_noun);

constexpr auto plural_keys = [](auto... words) { return std::array<WordKey, sizeof...(words)>{word_key(words)...}; }(
                                 "people", "men", "women", "children", "police", "troops", "personnel", "feet", "teeth",
                                 "fishermen", "policemen", "gunmen", "servicemen", "lives", "staff", "cattle", "sheep",
                                 "aircraft", "others", "dead", "percent");

bool plural_key(WordKey key) {
  return std::find(plural_keys.begin(), plural_keys.end(), key) != plural_keys.end();
}

bool joins(TokenIterator at, TokenIterator last) {
  return at->mark == '-' && at->glued && at + 1 != last && (at + 1)->glued && (at + 1)->kind != TokenKind::punctuation;
}

/// "then", "survived": what a verb or adverb behind the noun looks like.
bool trails(const Token& token, std::string_view text) {
  if ((token.classes & bits(Category::modifier)) && !(token.classes & bits(Category::person, Category::thing)))
    return true;
  std::string_view word = token.span.of(text);
  if (word.size() <= 4) return false;
  bool names = token.classes & bits(Category::person, Category::thing, Category::day_part);
  return word.ends_with("ed") || word.ends_with("ED") || (word.ends_with("ing") && !names);
}

bool belongs(const Token& token) {
  if (token.kind == TokenKind::alphanumeric) return true;
  if (token.kind != TokenKind::word || (token.classes & bits(Category::cardinal, Category::scale))) return false;
  constexpr std::uint64_t holds_clause = bits(Category::preposition, Category::auxiliary, Category::conjunction);
  if (token.classes & holds_clause) return token.classes & bit(Category::modifier);
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

TokenIterator end_of_counted_noun(TokenIterator first, TokenIterator last, std::string_view text) {
  TokenIterator at = first;
  bool plural = false;
  for (int words = 0; at != last && words < 6; words++) {
    if (at != first && joins(at, last)) {
      at += 2;
      plural = false;
      continue;
    }
    bool next_plural = looks_plural(*at, text);
    bool verb_like = at->classes & bits(Category::preposition, Category::auxiliary);
    if (plural && !next_plural) break;
    if (!belongs(*at) && !(at == first && next_plural && !verb_like)) break;
    plural = next_plural;
    ++at;
  }
  if (!plural)
    while (at != first && trails(at[-1], text)) --at;
  return at;
}

}  // namespace claimcheck::grammar
