#include "calendar.hpp"

#include <fmt/format.h>

namespace claimcheck {

std::optional<Day> make_day(int year, unsigned month, unsigned day) {
  date::year_month_day ymd{date::year{year}, date::month{month}, date::day{day}};
  if (year < -32767 || year > 32767 || !ymd.ok()) return std::nullopt;
  return Day{ymd};
}

std::optional<Day> parse_iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int parts[3] = {0, 0, 0};
  int part = 0;
  for (char c : text) {
    if (c == '-') {
      part++;
    } else if (c >= '0' && c <= '9' && part < 3) {
      parts[part] = parts[part] * 10 + (c - '0');
    } else {
      return std::nullopt;
    }
  }
  return make_day(parts[0], static_cast<unsigned>(parts[1]), static_cast<unsigned>(parts[2]));
}

date::year_month_day civil(Day day) {
  return date::year_month_day{day};
}
unsigned weekday_index(Day day) {
  return date::weekday{day}.c_encoding();
}

std::string iso(Day day) {
  auto ymd = civil(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                     static_cast<unsigned>(ymd.day()));
}

Period day_period(Day day) {
  return {day, day, Precision::day};
}

Period month_period(date::year_month month) {
  return {Day{month / 1}, Day{month / date::last}, Precision::month};
}

Period year_period(date::year year) {
  return {Day{year / 1 / 1}, Day{year / 12 / 31}, Precision::year};
}

Period quarter_period(date::year year, unsigned quarter) {
  auto last_month = year / date::month{quarter * 3};
  return {Day{year / date::month{quarter * 3 - 2} / 1}, Day{last_month / date::last}, Precision::quarter};
}

Period decade_period(int first_year) {
  return {year_period(date::year{first_year}).first, year_period(date::year{first_year + 9}).last, Precision::decade};
}

Period century_period(int first_year) {
  return {year_period(date::year{first_year}).first, year_period(date::year{first_year + 99}).last, Precision::century};
}

Period season_period(date::year year, unsigned season) {
  auto first = year / date::month{season * 3};
  return {Day{first / 1}, Day{(first + date::months{2}) / date::last}, Precision::season};
}

unsigned quarter_of(Day day) {
  return (static_cast<unsigned>(civil(day).month()) + 2) / 3;
}

Day add_months(Day day, int months) {
  auto ymd = civil(day) + date::months{months};
  return ymd.ok() ? Day{ymd} : Day{ymd.year() / ymd.month() / date::last};
}

Day add_business_days(Day day, int days) {
  int step = days < 0 ? -1 : 1;
  for (int left = days * step; left > 0;) {
    day += date::days{step};
    if (unsigned weekday = weekday_index(day); weekday != 0 && weekday != 6) left--;
  }
  return day;
}

std::optional<Day> nth_weekday(date::year_month month, unsigned weekday, unsigned n) {
  if (n >= 5) return Day{month / date::weekday{weekday}[date::last]};
  return Day{month / date::weekday{weekday}[n]};
}

/// The anonymous Gregorian computus.
Day easter_sunday(int year) {
  int a = year % 19, b = year / 100, c = year % 100;
  int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  int m = (a + 11 * h + 22 * l) / 451;
  int month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
  return Day{date::year{year} / month / day};
}

Day weekday_from(Day day, unsigned weekday) {
  return day + (date::weekday{weekday} - date::weekday{day});
}
Day weekday_until(Day day, unsigned weekday) {
  return day - (date::weekday{day} - date::weekday{weekday});
}

Day iso_week_monday(int year, int week) {
  Day fourth_of_january{date::year{year} / 1 / 4};
  return *week_period(fourth_of_january).first + date::weeks{week - 1};
}

int iso_weeks_in(int year) {
  return static_cast<int>((iso_week_monday(year + 1, 1) - iso_week_monday(year, 1)).count() / 7);
}

Period beginning_of(const Period& period) {
  if (!period.first) return period;
  date::year_month_day first = civil(*period.first);
  switch (period.precision) {
    case Precision::day:
      return day_period(*period.first);
    case Precision::week:
      return week_period(*period.first);
    case Precision::month:
      return month_period(first.year() / first.month());
    case Precision::quarter:
      return quarter_period(first.year(), quarter_of(*period.first));
    case Precision::year:
      return year_period(first.year());
    default:
      return period;
  }
}

Period week_period(Day day) {
  Day monday = day - (date::weekday{day} - date::Monday);
  return {monday, monday + date::days{6}, Precision::week};
}

bool overlap(const Period& a, const Period& b) {
  bool a_before_b = a.last && b.first && *a.last < *b.first;
  bool b_before_a = b.last && a.first && *b.last < *a.first;
  return !a_before_b && !b_before_a;
}

bool contains(const Period& outer, const Period& inner) {
  bool starts = !outer.first || (inner.first && *outer.first <= *inner.first);
  bool ends = !outer.last || (inner.last && *inner.last <= *outer.last);
  return starts && ends;
}

}  // namespace claimcheck
