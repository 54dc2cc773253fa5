#pragma once

#include <string_view>

/// The checks of `lint`, each described by a rule of the same code in rules/rules.yaml: CC2xx of a draft against
/// itself, CC3xx against its sources.
namespace claimcheck::check {

// clang-format off
inline constexpr std::string_view
    headline_against_body = "CC201", two_figures = "CC202", total_against_parts = "CC203",
    part_larger_than_whole = "CC204", share_against_counts = "CC205", impossible_share = "CC206",
    change_against_figures = "CC207", multiple_against_figures = "CC208", percent_for_points = "CC209",
    weekday_against_date = "CC210", date_against_dateline = "CC211", duration_against_dates = "CC212",
    age_against_birth = "CC213", conversion = "CC214", range_upside_down = "CC215", scale_slip = "CC216",
    casualties_for_deaths = "CC217", numeral_style_ap = "CC218", numeral_style_guardian = "CC219",
    impossible_date = "CC220",
    contradicted = "CC301", not_found = "CC302", hedge_changed = "CC303", group_changed = "CC304",
    scope_changed = "CC305", attribution_changed = "CC306", rounded_too_far = "CC307", date_changed = "CC308",
    place_changed = "CC309";
inline constexpr std::string_view all[] = {
    headline_against_body, two_figures, total_against_parts, part_larger_than_whole, share_against_counts,
    impossible_share, change_against_figures, multiple_against_figures, percent_for_points, weekday_against_date,
    date_against_dateline, duration_against_dates, age_against_birth, conversion, range_upside_down, scale_slip,
    casualties_for_deaths, numeral_style_ap, numeral_style_guardian, impossible_date, contradicted, not_found, hedge_changed,
    group_changed, scope_changed, attribution_changed, rounded_too_far, date_changed, place_changed};
// clang-format on

}  // namespace claimcheck::check
