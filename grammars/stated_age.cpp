#include "counted_noun.hpp"
#include "role.hpp"
#include "terminals.hpp"
#include "word_set.hpp"

namespace claimcheck::grammar {
namespace {

bool may_be_age(const Token& token) {
  return token.value >= 1 && token.value < 120 && token.decimals == 0 && !token.grouped;
}
bool in_digits(const Token& token) {
  return token.kind == TokenKind::number && may_be_age(token);
}

/// "aged", "ages", "the age of".
bool age_word_before(TokenIterator at, TokenIterator begin) {
  static constexpr WordSet words("aged", "age", "ages");
  if (at == begin) return false;
  if (words.contains(at[-1])) return true;
  return at[-1].key == word_key("of") && at - begin >= 2 && words.contains(at[-2]);
}

bool counts_part(const Surroundings& where) {
  return where.last != where.end && where.last->key == word_key("of");
}

bool has_noun(const Surroundings& where) {
  return end_of_counted_noun(where.last, where.end, where.text.text) != where.last;
}

/// What may stand behind a number that has no noun.
bool closed(TokenIterator at, TokenIterator end) {
  static constexpr WordSet closing("when", "while", "or", "and", "but", "at", "now");
  return at == end || at->kind == TokenKind::punctuation || closing.contains(*at);
}

/// "Senard, 65", "two men, 34".
bool name_before(TokenIterator at, TokenIterator begin) {
  if (at - begin < 2 || at[-1].mark != ',') return false;
  return at[-2].kind == TokenKind::word && (at[-2].capital || is(at[-2], Category::person));
}

bool ends_apposition(TokenIterator at, TokenIterator end) {
  return at == end || at->mark == ',' || at->mark == '.' || at->mark == ';' || is(*at, Category::auxiliary);
}

/// "Senard, 65, said", "two men, 34 and 51 were found".
bool behind_name(const Surroundings& where) {
  TokenIterator behind = where.last;
  if (!name_before(where.first, where.begin)) return false;
  if (behind == where.end || behind->mark == ',' || behind->mark == '.' || behind->mark == ';') return true;
  return behind->key == word_key("and") && where.end - behind >= 2 && in_digits(behind[1]) &&
         ends_apposition(behind + 2, where.end);
}

/// "ages 8 and 11", "between the ages of 18, 21 and 49", "two men, 34 and 51 were found".
bool goes_on_with_ages(const Surroundings& where) {
  static constexpr WordSet links("and", "or", "to", "through");
  constexpr int longest = 4;
  TokenIterator at = where.first, begin = where.begin;
  for (int ages = 0; ages < longest; ages++) {
    bool linked = at - begin >= 2 && (links.contains(at[-1]) || at[-1].mark == ',' || at[-1].mark == '-');
    if (!linked) return false;
    --at;
    if (at[-1].mark == ',' && at - begin >= 2) --at;
    if (!in_digits(at[-1]) && !is(at[-1], Category::cardinal)) return false;
    --at;
    if (age_word_before(at, begin)) return !has_noun(where) && !counts_part(where);
    if (name_before(at, begin)) return ends_apposition(where.last, where.end);
  }
  return false;
}

/// "the girl, five, was found"
bool in_words_behind_person(const Surroundings& where) {
  if (!is(*where.first, Category::cardinal) || !name_before(where.first, where.begin)) return false;
  return is(where.first[-2], Category::person) && where.last != where.end && where.last->mark == ',';
}

/// "when she was 11", "he's 42 —", "who was 29".
bool behind_pronoun(const Surroundings& where) {
  static constexpr WordSet persons("he", "she", "i", "who");
  static constexpr WordSet verbs("was", "is", "turned");
  TokenIterator first = where.first;
  if (first - where.begin < 2 || !closed(where.last, where.end)) return false;
  return persons.contains(first[-2]) && (verbs.contains(first[-1]) || first[-1].kind == TokenKind::clitic);
}

/// "children under five", "adults over 60".
bool bounds_group(const Surroundings& where) {
  static constexpr WordSet bounds("over", "under", "above", "below");
  static constexpr WordSet anybody("those", "anyone", "everyone", "people");
  TokenIterator first = where.first;
  if (first == where.begin || where.last - first != 2 || !bounds.contains(*first)) return false;
  const Token& group = first[-1];
  return (is(group, Category::person) || anybody.contains(group)) && !has_noun(where);
}

/// "50 and over", "12 or younger".
bool and_over(const Surroundings& where) {
  static constexpr WordSet links("and", "or");
  static constexpr WordSet bounds("over", "under", "older", "younger");
  TokenIterator last = where.last;
  constexpr std::ptrdiff_t words = 3;
  return last - where.first == words && links.contains(last[-2]) && bounds.contains(last[-1]) &&
         in_digits(*where.first) && !has_noun(where);
}

}  // namespace

TokenIterator before_decade(TokenIterator number, TokenIterator begin) {
  static constexpr WordSet parts("early", "mid", "late", "upper");
  if (number != begin && number[-1].mark == '-') --number;
  if (number != begin && parts.contains(number[-1])) --number;
  return number;
}

bool states_age(const Surroundings& where) {
  if (age_word_before(where.first, where.begin)) return true;
  const Token& number = where.last[-1];
  if (bounds_group(where)) return in_digits(number) || is(number, Category::cardinal);
  if (and_over(where)) return true;
  if (where.last - where.first != 1) return false;
  if (goes_on_with_ages(where)) return true;
  if (in_words_behind_person(where)) return true;
  return in_digits(number) && (behind_name(where) || behind_pronoun(where));
}

}  // namespace claimcheck::grammar
