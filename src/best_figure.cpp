#include "best_figure.hpp"

#include <algorithm>
#include <array>
#include <functional>

namespace claimcheck {
namespace {

constexpr std::array names = {"none", "agreed", "tier", "majority", "latest", "lowest", "highest"};

using Figures = std::vector<FactFigure*>;
using Documents = std::vector<Document>;
using Bound = std::optional<double>;

bool counts(const FactFigure& figure) {
  return !figure.superseded && (figure.value || figure.low || figure.high);
}
bool is_loose(const FactFigure& figure) {
  bool bound = figure.hedge == Hedge::nearly || !figure.low || !figure.high;
  return bound || figure.hedge == Hedge::vague;
}

/// The number that a figure stands for; a vague word is one only where the profile reads it as one.
Bound point(const FactFigure& figure) {
  if (figure.value) return figure.value;
  return figure.low == figure.high ? figure.low : std::nullopt;
}
Bound lowest(const FactFigure& figure) {
  return figure.value ? figure.value : figure.low ? figure.low : figure.high;
}
Bound highest(const FactFigure& figure) {
  return figure.value ? figure.value : figure.high ? figure.high : figure.low;
}
bool is_open(const FactFigure& figure) {
  return !figure.high;
}

struct Range {
  Bound low, high;
  bool open = false;  ///< the highest figure is a lower bound

  void take(Bound from, Bound to, bool open_above) {
    if (from && (!low || *from < *low)) low = from;
    if (!to || (high && *to < *high)) return;
    open = open_above && (open || !high || *to > *high);
    high = to;
  }
};

Range hull(const Figures& figures) {
  Range range;
  for (const FactFigure* figure : figures) range.take(lowest(*figure), highest(*figure), is_open(*figure));
  return range;
}

/// What a lower bound begins with, as its words have it: 300 for "more than 300".
Bound lower_end(const FactFigure& figure) {
  return figure.hedge == Hedge::more_than ? figure.value : figure.low;
}

/// What all bounds have in common: "at least 33" and "dozens" are 33 to 99. Absent if they have nothing in common.
std::optional<Range> common(const Figures& figures) {
  Range range;
  range.open = true;
  for (const FactFigure* figure : figures) {
    Bound low = lower_end(*figure);
    if (low && (!range.low || *low > *range.low)) range.low = low;
    if (figure->high && (!range.high || *figure->high < *range.high)) range.high = figure->high, range.open = false;
  }
  if (range.low && range.high && *range.low > *range.high) return std::nullopt;
  if (!range.high) range.high = range.low;
  if (!range.low) range.low = range.high;
  return range;
}

/// A bound reaches beyond the exact figures only where none of them fits it.
void widen(Range& range, const FactFigure& bound) {
  if (bound.low && *bound.low > *range.high) range.take(lower_end(bound), lower_end(bound), is_open(bound));
  if (bound.high && *bound.high < *range.low) range.take(lowest(bound), std::nullopt, false);
}

Range range_of(const Figures& figures, const Profile& profile) {
  if (profile.whole_range) return hull(figures);
  Figures firm, loose;
  for (FactFigure* figure : figures) (is_loose(*figure) ? loose : firm).push_back(figure);
  if (firm.empty()) return common(loose).value_or(hull(loose));
  Range range = hull(firm);
  for (const FactFigure* bound : loose) widen(range, *bound);
  return range;
}

std::size_t tier(const FactFigure& figure) {
  std::size_t best = ~std::size_t{0};
  for (const FactSource& source : figure.sources)
    if (!source.of_enemy) best = std::min(best, source.tier);
  return best;
}

Bound published(const FactFigure& figure, const Documents& documents) {
  Bound latest;
  for (const FactSource& source : figure.sources) {
    const auto& day = documents[source.document].published;
    if (day) latest = std::max(latest.value_or(-1e9), static_cast<double>(day->time_since_epoch().count()));
  }
  return latest;
}

/// Those with the greatest of some measure, which is absent where it is not known.
Figures greatest(const Figures& figures, const std::function<Bound(const FactFigure&)>& measure) {
  Bound best;
  for (const FactFigure* figure : figures)
    if (Bound one = measure(*figure); one && (!best || *one > *best)) best = one;
  Figures out;
  for (FactFigure* figure : figures)
    if (measure(*figure) == best) out.push_back(figure);
  return out;
}

Figures majority(const Figures& figures) {
  std::size_t all = 0;
  for (const FactFigure* figure : figures) all += figure->voices;
  Figures out;
  for (FactFigure* figure : figures)
    if (2 * figure->voices > all) out.push_back(figure);
  return out.empty() ? figures : out;
}

Figures narrowed(const Figures& figures, BestBy by, const Documents& documents) {
  switch (by) {
    case BestBy::tier:
      return greatest(figures, [](const FactFigure& one) { return -static_cast<double>(tier(one)); });
    case BestBy::majority:
      return majority(figures);
    case BestBy::latest:
      return greatest(figures, [&](const FactFigure& one) { return published(one, documents); });
    case BestBy::lowest:
      return greatest(figures, [](const FactFigure& one) { return Bound(-lowest(one).value_or(0)); });
    case BestBy::highest:
      return greatest(figures, [](const FactFigure& one) { return Bound(highest(one).value_or(0)); });
    case BestBy::none:
    case BestBy::agreed:
      break;
  }
  return figures;
}

bool all_of_enemy(const FactFigure& figure) {
  return std::all_of(figure.sources.begin(), figure.sources.end(), [](const FactSource& s) { return s.of_enemy; });
}

bool one_value(const Figures& figures) {
  return !figures.empty() && std::all_of(figures.begin(), figures.end(), [&](const FactFigure* one) {
    return lowest(*one) == lowest(*figures.front());
  });
}

/// Figures that can be the best: numbers; what a vague word allows at least only where the profile takes the lowest and
/// nobody has a number.
Figures candidates(const Figures& figures, const Profile& profile) {
  Figures numbers, others;
  for (FactFigure* figure : figures)
    if (!all_of_enemy(*figure)) (point(*figure) ? numbers : others).push_back(figure);
  bool lowest = std::find(profile.best.begin(), profile.best.end(), BestBy::lowest) != profile.best.end();
  return numbers.empty() && lowest ? others : numbers;
}

/// Bounds that an exact figure fits ("at least 12" beside 14) are no rivals of it.
Figures without_weaker(const Figures& figures) {
  auto is_weaker = [&](const FactFigure& bound) {
    return is_loose(bound) && std::any_of(figures.begin(), figures.end(), [&](const FactFigure* firm) {
             bool above = !bound.low || *point(*firm) >= *bound.low,
                  below = !bound.high || *point(*firm) <= *bound.high;
             return !is_loose(*firm) && point(*firm) && above && below;
           });
  };
  Figures out;
  for (FactFigure* figure : figures)
    if (!is_weaker(*figure)) out.push_back(figure);
  return out.empty() ? figures : out;
}

void mark_best(Fact& fact, const Figures& chosen, BestBy by) {
  fact.best = lowest(*chosen.front());
  fact.best_by = by;
  for (FactFigure* figure : chosen) figure->best = true;
}

}  // namespace

std::string_view name(BestBy value) {
  return names[static_cast<std::size_t>(value)];
}

std::optional<BestBy> best_by_named(std::string_view wanted) {
  for (std::size_t i = static_cast<std::size_t>(BestBy::tier); i < names.size(); i++)
    if (names[i] == wanted) return static_cast<BestBy>(i);
  return std::nullopt;
}

std::size_t Profile::tier_of(std::string_view kind) const {
  for (std::size_t i = 0; i < tiers.size(); i++)
    if (std::find(tiers[i].begin(), tiers[i].end(), kind) != tiers[i].end()) return i;
  return tiers.size();
}

void choose_best(Fact& fact, const std::vector<Document>& documents, const Profile& profile) {
  Figures figures;
  for (FactFigure& figure : fact.figures)
    if (counts(figure)) figures.push_back(&figure);
  if (figures.empty()) return;
  Range range = range_of(figures, profile);
  fact.low = range.low, fact.high = range.high, fact.open_above = range.open;
  Figures left = candidates(figures, profile);
  if (!profile.whole_range) left = without_weaker(left);
  if (left.empty()) return;
  if (one_value(left)) return mark_best(fact, left, BestBy::agreed);
  for (BestBy by : profile.best) {
    left = narrowed(left, by, documents);
    if (one_value(left)) return mark_best(fact, left, by);
  }
}

}  // namespace claimcheck
