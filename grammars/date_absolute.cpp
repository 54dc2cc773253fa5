#include "date_absolute.hpp"

#include "date_parts.hpp"

namespace claimcheck::grammar {
namespace {

using Date = CalendarDate;

constexpr auto set_year = set<&Date::year>;
constexpr auto set_month = set<&Date::month>;
constexpr auto set_day = set<&Date::day>;
constexpr auto set_weekday = set<&Date::weekday>;
constexpr auto set_short_year = [](auto& context) {
  set_year(context);
  x3::_val(context).short_year = true;
};
constexpr auto set_compact = [](auto& context) {
  int digits = x3::_attr(context);
  Date& date = x3::_val(context);
  date.year = digits / 10000;
  date.month = static_cast<std::uint8_t>(digits / 100 % 100);
  date.day = static_cast<std::uint8_t>(digits % 100);
  x3::_pass(context) = date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31;
};
/// "5.12": a decimal number is a month and a day only beside a weekday.
constexpr auto set_point_date = [](auto& context) {
  const Token& token = *x3::_attr(context);
  Date& date = x3::_val(context);
  auto hundredths = static_cast<int>(token.value * (token.decimals == 1 ? 10 : 100) + 0.5);
  int whole = static_cast<int>(token.value), part = hundredths - whole * (token.decimals == 1 ? 10 : 100);
  date.month = static_cast<std::uint8_t>(whole);
  date.day = static_cast<std::uint8_t>(part);
  date.either_order = true;
  x3::_pass(context) = whole >= 1 && whole <= 31 && part >= 1 && part <= 31;
};

template <int>
struct date_tag;
template <int N>
using date_rule = x3::rule<date_tag<N>, Date>;

const date_rule<1> month_day = "month day";
const date_rule<2> day_month = "day month";
const date_rule<3> iso_date = "iso date";
const date_rule<4> numeric_date = "numeric date";
const date_rule<5> year_month_day = "year month day";
const date_rule<6> month_year = "month year";
const date_rule<7> numeric_month_year = "numeric month year";
const date_rule<8> compact_date = "compact date";
const date_rule<9> weekday_date = "weekday date";
const date_rule<10> lone_month = "month";
const date_rule<11> lone_year = "year";
const date_rule<12> numeric_month_day = "numeric month day";
const date_rule<13> day_of_month = "day of the month";
const date_rule<16> apostrophe_year = "'87";
const date_rule<15> month_year_words = "month and year in words";
const date_rule<14> beside_weekday = "date beside a weekday";

const auto glued_slash = glued_mark('/');
const auto glued_hyphen = glued_mark('-');
const auto glued_stop = glued_mark('.');
const x3::rule<struct day_tag, int> day = "day";
const auto day_def = day_digits | day_ordinal | day_in_words;
const auto short_year = mark('\'') >> two_digits;
const auto not_more_digits = !(mark('-') >> kind(TokenKind::number)) >> !(glued_slash >> kind(TokenKind::number));

/// "March 5, 2020", "Mar. 5th 2020", "March the fifth", "May 5 of 2020", "Sep-23-2020"
const auto after_day =
    comma | word("of", "in") | (word("in") >> word("the") >> word("year")) | glued_hyphen | glued_slash;
const auto year_after = -(after_day) >> (four_digit_year[set_year] | year_in_words[set_year]);
const auto month_day_def = month[set_month] >> -full_stop >> -(comma | glued_hyphen | glued_slash) >> -the
                           >> day[set_day] >> -(word("day")) >> -(year_after | (-comma >> short_year[set_short_year]));

/// "5 March 2020", "the 5th of March, 2020", "23-Sep-2020", "15 April of 87"
const auto between = glued_hyphen | glued_slash | (-(word("day")) >> word("of"));
const auto after_month = comma | word("of", "in") | glued_hyphen | glued_slash;
const auto day_month_def = -the >> day[set_day] >> -between >> month[set_month] >>
                           -(-full_stop >> ((-after_month >> (four_digit_year[set_year] | year_in_words[set_year])) |
                                            ((word("of") | glued_hyphen | glued_slash) >> two_digits[set_short_year]) |
                                            (-comma >> short_year[set_short_year])));

/// "2020-03-05", "2020/3/5", "2020.03.05", "2020 10 16"
const auto iso_date_def = four_digit_year[set_year] >>
                          ((glued_hyphen >> month_number[set_month] >> glued_hyphen >> day_digits[set_day]) |
                           (glued_slash >> month_number[set_month] >> glued_slash >> day_digits[set_day]) |
                           (glued_stop >> month_number[set_month] >> glued_stop >> day_digits[set_day]) |
                           (two_digits[set_month] >> two_digits[set_day])) >>
                          not_more_digits;

/// "05/03/2020", "5-3-2020", "5.3.2020", "05/03/20"
const auto numeric_date_def = day_digits[set_month] >>
                              ((glued_slash >> day_digits[set_day] >> glued_slash >>
                                (four_digit_year[set_year] | two_digits[set_short_year])) |
                               (glued_hyphen >> day_digits[set_day] >> glued_hyphen >> four_digit_year[set_year]) |
                               (glued_stop >> day_digits[set_day] >> glued_stop >> four_digit_year[set_year])) >>
                              x3::eps[put<&Date::either_order, true>];

/// "10/25", where a full date does not follow
const auto numeric_month_day_def = day_digits[set_month] >> glued_slash >> day_digits[set_day] >> !(glued_mark('/')) >>
                                   !glued_mark('%') >> x3::eps[put<&Date::either_order, true>];

/// "2020 March 5", "2019-aug-01", "2020/Sep/23", "2020/23/Sep"
const auto date_separator = -(glued_hyphen | glued_slash);
const auto year_month_day_def = four_digit_year[set_year] >> date_separator >>
                                ((month[set_month] >> date_separator >> day_digits[set_day]) |
                                 (day_digits[set_day] >> date_separator >> month[set_month]));

/// "March 2020", "March of 2020", "Dec-2018", "2020 March"
const auto month_year_def =
    (month[set_month] >> -full_stop >>
     ((-(comma | word("of", "in") | glued_hyphen | glued_slash) >>
       (four_digit_year[set_year] | year_in_words[set_year])) |
      (-(comma | word("of")) >> short_year[set_short_year]) | (word("of") >> two_digits[set_short_year]))) |
    (four_digit_year[set_year] >> date_separator >> month[set_month]);

/// "12-2015", "2015-12"
const auto recent_year = digits_parser(TokenKind::number, 4, 4, 1900, 2099);
const auto numeric_month_year_def =
    ((month_number[set_month] >> (glued_hyphen | glued_slash) >> recent_year[set_year]) |
     (recent_year[set_year] >> glued_hyphen >> month_number[set_month])) >>
    not_more_digits;

const auto compact_date_def = digits_parser(TokenKind::number, 8, 8, 10000101, 29991231)[set_compact];

/// "Thursday, March 5, 2020", "Friday 7/6", "Monday 21", "Tuesday the eleventh", "Wednesday"
constexpr auto add_date = [](auto& context) {
  Date date = x3::_attr(context);
  date.weekday = x3::_val(context).weekday;
  x3::_val(context) = date;
};
const auto point_date = token_if([](const Token& token) {
  return token.kind == TokenKind::number && token.decimals >= 1 && token.decimals <= 2 && token.digits <= 2;
});
const auto beside_weekday_def = -full_stop >>
                                ((-comma >> -glued_hyphen >>
                                  (whole[month_day] | whole[day_month] | whole[iso_date] | whole[numeric_date] |
                                   whole[year_month_day] | whole[numeric_month_day])) |
                                 (-glued_hyphen >> whole[day_of_month]));
const auto weekday_date_def = weekday[set_weekday] >>
                              -(beside_weekday[add_date] | (mark('(') >> beside_weekday[add_date] >> mark(')')));
const auto day_of_month_def =
    (month_number[set_month] >> glued_hyphen >> day_digits[set_day] >> x3::eps[put<&Date::either_order, true>]) |
    (-the >> (day_ordinal[set_day] | day_in_words[set_day]) >> !x3::omit[kind(TokenKind::word)]) |
    (day_digits[set_day] >> !x3::omit[kind(TokenKind::word)] >> !glued_hyphen) | point_date[set_point_date];

const auto lone_month_def = month[set_month];
const auto month_year_words_def = month[set_month] >> year_in_words[set_year];
const auto glued = skip_if([](const Token& token) { return token.glued; });
const auto lone_year_def = -(-the >> phrase(Category::time_word, "fiscal")) >> -(-the >> word("year") >> -word("of")) >>
                           (four_digit_year[set_year] | year_in_words[set_year]);
const auto apostrophe_year_def = short_year[set_short_year] >> !(glued_mark('\'') | (&glued >> word("s", "'s")));

BOOST_SPIRIT_DEFINE(month_day, day_month, iso_date, numeric_date, year_month_day, month_year, numeric_month_year,
                    compact_date, weekday_date, lone_month, lone_year, numeric_month_day, day_of_month, day,
                    beside_weekday, month_year_words, apostrophe_year)

// Groups of years, quarters, seasons, holidays and weeks.

const x3::rule<struct group_tag, YearGroup> year_group = "decade or century";
const x3::rule<struct part_tag, YearPart> year_part = "quarter or half";
const x3::rule<struct season_tag, YearPart> season = "season";
const x3::rule<struct holiday_tag, HolidayDate> holiday = "holiday";
const x3::rule<struct week_tag, WeekNumber> week_number = "week number";

constexpr auto set_decade = [](auto& context) { x3::_val(context) = {x3::_attr(context), Precision::decade}; };
constexpr auto set_short_decade = [](auto& context) {
  x3::_val(context) = {1900 + x3::_attr(context), Precision::decade};
};
constexpr auto set_century = [](auto& context) {
  int century = x3::_attr(context);
  x3::_val(context) = {(century - 1) * 100, Precision::century};
};
const auto plural_s = -mark('\'') >> word("s", "'s");
const auto tens = digits_parser(TokenKind::number, 2, 2, 10, 90);
const auto year_group_def =
    -the >> ((four_digit_year[set_decade] >> plural_s) | (-mark('\'') >> tens[set_short_decade] >> plural_s) |
             code(Category::time_word, "decade")[set_decade] |
             ((digits_parser(TokenKind::ordinal, 1, 2, 1, 30)[set_century] | day_in_words[set_century]) >> -hyphen() >>
              word("century")));

constexpr auto set_part_year = set<&YearPart::year>;
constexpr auto set_part_index = set<&YearPart::index>;
const auto of_year = -comma >> -word("of", "in") >> -the >> -(word("year")) >>
                     -phrase(Category::time_word, "fiscal") >> four_digit_year[set_part_year];
const x3::rule<struct ordinal_tag, int> ordinal_number = "ordinal";
const auto ordinal_number_def = digits_parser(TokenKind::ordinal, 1, 1, 1, 4) | day_in_words;
constexpr auto set_quarter = [](auto& context) {
  x3::_val(context).index = static_cast<std::uint8_t>(x3::_attr(context));
  x3::_pass(context) = x3::_val(context).index <= 4;
};
const auto fiscal = -phrase(Category::time_word, "fiscal") >> -hyphen();
const auto quarter_label = code(Category::time_word, "quarter_label");
const auto half_label = code(Category::time_word, "half_label");
const auto as_half = x3::eps[put<&YearPart::unit, PeriodUnit::half>];
const auto year_part_def = (-the >> fiscal >> ordinal_number[set_quarter] >> -hyphen() >> word("quarter") >> -of_year) |
                           (quarter_label[set_part_index] >> -(-hyphen() >> of_year)) |
                           (half_label[set_part_index] >> -hyphen() >> of_year >> as_half) |
                           (four_digit_year[set_part_year] >> -hyphen() >>
                            (quarter_label[set_part_index] | (half_label[set_part_index] >> as_half))) |
                           (-the >> four_digit_year[set_part_year] >> ordinal_number[set_quarter] >> word("quarter"));
const auto season_def = -the >>
                        code(Category::season)[set_part_index] >> x3::eps[put<&YearPart::unit, PeriodUnit::season>] >>
                        -of_year;

constexpr auto set_holiday = [](auto& context) {
  const Lexeme& lexeme = *x3::_attr(context);
  HolidayDate& date = x3::_val(context);
  date.rule = lexeme.kind;
  date.value = lexeme.code;
};
const auto holiday_def = phrase(Category::holiday)[set_holiday] >>
                         -(-comma >> -word("of", "in") >> four_digit_year[set<&HolidayDate::year>]);

const auto week_number_def = -the >> word("week") >>
                             digits_parser(TokenKind::number, 1, 2, 1, 53)[set<&WeekNumber::week>] >>
                             -(-word("of") >> four_digit_year[set<&WeekNumber::year>]);

BOOST_SPIRIT_DEFINE(ordinal_number, year_group, year_part, season, holiday, week_number)

/// The first token tells which of the forms can stand here: most tokens that a date begins with are digits, or the name
/// of a month or a day of the week and nothing else.
constexpr std::uint64_t name_classes = bits(Category::holiday, Category::weekday, Category::month, Category::season);
constexpr std::uint64_t word_classes = bits(Category::time_word, Category::cardinal, Category::ordinal);
constexpr auto led_by(std::uint64_t wanted, std::uint64_t others) {
  return &skip_if([=](const Token& token) { return (token.classes & wanted) && !(token.classes & others); });
}
constexpr auto led_by(Category only) {
  return led_by(bit(only), (name_classes | word_classes) & ~bit(only));
}
const auto digits_lead = &skip_if([](const Token& token) { return token.kind == TokenKind::number; });
const x3::rule<struct term_tag, DateTerm> term = "absolute date";
const auto in_digits = year_group[as_form] | year_part[as_form] | day_month[as_form] | iso_date[as_form] |
                       numeric_date[as_form] | year_month_day[as_form] | month_year[as_form] |
                       numeric_month_year[as_form] | compact_date[as_form] | numeric_month_day[as_form] |
                       lone_year[as_form];
const auto from_month = month_year_words[as_form] | month_day[as_form] | month_year[as_form] | lone_month[as_form];
const auto with_apostrophe = &(-the >> mark('\''));
const auto with_count = opening(numerals | bit(Category::time_word));
const auto in_words =
    (led_by(bit(Category::holiday), 0) >> holiday[as_form]) | (with_count >> year_group[as_form]) |
    (with_apostrophe >> (year_group[as_form] | apostrophe_year[as_form])) | (with_count >> year_part[as_form]) |
    (opening(numerals | bit(Category::weekday)) >> weekday_date[as_form]) |
    (led_by(bit(Category::month), 0) >> (month_year_words[as_form] | month_day[as_form])) |
    (opening(numerals) >> day_month[as_form]) | (led_by(bit(Category::month), 0) >> month_year[as_form]) |
    (opening(bit(Category::season)) >> season[as_form]) | (opening(0, "week") >> week_number[as_form]) |
    lone_month[as_form] | lone_year[as_form];
const auto term_def = (digits_lead >> in_digits) | (led_by(Category::month) >> from_month) |
                      (led_by(Category::weekday) >> weekday_date[as_form]) |
                      (!(digits_lead | led_by(Category::month) | led_by(Category::weekday)) >> in_words);
BOOST_SPIRIT_DEFINE(term)

}  // namespace

bool read_absolute_date(TokenIterator& first, TokenIterator last, const Lexicon& lexicon, DateTerm& date) {
  return read_with(term, first, last, lexicon, date);
}

}  // namespace claimcheck::grammar
