#include "number.hpp"

#include "numeral_builder.hpp"
#include "terminals.hpp"

#include <cmath>

namespace claimcheck::grammar {
namespace {

/// A lexeme of the category whose value lies between the bounds; its attribute is that value.
struct valued_parser : x3::parser<valued_parser> {
  using attribute_type = double;
  static constexpr bool has_attribute = true;

  constexpr valued_parser(Category wanted, double from, double to, std::string_view wanted_kind)
      : words{wanted, wanted_kind}, low(from), high(to) {}

  template <class Context, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RContext& rcontext,
             Attribute& attribute) const {
    Iterator at = first;
    const Lexeme* lexeme = nullptr;
    if (!words.parse(at, last, context, rcontext, lexeme) || lexeme->value < low || lexeme->value > high) return false;
    x3::traits::move_to(lexeme->value, attribute);
    first = at;
    return true;
  }

  phrase_parser words;
  double low, high;
};
constexpr valued_parser cardinal(double low, double high) {
  return {Category::cardinal, low, high, {}};
}
constexpr valued_parser ordinal(double low, double high) {
  return {Category::ordinal, low, high, {}};
}
constexpr valued_parser scale(std::string_view kind) {
  return {Category::scale, 0, 1e300, kind};
}
constexpr valued_parser part(std::string_view kind) {
  return {Category::fraction, 1, 1e300, kind};
}

struct Denominator {
  double value = 0;
  bool plural = false;
};
struct Proper {
  double numerator = 0, denominator = 1;
  double value() const { return numerator / denominator; }
};
struct Decimals {
  double value = 0;
  int digits = 0;
};

template <class Tag, class Attribute>
using Rule = x3::rule<Tag, Attribute>;
const Rule<struct tens_tag, double> tens = "tens";
const Rule<struct below_hundred_tag, double> below_hundred = "below hundred";
const Rule<struct number_tag, Term> number = "number";
const Rule<struct hundreds_tag, Term> hundreds = "hundreds";
const Rule<struct term_tag, Term> term = "term";
const Rule<struct chain_tag, NumeralBuilder> chain = "chain";
const Rule<struct ordinal_tag, Denominator> simple_part = "simple part";
const Rule<struct denominator_tag, Denominator> denominator = "denominator";
const Rule<struct proper_tag, Proper> proper = "proper";
const Rule<struct small_proper_tag, Proper> small_proper = "small proper";
const Rule<struct slash_tag, Proper> slash = "slash";
const Rule<struct decimals_tag, Decimals> decimals = "decimals";
const Rule<struct whole_number_tag, Numeral> whole_number = "whole number";
const Rule<struct decimal_tag, Numeral> decimal = "decimal";
const Rule<struct mixed_tag, Numeral> mixed = "mixed";
const Rule<struct fraction_tag, Numeral> fraction = "fraction";
const Rule<struct ordinal_number_tag, Numeral> ordinal_number = "ordinal number";
const Rule<struct suffix_tag, double> suffix = "suffix";
const Rule<struct big_tag, double> big = "big scale";
const Rule<struct any_scale_tag, double> any_scale = "any scale";

const auto article = word("a", "an");
const auto conjunction = -hyphen() >> word("and") >> -hyphen();
const auto joint = -hyphen() >> -(word("and") >> -hyphen());

constexpr auto set = [](auto& context) { x3::_val(context) = x3::_attr(context); };
constexpr auto add = [](auto& context) { x3::_val(context) += x3::_attr(context); };

// "twenty-one", "fifty two"; but not the tens of "thirty-fifths".
const auto tens_def = cardinal(20, 90)[set] >> !(glued_mark('-') >> (ordinal(1, 9) | part("plural"))) >>
                      -(-hyphen() >> cardinal(1, 9)[add]);
const auto below_hundred_def = tens | cardinal(1, 19);

constexpr auto from_digits = [](auto& context) {
  const Token& token = *x3::_attr(context);
  Term& made = x3::_val(context);
  made = Term{token.value, token.decimals == 0 ? 1 : std::pow(10.0, -static_cast<int>(token.decimals)),
              1,           0,
              false,       token.decimals > 0,
              true};
};
const auto number_def = kind(TokenKind::number)[from_digits];

constexpr auto set_words = [](auto& context) {
  Term& made = x3::_val(context);
  made.value = x3::_attr(context);
  made.words = true;
};
constexpr auto one = [](auto& context) {
  Term& made = x3::_val(context);
  made.value = 1;
  made.words = true;
};
/// A product of two decimals as they are written: 8.2 billion is 8,200,000,000, not a millionth less.
double product(double value, double factor) {
  constexpr double noise = 1e-4;
  double exact = value * factor, whole = std::round(exact);
  return std::abs(exact - whole) < noise ? whole : exact;
}

constexpr auto times = [](auto& context) {
  Term& made = x3::_val(context);
  double factor = x3::_attr(context);
  made.value = factor > 1 ? product(made.value, factor) : made.value * factor;
  made.step *= factor;
  made.scale = factor >= 1000 && made.scale >= 1000 ? made.scale * factor : factor;
  made.room = factor == 12 ? 0 : made.scale;
  made.bare = false;
};
constexpr auto times_suffix = [](auto& context) {
  times(context);
  x3::_val(context).room = 0;
};
constexpr auto plus_tail = [](auto& context) {
  Term& made = x3::_val(context);
  made.value += x3::_attr(context);
  made.step = made.scale = 1;
  made.room = 0;
};
constexpr auto small_digits = [](const Token& token) {
  return token.kind == TokenKind::number && token.decimals == 0 && token.value >= 1 && token.value < 100;
};
constexpr auto digits_value = [](auto& context) { x3::_val(context) = x3::_attr(context)->value; };
const Rule<struct tail_tag, double> tail = "tail";
const auto tail_def = token_if(small_digits)[digits_value];

// "a hundred", "ninety-five hundred", "3 hundred and 21"; what counts a further hundred or dozen is not a tail.
const auto counts_on = -hyphen() >> (scale("hundred") | scale("dozen"));
const auto hundreds_def = (below_hundred[set_words] | x3::omit[article][one] | number[set]) >> -hyphen() >>
                          scale("hundred")[times] >> -(((joint >> below_hundred >> !counts_on)[plus_tail]) |
                                                       ((word("and") >> tail >> !counts_on)[plus_tail]));

// A suffix clings to its digits or follows them ("10k", "2.33 k", "8 B"); a small letter must cling.
const auto capital_letter = skip_if([](const Token& token) { return token.capital; });
const auto glued_letter =
    skip_if([](const Token& token) { return token.glued && (token.key == word_key("b") || token.capital); });
const auto suffix_def = scale("suffix") | (&(capital_letter | glued_letter) >> scale("letter"));
const auto generation = skip_if([](const Token& token) {
                          return token.kind == TokenKind::number && token.digits == 1 && token.decimals == 0;
                        }) >>
                        skip_if([](const Token& token) { return token.glued && token.key == word_key("g"); });
const auto big_def = -hyphen() >> (scale("word") | scale("dozen"));
const auto any_scale_def = scale("word") | scale("dozen") | scale("hundred");
const auto term_def = (hundreds[set] >> *big[times]) | (below_hundred[set_words] >> *big[times]) |
                      (!generation >> number[set] >> -suffix[times_suffix] >> *big[times]) |
                      (x3::omit[article][one] >> +big[times]) |
                      (&(scale("hundred") >> scale("word")) >> scale("hundred")[set_words] >> +big[times]);

template <Link link>
constexpr auto extend = [](auto& context) { x3::_pass(context) = x3::_val(context).extend(x3::_attr(context), link); };
constexpr auto begin_chain = [](auto& context) { x3::_val(context) = NumeralBuilder(x3::_attr(context)); };
const auto ends = !(-hyphen() >> denominator);
const auto chain_def = term[begin_chain] >> *((conjunction >> term >> ends)[extend<Link::conjunction>] |
                                              (mark(',') >> term >> ends)[extend<Link::comma>] |
                                              (-hyphen() >> term >> ends)[extend<Link::none>]);

template <bool plural>
constexpr auto part_value = [](auto& context) {
  x3::_val(context) = Denominator{x3::_attr(context), plural};
};
constexpr auto add_part = [](auto& context) {
  x3::_val(context).value += x3::_attr(context).value;
  x3::_val(context).plural = x3::_attr(context).plural;
};
constexpr auto add_hundreds = [](auto& context) { x3::_val(context).value += 100 * x3::_attr(context); };
constexpr auto add_tens = [](auto& context) { x3::_val(context).value += x3::_attr(context); };
const auto simple_part_def = part("plural")[part_value<true>] | part("quarter")[part_value<false>] |
                             part("half")[part_value<false>] | ordinal(3, 1e300)[part_value<false>];
const Rule<struct unit_part_tag, Denominator> unit_part = "unit part";
const auto unit_part_def = part("plural")[part_value<true>] | ordinal(1, 9)[part_value<false>];
// "fifths", "twenty-firsts", "one hundred and fifth".
const auto denominator_def =
    (cardinal(20, 90)[add_tens] >> -hyphen() >> unit_part[add_part]) | simple_part[set] |
    (below_hundred[add_hundreds] >> -hyphen() >> scale("hundred") >> joint >> simple_part[add_part]);

// "a third man" is an ordinal, "a third of the men" a part.
const auto no_noun =
    x3::eoi | starts(bits(Category::preposition, Category::auxiliary, Category::conjunction, Category::determiner)) |
    kind(TokenKind::punctuation) | word("less", "more", "higher", "lower", "fewer", "as") | phrase(Category::scale);
constexpr auto numerator = [](auto& context) { x3::_val(context).numerator = x3::_attr(context).numeral().value; };
constexpr auto numerator_one = [](auto& context) { x3::_val(context).numerator = 1; };
constexpr auto numerator_small = [](auto& context) { x3::_val(context).numerator = x3::_attr(context); };
constexpr auto plural_part = [](auto& context) {
  const Denominator& found = x3::_attr(context);
  x3::_val(context).denominator = found.value;
  x3::_pass(context) = found.plural;
};
constexpr auto single_part = [](auto& context) {
  const Denominator& found = x3::_attr(context);
  x3::_val(context).denominator = found.value;
  x3::_pass(context) = !found.plural && x3::_val(context).numerator == 1;
};
constexpr auto plural_proper = [](auto& context) {
  plural_part(context);
  const Proper& found = x3::_val(context);
  x3::_pass(context) = x3::_pass(context) && found.numerator < found.denominator;
};
const auto proper_def = (chain[numerator] >> -hyphen() >> denominator[plural_part]) |
                        (chain[numerator] >> -hyphen() >> denominator[single_part] >> &no_noun) |
                        (x3::omit[article][numerator_one] >> denominator[single_part] >> &no_noun);
const auto small_proper_def =
    (below_hundred[numerator_small] >> -hyphen() >> denominator[plural_proper]) |
    ((cardinal(1, 1)[numerator_small] | x3::omit[article][numerator_one]) >> -hyphen() >> denominator[single_part]);

constexpr auto slash_digits = [](const Token& token) {
  return token.kind == TokenKind::number && token.decimals == 0 && !token.grouped && token.digits <= 3;
};
constexpr auto slash_numerator = [](auto& context) { x3::_val(context).numerator = x3::_attr(context)->value; };
constexpr auto slash_denominator = [](auto& context) {
  Proper& found = x3::_val(context);
  found.denominator = x3::_attr(context)->value;
  bool common = (found.denominator >= 2 && found.denominator <= 10) || found.denominator == 12 ||
                found.denominator == 16 || found.denominator == 32 || found.denominator == 64 ||
                found.denominator == 100 || found.denominator == 128;
  x3::_pass(context) = common && found.numerator < found.denominator && found.numerator > 0;
};
const auto slash_def = token_if(slash_digits)[slash_numerator] >> mark('/') >>
                       token_if(slash_digits)[slash_denominator] >> !glued_mark('/');

constexpr auto append_tens = [](auto& context) {
  Decimals& found = x3::_val(context);
  found.value = found.value * 100 + x3::_attr(context);
  found.digits += 2;
};
constexpr auto append_digit = [](auto& context) {
  Decimals& found = x3::_val(context);
  found.value = found.value * 10 + x3::_attr(context);
  found.digits += 1;
};
const auto decimals_def = +(tens[append_tens] | cardinal(10, 19)[append_tens] | cardinal(0, 9)[append_digit]);

constexpr auto from_chain = [](auto& context) { x3::_val(context) = x3::_attr(context).numeral(); };
constexpr auto from_zero = [](auto& context) {
  x3::_val(context) = Numeral{};
  x3::_val(context).words = true;
};
const auto whole_number_def = chain[from_chain] | x3::omit[cardinal(0, 0)][from_zero];

constexpr auto scaled = [](auto& context) {
  Numeral& numeral = x3::_val(context);
  double factor = x3::_attr(context);
  numeral.value = factor > 1 ? product(numeral.value, factor) : numeral.value * factor;
  numeral.step *= factor;
  numeral.scale = x3::_attr(context);
};
constexpr auto point = [](auto& context) {
  Numeral& numeral = x3::_val(context);
  const Decimals& found = x3::_attr(context);
  numeral.step = std::pow(10.0, -found.digits);
  numeral.value += found.value * numeral.step;
  numeral.words = true;
};
const auto decimal_def = whole_number[set] >> word("point") >> decimals[point] >> *(scale("word")[scaled]);

// "one and a half": its own part; "one million and a half", "a dozen and a half": half of the last scale, unless a
// scale follows.
constexpr auto set_mixed = [](auto& context) {
  Numeral& numeral = x3::_val(context);
  double part = x3::_attr(context).value();
  constexpr double dozen = 12;
  numeral.value += part * (numeral.scale >= 1000 || numeral.scale == dozen ? numeral.scale : 1);
  numeral.fraction = true;
  numeral.step = 1;
};
constexpr auto set_glyph = [](auto& context) {
  Numeral& numeral = x3::_val(context);
  numeral.value += x3::_attr(context)->value;
  numeral.fraction = true;
};
constexpr auto whole_digits = [](const Token& token) { return token.kind == TokenKind::number && token.decimals == 0; };
constexpr auto from_token = [](auto& context) {
  x3::_val(context) = Numeral{x3::_attr(context)->value, 1, 1, false, false, false};
};
constexpr auto from_hundreds = [](auto& context) { x3::_val(context) = NumeralBuilder(x3::_attr(context)).numeral(); };
constexpr auto part_of_scale = [](auto& context) {
  Numeral& numeral = x3::_val(context);
  const Numeral& more = x3::_attr(context);
  x3::_pass(context) = more.scale < numeral.scale;
  numeral.value += more.value;
  numeral.fraction = true;
};
const Rule<struct scaled_part_tag, Numeral> scaled_part = "scaled part";
const Rule<struct round_hundreds_tag, Term> round_hundreds = "round hundreds";
constexpr auto from_proper = [](auto& context) {
  x3::_val(context) = Numeral{x3::_attr(context).value(), 1, 1, true, false, true};
};
const auto round_hundreds_def = (below_hundred[set_words] | x3::omit[article][one]) >> -hyphen() >>
                                scale("hundred")[times] >> *big[times];
const auto scaled_part_def = small_proper[from_proper] >> -word("of") >> -article >> scale("word")[scaled];
const auto and_part = conjunction >> small_proper;
const auto mixed_def =
    (whole_number[set] >> conjunction >> scaled_part[part_of_scale]) |
    (round_hundreds[from_hundreds] >> and_part[set_mixed] >> *(scale("word")[scaled])) |
    (whole_number[set] >> and_part[set_mixed] >> *any_scale[scaled]) |
    (token_if(whole_digits)[from_token] >> kind(TokenKind::fraction)[set_glyph] >>
     -(suffix[scaled] | scale("word")[scaled])) |
    (token_if(whole_digits)[from_token] >> -hyphen() >> slash[set_mixed] >> -(scale("word"))[scaled]);

constexpr auto half = [](auto& context) {
  x3::_val(context) = Numeral{1 / x3::_attr(context), 1, 1, true, false, true};
};
constexpr auto glyph = [](auto& context) {
  x3::_val(context) = Numeral{x3::_attr(context)->value, 1, 1, false, false, true};
};
const auto of_scale = -hyphen() >> -word("of") >> -article >> any_scale;
const auto whose = starts(bits(Category::determiner, Category::pronoun)) |
                   word("of", "their", "its", "his", "her", "my", "our", "people");
const auto fraction_def = (slash[from_proper] >> -scale("word")[scaled]) |
                          (kind(TokenKind::fraction)[glyph] >> -scale("word")[scaled]) |
                          (-article >> (part("half")[half] | part("quarter")[half]) >> of_scale[scaled]) |
                          (proper[from_proper] >> -of_scale[scaled]) | (part("half")[half] >> &(whose | x3::eoi));

constexpr auto ordinal_value = [](auto& context) {
  x3::_val(context) = Numeral{x3::_attr(context), 1, 1, true, true, false};
};
constexpr auto ordinal_digits = [](auto& context) {
  x3::_val(context) = Numeral{x3::_attr(context)->value, 1, 1, false, true, false};
};
constexpr auto ordinal_words = [](auto& context) {
  x3::_val(context) = Numeral{x3::_attr(context).value, 1, 1, true, true, false};
};
constexpr auto single_only = [](auto& context) { x3::_pass(context) = !x3::_val(context).plural; };
const Rule<struct ordinal_compound_tag, Denominator> ordinal_compound = "ordinal compound";
const auto ordinal_compound_def =
    (cardinal(20, 90)[add_tens] >> -hyphen() >> unit_part[add_part] >> x3::eps[single_only]) |
    (below_hundred[add_hundreds] >> -hyphen() >> scale("hundred") >> joint >> simple_part[add_part] >>
     x3::eps[single_only]);
const auto ordinal_number_def =
    kind(TokenKind::ordinal)[ordinal_digits] | ordinal_compound[ordinal_words] | ordinal(1, 1e300)[ordinal_value];

BOOST_SPIRIT_DEFINE(suffix, big, any_scale, tens, below_hundred, number, tail, hundreds, term, chain, simple_part,
                    unit_part, denominator, proper, small_proper, slash, decimals, whole_number, decimal, scaled_part,
                    round_hundreds, mixed, fraction, ordinal_compound, ordinal_number)

bool negative(TokenIterator& first, TokenIterator last, const Lexicon& lexicon) {
  TokenIterator at = first;
  if (at->mark == '-' && !at->long_dash) {
    ++at;
  } else if (Match match = lexicon.match(Category::sign, at, last)) {
    at = match.end;
  } else {
    return false;
  }
  if (at == last) return false;
  first = at;
  return true;
}

constexpr std::uint64_t number_words = bits(Category::cardinal, Category::scale, Category::fraction, Category::ordinal);
constexpr std::uint64_t part_words = bits(Category::fraction, Category::ordinal);

bool is_article(const Token& token) {
  return token.key == word_key("a") || token.key == word_key("an");
}

/// Nothing behind a single number adds to it: no scale, part, decimals or second half of a compound.
bool stands_alone(TokenIterator next, TokenIterator last) {
  if (next == last) return true;
  if ((next->classes & number_words) || next->kind == TokenKind::fraction || next->mark == '/' ||
      next->key == word_key("point"))
    return false;
  for (bool joined = false; (next->mark == '-' && !next->long_dash) || (!joined && next->key == word_key("and"));) {
    joined |= next->key == word_key("and");
    if (++next == last) return true;
    if ((next->classes & number_words) || is_article(*next)) return false;
  }
  return next->kind != TokenKind::number || next + 1 == last || next[1].mark != '/';
}

/// Nearly every number in print: digits or a word that stand alone.
bool read_lone(TokenIterator& first, TokenIterator last, const Lexicon& lexicon, Numeral& numeral) {
  if (first->kind == TokenKind::ordinal) {
    numeral = {first->value, 1, 1, false, true, false};
  } else if ((first->classes & number_words) == bit(Category::ordinal)) {
    Match match = lexicon.match(Category::ordinal, first, last);
    if (!match || match.end != first + 1 || match.lexeme->value < 1) return false;
    numeral = {match.lexeme->value, 1, 1, true, true, false};
  } else if (!stands_alone(first + 1, last)) {
    return false;
  } else if (first->kind == TokenKind::number) {
    numeral = {first->value,
               first->decimals == 0 ? 1 : std::pow(10.0, -static_cast<int>(first->decimals)),
               1,
               false,
               false,
               false,
               first->grouped};
  } else {
    Match match = lexicon.match(Category::cardinal, first, last);
    if (!match || match.end != first + 1 || match.lexeme->value > 90) return false;
    numeral = {match.lexeme->value, 1, 1, true, false, false};
  }
  ++first;
  return true;
}

/// What the run of tokens that a numeral can be made of holds; it decides which grammars can read one there.
struct Parts {
  std::uint64_t classes = 0;
  bool conjunction = false, point = false, slash = false, glyph = false;

  bool mixed() const { return (conjunction && (classes & part_words)) || slash || glyph; }
  bool fraction() const { return (classes & part_words) || slash || glyph; }
  bool ordinal() const { return classes & part_words; }
};

Parts parts_at(TokenIterator first, TokenIterator last) {
  constexpr std::ptrdiff_t longest = 16;
  Parts found;
  TokenIterator at = first;
  for (; at != last && at - first < longest; ++at) {
    std::uint64_t classes = at->classes & number_words;
    found.classes |= classes;
    found.conjunction |= at->key == word_key("and");
    found.point |= at->key == word_key("point");
    found.slash |= at->mark == '/';
    found.glyph |= at->kind == TokenKind::fraction;
    bool goes_on = classes || at->kind == TokenKind::number || at->kind == TokenKind::fraction || at->mark == '-' ||
                   at->mark == ',' || at->mark == '/' || at->key == word_key("and") || at->key == word_key("point") ||
                   at->key == word_key("of") || is_article(*at);
    if (!goes_on) return found;
  }
  return at == last ? found : Parts{number_words, true, true, true, true};
}

template <class Parser>
bool read_as(const Parser& parser, TokenIterator& first, TokenIterator last, const Lexicon& lexicon, Numeral& numeral) {
  TokenIterator at = first;
  numeral = {};
  if (!read_with(parser, at, last, lexicon, numeral)) return false;
  first = at;
  return true;
}

bool read_unsigned(TokenIterator& first, TokenIterator last, const Lexicon& lexicon, Numeral& numeral) {
  if (read_lone(first, last, lexicon, numeral)) return true;
  Parts parts = parts_at(first, last);
  return (parts.mixed() && read_as(mixed, first, last, lexicon, numeral)) ||
         (parts.point && read_as(decimal, first, last, lexicon, numeral)) ||
         (parts.fraction() && read_as(fraction, first, last, lexicon, numeral)) ||
         (parts.ordinal() && read_as(ordinal_number, first, last, lexicon, numeral)) ||
         read_as(whole_number, first, last, lexicon, numeral);
}

}  // namespace

bool can_begin_numeral(TokenIterator first, TokenIterator last) {
  if (first == last) return false;
  if (first->kind == TokenKind::number || first->kind == TokenKind::ordinal || first->kind == TokenKind::fraction ||
      (first->classes & (number_words | bit(Category::sign))) || first->mark == '-')
    return true;
  return is_article(*first) && first + 1 != last && (first[1].classes & number_words || first[1].mark == '-');
}

bool read_numeral(TokenIterator& first, TokenIterator last, const Lexicon& lexicon, Numeral& numeral) {
  if (!can_begin_numeral(first, last)) return false;
  TokenIterator at = first;
  bool minus_sign = negative(at, last, lexicon);
  if (!read_unsigned(at, last, lexicon, numeral)) return false;
  if (minus_sign) numeral.value = -numeral.value;
  first = at;
  return true;
}

}  // namespace claimcheck::grammar
