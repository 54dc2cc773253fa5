#pragma once

#include <string_view>

/// The checks of `lint`, each described by a rule of the same code in rules/rules.yaml: CC2xx of a draft against
/// itself, CC3xx against its sources.
namespace claimcheck::check {

inline constexpr std::string_view weekday_against_date = "CC210", not_found = "CC302";
inline constexpr std::string_view all[] = {weekday_against_date, not_found};

}  // namespace claimcheck::check
