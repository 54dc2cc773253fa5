#include "fact_words.hpp"

#include "wording.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace claimcheck {
namespace {

/// "2.5 million" where nothing is lost by it.
std::string scaled(double value) {
  for (auto [scale, word] : {std::pair{1e12, "trillion"}, {1e9, "billion"}, {1e6, "million"}})
    if (std::abs(value) >= scale && std::fmod(value, scale / 100) == 0)
      return fmt::format("{:g} {}", value / scale, word);
  return with_separators(value);
}

std::string_view before(Hedge hedge) {
  switch (hedge) {
    case Hedge::about:
      return "about ";
    case Hedge::at_least:
      return "at least ";
    case Hedge::more_than:
      return "more than ";
    case Hedge::up_to:
      return "up to ";
    case Hedge::less_than:
      return "fewer than ";
    case Hedge::nearly:
      return "nearly ";
    case Hedge::exact:
    case Hedge::range:
    case Hedge::vague:
      break;
  }
  return "";
}

}  // namespace

std::string number_words(double value, std::string_view unit) {
  return unit.empty() ? scaled(value) : fmt::format("{} {}", scaled(value), unit);
}

std::string figure_phrase(const FactFigure& figure, std::string_view unit) {
  if (figure.hedge == Hedge::vague) return figure.words;
  if (figure.value) return fmt::format("{}{}", before(figure.hedge), number_words(*figure.value, unit));
  if (figure.low && figure.high)
    return fmt::format("between {} and {}", number_words(*figure.low, ""), number_words(*figure.high, unit));
  return figure.words;
}

std::string bare_figure(const FactFigure& figure, std::string_view unit) {
  std::string out = figure_phrase(figure, unit);
  if (out.ends_with(" of")) out.resize(out.size() - 3);
  return out;
}

std::string range_words(const Fact& fact) {
  if (!fact.low) return "no number";
  std::string low = number_words(*fact.low, fact.unit), high = number_words(*fact.high, fact.unit);
  std::string out = fact.low == fact.high ? low : fmt::format("{} to {}", low, high);
  if (fact.open_above) out += " or more";
  if (fact.best && fact.low == fact.high) return out;
  return out + (fact.best ? ", best " + number_words(*fact.best, fact.unit) : std::string(", none is best"));
}

std::string listed(const std::vector<std::string>& names, std::size_t most) {
  if (names.empty()) return "";
  std::vector<std::string> shown(names.begin(),
                                 names.begin() + static_cast<std::ptrdiff_t>(std::min(most, names.size())));
  std::size_t rest = names.size() - shown.size();
  if (rest) shown.push_back(fmt::format("{} other{}", rest, rest == 1 ? "" : "s"));
  if (shown.size() == 1) return shown.front();
  std::string last = std::move(shown.back());
  shown.pop_back();
  return fmt::format("{} and {}", fmt::join(shown, ", "), last);
}

bool is_bound(const FactFigure& figure) {
  return figure.hedge == Hedge::nearly || figure.hedge == Hedge::vague || !figure.low || !figure.high;
}

bool fits(const FactFigure& bound, double value) {
  return value >= bound.low.value_or(value) && value <= bound.high.value_or(value);
}

bool is_one(const Fact& fact) {
  return fact.best == 1 && std::none_of(fact.figures.begin(), fact.figures.end(),
                                        [](const FactFigure& figure) { return figure.best && is_bound(figure); });
}

std::string series_words(const Fact& fact) {
  std::vector<std::string> points;
  for (const SeriesPoint& point : fact.series) {
    std::vector<std::string> figures;
    for (std::uint32_t index : point.figures) figures.push_back(bare_figure(fact.figures[index], fact.unit));
    points.push_back(fmt::format("{}: {}", point.published ? readable(*point.published) : "on an unknown day",
                                 fmt::join(figures, ", ")));
  }
  return fmt::format("{}", fmt::join(points, "; "));
}

}  // namespace claimcheck
