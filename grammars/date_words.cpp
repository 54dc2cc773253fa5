#include "date_parts.hpp"
#include "number.hpp"

#include <cmath>

namespace claimcheck::grammar {
namespace {

bool read_words(Iterator& first, Iterator last, const Lexicon& lexicon, Numeral& numeral) {
  if (first == last || first->kind != TokenKind::word ||
      !(first->classes & bits(Category::cardinal, Category::ordinal)))
    return false;
  return read_numeral(first, last, lexicon, numeral) && !numeral.fraction && numeral.value == std::floor(numeral.value);
}

/// Whether a number in words may go on behind its first word.
bool goes_on(Iterator first, Iterator last) {
  Iterator next = first + 1;
  if (next == last) return false;
  constexpr std::uint64_t adding = bits(Category::cardinal, Category::scale, Category::fraction, Category::ordinal);
  return (next->classes & adding) || next->mark == '-' || next->mark == '/' || next->kind == TokenKind::fraction ||
         next->kind == TokenKind::number || next->key == word_key("and") || next->key == word_key("point");
}

bool cardinal_word(Iterator& first, Iterator last, const Lexicon& lexicon, int low, int high, int& value) {
  Match match = lexicon.match(Category::cardinal, first, last);
  if (!match || match.lexeme->value < low || match.lexeme->value > high) return false;
  value = static_cast<int>(match.lexeme->value);
  first = match.end;
  return true;
}

/// "ninety-six", "twelve", "oh five" is not among them.
bool two_digit_words(Iterator& first, Iterator last, const Lexicon& lexicon, int& value) {
  int tens = 0, units = 0;
  if (cardinal_word(first, last, lexicon, 10, 19, value)) return true;
  if (!cardinal_word(first, last, lexicon, 20, 90, tens) || tens % 10 != 0) return false;
  Iterator at = first;
  if (at != last && at->mark == '-' && at->glued) ++at;
  if (cardinal_word(at, last, lexicon, 1, 9, units)) first = at;
  value = tens + units;
  return true;
}

}  // namespace

bool read_day_in_words(Iterator& first, Iterator last, const Lexicon& lexicon, int& day) {
  if (first == last || !(first->classes & bits(Category::cardinal, Category::ordinal))) return false;
  Iterator at = first;
  int low = 0;
  bool ordinal = is(*first, Category::ordinal);
  if (!ordinal && !goes_on(first, last) && cardinal_word(at, last, lexicon, 0, 10, low)) return false;
  at = first;
  Numeral numeral;
  if (!read_words(at, last, lexicon, numeral)) return false;
  if (!numeral.ordinal && numeral.value <= 10) return false;
  if (numeral.value < 1 || numeral.value > 31) return false;
  day = static_cast<int>(numeral.value);
  first = at;
  return true;
}

bool read_year_in_words(Iterator& first, Iterator last, const Lexicon& lexicon, int& year) {
  if (first == last || !is(*first, Category::cardinal) || !goes_on(first, last)) return false;
  Iterator at = first;
  int century = 0, rest = 0;
  if (cardinal_word(at, last, lexicon, 11, 20, century)) {
    if (at != last && at->mark == '-' && at->glued) ++at;
    if (two_digit_words(at, last, lexicon, rest)) {
      year = century * 100 + rest;
      first = at;
      return true;
    }
  }
  at = first;
  Numeral numeral;
  if (!read_words(at, last, lexicon, numeral) || numeral.ordinal) return false;
  if (numeral.value < 1100 || numeral.value > 2999) return false;
  year = static_cast<int>(numeral.value);
  first = at;
  return true;
}

}  // namespace claimcheck::grammar
