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
Period quarter_period(date::year, unsigned quarter);
Period decade_period(int first_year);
Period century_period(int first_year);
/// Spring is March to May, winter December to February of the next year; `season` is 1 (spring) to 4.
Period season_period(date::year, unsigned season);
unsigned quarter_of(Day);
/// The same day `months` later or earlier, or the last day of that month if it is shorter.
Day add_months(Day, int months);
Day add_business_days(Day, int days);
/// The Nth (1 to 5, 5 the last) weekday of a month.
std::optional<Day> nth_weekday(date::year_month, unsigned weekday, unsigned n);
Day easter_sunday(int year);
/// The first day on or after, and the last on or before, that is this weekday.
Day weekday_from(Day, unsigned weekday);
Day weekday_until(Day, unsigned weekday);
/// Monday of an ISO week.
Day iso_week_monday(int year, int week);
int iso_weeks_in(int year);
/// The whole day, week, month, quarter, year … that begins with the period's first day; vague ones have no last day.
Period beginning_of(const Period&);
/// The Monday-to-Sunday (ISO) week that holds the day.
Period week_period(Day);
bool overlap(const Period&, const Period&);
/// Whether `outer` holds every day of `inner`.
bool contains(const Period& outer, const Period& inner);

}  // namespace claimcheck
