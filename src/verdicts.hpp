#pragma once

#include "interval.hpp"
#include "match.hpp"

#include <span>

namespace claimcheck {

/// Two claims side by side, with everything that a verdict is decided by.
struct Comparison {
  enum class Published : std::uint8_t { unknown, same_day, a_first, b_first };
  Statement a, b;
  FactMatch match;
  Likeness overall = Likeness::different;
  FigureRelation figures = FigureRelation::compatible;
  Interval first, second;
  Published published = Published::unknown;
  bool grows = false;  ///< a toll, which later articles may raise
  bool ebbs = false;   ///< and lower
  Moved moved_first = Moved::no, moved_second = Moved::no;
};

/// Who counted; "the ministry" may be the health ministry, so that nobody in particular is named.
enum class Counters : std::uint8_t { unnamed, same, differ };
Counters counters_of(const Statement&, const Statement&);
inline Counters counters_of(const Comparison& c) {
  return counters_of(c.a, c.b);
}

Comparison compare_statements(const Traits&, const Traits&, const FactMatch&, const Tolerances&);
Comparison compare_statements(const Statement&, const Statement&, const MatchContext&);

/// Whether a claim tells in passing of what happened long before its article.
bool is_background(const Statement&, const Tolerances&);
/// Two claims of a past happening that give one distinctive figure, and other days or years.
bool is_misdated(const Comparison&, const Tolerances&);
/// The figure for a part of those whom the other one counts, on the same day at the same place.
bool is_part_of_whole(const Comparison&);

/// One verdict: whether it applies to a pair of claims. The verdicts that part from an agreement do not apply where one
/// of the two articles gives both figures.
struct VerdictKind {
  std::string_view code;
  bool (*applies)(const Comparison&, const Tolerances&);
  bool contradicts;
};
std::span<const VerdictKind> pair_verdicts();

/// Whether the first names the second's article, or whoever published it, as its counter.
bool quotes(const Statement&, const Statement&);

/// Whether an article is the counter's own: the electoral commission's press release names nobody else.
bool is_own_article(const Attribution&, const Document&);

/// Same fact, and the figures say the same.
bool agree(const Comparison&, const Tolerances&);
/// The figures are the same, for what may be the same fact: too little to report, enough not to object.
bool says_the_same(const Comparison&);
/// The figures are given for two groups, one of which includes the other. No two words for people are two groups.
bool drifts(const Traits&, const Traits&);
/// Same fact with a place or day in common, and figures that can both be true though they are not the same.
bool tells_of_one_fact(const Comparison&);
/// Same fact, and a higher toll in an article so much later that it is no conflict.
bool outgrows(const Comparison&, const Tolerances&);
/// Same fact, and the figures cannot both be true.
bool disagree(const Comparison&);

}  // namespace claimcheck
