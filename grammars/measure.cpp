#include "measure.hpp"

#include "terminals.hpp"
#include "word_set.hpp"

namespace claimcheck::grammar {
namespace {

const x3::rule<struct symbol_tag, const Lexeme*> symbol = "currency symbol";
const x3::rule<struct money_word_tag, const Lexeme*> money_word = "currency word";
const x3::rule<struct unit_tag, const Lexeme*> unit = "unit";
const x3::rule<struct money_before_tag, Measure> money_before = "money with its currency before";
const x3::rule<struct multiple_tag, Measure> multiple = "multiple";
const x3::rule<struct and_half_tag, Measure> one_and_a_half = "a unit and a half";
const x3::rule<struct counted_tag, Measure> counted = "numeral with what it counts";
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
// "a $5 note" is no Australian money.
const auto loose_article = word("a") >> skip_if([](const Token& token) { return !token.glued; });
const auto symbol_def = (!loose_article >> phrase(Category::currency, "symbol")[set_lexeme]) |
                        phrase(Category::currency, "code")[set_lexeme] |
                        (&in_capitals >> phrase(Category::currency, "capital_code")[set_lexeme]);
const auto unit_def = phrase(Category::unit)[set_lexeme];
const auto glued_number = skip_if([](const Token& token) { return token.kind == TokenKind::number && token.glued; });
const auto money_word_def = phrase(Category::currency, "word")[set_lexeme] | (symbol[set_lexeme] >> !glued_number) |
                            phrase(Category::currency, "millions")[set_lexeme] |
                            phrase(Category::currency, "minor")[set_lexeme];
const auto small_m =
    skip_if([](const Token& token) { return token.glued && token.key == word_key("m") && !token.capital; });
const auto of_a = -word("of") >> article;

// "$1.2m", "USD 22.5 million", "MAUD 60".
constexpr auto set_millions = [](auto& context) {
  Measure& found = x3::_val(context);
  if (found.unit->kind == "millions") scale_by(found.numeral, 1e6);
};
const auto money_before_def =
    (symbol[set_before] | phrase(Category::currency, "millions")[set_before]) >>
    -hyphen() >> numeral[set_numeral] >> x3::eps[set_millions] >> -(x3::omit[small_m] >> x3::eps[million]) >>
    -phrase(Category::scale, "word")[scale_up] >> x3::omit[-(phrase(Category::currency, "word"))];

// "3 dollars 50 cents", "thirteen dollars forty-five", "15 dollars and 50."
constexpr auto add_minor = [](auto& context) {
  Measure& found = x3::_val(context);
  const Numeral& minor = x3::_attr(context);
  x3::_pass(context) =
      minor.value >= 1 && minor.value < 100 && minor.step == 1 && found.unit->kind != "minor" && !minor.ordinal;
  if (!x3::_pass(context)) return;
  found.numeral.value += minor.value / 100;
  found.numeral.step = 0.01;
};
const auto boundary = x3::eoi | mark('.') | mark(',') | mark('?') | mark('!') | mark(')') | word("more");
const auto minor = -word("and") >> numeral >> (x3::omit[phrase(Category::currency, "minor")] | &boundary);
// Words that are more often something else: pounds below a million are a weight, "won" and "marks" below a hundred no
// money.
constexpr double least_large = 1e6, least_hundreds = 100;
constexpr auto above = [](double least) {
  return [least](auto& context) { x3::_pass(context) = x3::_val(context).numeral.value >= least; };
};
const auto rare_word = (x3::eps[above(least_large)] >> phrase(Category::currency, "large")[set_unit]) |
                       (x3::eps[above(least_hundreds)] >> phrase(Category::currency, "hundreds")[set_unit]);
const auto money_behind = ((&(small_m >> starts(bit(Category::currency))) >> x3::omit[small_m] >> x3::eps[million]) |
                           x3::eps) >>
                          -hyphen() >> -of_a >> (money_word[set_unit] | rare_word) >> x3::eps[set_millions] >>
                          -phrase(Category::scale, "word")[scale_up] >> -minor[add_minor];

const x3::rule<struct millions_tag, Measure> millions_alone = "millions";
const auto millions_alone_def = numeral[set_numeral] >> x3::omit[small_m] >> x3::eps[million];

// "1.2m tons", "35m people": millions where a unit or a noun follows, metres otherwise ("48m", "1.8m tall").
const auto long_adjective = word("long", "tall", "high", "wide", "deep", "away", "above", "below", "from", "in",
                                 "apart", "thick", "race", "sprint", "freestyle", "hurdles");
const auto plain_noun = skip_if([](const Token& token) {
  return token.kind == TokenKind::word && !token.capital &&
         !(token.classes & bits(Category::preposition, Category::conjunction, Category::auxiliary));
});
const auto millions_behind = &(small_m >> -hyphen() >> !long_adjective >> (plain_noun | word("of"))) >>
                             x3::omit[small_m] >> x3::eps[million] >> -(-hyphen() >> unit[set_unit]);

// "5 ft 2 in", "5 feet and 2 inches", "6-foot-3".
constexpr auto add_inches = [](auto& context) {
  x3::_pass(context) = x3::_attr(context).value < 12 && !x3::_attr(context).ordinal;
  if (x3::_pass(context)) x3::_val(context).numeral.value += x3::_attr(context).value / 12;
};
const auto more_inches = -word("and") >> -hyphen() >> numeral >>
                         ((-hyphen() >> word("in", "inch", "inches")) | &boundary);
const auto feet_behind = -hyphen() >> &word("ft", "feet", "foot") >> unit[set_unit] >> -more_inches[add_inches];

const auto spelt = &(kind(TokenKind::punctuation) >> skip_if([](const Token& token) { return token.span.size() > 1; }));
const auto bracketed = spelt >>
                       ((mark('(') >> unit[set_unit] >> mark(')')) | (mark('[') >> unit[set_unit] >> mark(']')) |
                        (mark('{') >> unit[set_unit] >> mark('}')) | (mark('<') >> unit[set_unit] >> mark('>')));
constexpr auto is_fraction = [](auto& context) {
  const Numeral& found = x3::_val(context).numeral;
  x3::_pass(context) = found.fraction || found.value < 1;
};
constexpr auto is_duration = [](auto& context) {
  const Lexeme& found = *x3::_attr(context);
  x3::_pass(context) = static_cast<Dimension>(found.code) == Dimension::duration;
  if (x3::_pass(context)) x3::_val(context).unit = &found;
};
// "50 previous years", "three straight weeks".
constexpr WordSet asides("previous", "consecutive", "straight", "full", "long", "more", "additional", "whole", "solid",
                         "short", "extra", "other", "further");
const auto aside = skip_if([](const Token& token) { return asides.contains(token); });
const auto unit_behind = (-hyphen() >> unit[set_unit]) | (x3::eps[is_fraction] >> of_a >> unit[set_unit]) |
                         (aside >> unit[is_duration]) | bracketed;

// "an hour and a half", "two miles and a half".
constexpr auto add_half = [](auto& context) {
  x3::_val(context).numeral.value += 0.5;
  x3::_val(context).numeral.fraction = true;
};
const auto and_a_half = word("and") >> article >> -hyphen() >> x3::omit[phrase(Category::fraction, "half")][add_half] >>
                        !(word("of") | phrase(Category::scale));
constexpr auto one_unit = [](auto& context) {
  x3::_val(context).numeral = Numeral{1, 1, 1, true, false, false};
  x3::_val(context).unit = x3::_attr(context);
};
const auto one_and_a_half_def = x3::omit[article] >> unit[one_unit] >> and_a_half;

constexpr auto is_cardinal = [](auto& context) { x3::_pass(context) = !x3::_val(context).numeral.ordinal; };
const auto counted_def = numeral[set_any_numeral] >>
                         -(x3::eps[is_cardinal] >>
                           (money_behind | millions_behind | feet_behind | (unit_behind >> -and_a_half)));

constexpr auto set_multiple = [](auto& context) {
  x3::_val(context).numeral = Numeral{x3::_attr(context)->value, 1, 1, true, false, false};
  x3::_val(context).multiple = true;
};
const auto multiple_def = phrase(Category::multiplier)[set_multiple];

const auto measure_def = whole[money_before] | multiple | whole[one_and_a_half] | counted;

BOOST_SPIRIT_DEFINE(symbol, money_word, unit, money_before, millions_alone, multiple, one_and_a_half, counted, measure)

bool may_have_unit(TokenIterator first, TokenIterator last) {
  constexpr std::uint64_t wanted = bits(Category::unit, Category::currency, Category::multiplier);
  int words = 0;
  for (TokenIterator at = first; at != last && at - first < 24; ++at) {
    if ((at->classes & wanted) || (at->glued && at->key == word_key("m"))) return true;
    if (at->kind == TokenKind::word &&
        !(at->classes & bits(Category::cardinal, Category::scale, Category::fraction, Category::ordinal, Category::sign,
                             Category::determiner, Category::conjunction, Category::preposition)) &&
        ++words > 1)
      return false;
  }
  return false;
}

Match money_of(TokenIterator at, TokenIterator last, const Lexicon& lexicon, double size) {
  if (Match word = lexicon.match(Category::currency, "word", at, last)) return word;
  if (size >= least_large)
    if (Match large = lexicon.match(Category::currency, "large", at, last)) return large;
  if (size >= least_hundreds)
    if (Match hundreds = lexicon.match(Category::currency, "hundreds", at, last)) return hundreds;
  return at->all_caps ? lexicon.match(Category::currency, "code", at, last) : Match{};
}

/// What vague numbers are given of; "hundreds of turns" and "several times" are counts.
bool is_vaguely_measured(const Lexeme& counted_in) {
  switch (static_cast<Dimension>(counted_in.code)) {
    case Dimension::percent:
    case Dimension::percentage_points:
    case Dimension::age:
    case Dimension::duration:
    case Dimension::length:
    case Dimension::area:
    case Dimension::volume:
    case Dimension::mass:
    case Dimension::speed:
      return true;
    default:
      return false;
  }
}

/// "several days", but not "a few second homes", "several m".
Match unit_of(TokenIterator at, TokenIterator last, const Lexicon& lexicon, bool joined) {
  static constexpr WordSet singulars("second", "minute", "hour", "day", "week", "month", "year", "night", "weekend",
                                     "decade", "century", "foot", "mile", "yard", "inch", "meter", "metre", "ton",
                                     "pound", "acre", "gallon", "barrel");
  Match found = lexicon.match(Category::unit, at, last);
  if (!found || !is_vaguely_measured(*found.lexeme)) return {};
  bool one_word = found.end == at + 1;
  constexpr unsigned abbreviation = 3;
  bool name = at->capital && at->span.size() <= abbreviation;  // "many of Ms. Ray's sons"
  if (one_word && at->kind == TokenKind::word && (at->span.size() == 1 || name)) return {};
  return one_word && !joined && singulars.contains(*at) ? Match{} : found;
}

}  // namespace

Dimension Measure::dimension() const {
  if (!unit) return multiple ? Dimension::rate : Dimension::count;
  return currency() ? Dimension::currency : static_cast<Dimension>(unit->code);
}

bool begins_unit_and_half(TokenIterator first, TokenIterator last) {
  constexpr std::ptrdiff_t shortest = 5;
  return last - first >= shortest && (first->key == word_key("a") || first->key == word_key("an")) &&
         is(first[1], Category::unit) && first[2].key == word_key("and") && first[3].key == word_key("a") &&
         is(first[4], Category::fraction);
}

bool can_begin_measure(TokenIterator first, TokenIterator last) {
  return can_begin_numeral(first, last) || begins_unit_and_half(first, last) ||
         (first != last && (first->classes & bits(Category::currency, Category::multiplier)));
}

bool read_vague_unit(TokenIterator& first, TokenIterator last, const Lexicon& lexicon, double size,
                     const Lexeme*& unit) {
  TokenIterator at = first;
  if (at != last && at->key == word_key("of")) ++at;
  bool joined = at != last && at->mark == '-' && at->glued && !at->long_dash;
  if (joined) ++at;
  if (at == last) return false;
  Match found = is(*at, Category::currency) ? money_of(at, last, lexicon, size) : Match{};
  if (!found && is(*at, Category::unit)) found = unit_of(at, last, lexicon, joined);
  if (!found && asides.contains(*at) && at + 1 != last && is(at[1], Category::unit)) {
    found = unit_of(at + 1, last, lexicon, joined);
    if (found && static_cast<Dimension>(found.lexeme->code) != Dimension::duration) return false;
  }
  if (!found) return false;
  unit = found.lexeme;
  first = found.end;
  return true;
}

bool read_millions(TokenIterator& first, TokenIterator last, const Lexicon& lexicon, Measure& found) {
  if (first == last || first->kind != TokenKind::number || first + 1 == last || !first[1].glued) return false;
  found = {};
  return read_with(millions_alone, first, last, lexicon, found);
}

bool read_measure(TokenIterator& first, TokenIterator last, const Lexicon& lexicon, Measure& found) {
  if (!can_begin_measure(first, last)) return false;
  if (may_have_unit(first, last)) return read_with(measure, first, last, lexicon, found);
  found = {};
  return read_numeral(first, last, lexicon, found.numeral);
}

}  // namespace claimcheck::grammar
