#include "lint/checks.hpp"
#include "lint/citation.hpp"
#include "lint/codes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace claimcheck {
namespace {

struct Length {
  double least = 0, most = 0;
};

/// Both ways of counting, with and without the last year or day; none for what is too rough to count.
std::optional<Length> length_of(const Period& period, std::string_view unit) {
  if (!period.first || !period.last || period.precision == Precision::vague) return std::nullopt;
  if (unit == "year") {
    int years = static_cast<int>(civil(*period.last).year()) - static_cast<int>(civil(*period.first).year());
    return Length{static_cast<double>(years - 1), static_cast<double>(years + 1)};
  }
  if (unit == "day" && period.precision == Precision::day) {
    auto days = static_cast<double>((*period.last - *period.first).count());
    return Length{days - 1, days + 1};
  }
  return std::nullopt;
}

bool is_range(const LintText& text, const DateMention& date) {
  bool joined = std::any_of(text.at(date.tokens.begin), text.at(date.tokens.end), [](const Token& token) {
    return token.mark == '-' || token.key == word_key("to") || token.key == word_key("until");
  });
  return joined && date.period && date.period->first != date.period->last;
}

}  // namespace

void check_durations(const LintArticle& draft, Findings& findings) {
  for (const LintText& text : draft.texts)
    for (const Ties::Dates& dates : text.ties.dates) {
      if (dates.tie.kind != grammar::TiedDates::Kind::lasted || !is_range(text, *dates.first)) continue;
      const Quantity& figure = *dates.tie.figure;
      auto length = length_of(*dates.first->period, figure.unit);
      if (!length || figure.hedge != Hedge::exact) continue;
      if (*figure.value >= length->least && *figure.value <= length->most) continue;
      findings.add(check::duration_against_dates,
                   fmt::format("{} is {:.0f} {}s, not {:g}.", quoted(text, dates.first->span), length->most - 1,
                               figure.unit, *figure.value),
                   {evidence(text, figure), evidence(text, *dates.first)});
    }
}

}  // namespace claimcheck
