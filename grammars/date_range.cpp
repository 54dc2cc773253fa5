#include "date_range.hpp"

#include "date_parts.hpp"
#include "date_relative.hpp"
#include "number.hpp"

namespace claimcheck::grammar {
namespace {

/// Two dates of which one may have been written with parts of the other left out ("March 3-5", "3 to 5 March 2020").
struct DayRange {
  CalendarDate from;
  CalendarDate to;
};

const auto date = reader(read_relative_date);
const auto to_word =
    word("to", "until", "till", "through", "thru") | (word("up") >> word("to")) | mark('-') | mark('~');
const auto range_word = to_word | word("and");
const auto first_of_month = day_digits | day_ordinal | day_in_words;

const x3::rule<struct day_tag, int> day = "day";
const x3::rule<struct month_days_tag, DayRange> month_days = "days after a month";
const x3::rule<struct days_month_tag, DayRange> days_month = "days before a month";
const x3::rule<struct years_tag, DayRange> years = "years";
const auto day_def = day_digits | day_ordinal | day_in_words;

constexpr auto put_from_day = [](auto& context) {
  x3::_val(context).from.day = static_cast<std::uint8_t>(x3::_attr(context));
};
constexpr auto put_to_day = [](auto& context) {
  x3::_val(context).to.day = static_cast<std::uint8_t>(x3::_attr(context));
};
constexpr auto put_month = [](auto& context) {
  x3::_val(context).from.month = x3::_val(context).to.month = static_cast<std::uint8_t>(x3::_attr(context));
};
constexpr auto put_year = [](auto& context) { x3::_val(context).to.year = x3::_attr(context); };
constexpr auto put_from_year = [](auto& context) { x3::_val(context).from.year = x3::_attr(context); };
constexpr auto put_short_year = [](auto& context) {
  DayRange& range = x3::_val(context);
  range.to.year = *range.from.year / 100 * 100 + x3::_attr(context);
  x3::_pass(context) = *range.to.year > *range.from.year && *range.to.year - *range.from.year <= 15;
};
constexpr auto in_order = [](auto& context) {
  x3::_pass(context) = x3::_val(context).from.day < x3::_val(context).to.day;
};
/// "from the 27th to the third of April"
constexpr auto begin_in_time = [](auto& context) {
  DayRange& range = x3::_val(context);
  if (range.from.day > range.to.day) range.from.month = range.to.month == 1 ? 12 : range.to.month - 1;
};
const auto range_year = -comma >> -word("of", "in") >> four_digit_year[put_year];

/// "March 3-5, 2020", "April 9th through the 17th"
const auto month_days_def = month[put_month] >> -full_stop >> -the >> day[put_from_day] >> to_word >> -the >>
                            day[put_to_day] >> x3::eps[in_order] >> !x3::omit[month] >> -range_year;
/// "3-5 March 2020", "the ninth and the seventeenth of April"
const auto days_month_def = -the >> day[put_from_day] >> (range_word | glued_mark('/')) >> -the >> day[put_to_day] >>
                            -word("of") >> month[put_month] >> x3::eps[begin_in_time] >> -(-full_stop >> range_year);
/// "2015-18", "2025/26"
const auto years_def = four_digit_year[put_from_year] >> (glued_mark('-') | glued_mark('/')) >>
                       digits_parser(TokenKind::number, 2, 2, 13, 99)[put_short_year] >> !glued_mark('/');

constexpr auto as_range = [](auto& context) {
  const DayRange& range = x3::_attr(context);
  x3::_val(context).form = DateRange{std::make_shared<const DateTerm>(DateTerm{range.from}),
                                     std::make_shared<const DateTerm>(DateTerm{range.to})};
};

const x3::rule<struct range_tag, DateRange> range = "range";
constexpr auto put_from = [](auto& context) {
  x3::_val(context).from = std::make_shared<const DateTerm>(x3::_attr(context));
};
constexpr auto put_to = [](auto& context) {
  x3::_val(context).to = std::make_shared<const DateTerm>(x3::_attr(context));
};
const auto range_def = (word("from") >> -the >> date[put_from] >> to_word >> -the >> date[put_to]) |
                       (word("between") >> -the >> date[put_from] >> range_word >> -the >> date[put_to]);

constexpr auto shared = [](const DateTerm& term) { return std::make_shared<const DateTerm>(term); };
/// "the year to March", "the three months to the end of April", "the week ending May 10": so much time, of which that
/// is the last month or day.
constexpr auto note_count = [](auto& context) {
  Offset length;
  length.amounts[0].count = x3::_attr(context).value;
  x3::_val(context).form = length;
};
constexpr auto note_unit = [](auto& context) {
  DateTerm& value = x3::_val(context);
  if (!std::holds_alternative<Offset>(value.form)) value.form = Offset{};
  Amount& length = std::get<Offset>(value.form).amounts[0];
  length.unit = static_cast<PeriodUnit>(x3::_attr(context));
  if (length.count == 0) length.count = 1;
  if (length.unit == PeriodUnit::year) length = {length.count * 12, PeriodUnit::month};
};
constexpr auto end_on = [](auto& context) {
  DateTerm& value = x3::_val(context);
  Amount length = std::get<Offset>(value.form).amounts[0];
  auto* last = std::get_if<CalendarDate>(&x3::_attr(context).form);
  bool of_months = length.unit == PeriodUnit::month;
  bool whole = length.count >= 1;
  bool of_days = of_months || length.unit == PeriodUnit::week || length.unit == PeriodUnit::day;
  x3::_pass(context) = whole && last && (last->day ? of_days : last->month && of_months && length.count >= 2);
  if (!x3::_pass(context)) return;
  Offset first;
  if (last->day) {
    first.amounts = {Amount{-1, PeriodUnit::day}, length, Amount{0, PeriodUnit::day}};
    first.size = 3;
  } else {
    first.amounts[0] = {length.count - 1, length.unit};
    first.size = 1;
  }
  first.direction = -1;
  first.from = Offset::From::date;
  first.date = shared(x3::_attr(context));
  value.form = DateRange{shared(DateTerm{first}), first.date};
};
const x3::rule<struct run_to_tag, DateTerm> run_to = "run of time to a date";
const auto run_to_def = -the >> -(reader(read_numeral)[note_count] >> -hyphen()) >> unit[note_unit] >>
                        word("to", "ending", "ended") >> -word("on", "in") >>
                        -(-the >> word("end") >> word("of")) >> date[end_on];

const x3::rule<struct phrase_tag, DateTerm> date_phrase = "date phrase";
constexpr auto keep_form = [](auto& context) { x3::_val(context) = x3::_attr(context); };
constexpr auto set_opening = [](auto& context) {
  x3::_val(context).opening = static_cast<Opening>(x3::_attr(context));
};
constexpr auto under_opening = [](auto& context) {
  Opening opening = x3::_val(context).opening;
  x3::_val(context) = x3::_attr(context);
  x3::_val(context).opening = opening;
};
constexpr auto close = [](auto& context) {
  x3::_val(context).opening = x3::_attr(context) > 0 ? Opening::since : Opening::until;
};
const auto limit = word("from", "between");
constexpr auto led_by(std::uint64_t classes) {
  return &skip_if([=](const Token& token) { return (token.classes & classes) != 0; });
}
const auto day_range = -limit >> ((led_by(bit(Category::month)) >> month_days[as_range]) |
                                  (led_by(digits_class) >> (days_month[as_range] | years[as_range])) |
                                  (&(-the >> led_by(bits(Category::cardinal, Category::ordinal) | digits_class)) >>
                                   days_month[as_range]));
/// A date that was read goes on as a range ("Monday through Wednesday").
constexpr auto range_from_here = [](auto& context) {
  DateTerm& value = x3::_val(context);
  DateRange range_read{std::make_shared<const DateTerm>(std::move(value)),
                       std::make_shared<const DateTerm>(x3::_attr(context))};
  value = DateTerm{std::move(range_read)};
};
/// "5/1-5/7, 2020": the year is that of both.
constexpr auto year_of_range = [](auto& context) {
  auto* both = std::get_if<DateRange>(&x3::_val(context).form);
  auto day_only = [](const DateTermRef& end) {
    auto* calendar = std::get_if<CalendarDate>(&end->form);
    return calendar && calendar->month && calendar->day && !calendar->year ? calendar : nullptr;
  };
  const CalendarDate *from = day_only(both->from), *to = day_only(both->to);
  x3::_pass(context) = from && to;
  if (!x3::_pass(context)) return;
  CalendarDate dated = *to;
  dated.year = x3::_attr(context);
  both->to = std::make_shared<const DateTerm>(DateTerm{dated});
};
const auto range_end = to_word >> -the >> date[range_from_here] >> -(comma >> four_digit_year[year_of_range]);
const x3::rule<struct leading_tag, DateTerm> leading_range = "range that a time link begins";
const auto leading_range_def = date[keep_form] >> range_end;
const auto date_phrase_def = day_range | range[as_form] |
                             (&starts(bit(Category::time_link)) >> leading_range[keep_form]) |
                             (code(Category::time_link, "opening")[set_opening] >> -the >> date[under_opening]) |
                             (date[keep_form] >> -(range_end | code(Category::time_link, "closing")[close]));

BOOST_SPIRIT_DEFINE(day, month_days, days_month, years, range, leading_range, run_to, date_phrase)

/// "the | year to", "12 | months to", "the week | ending"
bool runs_to(Iterator at, Iterator last) {
  Iterator first = at;
  if (at != last && at->key == word_key("the")) ++at;
  while (at != last && ((at->classes & (digits_class | bit(Category::cardinal))) || at->mark == '-')) ++at;
  if (at == first || last - at < 2 || !is(*at, Category::period_unit)) return false;
  bool ending = at[1].key == word_key("ending") || at[1].key == word_key("ended");
  return at[1].key == word_key("to") || (ending && at->key == word_key("week"));
}

}  // namespace

bool read_date_phrase(TokenIterator& first, TokenIterator last, const Lexicon& lexicon, DateTerm& term) {
  if (runs_to(first, last) && read_with(run_to, first, last, lexicon, term)) return true;
  return read_with(date_phrase, first, last, lexicon, term);
}

}  // namespace claimcheck::grammar
