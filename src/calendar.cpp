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

date::year_month_day civil(Day day) { return date::year_month_day{day}; }
unsigned weekday_index(Day day) { return date::weekday{day}.c_encoding(); }

std::string iso(Day day) {
  auto ymd = civil(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                     static_cast<unsigned>(ymd.day()));
}

Period day_period(Day day) { return {day, day, Precision::day}; }

Period month_period(date::year_month month) {
  return {Day{month / 1}, Day{month / date::last}, Precision::month};
}

Period year_period(date::year year) { return {Day{year / 1 / 1}, Day{year / 12 / 31}, Precision::year}; }

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
