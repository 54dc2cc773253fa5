#include "measure.hpp"

#include "terminals.hpp"

namespace claimcheck::grammar {
namespace {

const x3::rule<struct symbol_tag, const Lexeme*> symbol = "currency symbol";
const x3::rule<struct money_word_tag, const Lexeme*> money_word = "currency word";
const x3::rule<struct unit_tag, const Lexeme*> unit = "unit";
const x3::rule<struct money_before_tag, Measure> money_before = "money with its currency before";
const x3::rule<struct money_after_tag, Measure> money_after = "money with its currency behind";
const x3::rule<struct feet_tag, Measure> feet_and_inches = "feet and inches";
const x3::rule<struct measured_tag, Measure> measured = "measured";
const x3::rule<struct millions_tag, Measure> millions = "a small m for millions";
const x3::rule<struct bare_tag, Measure> bare = "bare numeral";
const x3::rule<struct measure_tag, Measure> measure = "measure";

const auto numeral = reader(read_numeral);
const auto article = word("a", "an");

constexpr auto set_lexeme = [](auto& context) { x3::_val(context) = x3::_attr(context); };
constexpr auto set_numeral = [](auto& context) {
  x3::_val(context).numeral = x3::_attr(context);
  x3::_pass(context) = !x3::_attr(context).ordinal;
};
constexpr auto set_any_numeral = [](auto& context) { x3::_val(context).numeral = x3::_attr(context); };
constexpr auto set_unit = [](auto& context) { x3::_val(context).unit = x3::_attr(context); };
constexpr auto set_before = [](auto& context) {
  x3::_val(context).unit = x3::_attr(context);
  x3::_val(context).unit_before = true;
};
constexpr auto set_whole = [](auto& context) { x3::_val(context) = x3::_attr(context); };

void scale_by(Numeral& value, double factor) {
  value.value *= factor;
  value.step *= factor;
  value.scale = factor;
}
constexpr auto scale_up = [](auto& context) { scale_by(x3::_val(context).numeral, x3::_attr(context)->value); };
constexpr auto million = [](auto& context) {
  x3::_pass(context) = x3::_val(context).numeral.scale == 1;
  if (x3::_val(context).numeral.scale == 1) scale_by(x3::_val(context).numeral, 1e6);
};

// Codes that are English words count only in capitals ("ALL 5 solutions", "TRY 200").
const auto in_capitals = skip_if([](const Token& token) { return token.all_caps; });
const auto symbol_def = phrase(Category::currency, "symbol")[set_lexeme] |
                        phrase(Category::currency, "code")[set_lexeme] |
                        (&in_capitals >> phrase(Category::currency, "capital_code")[set_lexeme]);
const auto money_word_def = phrase(Category::currency)[set_lexeme];

const auto unit_def = phrase(Category::unit)[set_lexeme];
const auto small_m =
    skip_if([](const Token& token) { return token.glued && token.key == word_key("m") && !token.capital; });
const auto of_unit = -word("of") >> article;

const auto money_before_def =
    symbol[set_before] >> -hyphen() >> numeral[set_numeral] >> -(x3::omit[small_m] >> x3::eps[million]) >>
    -phrase(Category::scale, "word")[scale_up] >> x3::omit[-(phrase(Category::currency, "word"))];

// "3 dollars 50 cents", "thirteen dollars forty-five", "15 dollars and 50."
constexpr auto add_minor = [](auto& context) {
  Measure& found = x3::_val(context);
  const Numeral& minor = x3::_attr(context);
  x3::_pass(context) = minor.value > 0 && minor.value < 100 && minor.value == static_cast<int>(minor.value) &&
                       found.unit->kind != "minor" && !minor.ordinal;
  if (x3::_pass(context)) {
    found.numeral.value += minor.value / 100;
    found.numeral.step = 0.01;
  }
};
const auto boundary = x3::eoi | kind(TokenKind::punctuation) | word("more");
const auto minor = -word("and") >> numeral[add_minor] >> (x3::omit[phrase(Category::currency, "minor")] | &boundary);
const auto money_after_def = numeral[set_numeral] >> -(x3::omit[small_m] >> x3::eps[million]) >> -hyphen() >>
                             -(of_unit) >> money_word[set_unit] >>
                             -phrase(Category::scale, "word")[scale_up] >> x3::omit[-minor];

// "5 ft 2 in", "5 feet and 2 inches", "6-foot-3".
constexpr auto is_foot = [](auto& context) { x3::_pass(context) = x3::_val(context).unit->name == "ft"; };
constexpr auto add_inches = [](auto& context) {
  Measure& found = x3::_val(context);
  x3::_pass(context) = x3::_attr(context).value < 12 && !x3::_attr(context).ordinal;
  if (x3::_pass(context)) found.numeral.value += x3::_attr(context).value / 12;
};
const auto inches = word("in", "inch", "inches");
const auto feet_and_inches_def = numeral[set_numeral] >> -hyphen() >> unit[set_unit] >> x3::eps[is_foot] >>
                                 -word("and") >> -hyphen() >> numeral[add_inches] >>
                                 ((-hyphen() >> inches) | &boundary);

const auto bracketed = (mark('(') >> unit[set_unit] >> mark(')')) | (mark('[') >> unit[set_unit] >> mark(']')) |
                       (mark('{') >> unit[set_unit] >> mark('}')) | (mark('<') >> unit[set_unit] >> mark('>'));
constexpr auto fraction_only = [](auto& context) { x3::_pass(context) = x3::_val(context).numeral.fraction; };
const auto measured_def = numeral[set_numeral] >> ((-hyphen() >> unit[set_unit]) |
                                                   (x3::eps[fraction_only] >> of_unit >> unit[set_unit]) | bracketed);

// "1.2m tons", "35m people": millions where a unit or a noun follows, metres otherwise ("48m", "1.8m tall").
const auto long_adjective =
    word("long", "tall", "high", "wide", "deep", "away", "above", "below", "from", "in", "apart", "thick");
const auto plain_noun = skip_if([](const Token& token) {
  return token.kind == TokenKind::word && !token.capital &&
         !(token.classes & bits(Category::preposition, Category::conjunction, Category::auxiliary, Category::unit));
});
const auto millions_def = numeral[set_numeral] >> x3::omit[small_m] >> x3::eps[million] >>
                          ((-hyphen() >> unit[set_unit]) | &(!long_adjective >> (plain_noun | word("of"))));
const auto bare_def = numeral[set_any_numeral];

const auto measure_def =
    whole[money_before] | whole[money_after] | whole[millions] | whole[feet_and_inches] | whole[measured] | whole[bare];

BOOST_SPIRIT_DEFINE(symbol, money_word, unit, money_before, money_after, feet_and_inches, measured, millions, bare,
                    measure)

bool may_have_unit(TokenIterator first, TokenIterator last) {
  constexpr std::uint64_t wanted = bits(Category::unit, Category::currency);
  for (TokenIterator at = first; at != last && at - first < 24; ++at) {
    if ((at->classes & wanted) || (at->glued && at->key == word_key("m"))) return true;
    if (at->kind == TokenKind::word &&
        !(at->classes & bits(Category::cardinal, Category::scale, Category::fraction, Category::ordinal, Category::sign,
                             Category::determiner, Category::conjunction, Category::preposition)))
      return false;
  }
  return false;
}

}  // namespace

Dimension Measure::dimension() const {
  if (!unit) return Dimension::count;
  return currency() ? Dimension::currency : static_cast<Dimension>(unit->code);
}

bool read_measure(TokenIterator& first, TokenIterator last, const Lexicon& lexicon, Measure& found) {
  if (may_have_unit(first, last)) return read_with(measure, first, last, lexicon, found);
  found = {};
  return read_numeral(first, last, lexicon, found.numeral);
}

}  // namespace claimcheck::grammar
