#include "number.hpp"

#include "terminals.hpp"

namespace claimcheck::grammar {
namespace {

struct digits_tag;
struct words_tag;
const x3::rule<digits_tag, Numeral> digits = "digits";
const x3::rule<words_tag, Numeral> words = "words";

constexpr auto from_digits = [](auto& context) {
  const Token& token = *x3::_attr(context);
  x3::_val(context) = Numeral{token.value, 1, false, false, false};
};
constexpr auto from_word = [](auto& context) {
  const Lexeme& lexeme = *x3::_attr(context);
  x3::_val(context) = Numeral{lexeme.value, 1, true, false, false};
};
constexpr auto scale_up = [](auto& context) {
  Numeral& numeral = x3::_val(context);
  const Lexeme& lexeme = *x3::_attr(context);
  numeral.value *= lexeme.value;
  numeral.step *= lexeme.value;
};

const auto digits_def = kind(TokenKind::number)[from_digits] >> *phrase(Category::scale)[scale_up];
const auto words_def = phrase(Category::cardinal)[from_word] >> *phrase(Category::scale)[scale_up];

BOOST_SPIRIT_DEFINE(digits, words)

}  // namespace

bool read_numeral(TokenIterator& first, TokenIterator last, const Lexicon& lexicon, Numeral& numeral) {
  return read_with(digits | words, first, last, lexicon, numeral);
}

}  // namespace claimcheck::grammar
