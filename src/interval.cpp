#include "interval.hpp"

#include <algorithm>
#include <cmath>

namespace claimcheck {
namespace {

Interval point(double value) {
  return {value, value};
}

bool rounds(Hedge hedge) {
  return hedge == Hedge::about || hedge == Hedge::nearly;
}
/// What somebody says is at least so much is not rounded from less.
bool is_strict(Hedge hedge) {
  return hedge == Hedge::at_least || hedge == Hedge::more_than || hedge == Hedge::up_to || hedge == Hedge::less_than;
}
bool is_vague(const Quantity& quantity) {
  return quantity.hedge == Hedge::vague;
}

/// The place that a writer rounded to: the last digit written, or the trailing zeros of a rounded figure ("3,000").
double rounding_step(const Quantity& quantity) {
  double value = std::abs(*quantity.value);
  double place = 1;
  while (value >= place * 10 && std::fmod(value, place * 10) == 0) place *= 10;
  bool rounded = place >= 100 || quantity.hedge != Hedge::exact;
  return std::max(quantity.step, rounded ? place : 1);
}

bool same_up_to_rounding(const Quantity& a, const Quantity& b, const Tolerances& tolerances) {
  double step = std::max(rounding_step(a), rounding_step(b));
  double difference = std::abs(*a.value - *b.value);
  double larger = std::max(std::abs(*a.value), std::abs(*b.value));
  return step > 1 && difference <= step / 2 && difference <= larger * tolerances.rounding;
}

bool fits(const Allowance& allowance, std::string_view event, double size) {
  const auto& events = allowance.events;
  bool of_event = events.empty() || std::find(events.begin(), events.end(), event) != events.end();
  return of_event && size >= allowance.from && size <= allowance.up_to.value_or(size);
}

/// By the first allowance that fits, which may also forbid what a later one allows.
bool is_allowed(double a, double b, const Tolerances& tolerances, std::string_view event) {
  double size = std::max(std::abs(a), std::abs(b));
  for (const Allowance& allowance : tolerances.allowances)
    if (fits(allowance, event, size)) return std::abs(a - b) <= std::max(allowance.absolute, allowance.relative * size);
  return false;
}

FigureRelation compare_equal_values(const Quantity& a, const Quantity& b) {
  if (a.hedge == b.hedge) return FigureRelation::identical;
  return rounds(a.hedge) || rounds(b.hedge) ? FigureRelation::rounded : FigureRelation::hedge_differs;
}

/// What stands against a vague word: its value, or its bounds where it has none ("between 20 and 30").
FigureRelation compare_vague(const Quantity& vague, const Quantity& other, const Tolerances& tolerances) {
  Interval words = interval_of(vague, tolerances), figure = interval_of(other, tolerances);
  if (disjoint(words, figure)) return FigureRelation::vague_apart;
  if (is_vague(other)) return words == figure ? FigureRelation::identical : FigureRelation::compatible;
  bool meant = other.value ? contains(words, point(*other.value)) : contains(words, figure);
  return meant ? FigureRelation::vague_against_exact : FigureRelation::compatible;
}

}  // namespace

bool exceeds(const Interval& a, const Interval& b) {
  return a.low && b.high && *a.low > *b.high;
}
bool disjoint(const Interval& a, const Interval& b) {
  return exceeds(a, b) || exceeds(b, a);
}

bool contains(const Interval& outer, const Interval& inner) {
  bool from = !outer.low || (inner.low && *outer.low <= *inner.low);
  bool to = !outer.high || (inner.high && *inner.high <= *outer.high);
  return from && to;
}

Interval interval_of(const Quantity& quantity, const Tolerances& tolerances) {
  if (!quantity.value) return {quantity.low, quantity.high};
  double value = *quantity.value, margin = std::abs(value);
  if (quantity.hedge == Hedge::about) return {value - margin * tolerances.about, value + margin * tolerances.about};
  if (quantity.hedge == Hedge::nearly) return {value - margin * tolerances.nearly, value};
  return {quantity.low, quantity.high};
}

FigureRelation compare_figures(const Quantity& a, const Quantity& b, const Tolerances& tolerances,
                               std::string_view event) {
  if (is_vague(a)) return compare_vague(a, b, tolerances);
  if (is_vague(b)) return compare_vague(b, a, tolerances);
  Interval first = interval_of(a, tolerances), second = interval_of(b, tolerances);
  if (a.value && b.value) {
    if (*a.value == *b.value) return compare_equal_values(a, b);
    bool crosses_bound = (is_strict(a.hedge) || is_strict(b.hedge)) && disjoint(first, second);
    if (!crosses_bound && same_up_to_rounding(a, b, tolerances)) return FigureRelation::rounded;
    if (a.hedge == Hedge::exact && b.hedge == Hedge::exact && is_allowed(*a.value, *b.value, tolerances, event))
      return FigureRelation::rounded;
  }
  if (disjoint(first, second)) return FigureRelation::conflict;
  if (first == second) return FigureRelation::identical;
  bool near = (rounds(a.hedge) && b.value && contains(first, point(*b.value))) ||
              (rounds(b.hedge) && a.value && contains(second, point(*a.value)));
  return near ? FigureRelation::rounded : FigureRelation::compatible;
}

}  // namespace claimcheck
