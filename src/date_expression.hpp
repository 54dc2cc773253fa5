#pragma once

#include "calendar.hpp"
#include "token.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <variant>

namespace claimcheck {

/// Which one, seen from the published date or from the date named before: "last week", "this May", "that year".
/// `nearest` is what a bare date means ("March 5"), `latest` the last one that is over ("the latest quarter").
enum class Lean : std::uint8_t { nearest, last, current, next, upcoming, latest, same, before, after };

enum class PeriodUnit : std::uint8_t {
  second,
  minute,
  hour,
  day,
  business_day,
  week,
  weekend,
  fortnight,
  month,
  quarter,
  season,
  half,
  year,
  decade,
  century
};
std::optional<PeriodUnit> period_unit_named(std::string_view);

/// A part of a period: "early March", "the end of 2019", "later this week".
enum class Part : std::uint8_t {
  whole,
  early,
  middle,
  late,
  start,
  end,
  earlier,
  later,
  first_half,
  second_half,
  rest
};

/// Which side of the period is meant: "since December", "until Friday", "before 2011", "after 2016".
enum class Opening : std::uint8_t { closed, since, until, before, after, by };

std::optional<Lean> lean_named(std::string_view);
std::optional<Part> part_named(std::string_view);
std::optional<Opening> opening_named(std::string_view);

/// A date as written, with the parts that were: "Thursday, March 5, 2020", "5 March", "the 5th", "2018", "Friday".
struct CalendarDate {
  std::optional<int> year;
  std::uint8_t month = 0;
  std::uint8_t day = 0;
  std::optional<std::uint8_t> weekday;  ///< 0 is Sunday
  Lean lean = Lean::nearest;
  bool either_order = false;  ///< 05/03: `month` and `day` may be the other way round
  bool short_year = false;    ///< the year has two digits
};

/// "the 1990s", "the 20th century".
struct YearGroup {
  int first = 0;
  Precision precision = Precision::decade;
};

/// "the third quarter of 2019", "summer 2018", "the first half".
struct YearPart {
  PeriodUnit unit = PeriodUnit::quarter;
  std::uint8_t index = 0;  ///< from 1; seasons from spring
  std::optional<int> year;
  Lean lean = Lean::nearest;
};

struct HolidayDate {
  std::string_view rule;  ///< how the lexicon says the day is found: fixed, nth_weekday or easter
  int value = 0;          ///< MMDD; MMWN, the Nth weekday W of the month; days from Easter Sunday
  std::optional<int> year;
  Lean lean = Lean::nearest;
};

/// "week 31", "week 3 of 2027": ISO weeks.
struct WeekNumber {
  int week = 0;
  std::optional<int> year;
};

/// "today", "yesterday", "tomorrow".
struct NearDay {
  int offset = 0;
};

/// "last week", "this year", "that month", "the quarter".
struct UnitReference {
  PeriodUnit unit = PeriodUnit::day;
  Lean lean = Lean::current;
};

/// A run of time up to or from the published date: "the past 24 hours", "in recent weeks", "the next three days".
struct Window {
  PeriodUnit unit = PeriodUnit::day;
  std::optional<double> count;  ///< absent in "recent weeks"
  bool ahead = false;
};

/// "now", "recently", "in the future": no days can be given.
struct VagueTime {
  int direction = 0;  ///< -1 past, 0 present, 1 future
};

struct DateTerm;
using DateTermRef = std::shared_ptr<const DateTerm>;

struct Amount {
  double count = 0;
  PeriodUnit unit = PeriodUnit::day;
};

/// Counted from a point: "two days ago", "a year earlier", "three weeks after Easter".
struct Offset {
  enum class From : std::uint8_t { published, mentioned, date };
  std::array<Amount, 3> amounts{};
  std::uint8_t size = 0;
  int direction = -1;
  From from = From::published;
  DateTermRef date;    ///< for From::date
  bool vague = false;  ///< "several years ago"
};

/// Counted inside a period: "the first week of January", "the last three months of 2021", "the third Monday of June".
struct Nth {
  int index = 1;  ///< negative from the end
  int count = 1;
  PeriodUnit unit = PeriodUnit::day;
  std::optional<std::uint8_t> weekday;
  DateTermRef of;
};

/// "Tuesday of next week", "June last year", "the week of April 10".
struct Within {
  DateTermRef inner;
  DateTermRef outer;
};
struct WeekOf {
  DateTermRef day;
  PeriodUnit unit = PeriodUnit::week;
};

/// "from 3 to 5 March", "Monday through Wednesday", "2015-2018".
struct DateRange {
  DateTermRef from;
  DateTermRef to;
};

/// What a date expression says, before the published date is known.
struct DateTerm {
  std::variant<VagueTime, CalendarDate, YearGroup, YearPart, HolidayDate, WeekNumber, NearDay, UnitReference, Window,
               Offset, Nth, Within, WeekOf, DateRange>
      form;
  Part part = Part::whole;
  Opening opening = Opening::closed;
};

/// A date expression in the text, and whether its sentence speaks of what is to come ("will meet Thursday") or of what
/// was ("rose in March").
struct DateExpression {
  TokenRange tokens;
  DateTerm term;
  bool ahead = false;
  bool past = false;
};

}  // namespace claimcheck
