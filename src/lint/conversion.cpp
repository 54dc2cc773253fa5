#include "lint/checks.hpp"
#include "lint/citation.hpp"
#include "lint/codes.hpp"
#include "wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace claimcheck {
namespace {

using grammar::TiedFigures;

constexpr double loose = 0.03;       ///< a share by which a converted figure may be off beside its rounding
constexpr double round_share = 0.1;  ///< a share by which a round figure ("10 km") may be off

/// How many of its currency one of another is, where the draft says so.
struct Rate {
  std::string_view from, to;
  double value = 1;
};

std::vector<Rate> rates_of(const LintArticle& draft) {
  std::vector<Rate> out;
  for (const LintText& text : draft.texts)
    for (const TiedFigures& tie : text.ties.figures)
      if (tie.kind == TiedFigures::Kind::rate && *tie.figures[1]->value > 0) {
        out.push_back({tie.figures[0]->unit, tie.figures[1]->unit, *tie.figures[1]->value});
        out.push_back({tie.figures[1]->unit, tie.figures[0]->unit, 1 / *tie.figures[1]->value});
      }
  return out;
}

/// "a rise of 2°C (3.6°F)".
std::optional<double> converted_difference(const Quantity& figure, const Quantity& other, const Rules& rules) {
  auto from = rules.conversions.find(figure.unit), to = rules.conversions.find(other.unit);
  if (figure.dimension != Dimension::temperature || from == rules.conversions.end() || to == rules.conversions.end())
    return std::nullopt;
  return *figure.value * from->second.factor / to->second.factor;
}

std::optional<double> converted(const Quantity& figure, const Quantity& other, const Rules& rules,
                                const std::vector<Rate>& rates) {
  if (figure.dimension == Dimension::currency) {
    auto rate = std::find_if(rates.begin(), rates.end(),
                             [&](const Rate& one) { return one.from == figure.unit && one.to == other.unit; });
    return rate == rates.end() ? std::nullopt : std::optional(*figure.value * rate->value);
  }
  auto from = rules.conversions.find(figure.unit), to = rules.conversions.find(other.unit);
  if (from == rules.conversions.end() || to == rules.conversions.end()) return std::nullopt;
  double base = *figure.value * from->second.factor + from->second.offset;
  return (base - to->second.offset) / to->second.factor;
}

/// The place of the last digit that says something: 100 for "2,500".
double place_of(const Quantity& figure) {
  double place = figure.step;
  while (*figure.value != 0 && std::fmod(*figure.value, place * 10) == 0) place *= 10;
  return place;
}

/// Off by no more than either figure is rounded; a whole digit, since some cut off and convert what they rounded.
bool fits(double expected, const Quantity& figure, const Quantity& other) {
  double per_unit = *figure.value != 0 ? std::abs(expected / *figure.value) : 1;
  if (figure.dimension == Dimension::temperature) per_unit = 1.8;
  double rounded = std::max(other.step, std::min(place_of(other), std::abs(expected) * round_share));
  double room = std::max({rounded, figure.step * per_unit * 0.6, std::abs(expected) * loose});
  return std::abs(expected - *other.value) <= room;
}

/// "32,610,000", "24.71".
std::string four_digits(double value) {
  if (std::abs(value) < 1000) return fmt::format("{:.4g}", value);
  double place = std::pow(10, std::floor(std::log10(std::abs(value))) - 3);
  return with_separators(std::round(value / place) * place);
}

/// A symbol as it is, a word in the plural.
std::string unit_words(std::string_view unit) {
  if (unit == "celsius" || unit == "fahrenheit")
    return fmt::format("degrees {}", unit == "celsius" ? "Celsius" : "Fahrenheit");
  constexpr std::string_view words[] = {"acre", "us gallon", "knot", "nautical mile", "kelvin"};
  bool plural = std::find(std::begin(words), std::end(words), unit) != std::end(words);
  return plural ? std::string(unit) + "s" : std::string(unit);
}

}  // namespace

void check_conversions(const LintArticle& draft, Findings& findings) {
  std::vector<Rate> rates = rates_of(draft);
  for (const LintText& text : draft.texts)
    for (const TiedFigures& tie : text.ties.figures) {
      if (tie.kind != TiedFigures::Kind::conversion) continue;
      const Quantity &figure = *tie.figures[0], &other = *tie.figures[1];
      if (figure.dimension != other.dimension || figure.unit == other.unit) continue;
      auto expected = converted(figure, other, draft.desk.rules, rates);
      if (!expected || fits(*expected, figure, other)) continue;
      auto difference = converted_difference(figure, other, draft.desk.rules);
      if (difference && fits(*difference, figure, other)) continue;
      findings.add(check::conversion,
                   fmt::format("{} is about {} {}, not {}.", words_of(text, figure.span), four_digits(*expected),
                               unit_words(other.unit), words_of(text, other.span)),
                   {evidence(text, figure), evidence(text, other)});
    }
}

}  // namespace claimcheck
