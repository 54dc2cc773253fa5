#include "resolve_date.hpp"

#include <algorithm>
#include <cstdlib>

namespace claimcheck {
namespace {

using date::days;
using MaybePeriod = std::optional<Period>;

int year_of(Day day) {
  return static_cast<int>(civil(day).year());
}
unsigned month_of(Day day) {
  return static_cast<unsigned>(civil(day).month());
}
date::year_month year_month_of(Day day) {
  return civil(day).year() / civil(day).month();
}
int distance(Day a, Day b) {
  return std::abs(static_cast<int>((a - b).count()));
}
Day middle(const Period& period) {
  return *period.first + (*period.last - *period.first) / 2;
}
MaybePeriod maybe(std::optional<Day> day) {
  return day ? MaybePeriod(day_period(*day)) : std::nullopt;
}

Precision precision_of(PeriodUnit unit) {
  switch (unit) {
    case PeriodUnit::week:
    case PeriodUnit::weekend:
    case PeriodUnit::fortnight:
      return Precision::week;
    case PeriodUnit::month:
      return Precision::month;
    case PeriodUnit::quarter:
    case PeriodUnit::half:
      return Precision::quarter;
    case PeriodUnit::season:
      return Precision::season;
    case PeriodUnit::year:
      return Precision::year;
    case PeriodUnit::decade:
      return Precision::decade;
    case PeriodUnit::century:
      return Precision::century;
    default:
      return Precision::day;
  }
}

Day add(Day day, PeriodUnit unit, double count) {
  int whole = static_cast<int>(count);
  switch (unit) {
    case PeriodUnit::second:
    case PeriodUnit::minute:
      return day;
    case PeriodUnit::hour:
      return day + days{static_cast<int>(count / 24)};
    case PeriodUnit::day:
      return day + days{whole};
    case PeriodUnit::business_day:
      return add_business_days(day, whole);
    case PeriodUnit::week:
    case PeriodUnit::weekend:
      return day + days{static_cast<int>(count * 7)};
    case PeriodUnit::fortnight:
      return day + days{static_cast<int>(count * 14)};
    case PeriodUnit::month:
      return add_months(day, whole) + days{static_cast<int>((count - whole) * 30)};
    case PeriodUnit::quarter:
    case PeriodUnit::season:
      return add_months(day, static_cast<int>(count * 3));
    case PeriodUnit::half:
      return add_months(day, static_cast<int>(count * 6));
    case PeriodUnit::year:
      return add_months(day, static_cast<int>(count * 12));
    case PeriodUnit::decade:
      return add_months(day, static_cast<int>(count * 120));
    case PeriodUnit::century:
      return add_months(day, static_cast<int>(count * 1200));
  }
  return day;
}

Period weekend_period(Day day) {
  Day saturday = *week_period(day).first + days{5};
  return {saturday, saturday + days{1}, Precision::week};
}

Period half_period(int year, unsigned half) {
  Period first = quarter_period(date::year{year}, half * 2 - 1), second = quarter_period(date::year{year}, half * 2);
  return {first.first, second.last, Precision::quarter};
}

/// The unit's period that holds the day.
Period period_round(Day day, PeriodUnit unit) {
  int year = year_of(day);
  switch (unit) {
    case PeriodUnit::week:
      return week_period(day);
    case PeriodUnit::weekend:
      return weekend_period(day);
    case PeriodUnit::fortnight:
      return {week_period(day).first, *week_period(day).last + days{7}, Precision::week};
    case PeriodUnit::month:
      return month_period(year_month_of(day));
    case PeriodUnit::quarter:
      return quarter_period(date::year{year}, quarter_of(day));
    case PeriodUnit::season:
      return season_period(date::year{month_of(day) < 3 ? year - 1 : year}, month_of(day) < 3 ? 4 : month_of(day) / 3);
    case PeriodUnit::half:
      return half_period(year, month_of(day) <= 6 ? 1 : 2);
    case PeriodUnit::year:
      return year_period(date::year{year});
    case PeriodUnit::decade:
      return decade_period(year / 10 * 10);
    case PeriodUnit::century:
      return century_period(year / 100 * 100);
    default:
      return day_period(day);
  }
}

Day holiday_day(const HolidayDate& holiday, int year) {
  if (holiday.rule == "easter") return easter_sunday(year) + days{holiday.value};
  if (holiday.rule == "fixed") return Day{date::year{year} / (holiday.value / 100) / (holiday.value % 100)};
  auto month = date::year{year} / date::month{static_cast<unsigned>(holiday.value / 100)};
  Day day =
      *nth_weekday(month, static_cast<unsigned>(holiday.value / 10 % 10), static_cast<unsigned>(holiday.value % 10));
  return holiday.rule == "black_friday" ? day + days{1} : day;
}

/// The thirds and halves of a period, in whole months for years and quarters.
Period part_of(const Period& whole, Part part, std::optional<Day> published) {
  if (!whole.first || !whole.last) return whole;
  Period out = whole;
  int length = static_cast<int>((*whole.last - *whole.first).count()) + 1;
  auto share = [&](int numerator, int denominator) {
    if (whole.precision == Precision::day || whole.precision == Precision::week || whole.precision == Precision::month)
      return *whole.first + days{length * numerator / denominator};
    int months = static_cast<int>(length / 30.4 + 0.5);
    return add_months(*whole.first, months * numerator / denominator);
  };
  switch (part) {
    case Part::early:
    case Part::start:
      out.last = share(1, 3) - days{1};
      break;
    case Part::middle:
      out.first = share(1, 3), out.last = share(2, 3) - days{1};
      break;
    case Part::late:
    case Part::end:
      out.first = share(2, 3);
      break;
    case Part::first_half:
      out.last = share(1, 2) - days{1};
      break;
    case Part::second_half:
      out.first = share(1, 2);
      break;
    case Part::earlier:
      if (published && contains(whole, day_period(*published))) out.last = published;
      break;
    case Part::later:
    case Part::rest:
      if (published && contains(whole, day_period(*published))) out.first = published;
      break;
    case Part::whole:
      break;
  }
  if (*out.last < *out.first) return whole;
  return out;
}

MaybePeriod opened(MaybePeriod period, Opening opening) {
  if (!period || opening == Opening::closed || opening == Opening::by) return period;
  std::optional<Day> first = period->first, last = period->last;
  switch (opening) {
    case Opening::since:
      period->last.reset();
      break;
    case Opening::until:
      period->first.reset();
      break;
    case Opening::before:
      period->first.reset(), period->last = first ? std::optional(*first - days{1}) : std::nullopt;
      break;
    case Opening::after:
      period->first = last ? std::optional(*last + days{1}) : std::nullopt, period->last.reset();
      break;
    default:
      break;
  }
  return period;
}

class Resolver {
 public:
  Resolver(const DateContext& context, const DateExpression& expression, DateMention& mention)
      : context_(context), ahead_(expression.ahead), past_(expression.past), mention_(mention) {}

  MaybePeriod resolve(const DateTerm& term) {
    to_come_ = term.opening == Opening::by || (term.opening == Opening::until && ahead_ && !past_);
    MaybePeriod period = std::visit(*this, term.form);
    // "before the end of May" is until it is over, "after the beginning of May" from it on.
    if (period && term.part == Part::end && term.opening == Opening::before) return opened(period, Opening::until);
    if (period && term.part == Part::start && term.opening == Opening::after) return opened(period, Opening::since);
    if (period && term.part != Part::whole) period = part_of(*period, term.part, context_.published);
    // "by the end of the year": what is left of it.
    if (period && ahead_ && (term.part == Part::end || term.part == Part::late) && context_.published &&
        contains(*period, day_period(*context_.published)))
      period->first = context_.published;
    return opened(period, term.opening);
  }

  MaybePeriod operator()(const VagueTime&) { return std::nullopt; }
  MaybePeriod operator()(const CalendarDate&);
  MaybePeriod operator()(const YearGroup& group) {
    return group.precision == Precision::century ? century_period(group.first) : decade_period(group.first);
  }
  MaybePeriod operator()(const YearPart&);
  MaybePeriod operator()(const HolidayDate&);
  MaybePeriod operator()(const WeekNumber&);
  MaybePeriod operator()(const NearDay& near) {
    auto day = published();
    return day ? maybe(*day + days{near.offset}) : std::nullopt;
  }
  MaybePeriod operator()(const UnitReference&);
  MaybePeriod operator()(const Window&);
  MaybePeriod operator()(const Offset&);
  MaybePeriod operator()(const Nth&);
  MaybePeriod operator()(const Within&);
  MaybePeriod operator()(const WeekOf&);
  MaybePeriod operator()(const DateRange&);

 private:
  std::optional<Day> published() {
    mention_.relative = true;
    return context_.published;
  }
  /// What was named before, if it is no coarser than `finest`; otherwise the published date: "a day earlier" counts
  /// from a day that was named, not from a year.
  std::optional<Day> mentioned(Precision finest) {
    mention_.relative = true;
    bool usable = context_.anchor && context_.anchor->precision <= std::max(finest, Precision::day);
    return usable ? context_.anchor->first : context_.published;
  }
  std::optional<Day> reference(Lean lean) {
    bool from_mention = lean == Lean::same || lean == Lean::before || lean == Lean::after;
    return from_mention ? mentioned(Precision::week) : published();
  }

  CalendarDate ordered(CalendarDate);
  MaybePeriod weekday(const CalendarDate&);
  MaybePeriod weekday_and_day(const CalendarDate&);
  MaybePeriod month_alone(const CalendarDate&);
  MaybePeriod yearless(const CalendarDate&);
  void check_weekday(const CalendarDate&, const MaybePeriod&);
  MaybePeriod inside(const DateTerm& inner, const Period& outer);
  MaybePeriod end_of_range(const DateTerm&);
  template <class InYear>
  MaybePeriod by_lean(Lean, InYear);

  const DateContext& context_;
  bool ahead_;
  bool past_;
  bool to_come_ = false;  ///< of a bare month: not one that is over
  DateMention& mention_;
};

/// The year's instance that is meant: the nearest, the last that is over, the next, or this year's.
template <class InYear>
MaybePeriod Resolver::by_lean(Lean lean, InYear in_year) {
  auto now = reference(lean);
  if (!now) return std::nullopt;
  int year = year_of(*now);
  MaybePeriod best;
  if (lean == Lean::current) return in_year(year);
  // 29 February comes once in four years, or in eight round a century.
  for (int candidate = year - 8; candidate <= year + 8; candidate++) {
    MaybePeriod period = in_year(candidate);
    if (!period) continue;
    bool past = *period->last<*now, coming = *period->first> * now;
    if ((lean == Lean::last || lean == Lean::before || lean == Lean::latest) && !past) continue;
    if ((lean == Lean::next || lean == Lean::upcoming || lean == Lean::after) && !coming) continue;
    auto away = [&](const Period& p) { return p.first <= *now && *now <= p.last ? 0 : distance(middle(p), *now); };
    if (!best || away(*period) < away(*best)) best = period;
  }
  return best;
}

/// 05/03/2020: month and day by what can be, by the weekday, by the document, and otherwise by what is recent.
CalendarDate Resolver::ordered(CalendarDate date) {
  std::swap(date.month, date.day);
  CalendarDate day_first = date;
  std::swap(date.month, date.day);
  CalendarDate month_first = date;
  month_first.either_order = day_first.either_order = false;
  if (date.month > 12) return day_first;
  if (date.day > 12 || date.day == date.month) return month_first;
  if (date.weekday && date.year) {
    auto fits = [&](const CalendarDate& d) {
      auto day = make_day(*d.year, d.month, d.day);
      return day && weekday_index(*day) == *date.weekday;
    };
    if (fits(day_first) != fits(month_first)) return fits(day_first) ? day_first : month_first;
  }
  if (context_.order != DateOrder::unknown) return context_.order == DateOrder::day_first ? day_first : month_first;
  mention_.ambiguous_order = true;
  if (!context_.published || (!date.year && date.weekday)) return month_first;
  auto near = [&](CalendarDate d) {
    int year = d.year.value_or(year_of(*context_.published));
    auto in_year = [&](int of) {
      auto day = make_day(of, d.month, d.day);
      return day && distance(*day, *context_.published) <= 31;
    };
    return in_year(year) || (!d.year && (in_year(year - 1) || in_year(year + 1)));
  };
  return near(day_first) && !near(month_first) ? day_first : month_first;
}

void Resolver::check_weekday(const CalendarDate& date, const MaybePeriod& period) {
  if (date.weekday && period && period->precision == Precision::day)
    mention_.weekday_mismatch = weekday_index(*period->first) != *date.weekday;
}

int full_year(int short_year, std::optional<Day> published) {
  int latest = published ? year_of(*published) + 20 : 2040;
  int year = latest / 100 * 100 + short_year;
  return year > latest ? year - 100 : year;
}

/// "since 9/11": no date of this year in either order, but a name.
bool is_name_of_a_day(const CalendarDate& date) {
  return date.either_order && !date.year && !date.weekday && date.month == 9 && date.day == 11;
}

MaybePeriod Resolver::operator()(const CalendarDate& written) {
  CalendarDate date = written;
  if (date.short_year) date.year = full_year(*date.year, context_.published);
  if (is_name_of_a_day(date)) date.year = 2001, date.either_order = false;
  if (date.either_order) date = ordered(date);
  if (!date.year) {
    if (date.month) return yearless(date);
    if (date.day) return weekday_and_day(date);
    return weekday(date);
  }
  if (!date.month) return year_period(date::year{*date.year});
  if (!date.day) return month_period(date::year{*date.year} / date::month{date.month});
  MaybePeriod period = maybe(make_day(*date.year, date.month, date.day));
  check_weekday(date, period);
  return period;
}

constexpr int long_over = 130;  ///< days: a sentence that looks ahead rarely means a month so long ago

/// A month alone is the nearest, but not one far ahead in a sentence that tells of what was.
MaybePeriod Resolver::month_alone(const CalendarDate& date) {
  auto in_year = [&](int year) { return MaybePeriod(month_period(date::year{year} / date::month{date.month})); };
  MaybePeriod nearest = by_lean(date.lean, in_year);
  if (date.lean != Lean::nearest || !nearest) return nearest;
  int over = static_cast<int>((*context_.published - *nearest->last).count());
  bool last_year = year_of(*nearest->first) < year_of(*context_.published);
  if (over > 0 && ahead_ && !past_ && (over > long_over || (to_come_ && last_year)))
    return in_year(year_of(*nearest->first) + 1);
  if (!past_ || ahead_) return nearest;
  return *nearest->first > *context_.published + days{31} ? in_year(year_of(*nearest->first) - 1) : nearest;
}

MaybePeriod Resolver::yearless(const CalendarDate& date) {
  if (!date.day) return month_alone(date);
  auto in_year = [&](int year) { return maybe(make_day(year, date.month, date.day)); };
  MaybePeriod period = by_lean(date.weekday ? Lean::nearest : date.lean, in_year);
  bool long_ago = ahead_ && !past_ && period && date.lean == Lean::nearest && !date.weekday &&
                  (*context_.published - *period->last).count() > long_over;
  if (long_ago) period = in_year(year_of(*period->first) + 1);
  bool over = past_ && !ahead_ && period && *period->first > *context_.published && date.lean == Lean::nearest;
  if (over && !date.weekday) period = in_year(year_of(*period->first) - 1);
  check_weekday(date, period);
  return period;
}

/// A bare weekday is the latest on or before the published date, or the first from it on in a sentence that looks
/// ahead.
MaybePeriod Resolver::weekday(const CalendarDate& date) {
  auto now = reference(date.lean);
  if (!now) return std::nullopt;
  unsigned wanted = *date.weekday;
  Day monday = *week_period(*now).first;
  // On a Sunday the week to come is "next", the one that ends is "last".
  Day week = weekday_index(*now) == 0 && date.lean == Lean::last ? monday + days{7} : monday;
  switch (date.lean) {
    case Lean::last:
      return maybe(weekday_from(week - days{7}, wanted));
    case Lean::current:
      return maybe(weekday_from(monday, wanted));
    case Lean::next:
      return maybe(weekday_from(monday + days{7}, wanted));
    case Lean::latest:
    case Lean::before:
      return maybe(weekday_until(*now - days{1}, wanted));
    case Lean::upcoming:
    case Lean::after:
      return maybe(weekday_from(*now + days{1}, wanted));
    case Lean::same:
      return maybe(weekday_from(*now, wanted));
    default:
      // "was scheduled for Friday"
      if (ahead_ && past_) return maybe(weekday_from(*now - days{3}, wanted));
      return maybe(ahead_ ? weekday_from(*now, wanted) : weekday_until(*now, wanted));
  }
}

/// "Monday 21", "the 18th": the nearest month in which it can be.
MaybePeriod Resolver::weekday_and_day(const CalendarDate& date) {
  auto now = published();
  if (!now) return std::nullopt;
  std::optional<Day> best;
  for (int shift = -12; shift <= 12; shift++) {
    auto month = year_month_of(*now) + date::months{shift};
    auto day = make_day(static_cast<int>(month.year()), static_cast<unsigned>(month.month()), date.day);
    if (!day || (date.weekday && weekday_index(*day) != *date.weekday)) continue;
    if (!best || distance(*day, *now) < distance(*best, *now)) best = day;
  }
  return maybe(best);
}

MaybePeriod Resolver::operator()(const YearPart& part) {
  auto in_year = [&](int year) -> MaybePeriod {
    if (part.unit == PeriodUnit::season) return season_period(date::year{year}, part.index);
    if (part.unit == PeriodUnit::half) return half_period(year, part.index);
    return quarter_period(date::year{year}, part.index);
  };
  if (part.year) return in_year(*part.year);
  if (part.unit == PeriodUnit::season || part.lean != Lean::nearest) return by_lean(part.lean, in_year);
  auto now = published();
  if (!now) return std::nullopt;
  MaybePeriod period = in_year(year_of(*now));
  if (*period->first > *now && !ahead_) return in_year(year_of(*now) - 1);
  return period;
}

MaybePeriod Resolver::operator()(const HolidayDate& holiday) {
  auto in_year = [&](int year) { return maybe(holiday_day(holiday, year)); };
  return holiday.year ? in_year(*holiday.year) : by_lean(holiday.lean, in_year);
}

MaybePeriod Resolver::operator()(const WeekNumber& number) {
  auto now = number.year ? std::nullopt : published();
  if (!number.year && !now) return std::nullopt;
  int year = number.year ? *number.year : year_of(*now);
  if (number.week > iso_weeks_in(year)) return std::nullopt;
  return week_period(iso_week_monday(year, number.week));
}

MaybePeriod Resolver::operator()(const UnitReference& reference_) {
  PeriodUnit unit = reference_.unit;
  if (unit == PeriodUnit::quarter && reference_.lean == Lean::same && context_.quarter) return context_.quarter;
  // "the next day" follows the day that was named.
  bool from_mention = reference_.lean == Lean::same || reference_.lean == Lean::before ||
                      reference_.lean == Lean::after || (reference_.lean == Lean::next && unit == PeriodUnit::day);
  auto now = from_mention ? mentioned(precision_of(unit)) : published();
  if (!now) return std::nullopt;
  unsigned today = weekday_index(*now), last_after = past_ ? 5 : 2;
  bool just_over = today >= 1 && today <= last_after && !ahead_;
  if (unit == PeriodUnit::weekend && reference_.lean == Lean::current && just_over)
    return weekend_period(*now - days{7});
  // On a Sunday "last week" is the one that ends.
  if (unit == PeriodUnit::week && reference_.lean == Lean::last && weekday_index(*now) == 0) return week_period(*now);
  switch (reference_.lean) {
    case Lean::last:
    case Lean::before:
      return period_round(add(*now, unit, -1), unit);
    case Lean::next:
    case Lean::upcoming:
    case Lean::after:
      return period_round(add(*now, unit, 1), unit);
    case Lean::latest:
      return period_round(add(*now, unit, -1), unit);
    case Lean::same:
      if (unit == PeriodUnit::quarter) return period_round(add(*now, unit, -1), unit);
      return period_round(*now, unit);
    default:
      return period_round(*now, unit);
  }
}

/// How far "recent weeks" may reach: a generous guess, marked vague.
double recent_count(PeriodUnit unit) {
  switch (unit) {
    case PeriodUnit::week:
      return 6;
    case PeriodUnit::month:
      return 6;
    case PeriodUnit::year:
      return 5;
    case PeriodUnit::day:
      return 7;
    default:
      return 3;
  }
}

MaybePeriod Resolver::operator()(const Window& window) {
  auto now = published();
  if (!now) return std::nullopt;
  double count = window.count.value_or(recent_count(window.unit));
  Precision precision = window.count ? precision_of(window.unit) : Precision::vague;
  if (window.unit == PeriodUnit::quarter || (window.unit == PeriodUnit::decade && window.ahead)) {
    Period near = period_round(add(*now, window.unit, window.ahead ? 1 : -1), window.unit);
    Period far = period_round(add(*now, window.unit, window.ahead ? count : -count), window.unit);
    return window.ahead ? Period{near.first, far.last, precision} : Period{far.first, near.last, precision};
  }
  if (window.ahead) return Period{*now + days{1}, std::max(*now + days{1}, add(*now, window.unit, count)), precision};
  return Period{add(*now, window.unit, -count), *now, precision};
}

MaybePeriod Resolver::operator()(const Offset& offset) {
  if (offset.vague) return std::nullopt;
  const Amount& amount = offset.amounts[0];
  bool years = amount.unit == PeriodUnit::year && offset.size == 1;
  bool of_quarter = context_.quarter && (offset.from == Offset::From::mentioned || context_.anchor == context_.quarter);
  if (years && offset.from != Offset::From::date && offset.direction < 0 && of_quarter) {
    Day first = add(*context_.quarter->first, PeriodUnit::year, -amount.count);
    return period_round(first, PeriodUnit::quarter);
  }
  std::optional<Day> from;
  if (offset.from == Offset::From::date) {
    MaybePeriod date = end_of_range(*offset.date);
    if (!date) return std::nullopt;
    from = offset.direction < 0 ? date->first : date->last;
  } else {
    from = offset.from == Offset::From::mentioned ? mentioned(precision_of(amount.unit)) : published();
  }
  if (!from) return std::nullopt;
  Day day = *from;
  Precision precision = Precision::day;
  bool whole = offset.from == Offset::From::mentioned && offset.size == 1 && context_.anchor &&
               context_.anchor->precision >= Precision::week && context_.anchor->precision == precision_of(amount.unit);
  for (std::size_t i = 0; i < offset.size; i++) {
    day = add(day, offset.amounts[i].unit, offset.direction * offset.amounts[i].count);
    precision = precision_of(offset.amounts[i].unit);
  }
  // "three years later", where a year was named.
  if (whole) return period_round(day, amount.unit);
  return Period{day, day, precision};
}

/// A week belongs to the period that holds its Thursday.
Period nth_week(const Period& of, int index, int count) {
  Day monday = index > 0 ? *week_period(*of.first + days{3}).first + days{7 * (index - 1)}
                         : *week_period(*of.last - days{3}).first - days{7 * (-index - 1 + count - 1)};
  return {monday, monday + days{7 * count - 1}, Precision::week};
}

MaybePeriod Resolver::operator()(const Nth& nth) {
  MaybePeriod of = nth.of ? resolve(*nth.of) : std::nullopt;
  if (!of || !of->first || !of->last) return std::nullopt;
  int index = nth.index, count = std::max(1, nth.count);
  if (nth.weekday) {
    Day day = index > 0 ? weekday_from(*of->first, *nth.weekday) + days{7 * (index - 1)}
                        : weekday_until(*of->last, *nth.weekday);
    return contains(*of, day_period(day)) ? maybe(day) : std::nullopt;
  }
  if (nth.unit == PeriodUnit::week) return nth_week(*of, index, count);
  Period out{of->first, of->last, precision_of(nth.unit)};
  if (index > 0) {
    out.first = add(*of->first, nth.unit, (index - 1) * count);
    out.last = add(*out.first, nth.unit, count) - days{1};
  } else {
    out.first = add(*of->last + days{1}, nth.unit, -count);
  }
  if (!contains(*of, out)) return std::nullopt;
  if (past_ && !ahead_ && of->precision == Precision::year && context_.published && *out.first > *context_.published) {
    out.first = add(*out.first, PeriodUnit::year, -1);
    out.last = add(*out.last + days{1}, PeriodUnit::year, -1) - days{1};
  }
  return out;
}

/// "Tuesday" in "next week", "June" in "last year", "the 15th" in "next month".
MaybePeriod Resolver::inside(const DateTerm& inner, const Period& outer) {
  DateTerm term = inner;
  int year = year_of(*outer.first);
  if (auto* date = std::get_if<CalendarDate>(&term.form)) {
    if (date->weekday && !date->month && !date->day) {
      Day day = weekday_from(*outer.first, *date->weekday);
      return day <= *outer.last ? maybe(day) : std::nullopt;
    }
    if (!date->month && date->day) date->month = static_cast<std::uint8_t>(month_of(*outer.first));
    if (!date->year) date->year = year;
  } else if (auto* part = std::get_if<YearPart>(&term.form)) {
    part->year = year;
  } else if (auto* holiday = std::get_if<HolidayDate>(&term.form)) {
    holiday->year = year;
  } else if (auto* week = std::get_if<WeekNumber>(&term.form)) {
    week->year = year;
  } else {
    return std::nullopt;
  }
  return resolve(term);
}

MaybePeriod Resolver::operator()(const Within& within) {
  MaybePeriod outer = resolve(*within.outer);
  return outer && outer->first && outer->last ? inside(*within.inner, *outer) : std::nullopt;
}

/// The weekend of a holiday takes it in: "Labor Day weekend" is Saturday to Monday.
Period long_weekend(Day day) {
  unsigned weekday = weekday_index(day);
  if (weekday == 1) return {day - days{2}, day, Precision::week};
  Period weekend = weekend_period(day);
  if (weekday >= 4) weekend.first = day;
  return weekend;
}

MaybePeriod Resolver::operator()(const WeekOf& week) {
  MaybePeriod day = resolve(*week.day);
  if (!day || !day->first) return std::nullopt;
  // "the year before", of a quarter.
  if (week.unit == PeriodUnit::year && day->precision == Precision::quarter) return day;
  return week.unit == PeriodUnit::weekend ? long_weekend(*day->first) : period_round(*day->first, week.unit);
}

/// What one end of a range leaves out, the other gives: "March 3-5, 2020", "June-August 1992", "April 9th to the 17th".
void complete(DateTerm& from_term, DateTerm& to_term) {
  auto* from = std::get_if<CalendarDate>(&from_term.form);
  auto* to = std::get_if<CalendarDate>(&to_term.form);
  if (!from || !to) return;
  if (!to->month && to->day && from->month && !to->weekday) {
    to->month = from->month;
    if (!to->year) to->year = from->year;
  }
  if (!from->year && from->month && from->lean == Lean::nearest && to->year && to->month && !to->short_year)
    from->year = from->month > to->month ? *to->year - 1 : *to->year;
}

/// "between now and Friday": in a range, now is the published day.
MaybePeriod Resolver::end_of_range(const DateTerm& term) {
  auto* vague = std::get_if<VagueTime>(&term.form);
  if (!vague || vague->direction != 0) return resolve(term);
  auto now = published();
  return now ? maybe(*now) : std::nullopt;
}

MaybePeriod Resolver::operator()(const DateRange& range) {
  DateTerm from_term = *range.from, to_term = *range.to;
  complete(from_term, to_term);
  MaybePeriod from = end_of_range(from_term), to = end_of_range(to_term);
  if (!from || !to) return std::nullopt;
  if (from->first && to->last && *to->last < *from->first) {
    auto* date = std::get_if<CalendarDate>(&to_term.form);
    if (!date || date->year) return std::nullopt;
    if (date->weekday && !date->month) {
      to = maybe(weekday_from(*from->first, *date->weekday));
    } else {
      date->year = year_of(*from->first);
      to = resolve(to_term);
      if (to && *to->last < *from->first) date->year = *date->year + 1, to = resolve(to_term);
    }
    if (!to) return std::nullopt;
  }
  return Period{from->first, to->last, std::max(from->precision, to->precision)};
}

}  // namespace

DateMention resolve_date(const DateExpression& expression, const Segmented& text, const DateContext& context) {
  DateMention mention;
  mention.tokens = expression.tokens;
  mention.span = text.span(expression.tokens);
  mention.period = Resolver(context, expression, mention).resolve(expression.term);
  return mention;
}

void remember(const DateExpression& expression, const DateMention& mention, DateContext& context) {
  if (!mention.period || mention.period->precision == Precision::vague) return;
  auto* whole = std::get_if<WeekOf>(&expression.term.form);
  auto* offset = std::get_if<Offset>(whole ? &whole->day->form : &expression.term.form);
  bool comparison = offset && offset->amounts[0].unit == PeriodUnit::year;
  if (comparison) return;
  auto* unit = std::get_if<UnitReference>(&expression.term.form);
  bool quarter = std::holds_alternative<YearPart>(expression.term.form) || (unit && unit->unit == PeriodUnit::quarter);
  if (quarter && mention.period->precision == Precision::quarter) context.quarter = mention.period;
  if (mention.period->first && mention.period->last && mention.period->precision <= Precision::year)
    context.anchor = mention.period;
}

}  // namespace claimcheck
