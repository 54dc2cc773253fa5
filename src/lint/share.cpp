#include "lint/checks.hpp"
#include "lint/citation.hpp"
#include "lint/codes.hpp"

#include <fmt/format.h>

#include <cmath>

namespace claimcheck {
namespace {

using grammar::TiedFigures;

constexpr double largest_base = 200;    ///< from here on nearly every share in whole percent can be given
constexpr double fraction_room = 0.12;  ///< how far, as a share of itself, "a third" may be from its counts
constexpr double hedged_points = 3;     ///< how far "about 40 percent" may be from the counts

bool is_plain(const Quantity& figure) {
  return figure.hedge == Hedge::exact;
}

/// Whether the share can stand for the counts: rounded or cut off to its last digit.
bool fits(double share, double percent, double step) {
  return std::abs(share - percent) < step + 1e-9;
}

/// What the counts come to, given how far they are rounded themselves.
bool fits_counts(const Quantity& part, const Quantity& whole, const Quantity& percent) {
  double slack = is_plain(percent) ? percent.step : hedged_points;
  double half_part = part.step > 1 ? part.step / 2 : 0, half_whole = whole.step > 1 ? whole.step / 2 : 0;
  double least = 100 * (*part.value - half_part) / (*whole.value + half_whole);
  double most = 100 * (*part.value + half_part) / std::max(1.0, *whole.value - half_whole);
  return *percent.value > least - slack - 1e-9 && *percent.value < most + slack + 1e-9;
}

/// Whether some whole number out of the base is this share.
bool can_be_given(double base, double percent, double step) {
  double near = percent * base / 100;
  return fits(100 * std::floor(near) / base, percent, step) || fits(100 * std::ceil(near) / base, percent, step);
}

void check_counts(const LintText& text, const TiedFigures& tie, Findings& findings) {
  const Quantity &part = *tie.figures[0], &whole = *tie.figures[1], &percent = *tie.figures[2];
  if (*whole.value <= 0 || !is_plain(part) || !is_plain(whole)) return;
  std::vector<Evidence> places{evidence(text, percent), evidence(text, part), evidence(text, whole)};
  if (*part.value > *whole.value) {
    findings.add(check::part_larger_than_whole,
                 fmt::format("{} of {}: the part is larger than the whole.", words_of(text, part.span),
                             words_of(text, whole.span)),
                 std::move(places));
  } else if (!fits_counts(part, whole, percent)) {
    findings.add(
        check::share_against_counts,
        fmt::format("{} of {} is {:.1f} percent, not {}.", words_of(text, part.span), words_of(text, whole.span),
                    100 * *part.value / *whole.value, words_of(text, percent.span)),
        std::move(places));
  }
}

void check_base(const LintText& text, const TiedFigures& tie, Findings& findings) {
  const Quantity &percent = *tie.figures[0], &whole = *tie.figures[1];
  bool countable = *whole.value > 0 && *whole.value < largest_base && *whole.value == std::floor(*whole.value);
  bool between = *percent.value > 0 && *percent.value < 100;
  if (!countable || !between || !is_plain(percent) || !is_plain(whole)) return;
  if (can_be_given(*whole.value, *percent.value, percent.step)) return;
  findings.add(
      check::impossible_share,
      fmt::format("No whole number out of {} is {}: {:.0f} would be {:.1f} percent.", words_of(text, whole.span),
                  words_of(text, percent.span), std::round(*percent.value * *whole.value / 100),
                  100 * std::round(*percent.value * *whole.value / 100) / *whole.value),
      {evidence(text, percent), evidence(text, whole)});
}

/// "A third of the 90 members, or 45": nearer to another fraction than a reader forgives.
void check_fraction(const LintText& text, const TiedFigures& tie, Findings& findings) {
  const Quantity &fraction = *tie.figures[0], &whole = *tie.figures[1], &part = *tie.figures[2];
  if (!is_plain(fraction) || !is_plain(whole) || !is_plain(part) || *whole.value <= 0) return;
  double actual = *part.value / *whole.value, room = std::max(fraction_room * *fraction.value, 0.5 / *whole.value);
  if (std::abs(actual - *fraction.value) <= room) return;
  findings.add(check::multiple_against_figures,
               fmt::format("{} of {} is {:.3g}, not {}.", words_of(text, fraction.span), words_of(text, whole.span),
                           *fraction.value * *whole.value, words_of(text, part.span)),
               {evidence(text, fraction), evidence(text, whole), evidence(text, part)});
}

}  // namespace

void check_shares(const LintArticle& draft, Findings& findings) {
  for (const LintText& text : draft.texts)
    for (const TiedFigures& tie : text.ties.figures) {
      if (tie.kind == TiedFigures::Kind::share) check_counts(text, tie, findings);
      if (tie.kind == TiedFigures::Kind::fraction) check_fraction(text, tie, findings);
      if (tie.kind == TiedFigures::Kind::base_share) check_base(text, tie, findings);
    }
}

}  // namespace claimcheck
