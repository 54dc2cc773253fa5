#include "figure.hpp"

#include "terminals.hpp"

#include <algorithm>
#include <cmath>

namespace claimcheck::grammar {
namespace {

const x3::rule<struct hedges_tag, const Lexeme*> hedges = "hedges";
const x3::rule<struct hedge_behind_tag, const Lexeme*> hedge_behind = "hedge behind";
const x3::rule<struct hedged_tag, Bounded> hedged = "hedged measure";
const x3::rule<struct bounded_tag, Bounded> bounded = "bounded measure";
const x3::rule<struct plain_tag, Bounded> plain = "plain measure";
const x3::rule<struct vague_tag, Figure> vague = "vague";
const x3::rule<struct zero_tag, Figure> zero = "zero";
const x3::rule<struct range_tag, Figure> range = "range";
const x3::rule<struct choice_tag, Figure> choice = "two or three";
const x3::rule<struct between_tag, Figure> between = "between";
const x3::rule<struct from_to_tag, Figure> from_to = "from to";
const x3::rule<struct bounds_tag, Figure> bounds = "two bounds";
const x3::rule<struct share_tag, Figure> share = "share";
const x3::rule<struct single_tag, Figure> single = "single";
const x3::rule<struct half_tag, Bounded> hedged_half = "hedged half";

const auto measure = reader(read_measure);
const auto hedge_before = phrase(Category::hedge_before);
const auto hedge_after = phrase(Category::hedge_after);

constexpr auto set_measure = [](auto& context) { x3::_val(context).measure = x3::_attr(context); };
constexpr auto set_before = [](auto& context) { x3::_val(context).before = x3::_attr(context); };
constexpr auto set_after = [](auto& context) { x3::_val(context).after = x3::_attr(context); };
constexpr auto set_first = [](auto& context) { x3::_val(context).first = x3::_attr(context); };
constexpr auto set_second = [](auto& context) { x3::_val(context).second = x3::_attr(context); };

bool sets_bound(const Lexeme* hedge) {
  if (!hedge) return false;
  auto code = static_cast<Hedge>(hedge->code);
  return code == Hedge::at_least || code == Hedge::more_than || code == Hedge::up_to || code == Hedge::less_than;
}
bool same_dimension(const Measure& a, const Measure& b) {
  if (a.numeral.ordinal != b.numeral.ordinal) return false;
  if (!a.unit || !b.unit) return true;
  return a.dimension() == b.dimension() && a.unit->name == b.unit->name;
}
bool looks_like_year(const Measure& found) {
  const Numeral& n = found.numeral;
  return !found.unit && !n.words && n.scale == 1 && n.value >= 1900 && n.value < 2100 && n.step == 1;
}

const auto numeral_next = skip_if([](const Token& token) {
  return token.kind == TokenKind::number || token.kind == TokenKind::currency || is(token, Category::cardinal);
});
const auto the = -word("the", "a", "an");
constexpr auto set_hedge = [](auto& context) { x3::_val(context) = x3::_attr(context); };
const auto hedges_def = (phrase(Category::hedge_before, "prefix")[set_hedge] >> hyphen()) |
                        (hedge_before[set_hedge] >> -hedge_before[set_hedge]);
const auto plain_def = measure[set_measure];
const auto hedged_def = -hedges[set_before] >> -word("the") >> measure[set_measure];
// A number behind "or more than" is a figure of its own.
const auto hedge_behind_def = (-hyphen() >> hedge_after[set_hedge] >> !(numeral_next | word("than"))) |
                              (glued_mark('-') >> &word("some") >> hedge_before[set_hedge]);  // "20-some"
// "around 7 p.m." is a time of day.
const auto no_meridiem = !word("am", "pm", "a.m", "p.m", "o'clock");
// "over the second half": a single word in front of an ordinal is a preposition.
constexpr auto hedges_it = [](auto& context) {
  const Bounded& found = x3::_val(context);
  x3::_pass(context) = !found.measure.numeral.ordinal || found.before->words.size() > 1;
};
const auto the_ordinal = word("the") >> &(kind(TokenKind::ordinal) | starts(bit(Category::ordinal)));
// Nor is "around 7:15", and "nearly 2-to-1" are odds.
const auto no_form = !(glued_mark(':') >> kind(TokenKind::number)) >> !(glued_mark('-') >> word("to") >> hyphen());
const auto bounded_def =
    ((hedges[set_before] >> -the_ordinal >> measure[set_measure] >> x3::eps[hedges_it] >> no_form) |
     measure[set_measure]) >>
    no_meridiem >> -hedge_behind[set_after];
const auto half_noun = phrase(Category::fraction, "half");
constexpr auto half_measure = [](auto& context) {
  x3::_val(context).measure.numeral = Numeral{0.5, 1, 1, true, false, true};
};
const auto hedged_half_def = hedges[set_before] >> -word("a") >> x3::omit[half_noun][half_measure];

/// "40 percent to two-thirds", "a third to 40 percent", but "half to one percent" are parts of a percent.
void count_in_percent(Measure& low, Measure& high) {
  auto percent = [](const Measure& m) { return m.dimension() == Dimension::percent; };
  auto part = [](const Measure& m) { return !m.unit && m.numeral.fraction && m.numeral.value < 1; };
  if (percent(low) && part(high)) high.numeral.value *= 100;
  if (percent(high) && part(low) && low.numeral.value * 100 < high.numeral.value) low.numeral.value *= 100;
}
constexpr auto is_range = [](auto& context) {
  Figure& found = x3::_val(context);
  count_in_percent(found.first.measure, found.second.measure);
  const Numeral &low = found.first.measure.numeral, &high = found.second.measure.numeral;
  double shared = high.scale > 1 && low.scale == 1 && low.value < high.value / high.scale ? high.scale : 1;
  bool one_sided = !found.first.measure.unit && found.second.measure.unit_before;
  // "rose in 2018 to 3.9 million"
  bool year = looks_like_year(found.first.measure) && (high.scale > 1 || high.step < 1);
  x3::_pass(context) = same_dimension(found.first.measure, found.second.measure) && !one_sided && !year &&
                       !low.ordinal && low.value * shared < high.value;
};
/// "two or three", "20 or 30"; not "2018 or 2019", "one or ten", and sums that one may choose from are two.
constexpr auto is_choice = [](auto& context) {
  const Measure &first = x3::_val(context).first.measure, &second = x3::_val(context).second.measure;
  const Numeral &low = first.numeral, &high = second.numeral;
  auto whole = [](const Numeral& n) { return !n.ordinal && !n.fraction && n.step >= 1 && n.value >= 1; };
  double larger = low.scale == 1 ? high.value / high.scale : high.value, smaller = low.value;
  bool once = !first.unit && !second.currency();
  auto round = [](double value) { return value >= 10 && std::fmod(value, 5) == 0; };
  bool near =
      smaller < larger && (larger <= smaller + 1 || (round(smaller) && round(larger) && larger <= 1.5 * smaller));
  x3::_pass(context) = once && near && whole(low) && whole(high) && low.words == high.words &&
                       !looks_like_year(second) && same_dimension(first, second);
};
/// "two-three months"; a "one-two punch" is none.
constexpr auto is_compound = [](auto& context) {
  const Measure &first = x3::_val(context).first.measure, &second = x3::_val(context).second.measure;
  const Numeral &low = first.numeral, &high = second.numeral;
  x3::_pass(context) = low.words && high.words && low.scale == 1 && high.scale == 1 && low.value >= 2 &&
                       high.value == low.value + 1 && high.value < 20 && same_dimension(first, second);
};
constexpr auto is_change = [](auto& context) {
  const Figure& found = x3::_val(context);
  x3::_pass(context) = same_dimension(found.first.measure, found.second.measure) &&
                       !(looks_like_year(found.first.measure) && looks_like_year(found.second.measure));
};
constexpr auto is_between = [](auto& context) {
  const Figure& found = x3::_val(context);
  x3::_pass(context) = same_dimension(found.first.measure, found.second.measure);
};
constexpr auto are_bounds = [](auto& context) {
  const Figure& found = x3::_val(context);
  auto lower = [](Hedge hedge) { return hedge == Hedge::at_least || hedge == Hedge::more_than; };
  bool up = lower(found.first.hedge());
  const Measure &low = up ? found.first.measure : found.second.measure,
                &high = up ? found.second.measure : found.first.measure;
  x3::_pass(context) = sets_bound(found.first.before) && sets_bound(found.second.before) &&
                       lower(found.second.hedge()) != up && low.numeral.value < high.numeral.value &&
                       same_dimension(low, high);
};

// "1 in 5", "two out of five hundred", "one over three" at the end.
constexpr auto is_share = [](auto& context) {
  const Figure& found = x3::_val(context);
  const Numeral &part = found.first.measure.numeral, &whole = found.second.measure.numeral;
  x3::_pass(context) = !found.first.measure.unit && !found.second.measure.unit && part.value > 0 &&
                       part.value < whole.value && part.step == 1 && whole.step >= 1 && !part.ordinal &&
                       !whole.ordinal && !part.fraction && !looks_like_year(found.second.measure);
};
constexpr auto round_share = [](auto& context) {
  is_share(context);
  const Figure& found = x3::_val(context);
  double part = found.first.measure.numeral.value, whole = found.second.measure.numeral.value;
  bool round = whole == 3 || whole == 4 || whole == 5 || whole == 10 || whole == 100 || whole == 1000;
  x3::_pass(context) = x3::_pass(context) && (part == 1 || (round && part < 10));
};
constexpr auto is_quotient = [](auto& context) {
  const Measure &part = x3::_val(context).first.measure, &whole = x3::_val(context).second.measure;
  x3::_pass(context) =
      !part.unit && !whole.unit && !part.numeral.ordinal && !whole.numeral.ordinal && whole.numeral.value != 0;
};
constexpr auto set_share_after = [](auto& context) { x3::_val(context).first.after = x3::_attr(context); };
constexpr auto set_first_hedge = [](auto& context) { x3::_val(context).first.before = x3::_attr(context); };
constexpr auto set_first_measure = [](auto& context) { x3::_val(context).first.measure = x3::_attr(context).measure; };
const auto out_of = word("out") >> word("of");
const auto ends_here = x3::eoi | mark('.') | mark('?') | mark(',');
const auto share_def =
    (hedged[set_first] >> out_of >> -word("every") >> plain[set_second] >> x3::eps[is_share]) |
    (hedged[set_first] >> word("of") >> word("every") >> plain[set_second] >> x3::eps[is_share]) |
    (hedged[set_first] >> -hyphen() >> word("in") >> -hyphen() >> -word("every") >> plain[set_second] >>
     x3::eps[round_share] >> !(phrase(Category::unit) | phrase(Category::month)) >> -hedge_after[set_share_after]) |
    (plain[set_first] >> word("over") >> plain[set_second] >> x3::eps[is_quotient] >> &ends_here);

const auto dash = skip_if([](const Token& token) { return token.mark == '-' || token.mark == '~'; });
// "20-30", "20 - 30"; but "50 -1.3" is a 50 and a minus.
const auto loose = skip_if([](const Token& token) { return !token.glued; });
const auto tight = skip_if([](const Token& token) { return token.glued; });
const auto even_dash = (&tight >> dash >> &tight) | (&loose >> dash >> &loose);
constexpr auto in_digits = [](auto& context) {
  const Figure& found = x3::_val(context);
  x3::_pass(context) = !found.first.measure.numeral.words && !found.second.measure.numeral.words;
};
/// "14/15 people"
constexpr auto is_next = [](auto& context) {
  const Measure &low = x3::_val(context).first.measure, &high = x3::_val(context).second.measure;
  in_digits(context);
  x3::_pass(context) =
      x3::_pass(context) && !low.unit && low.numeral.step == 1 && high.numeral.value == low.numeral.value + 1;
};
/// "10-15,000 people": the thousands are those of both.
constexpr auto share_thousands = [](auto& context) {
  constexpr double thousand = 1000, widest = 5;
  Numeral& low = x3::_val(context).first.measure.numeral;
  const Numeral& high = x3::_val(context).second.measure.numeral;
  bool round = high.grouped && high.scale == 1 && std::fmod(high.value, thousand) == 0;
  bool near = low.value * thousand < high.value && high.value <= low.value * thousand * widest;
  if (round && near && !low.grouped && low.scale == 1 && low.step >= 1) low.value *= thousand, low.step = thousand;
};
/// "$10-15m" are no metres.
constexpr auto is_sum = [](auto& context) { x3::_pass(context) = x3::_val(context).first.measure.currency(); };
constexpr auto set_second_measure = [](auto& context) { x3::_val(context).second.measure = x3::_attr(context); };
const auto to_millions = x3::eps[is_sum] >> (even_dash | word("to")) >> reader(read_millions)[set_second_measure];
const auto suspended = -hyphen();
const auto range_def = -hedges[set_first_hedge] >> plain[set_first_measure] >>
                       (to_millions | (suspended >> word("to", "through", "till") >> suspended >> plain[set_second]) |
                        (even_dash >> plain[set_second] >> x3::eps[in_digits] >> x3::eps[share_thousands]) |
                        (glued_mark('/') >> &tight >> plain[set_second] >> x3::eps[is_next]) |
                        (&tight >> hyphen() >> &tight >> plain[set_second] >> x3::eps[is_compound])) >>
                       x3::eps[is_range];
const auto choice_def = -hedges[set_first_hedge] >> plain[set_first_measure] >>
                        word("or") >> plain[set_second] >> no_meridiem >> x3::eps[is_choice];
const auto between_def =
    (word("between") >> the >> plain[set_first] >> word("and") >> the >> plain[set_second] >> x3::eps[is_between]);
// "from 21 mpg combined to 23", "from $75 a barrel to $45.88", "from 20 in 2008 to 29"
const auto filler = skip_if([](const Token& token) {
  if (token.kind == TokenKind::number)
    return token.digits == 4 && token.value >= 1000 && token.value < 2100 && !token.grouped;
  if (token.kind != TokenKind::word || token.key == word_key("to")) return false;
  return is(token, Category::preposition) ||
         !(token.classes &
           bits(Category::auxiliary, Category::event, Category::speech, Category::conjunction, Category::cardinal));
});
const auto state = x3::repeat(0, 4)[filler];
const auto from_to_def = word("from") >> the >> hedged[set_first] >> state >> word("to") >> the
                         >> hedged[set_second] >> x3::eps[is_change];
const auto joined = word("and", "but") | (mark(',') >> -word("and", "but"));
const auto bounds_def = hedged[set_first] >> joined >> hedged[set_second] >> x3::eps[are_bounds];

constexpr auto set_vague = [](auto& context) { x3::_val(context).vague = x3::_attr(context); };
constexpr auto set_vague_scale = [](auto& context) { x3::_val(context).vague_scale *= x3::_attr(context)->value; };
const x3::rule<struct scale_word_tag, const Lexeme*> vague_scale = "vague scale";
constexpr auto set_lexeme = [](auto& context) { x3::_val(context) = x3::_attr(context); };
const auto vague_scale_def = phrase(Category::scale, "hundred")[set_lexeme] |
                             phrase(Category::scale, "dozen")[set_lexeme] | phrase(Category::scale, "word")[set_lexeme];
const auto counted = skip_if([](const Token& token) {
  return token.kind == TokenKind::word &&
         !(token.classes & bits(Category::preposition, Category::auxiliary, Category::conjunction, Category::speech,
                                Category::stop_noun));
});
// "Nobody was hurt" counts; "nobody knows" does not.
const auto befell =
    x3::repeat(0, 3)[starts(bits(Category::auxiliary, Category::modifier, Category::preposition, Category::person))] >>
    starts(bit(Category::event));
const auto zero_def =
    (phrase(Category::vague, "nobody")[set_vague] >> &befell) | phrase(Category::vague, "zero")[set_vague];
const auto vague_def = -hedges[set_first_hedge] >>
                       ((phrase(Category::vague, "small")[set_vague] >> *vague_scale[set_vague_scale]) |
                        (phrase(Category::vague, "befallen")[set_vague] >> &befell) |
                        phrase(Category::vague, "plural")[set_vague] | phrase(Category::vague, "of")[set_vague] |
                        (phrase(Category::vague, "many")[set_vague] >> &counted));

const auto single_def = whole[bounded][set_first] | hedged_half[set_first];

BOOST_SPIRIT_DEFINE(zero, hedges, hedge_behind, plain, hedged, bounded, hedged_half, vague_scale, vague, range, choice,
                    between, from_to, bounds, share, single)

template <class Parser>
bool read_shape(const Parser& parser, Figure::Shape shape, TokenIterator& first, TokenIterator last,
                const Lexicon& lexicon, Figure& found) {
  TokenIterator at = first;
  Figure fresh;
  if (!read_with(parser, at, last, lexicon, fresh)) return false;
  found = fresh;
  found.shape = shape;
  first = at;
  return true;
}

}  // namespace

Hedge Bounded::hedge() const {
  auto code = [](const Lexeme* lexeme) { return static_cast<Hedge>(lexeme->code); };
  if (!after) return before ? code(before) : Hedge::exact;
  if (code(after) != Hedge::exact) return code(after);
  // "more than 5000 or equal to it"
  if (!before) return Hedge::exact;
  return code(before) == Hedge::more_than   ? Hedge::at_least
         : code(before) == Hedge::less_than ? Hedge::up_to
                                            : code(before);
}

namespace {

/// Whether the tokens behind a measure can lead on to a second one: ", but less than 30", "in five", "to 30".
bool second_bound_follows(TokenIterator at, TokenIterator last) {
  return at != last && (at->mark == ',' || at->key == word_key("and") || at->key == word_key("but"));
}
bool whole_follows(TokenIterator at, TokenIterator last) {
  if (at != last && at->mark == '-') ++at;
  if (at == last) return false;
  if (at->key == word_key("out")) return true;
  if (at->key == word_key("of")) return at + 1 != last && at[1].key == word_key("every");
  if (at->key != word_key("in") && at->key != word_key("over")) return false;
  if (++at != last && at->mark == '-') return true;
  return at != last && (at->key == word_key("every") || can_begin_measure(at, last));
}
bool choice_follows(TokenIterator at, TokenIterator last) {
  return at != last && at->key == word_key("or") && can_begin_measure(at + 1, last);
}
bool upper_end_follows(TokenIterator at, TokenIterator last, bool to_is_range) {
  if (at == last) return false;
  bool dashed = at->mark == '-' || at->mark == '~' || at->mark == '/';
  if (!dashed && !to_is_range) return false;
  if (dashed) ++at;
  bool link =
      at != last && (at->key == word_key("to") || at->key == word_key("through") || at->key == word_key("till"));
  if (link && ++at != last && at->mark == '-') return true;
  return (dashed || link) && can_begin_measure(at, last);
}

}  // namespace

bool read_figure(TokenIterator& first, TokenIterator last, const Lexicon& lexicon, bool to_is_range, Figure& found) {
  using Shape = Figure::Shape;
  if (first->key == word_key("between")) return read_shape(between, Shape::range, first, last, lexicon, found);
  if (first->key == word_key("from")) return read_shape(from_to, Shape::change, first, last, lexicon, found);
  constexpr std::uint64_t vague_begins = bits(Category::vague, Category::hedge_before);
  bool may_be_vague = (first->classes & vague_begins) || first->key == word_key("a");
  if (is(*first, Category::vague) && read_shape(zero, Shape::zero, first, last, lexicon, found)) return true;
  if (may_be_vague && read_shape(vague, Shape::vague, first, last, lexicon, found)) {
    double size = std::max(1.0, found.vague->value) * found.vague_scale;
    read_vague_unit(first, last, lexicon, size, found.first.measure.unit);
    return true;
  }
  TokenIterator at = first;
  if (!read_shape(single, Shape::single, at, last, lexicon, found)) return false;
  bool after = found.first.after;
  bool two = (sets_bound(found.first.before) && (after || second_bound_follows(at, last)) &&
              read_shape(bounds, Shape::bounds, first, last, lexicon, found)) ||
             (choice_follows(at, last) && read_shape(choice, Shape::range, first, last, lexicon, found)) ||
             ((after || whole_follows(at, last)) && read_shape(share, Shape::share, first, last, lexicon, found)) ||
             (((to_is_range && after) || upper_end_follows(at, last, to_is_range)) &&
              read_shape(range, Shape::range, first, last, lexicon, found));
  if (!two) first = at;
  return true;
}

}  // namespace claimcheck::grammar
