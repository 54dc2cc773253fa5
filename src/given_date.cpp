#include "given_date.hpp"

#include <charconv>

namespace claimcheck {
namespace {

/// Takes digits, at most `most` of them, off the front; -1 if there are none.
int take_number(std::string_view& text, std::size_t most) {
  int value = -1;
  auto [end, error] = std::from_chars(text.data(), text.data() + std::min(text.size(), most), value);
  if (error != std::errc() || value < 0) return -1;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

bool take_separator(std::string_view& text) {
  if (text.empty() || (text.front() != '/' && text.front() != '.' && text.front() != '-')) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

GivenDate read_given_date(std::string_view text) {
  using Read = GivenDate::Read;
  if (auto day = parse_iso_day(text)) return {Read::yes, *day};
  int first = take_number(text, 2);
  if (first < 0 || !take_separator(text)) return {};
  int second = take_number(text, 2);
  if (second < 0 || !take_separator(text)) return {};
  bool short_year = text.size() == 2;
  int year = take_number(text, 4);
  if (year < 0 || !text.empty() || (!short_year && year < 1000)) return {};
  if (short_year) year += 2000;
  auto day_first = make_day(year, static_cast<unsigned>(second), static_cast<unsigned>(first));
  auto month_first = make_day(year, static_cast<unsigned>(first), static_cast<unsigned>(second));
  if (day_first && month_first && day_first != month_first) return {Read::undecided, {}};
  if (!day_first && !month_first) return {};
  return {Read::yes, day_first ? *day_first : *month_first};
}

}  // namespace claimcheck
