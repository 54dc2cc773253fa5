#pragma once

#include <date/date.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace claimcheck {

/// A calendar day, proleptic Gregorian. All calendar arithmetic is Hinnant's date.
using Day = date::sys_days;

enum class Precision : std::uint8_t { day, week, month, quarter, season, year, decade, century, vague };
std::string_view name(Precision);

/// An inclusive run of days; an end that is absent is open ("since December", "before 2011").
struct Period {
  std::optional<Day> first;
  std::optional<Day> last;
  Precision precision = Precision::day;

  friend bool operator==(const Period&, const Period&) = default;
};

std::optional<Day> make_day(int year, unsigned month, unsigned day);
/// Reads YYYY-MM-DD strictly; nullopt for anything else and for days that do not exist.
std::optional<Day> parse_iso_day(std::string_view);
std::string iso(Day);
/// 0 is Sunday.
unsigned weekday_index(Day);
date::year_month_day civil(Day);

Period day_period(Day);
Period month_period(date::year_month);
Period year_period(date::year);
/// The Monday-to-Sunday (ISO) week that holds the day.
Period week_period(Day);
bool overlap(const Period&, const Period&);
/// Whether `outer` holds every day of `inner`.
bool contains(const Period& outer, const Period& inner);

}  // namespace claimcheck
