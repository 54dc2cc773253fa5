#include "date_relative.hpp"

#include "date_absolute.hpp"
#include "date_parts.hpp"
#include "number.hpp"

#include <algorithm>

namespace claimcheck::grammar {
namespace {

using TermRule = DateTerm;

bool read_count(Iterator& first, Iterator last, const Lexicon& lexicon, double& count) {
  Iterator at = first;
  Numeral numeral;
  if (!read_numeral(at, last, lexicon, numeral) || numeral.ordinal || numeral.value > 9999) return false;
  bool mixed = std::any_of(first, at, [](const Token& token) { return token.key == word_key("and"); });
  if (numeral.fraction && !mixed && (at - first) > 1 && is(at[-1], Category::period_unit)) {
    // "three quarters" is three units of the calendar here.
    Match match = lexicon.match(Category::cardinal, first, last);
    if (!match && first->kind != TokenKind::number) return false;
    at = match ? match.end : first + 1, numeral.value = match ? match.lexeme->value : first->value;
  }
  count = numeral.value;
  first = at;
  return true;
}

constexpr auto share = [](const DateTerm& term) { return std::make_shared<const DateTerm>(term); };
constexpr auto time_word(std::string_view kind) {
  return code(Category::time_word, kind);
}
constexpr auto time_link(std::string_view kind) {
  return code(Category::time_link, kind);
}
const auto day_part = x3::omit[phrase(Category::day_part)];
const auto lean = time_word("lean");
const auto absolute = reader(read_absolute_date);

// Days and vague times.

const x3::rule<struct near_tag, NearDay> near_day = "near day";
constexpr auto set_offset = set<&NearDay::offset>;
const auto near_day_def = (code(Category::day_word)[set_offset] >> -day_part) | (word("this") >> x3::eps >> day_part) |
                          (word("last") >> word("night", "evening") >> x3::attr(-1)[set_offset]) |
                          (day_part >> -word("of") >> code(Category::day_word)[set_offset]);

const x3::rule<struct vague_tag, VagueTime> vague_time = "vague time";
const auto vague_time_def =
    time_word("vague")[set<&VagueTime::direction>] | (the >> time_word("vague_noun")[set<&VagueTime::direction>]);

// A unit, a month, a weekday or a season with "last", "this", "next", "that".

const x3::rule<struct unit_reference_tag, UnitReference> unit_reference = "unit";
constexpr auto set_unit = set<&UnitReference::unit>;
constexpr auto set_lean = set<&UnitReference::lean>;
/// "the year" is this one; "the quarter" the one that the text is about.
constexpr auto the_unit = [](auto& context) {
  auto unit_read = static_cast<PeriodUnit>(x3::_attr(context));
  x3::_val(context) = {unit_read, unit_read == PeriodUnit::quarter ? Lean::same : Lean::current};
};
const auto two_digit_number = digits_parser(TokenKind::number, 1, 2, 1, 53);
const auto unit_reference_def =
    (-the >> lean[set_lean] >> unit[set_unit]) |
    (-the >> lean[set_lean] >> word("period") >> x3::eps[put<&UnitReference::unit, PeriodUnit::quarter>]) |
    (the >> -(word("full")) >> unit[the_unit] >> !x3::omit[two_digit_number]);

constexpr auto lean_on = [](DateTerm& term, Lean wanted) {
  if (auto* date = std::get_if<CalendarDate>(&term.form)) return date->lean = wanted, true;
  if (auto* part = std::get_if<YearPart>(&term.form)) return part->lean = wanted, true;
  if (auto* holiday = std::get_if<HolidayDate>(&term.form)) return holiday->lean = wanted, true;
  return false;
};
const x3::rule<struct leaning_tag, DateTerm> leaning = "leaning date";
constexpr auto keep = [](auto& context) { x3::_val(context) = x3::_attr(context); };
constexpr auto note_lean = [](auto& context) {
  CalendarDate date;
  date.lean = static_cast<Lean>(x3::_attr(context));
  x3::_val(context).form = date;
};
constexpr auto lean_date = [](auto& context) {
  Lean wanted = std::get<CalendarDate>(x3::_val(context).form).lean;
  x3::_val(context) = x3::_attr(context);
  x3::_pass(context) = lean_on(x3::_val(context), wanted);
};
const auto leaning_def = -the >> lean[note_lean] >> absolute[lean_date];

// Runs of time.

const x3::rule<struct window_tag, Window> window = "run of time";
constexpr auto set_count = set<&Window::count>;
constexpr auto set_ahead = [](auto& context) { x3::_val(context).ahead = x3::_attr(context) > 0; };
const auto count = reader(read_count);
const auto few = (-word("a") >> word("few", "couple") >> -word("of")) | word("several", "many");
const auto plural_unit = code(Category::period_unit);
const auto run = time_word("run");
const auto couple = -word("a") >> word("couple") >> -word("of") >> x3::attr(2.0)[set_count];
const auto window_def =
    (-the >> run[set_ahead] >> -word("only") >> (count[set_count] | couple | few) >> -hyphen() >>
     unit[set<&Window::unit>]) |
    (-the >> -word("only") >> -the >> count[set_count] >> run[set_ahead] >> unit[set<&Window::unit>]) |
    (-(the | word("most")) >> run[set_ahead] >>
     &word("days", "weeks", "months", "years", "decades", "hours", "quarters", "centuries") >>
     unit[set<&Window::unit>]) |
    (the >> word("past") >> unit[set<&Window::unit>] >> x3::attr(1.0)[set_count]);

// Counted from a point.

const x3::rule<struct amount_tag, Amount> amount = "amount";
const x3::rule<struct offset_tag, Offset> offset = "offset";
constexpr auto set_amount_count = set<&Amount::count>;
const auto hedge = word("nearly", "almost", "about", "around", "roughly", "over", "some", "just", "only", "exactly") |
                   (word("more", "less") >> word("than")) | (word("at") >> word("least"));
const auto no_count = x3::attr(0.0)[set_amount_count];
const auto one = x3::attr(1.0)[set_amount_count];
const auto many_units = word("days", "weeks", "months", "years", "hours", "minutes", "decades");
const auto amount_unit = unit[set<&Amount::unit>];
const auto amount_def =
    (count[set_amount_count] >> -hyphen() >> amount_unit) |
    (-word("a") >> word("couple") >> -word("of") >> amount_unit >> x3::attr(2.0)[set_amount_count]) |
    (few >> amount_unit >> no_count) |
    (-word("a") >> word("half") >> (hyphen() | word("a", "an")) >> amount_unit >> x3::attr(0.5)[set_amount_count]) |
    (word("a", "an", "the") >> -word("full") >> -hyphen() >> !many_units >> amount_unit >> one) |
    (amount_unit >> &x3::omit[hyphen()] >> one) | (-the >> &many_units >> amount_unit >> no_count);
constexpr auto add_amount = [](auto& context) {
  Offset& value = x3::_val(context);
  const Amount& amount_read = x3::_attr(context);
  x3::_pass(context) = value.size < value.amounts.size();
  if (value.size < value.amounts.size()) value.amounts[value.size++] = amount_read;
  value.vague |= amount_read.count == 0;
};
constexpr auto set_direction = set<&Offset::direction>;
const auto and_amount = -comma >> -word("and") >> amount[add_amount];
const auto counted_from_mention = x3::eps[put<&Offset::from, Offset::From::mentioned>];
const x3::rule<struct simple_tag, DateTerm> simple = "date or unit";
constexpr auto set_from_date = [](auto& context) {
  Offset& value = x3::_val(context);
  value.date = share(x3::_attr(context));
  value.from = Offset::From::date;
};
/// Whatever is counted from a point says so close behind.
struct link_ahead_parser : x3::parser<link_ahead_parser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  template <class Context, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context&, RContext&, Attribute&) const {
    constexpr std::ptrdiff_t reach = 24;
    return std::any_of(first, first + std::min(reach, last - first),
                       [](const Token& token) { return is(token, Category::time_link); });
  }
};
const link_ahead_parser link_ahead{};
/// "two days after the attack on Monday", "a year ago", but "year-ago" of a comparison, as "a year earlier", counts
/// from what is compared.
const auto offset_def = -hedge >> amount[add_amount] >> *and_amount >>
                        ((time_link("from_date")[set_direction] >> simple[set_from_date]) |
                         (((hyphen() >> time_link("from_published")[set_direction] >> counted_from_mention) |
                           time_link("from_published")[set_direction] |
                           (-hyphen() >> time_link("from_mentioned")[set_direction] >> !word("this", "in", "next") >>
                            counted_from_mention)) >>
                          -(word("quarter", "period"))));

/// "two weeks starting May 20", "3 days starting from next Monday": from that day on, to the last of them.
DateRange run_of_time(const Amount& length, const DateTermRef& from) {
  Offset end;
  end.amounts[0] = length;
  end.amounts[1] = {-1, PeriodUnit::day};
  end.size = 2;
  end.direction = 1;
  end.from = Offset::From::date;
  end.date = from;
  return {from, share(DateTerm{end})};
}
constexpr auto note_length = [](auto& context) {
  Offset length;
  length.amounts[0] = x3::_attr(context);
  x3::_val(context).form = length;
};
constexpr auto start_on = [](auto& context) {
  Amount length = std::get<Offset>(x3::_val(context).form).amounts[0];
  x3::_pass(context) = length.count > 0;
  x3::_val(context).form = run_of_time(length, share(x3::_attr(context)));
};
/// "two weeks | starting", close behind.
struct start_ahead_parser : x3::parser<start_ahead_parser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  template <class Context, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context&, RContext&, Attribute&) const {
    constexpr std::ptrdiff_t reach = 6;
    return std::any_of(first, first + std::min(reach, last - first), [](const Token& token) {
      return is(token, Category::time_link) &&
             (token.key == word_key("starting") || token.key == word_key("beginning"));
    });
  }
};
const start_ahead_parser start_ahead{};
const auto starting = start_ahead >> amount[note_length] >> word("starting", "beginning") >>
                      -word("on", "from", "in") >> simple[start_on];

// "the week after next", "the year before last"
const x3::rule<struct second_tag, WeekOf> second_next = "unit after the next";
constexpr auto two_units = [](auto& context, int direction) {
  Offset two;
  two.amounts[0] = {2, x3::_val(context).unit};
  two.size = 1;
  two.direction = direction;
  x3::_val(context).day = share(DateTerm{two});
  x3::_pass(context) = x3::_val(context).unit >= PeriodUnit::week;
};
constexpr auto two_ahead = [](auto& context) { two_units(context, 1); };
constexpr auto two_back = [](auto& context) { two_units(context, -1); };
const auto second_next_def = the >> unit[set<&WeekOf::unit>] >>
                             ((word("after") >> word("next") >> x3::eps[two_ahead]) |
                              (word("before") >> word("last") >> x3::eps[two_back])) >>
                             !starts(numerals | bits(Category::month, Category::weekday, Category::season,
                                                     Category::holiday, Category::period_unit));

// "in two weeks", "within nine months": what is to come, if the sentence says so.
const x3::rule<struct in_tag, Offset> in_amount = "in an amount of time";
const auto in_amount_def = word("in") >> amount[add_amount] >> x3::eps[put<&Offset::direction, 1>] >>
                           -((word("s", "'s") | mark('\'')) >> word("time")) >>
                           -(word("from") >> (word("today", "now")));

// Counted inside a period.

const x3::rule<struct nth_tag, Nth> nth = "nth in a period";
constexpr auto set_of = [](auto& context) { x3::_val(context).of = share(x3::_attr(context)); };
constexpr auto set_nth_count = [](auto& context) { x3::_val(context).count = static_cast<int>(x3::_attr(context)); };
bool read_rank(Iterator& first, Iterator last, const Lexicon& lexicon, int& rank) {
  if (first == last) return false;
  if (first->key == word_key("last") || first->key == word_key("final")) return rank = -1, ++first, true;
  if (first->kind == TokenKind::ordinal && first->value < 367)
    return rank = static_cast<int>(first->value), ++first, true;
  return read_day_in_words(first, last, lexicon, rank);
}
/// Not "last year in ...".
constexpr auto set_nth_unit = [](auto& context) {
  x3::_val(context).unit = static_cast<PeriodUnit>(x3::_attr(context));
  x3::_pass(context) = x3::_val(context).unit < PeriodUnit::year;
};
/// "the first week of October on Friday"
constexpr auto day_of_week = [](auto& context) {
  DateTerm& value = x3::_val(context);
  x3::_pass(context) = std::get<Nth>(value.form).unit == PeriodUnit::week;
  CalendarDate day;
  day.weekday = static_cast<std::uint8_t>(x3::_attr(context));
  value = DateTerm{Within{share(DateTerm{day}), share(value)}};
};
/// "of the | summer"; "the year" is one date.
const auto the_of_name = word("the") >> !starts(bit(Category::period_unit));
const auto nth_def = -the >> reader(read_rank)[set<&Nth::index>] >> -hyphen() >> -(count[set_nth_count]) >>
                     (unit[set_nth_unit] | weekday[set<&Nth::weekday>]) >> word("of", "in") >> -the_of_name
                     >> simple[set_of];

// One date inside another, and what is round a date.

const x3::rule<struct within_tag, Within> within = "date within a period";
const x3::rule<struct week_of_tag, WeekOf> week_of = "week of a date";
const x3::rule<struct outer_tag, DateTerm> outer = "outer period";
constexpr auto set_inner = [](auto& context) { x3::_val(context).inner = share(x3::_attr(context)); };
constexpr auto set_outer = [](auto& context) { x3::_val(context).outer = share(x3::_attr(context)); };
const auto outer_def = unit_reference[as_form];
const auto clitic = kind(TokenKind::clitic);
const x3::rule<struct dotm_tag, DateTerm> month_day_number = "day of a month";
constexpr auto only_day = [](auto& context) {
  CalendarDate date;
  date.day = static_cast<std::uint8_t>(x3::_attr(context));
  x3::_val(context).form = date;
};
const auto month_day_number_def = -the >> (day_ordinal[only_day] | day_in_words[only_day]) >> -(word("day")) >>
                                  -word("of") >> x3::eps;
const auto within_def = (outer[set_outer] >> -(hyphen()) >> -(word("on")) >> absolute[set_inner]) |
                        (outer[set_outer] >> x3::omit[clitic] >> absolute[set_inner]) |
                        (month_day_number[set_inner] >> outer[set_outer]);
constexpr auto set_week_day = [](auto& context) { x3::_val(context).day = share(x3::_attr(context)); };
const auto week_of_def = -the >> &word("week", "weekend", "fortnight") >> unit[set<&WeekOf::unit>] >>
                         (word("of") | (word("beginning", "starting", "commencing") >> -word("on"))) >> -the >>
                         (absolute[set_week_day] | month_day_number[set_week_day]);

// With a part of the day or of the period.

constexpr auto set_part = [](auto& context) {
  auto wanted = static_cast<Part>(x3::_attr(context));
  x3::_val(context).part = wanted;
};
constexpr auto under_part = [](auto& context) {
  Part part = x3::_val(context).part;
  x3::_val(context) = x3::_attr(context);
  x3::_val(context).part = part;
};
const x3::rule<struct whole_tag, DateTerm> unmodified = "date without part";
const x3::rule<struct parted_tag, DateTerm> parted = "part of a date";
constexpr auto not_second = [](auto& context) {
  x3::_pass(context) = x3::_attr(context) != static_cast<int>(PeriodUnit::second);
};

constexpr auto year_end = [](auto& context) {
  CalendarDate date;
  date.month = 12, date.day = 31;
  x3::_val(context).form = date;
};
/// "the year to date"
constexpr auto so_far = [](auto& context) {
  x3::_val(context).form = UnitReference{static_cast<PeriodUnit>(x3::_attr(context)), Lean::current};
  x3::_val(context).part = Part::earlier;
};
const auto to_date = -the >> unit[so_far] >> -hyphen() >> word("to") >> -hyphen() >> word("date");
const auto simple_def = near_day[as_form] | window[as_form] | leaning[keep] | unit_reference[as_form] | parted[keep] |
                        absolute[keep] | vague_time[as_form];
/// A date with its parts as written, and what may stand behind it: "Easter weekend", "June of last year". The first
/// token tells: nothing else begins with digits, but for counted time, and nothing else with a month or a weekday.
const x3::rule<struct calendar_tag, DateTerm> calendar = "calendar date";
constexpr auto weekend_of = [](auto& context) {
  DateTerm& value = x3::_val(context);
  value = DateTerm{WeekOf{share(value), PeriodUnit::weekend}};
};
constexpr auto inside = [](auto& context) {
  DateTerm& value = x3::_val(context);
  value = DateTerm{Within{share(value), share(x3::_attr(context))}};
};
/// "Monday two weeks from now", "Friday, three weeks after Christmas": that weekday in the week so far on.
constexpr auto weekday_only = [](auto& context) {
  auto* date = std::get_if<CalendarDate>(&x3::_val(context).form);
  x3::_pass(context) = date && date->weekday && !date->day && !date->month && date->lean == Lean::nearest;
};
constexpr auto weeks_on = [](auto& context) {
  DateTerm& value = x3::_val(context);
  const Offset& weeks = x3::_attr(context);
  x3::_pass(context) = weeks.from != Offset::From::mentioned && weeks.size == 1 && !weeks.vague &&
                       weeks.amounts[0].unit >= PeriodUnit::week;
  if (!x3::_pass(context)) return;
  DateTermRef week = share(DateTerm{WeekOf{share(DateTerm{weeks}), PeriodUnit::week}});
  value = DateTerm{Within{share(value), week}};
};
const auto weeks_behind = x3::eps[weekday_only] >> -comma >> &(starts(numerals) | word("a")) >> link_ahead
                          >> offset[weeks_on];
/// British "Friday week": a week behind the coming Friday.
constexpr auto days_on = [](DateTerm& value, int days) {
  std::get<CalendarDate>(value.form).lean = Lean::upcoming;
  Offset later;
  later.amounts[0] = {static_cast<double>(days), PeriodUnit::day};
  later.size = 1;
  later.direction = 1;
  later.from = Offset::From::date;
  later.date = share(value);
  value = DateTerm{later};
};
/// "the Sunday before last"
constexpr auto before_the_last = [](auto& context) {
  days_on(x3::_val(context), -7);
  DateTerm last = *std::get<Offset>(x3::_val(context).form).date;
  std::get<CalendarDate>(last.form).lean = Lean::latest;
  std::get<Offset>(x3::_val(context).form).date = share(last);
};
constexpr auto a_week_on = [](auto& context) { days_on(x3::_val(context), 7); };
constexpr auto a_fortnight_on = [](auto& context) { days_on(x3::_val(context), 14); };
const auto ends_phrase = x3::eoi | kind(TokenKind::punctuation) |
                         starts(bits(Category::preposition, Category::conjunction, Category::auxiliary));
const auto week_on = x3::eps[weekday_only] >> ((word("before") >> word("last") >> x3::eps[before_the_last]) |
                                               (word("week") >> &ends_phrase >> x3::eps[a_week_on]) |
                                               (word("fortnight") >> &ends_phrase >> x3::eps[a_fortnight_on]));
const auto calendar_def = absolute[keep] >>
                          -(weeks_behind | week_on | (word("weekend") >> x3::eps[weekend_of]) |
                            (-(word("of", "in")) >> !x3::omit[time_word("run") >> count] >> outer[inside]));
constexpr bool begins_with_name(const Token& token) {
  constexpr std::uint64_t names = bits(Category::month, Category::weekday, Category::season, Category::holiday);
  constexpr std::uint64_t others =
      bits(Category::time_word, Category::time_link, Category::period_unit, Category::day_word, Category::day_part,
           Category::cardinal, Category::ordinal, Category::fraction, Category::scale, Category::sign);
  return (token.classes & names) && !(token.classes & others);
}
// With what each form begins.
const auto with_unit = opening(bit(Category::period_unit));
const auto with_time_word = opening(bit(Category::time_word));
const auto with_amount = opening(numerals | bits(Category::hedge_before, Category::period_unit), "a", "an", "few",
                                 "couple", "several", "many", "nearly", "almost", "about", "around", "roughly", "over",
                                 "some", "just", "only", "exactly", "more", "less", "at");
/// "the week | after next"
struct second_ahead_parser : x3::parser<second_ahead_parser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  template <class Context, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context&, RContext&, Attribute&) const {
    constexpr std::ptrdiff_t words = 4;
    if (last - first < words || !is(first[1], Category::period_unit)) return false;
    return (first[2].key == word_key("after") && first[3].key == word_key("next")) ||
           (first[2].key == word_key("before") && first[3].key == word_key("last"));
  }
};
const second_ahead_parser second_ahead{};
const auto with_run = opening(numerals | bit(Category::time_word), "a", "an", "most", "only");
const auto with_day = opening(bits(Category::day_word, Category::day_part), "this", "last");
const auto with_rank = opening(numerals, "last", "final");
const auto with_week = opening(0, "week", "weekend", "fortnight");
const auto with_outer = opening(numerals | bits(Category::time_word, Category::period_unit), "full");
const auto with_reference = opening(bits(Category::time_word, Category::period_unit), "full");

/// "a week ago | on Tuesday", "two weeks ago | Tuesday": that day of the week so far back.
constexpr auto day_of_offset = [](auto& context) {
  DateTerm& value = x3::_val(context);
  const Offset& weeks = std::get<Offset>(value.form);
  x3::_pass(context) = weeks.amounts[0].unit == PeriodUnit::week;
  if (!x3::_pass(context)) return;
  CalendarDate day;
  day.weekday = static_cast<std::uint8_t>(x3::_attr(context));
  DateTermRef week = share(DateTerm{WeekOf{share(value), PeriodUnit::week}});
  value = DateTerm{Within{share(DateTerm{day}), week}};
};
/// "a year ago | today", "a year ago | this week", "a year ago | on May 12".
constexpr auto years_back = [](auto& context) {
  const Offset& years = std::get<Offset>(x3::_val(context).form);
  x3::_pass(context) = years.direction < 0 && years.amounts[0].unit == PeriodUnit::year;
};
constexpr auto on_that_day = [](auto& context) {
  Offset& years = std::get<Offset>(x3::_val(context).form);
  years.amounts[years.size++] = {static_cast<double>(-x3::_attr(context)), PeriodUnit::day};
};
constexpr auto in_that_unit = [](auto& context) {
  DateTerm& value = x3::_val(context);
  value = DateTerm{WeekOf{share(value), static_cast<PeriodUnit>(x3::_attr(context))}};
};
constexpr auto on_that_date = [](auto& context) {
  DateTerm& value = x3::_val(context);
  auto* date = std::get_if<CalendarDate>(&x3::_attr(context).form);
  x3::_pass(context) = date && date->month && date->day && !date->year && !date->weekday;
  if (!x3::_pass(context)) return;
  DateTermRef year = share(DateTerm{WeekOf{share(value), PeriodUnit::year}});
  value = DateTerm{Within{share(x3::_attr(context)), year}};
};
constexpr auto counts_back = [](auto& context) {
  auto* offset_read = std::get_if<Offset>(&x3::_val(context).form);
  x3::_pass(context) =
      offset_read && offset_read->from == Offset::From::published && offset_read->size == 1 && !offset_read->vague;
};
const auto behind_offset = x3::eps[counts_back] >> ((-word("on") >> weekday[day_of_offset]) |
                                                    (x3::eps[years_back] >> word("this") >> unit[in_that_unit]) |
                                                    (x3::eps[years_back] >> code(Category::day_word)[on_that_day]) |
                                                    (x3::eps[years_back] >> word("on") >> absolute[on_that_date]));

const auto digits = token_if([](const Token& token) { return token.kind == TokenKind::number; });
const auto name = token_if(begins_with_name);
const auto unmodified_def =
    (&digits >> ((link_ahead >> (offset[as_form] | starting)) | window[as_form] | calendar[keep])) |
    (&name >> calendar[keep]) |
    (!(digits | name) >>
     ((second_ahead >> second_next[as_form]) | (with_amount >> link_ahead >> (offset[as_form] | starting)) |
      (with_day >> near_day[as_form]) | (with_rank >> nth[as_form] >> -(-comma >> word("on") >> weekday[day_of_week])) |
      (with_week >> week_of[as_form]) | (with_run >> window[as_form]) | calendar[keep] |
      (with_outer >> within[as_form]) | (with_time_word >> leaning[keep]) |
      (with_reference >> unit_reference[as_form])));
const auto parted_def =
    -the >> time_word("part")[set_part] >> -hyphen() >> -the >>
    (unmodified[under_part] | unit[([](auto& context) {
       x3::_val(context).form = UnitReference{static_cast<PeriodUnit>(x3::_attr(context)), Lean::current};
     })]);

const x3::rule<struct relative_tag, DateTerm> relative = "date";
const auto relative_def = ((with_unit >> to_date) | (&word("in") >> in_amount[as_form]) |
                           (with_time_word >> parted[keep]) | unmodified[keep] |
                           (with_time_word >> -the >> x3::omit[time_word("year_end")][year_end]) |
                           (the >> day_ordinal[only_day]) | (with_time_word >> vague_time[as_form])) >>
                          -behind_offset >> -(-comma >> day_part);

BOOST_SPIRIT_DEFINE(near_day, vague_time, unit_reference, leaning, window, amount, offset, in_amount, nth, simple,
                    within, week_of, second_next, calendar, outer, month_day_number, unmodified, parted, relative)

}  // namespace

bool read_relative_date(TokenIterator& first, TokenIterator last, const Lexicon& lexicon, DateTerm& date) {
  return read_with(relative, first, last, lexicon, date);
}

}  // namespace claimcheck::grammar
