#pragma once

#include "quantity.hpp"
#include "rule.hpp"

namespace claimcheck {

/// Inclusive bounds of a figure; an absent bound is open.
struct Interval {
  std::optional<double> low;
  std::optional<double> high;

  friend bool operator==(const Interval&, const Interval&) = default;
};

bool disjoint(const Interval&, const Interval&);
bool contains(const Interval& outer, const Interval& inner);
/// Whether every figure in `a` is greater than every figure in `b`.
bool exceeds(const Interval& a, const Interval& b);

/// The figures that the words can stand for: their bounds, and for "about" and "nearly" what the tolerances allow.
Interval interval_of(const Quantity&, const Tolerances&);

/// How two figures for one fact stand to each other.
enum class FigureRelation : std::uint8_t {
  identical,
  hedge_differs,        ///< "at least 33", "33"
  rounded,              ///< "nearly a million", "one million"; "2,957", "3,000"
  vague_against_exact,  ///< "dozens", "41"
  compatible,           ///< "at least 33", "40": both can be true
  vague_apart,          ///< "dozens", "640"
  conflict,             ///< "16", "15"
};

/// What the tolerances allow for the event and the size of the figures counts as a rounding.
FigureRelation compare_figures(const Quantity&, const Quantity&, const Tolerances&, std::string_view event = {});
inline bool agree(FigureRelation relation) {
  return relation <= FigureRelation::rounded;
}

}  // namespace claimcheck
