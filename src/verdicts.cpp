#include "verdicts.hpp"

#include "counter.hpp"
#include "words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace claimcheck {
namespace {

using Published = Comparison::Published;

Published published_order(const Document& a, const Document& b) {
  if (!a.published || !b.published) return Published::unknown;
  if (*a.published == *b.published) return Published::same_day;
  return *a.published < *b.published ? Published::a_first : Published::b_first;
}

/// "the agency" may be any agency; "AFP" and "City Hospital" are somebody.
bool is_somebody(const Attribution& attribution) {
  auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  return counter_name(attribution).size() > 1 || std::none_of(attribution.name.begin(), attribution.name.end(), small);
}

bool all_among(const std::vector<std::string>& some, const std::vector<std::string>& others) {
  return std::all_of(some.begin(), some.end(), [&](const std::string& word) {
    return std::find(others.begin(), others.end(), word) != others.end();
  });
}

/// Written with capitals throughout, though no sentence begins with it: "AFAD", "White Helmets".
bool is_name(const Attribution& attribution) {
  auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  auto words = plain_words(attribution.name);
  bool all = std::all_of(words.begin(), words.end(),
                         [&](const PlainWord& word) { return is_capital(attribution.name[word.span.begin]); });
  bool acronym = attribution.name.size() > 1 && is_capital(attribution.name[1]);
  return all && (words.size() > 1 || acronym);
}

bool ends_with(const std::vector<std::string>& words, const std::vector<std::string>& last) {
  return words.size() >= last.size() && std::equal(last.rbegin(), last.rend(), words.rbegin());
}

/// "AFAD" is the disaster agency AFAD; "the ministry" may be the health ministry.
Counters compare_counters(const Attribution& a, const Attribution& b) {
  auto first = counter_name(a), second = counter_name(b);
  if (first == second) return Counters::same;
  if ((is_name(a) && ends_with(second, first)) || (is_name(b) && ends_with(first, second))) return Counters::same;
  return all_among(first, second) || all_among(second, first) ? Counters::unnamed : Counters::differ;
}

bool denial(const Comparison& c) {
  return c.a.claim->denied || c.b.claim->denied;
}
bool same_fact(const Comparison& c) {
  return c.overall == Likeness::same && !denial(c);
}
/// "No one was hurt" is said of many things; it stands against a count only of the same place and day.
bool is_loose_zero(const Comparison& c) {
  auto zero = [](const Interval& figure) { return figure.high == 0.0; };
  bool tied = c.match[Aspect::place] == Likeness::same && c.match[Aspect::time] == Likeness::same;
  return (zero(c.first) || zero(c.second)) && !tied;
}
bool apart_in_time(const Comparison& c) {
  return c.published == Published::a_first || c.published == Published::b_first;
}

/// The later article's figure, and the earlier one's.
bool grew(const Comparison& c) {
  return c.published == Published::a_first ? exceeds(c.second, c.first) : exceeds(c.first, c.second);
}

/// Whether the later article says so itself: "the toll rose to 61", "lowered the toll to 47".
bool says_it_moved(const Comparison& c) {
  Moved moved = c.published == Published::a_first ? c.moved_second : c.moved_first;
  return moved == Moved::revised || moved == (grew(c) ? Moved::up : Moved::down);
}

/// A difference that time explains: two articles of different days, and not two named counters, unless the later one
/// says that the figure has moved, or people were found in the meantime.
bool is_moved(const Comparison& c) {
  if (!c.grows || !disagree(c) || !apart_in_time(c)) return false;
  return counters_of(c) != Counters::differ || c.ebbs || says_it_moved(c);
}

bool misquoted(const Comparison& c) {
  return disagree(c) && !is_moved(c) && counters_of(c) == Counters::same;
}

/// Where one claim is a part of the other, an equal figure of some size says that both mean the same.
bool is_one_fact(const Comparison& c, const Tolerances& tolerances) {
  if (c.overall == Likeness::different || denial(c)) return false;
  const Quantity& quantity = c.a.claim->quantity;
  double size = quantity.value ? *quantity.value : quantity.low.value_or(0);
  bool distinctive = size >= tolerances.distinctive_figure;
  return distinctive || (c.overall == Likeness::same && shares_place_or_time(c.match));
}

bool is_certain_part(const FactMatch& match) {
  auto stated = [&](Aspect aspect) {
    return match[aspect] != Likeness::unstated && match[aspect] != Likeness::unknown;
  };
  return !match.inferred() && stated(Aspect::place) && stated(Aspect::time);
}

bool is_stated_day(const Claim& claim) {
  return claim.when && claim.when->period.first && claim.when->period.first == claim.when->period.last;
}

double days_between(const Claim& a, const Claim& b) {
  return std::abs(static_cast<double>((*a.when->period.first - *b.when->period.first).count()));
}

/// A toll that another counter puts higher some days later may have grown: too little for a conflict.
bool may_have_grown(const Comparison& c, const Tolerances& tolerances) {
  if (!c.grows || !apart_in_time(c) || !grew(c)) return false;
  auto days = *c.a.document->published - *c.b.document->published;
  return std::abs(static_cast<double>(days.count())) >= tolerances.growing_days;
}

bool figure_conflict(const Comparison& c, const Tolerances& tolerances) {
  return disagree(c) && !may_have_grown(c, tolerances) && !is_moved(c) && !misquoted(c);
}

bool vague_bounds_apart(const Comparison& c, const Tolerances&) {
  return same_fact(c) && c.figures == FigureRelation::vague_apart && !is_loose_zero(c) && shares_place_or_time(c.match);
}

bool vague_against_exact(const Comparison& c, const Tolerances&) {
  if (denial(c) || c.figures != FigureRelation::vague_against_exact) return false;
  return c.overall != Likeness::different && c.match[Aspect::group] == Likeness::same;
}

bool date_conflict(const Comparison& c, const Tolerances& tolerances) {
  const Claim &a = *c.a.claim, &b = *c.b.claim;
  bool one_event = c.match.only_different(Aspect::time) && c.match[Aspect::place] == Likeness::same &&
                   c.match[Aspect::group] == Likeness::same && c.match[Aspect::affiliation] == Likeness::same &&
                   a.scope == Scope::incident && b.scope == Scope::incident;
  return one_event && !denial(c) && c.figures == FigureRelation::identical && a.quantity.value &&
         *a.quantity.value >= tolerances.repeated_figure && is_stated_day(a) && is_stated_day(b) &&
         days_between(a, b) <= tolerances.story_days;
}

/// A whole that was printed before the part may simply be older, and one family, crew or couple is more than one
/// person.
bool part_exceeds_whole(const Comparison& c, const Tolerances&) {
  if (denial(c) || !is_certain_part(c.match)) return false;
  if ((c.overall == Likeness::narrower ? c.b : c.a).claim->quantity.value == 1) return false;
  if (c.overall == Likeness::narrower) return exceeds(c.first, c.second) && c.published != Published::b_first;
  if (c.overall == Likeness::wider) return exceeds(c.second, c.first) && c.published != Published::a_first;
  return false;
}

/// That one child was not hurt says nothing of another.
bool denied_against_asserted(const Comparison& c, const Tolerances&) {
  if (c.a.claim->quantity.value == 1) return false;
  return c.overall == Likeness::same && c.a.claim->denied != c.b.claim->denied && claimcheck::agree(c.figures);
}

bool updated_figure(const Comparison& c, const Tolerances& tolerances) {
  return outgrows(c, tolerances) || (is_moved(c) && (grew(c) || c.ebbs || says_it_moved(c)));
}
bool falling_toll(const Comparison& c, const Tolerances& tolerances) {
  return is_moved(c) && !updated_figure(c, tolerances);
}
bool counter_quoted_twice(const Comparison& c, const Tolerances&) {
  return misquoted(c);
}

bool quoted_article(const Comparison& c, const Tolerances&) {
  return says_the_same(c) && (quotes(c.a, c.b) || quotes(c.b, c.a));
}

constexpr std::array kinds{VerdictKind{verdict::figure_conflict, figure_conflict, true},
                           VerdictKind{verdict::vague_bounds_apart, vague_bounds_apart, true},
                           VerdictKind{verdict::vague_against_exact, vague_against_exact, false},

                           VerdictKind{verdict::date_conflict, date_conflict, true},
                           VerdictKind{verdict::part_exceeds_whole, part_exceeds_whole, true},
                           VerdictKind{verdict::denied_against_asserted, denied_against_asserted, false},
                           VerdictKind{verdict::updated_figure, updated_figure, true},
                           VerdictKind{verdict::falling_toll, falling_toll, true},
                           VerdictKind{verdict::counter_quoted_twice, counter_quoted_twice, true},
                           VerdictKind{verdict::quoted_article, quoted_article, false}};

}  // namespace

Counters counters_of(const Statement& a, const Statement& b) {
  const auto &first = a.claim->attribution, &second = b.claim->attribution;
  if (first && second) return compare_counters(*first, *second);
  bool own = (first && is_own_article(*first, *b.document)) || (second && is_own_article(*second, *a.document));
  return own ? Counters::same : Counters::unnamed;
}

bool is_background(const Statement& statement, const Tolerances& tolerances) {
  const auto& when = statement.claim->when;
  std::optional<Day> published = statement.document->published;
  if (!when || !when->period.first || !when->period.last || !published) return false;
  return static_cast<double>((*published - *when->period.last).count()) > tolerances.background_days;
}

bool is_misdated(const Comparison& c, const Tolerances& tolerances) {
  auto is_dated = [](const Claim& claim) { return claim.when && claim.when->period.precision <= Precision::year; };
  const Claim &a = *c.a.claim, &b = *c.b.claim;
  bool past = is_background(c.a, tolerances) && is_background(c.b, tolerances) && is_dated(a) && is_dated(b);
  bool one_place = c.match.only_different(Aspect::time) && c.match[Aspect::place] == Likeness::same &&
                   c.match[Aspect::group] == Likeness::same && c.match[Aspect::part] == Likeness::same;
  return past && one_place && !denial(c) && c.figures == FigureRelation::identical && a.quantity.value &&
         *a.quantity.value >= tolerances.distinctive_figure && !overlap(a.when->period, b.when->period);
}

bool is_part_of_whole(const Comparison& c) {
  if (denial(c) || !is_certain_part(c.match) || c.match[Aspect::group] != c.overall) return false;
  bool part = c.overall == Likeness::narrower || c.overall == Likeness::wider;
  return part && c.match[Aspect::place] == Likeness::same && c.match[Aspect::time] == Likeness::same &&
         c.match[Aspect::scope] == Likeness::same;
}

std::span<const VerdictKind> pair_verdicts() {
  return kinds;
}

bool is_own_article(const Attribution& attribution, const Document& document) {
  auto counter = counter_name(attribution), source = words_of(document.source);
  return !counter.empty() && std::all_of(counter.begin(), counter.end(), [&](const std::string& word) {
    return std::find(source.begin(), source.end(), word) != source.end();
  });
}

bool quotes(const Statement& a, const Statement& b) {
  const auto& counter = a.claim->attribution;
  return counter && is_somebody(*counter) && is_own_article(*counter, *b.document) &&
         !is_own_article(*counter, *a.document);
}

bool agree(const Comparison& c, const Tolerances& tolerances) {
  return claimcheck::agree(c.figures) && is_one_fact(c, tolerances);
}

bool says_the_same(const Comparison& c) {
  return c.overall != Likeness::different && !denial(c) && claimcheck::agree(c.figures);
}

bool drifts(const Traits& a, const Traits& b) {
  const Subject &first = a.statement->claim->subject, &second = b.statement->claim->subject;
  return first.group != second.group && !first.text.empty() && !second.text.empty() && !(a.generic && b.generic);
}

bool tells_of_one_fact(const Comparison& c) {
  bool both_true = c.figures == FigureRelation::compatible || c.figures == FigureRelation::vague_against_exact;
  return both_true && same_fact(c) && c.match[Aspect::group] == Likeness::same && shares_place_or_time(c.match);
}

bool outgrows(const Comparison& c, const Tolerances& tolerances) {
  return disagree(c) && may_have_grown(c, tolerances) && shares_place_or_time(c.match);
}

bool disagree(const Comparison& c) {
  bool whole = c.match[Aspect::part] == Likeness::same;
  return same_fact(c) && whole && c.figures == FigureRelation::conflict && !is_loose_zero(c);
}

Comparison compare_statements(const Traits& first, const Traits& second, const FactMatch& match,
                              const Tolerances& tolerances) {
  const Statement &a = *first.statement, &b = *second.statement;
  Comparison c;
  c.a = a, c.b = b;
  c.match = match;
  c.overall = match.overall();
  c.figures = compare_figures(a.claim->quantity, b.claim->quantity, tolerances, a.claim->event);
  c.first = interval_of(a.claim->quantity, tolerances);
  c.second = interval_of(b.claim->quantity, tolerances);
  c.published = published_order(*a.document, *b.document);
  c.ebbs = first.ebbs;
  c.moved_first = first.moved, c.moved_second = second.moved;
  c.grows = first.toll && !(is_background(a, tolerances) && is_background(b, tolerances));
  return c;
}

Comparison compare_statements(const Statement& a, const Statement& b, const MatchContext& context) {
  Traits first = traits_of(a, context), second = traits_of(b, context);
  return compare_statements(first, second, match_claims(first, second, context), context.rules.tolerances);
}

}  // namespace claimcheck
