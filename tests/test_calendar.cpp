#include "catch.hpp"
#include "src/calendar.hpp"

namespace claimcheck {
namespace {

using date::days;

Day day(int year, unsigned month, unsigned d) {
  return *make_day(year, month, d);
}

TEST_CASE("days that do not exist") {
  CHECK(!make_day(2021, 2, 29));
  CHECK(!make_day(1900, 2, 29));
  CHECK(make_day(2000, 2, 29));
  CHECK(!make_day(2021, 4, 31));
  CHECK(!make_day(2021, 13, 1));
  CHECK(!make_day(2021, 0, 1));
  CHECK(!parse_iso_day("2021-2-03"));
  CHECK(!parse_iso_day("2021-02-30"));
}

TEST_CASE("ISO days read back, from before 1900 to after 2100") {
  for (Day at = day(1850, 1, 1); at < day(2150, 1, 1); at += days{1}) {
    INFO(iso(at));
    REQUIRE(parse_iso_day(iso(at)) == at);
  }
}

TEST_CASE("ISO weeks at the turn of the year") {
  struct {
    int year, week;
    const char* monday;
  } weeks[] = {{2020, 53, "2020-12-28"}, {2021, 1, "2021-01-04"},  {2015, 1, "2014-12-29"},
               {2016, 1, "2016-01-04"},  {1898, 52, "1898-12-26"}, {2105, 53, "2105-12-28"}};
  for (const auto& [year, week, monday] : weeks) CHECK(iso(iso_week_monday(year, week)) == monday);
  CHECK(iso_weeks_in(2020) == 53);
  CHECK(iso_weeks_in(2021) == 52);
}

TEST_CASE("a week runs from Monday to Sunday round any day") {
  for (Day at = day(1899, 12, 20); at < day(1900, 1, 20); at += days{1}) {
    Period week = week_period(at);
    CHECK(weekday_index(*week.first) == 1);
    CHECK(weekday_index(*week.last) == 0);
    CHECK(contains(week, day_period(at)));
  }
}

TEST_CASE("months are added to the last day that there is") {
  CHECK(add_months(day(2021, 1, 31), 1) == day(2021, 2, 28));
  CHECK(add_months(day(2020, 1, 31), 1) == day(2020, 2, 29));
  CHECK(add_months(day(2020, 2, 29), -12) == day(2019, 2, 28));
  CHECK(add_months(day(2020, 12, 31), 2) == day(2021, 2, 28));
  CHECK(add_months(day(2021, 1, 15), -1) == day(2020, 12, 15));
}

TEST_CASE("weekdays from and until a day are at most six days away") {
  for (Day at = day(2099, 12, 20); at < day(2100, 3, 10); at += days{1})
    for (unsigned weekday = 0; weekday < 7; weekday++) {
      Day from = weekday_from(at, weekday), until = weekday_until(at, weekday);
      CHECK((weekday_index(from) == weekday && from >= at && from < at + days{7}));
      CHECK((weekday_index(until) == weekday && until <= at && until > at - days{7}));
    }
}

TEST_CASE("business days step over the weekend") {
  CHECK(add_business_days(day(2018, 8, 20), 4) == day(2018, 8, 24));
  CHECK(add_business_days(day(2018, 8, 21), 4) == day(2018, 8, 27));
  CHECK(add_business_days(day(2018, 8, 20), -1) == day(2018, 8, 17));
}

TEST_CASE("Easter Sunday") {
  struct {
    int year;
    unsigned month, day;
  } easters[] = {{1818, 3, 22}, {1943, 4, 25}, {2000, 4, 23}, {2008, 3, 23}, {2011, 4, 24},
                 {2018, 4, 1},  {2020, 4, 12}, {2024, 3, 31}, {2100, 3, 28}};
  for (const auto& easter : easters) CHECK(easter_sunday(easter.year) == day(easter.year, easter.month, easter.day));
}

TEST_CASE("quarters, seasons and decades") {
  CHECK(iso(*quarter_period(date::year{2020}, 1).last) == "2020-03-31");
  CHECK(quarter_of(day(2020, 12, 31)) == 4);
  CHECK(iso(*season_period(date::year{2019}, 4).last) == "2020-02-29");
  CHECK(iso(*decade_period(1990).last) == "1999-12-31");
  CHECK(iso(*century_period(1800).last) == "1899-12-31");
}

TEST_CASE("periods with open ends overlap and contain") {
  Period since{day(2020, 3, 1), std::nullopt, Precision::month};
  Period until{std::nullopt, day(2020, 2, 29), Precision::month};
  CHECK(!overlap(since, until));
  CHECK(overlap(since, day_period(day(2020, 3, 1))));
  CHECK(contains(since, day_period(day(2120, 3, 1))));
  CHECK(!contains(day_period(day(2020, 3, 1)), since));
}

}  // namespace
}  // namespace claimcheck
