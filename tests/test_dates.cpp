#include "catch.hpp"
#include "src/extract.hpp"
#include "src/published.hpp"
#include "src/resolve_date.hpp"
#include "src/segment.hpp"
#include "support.hpp"

#include <fmt/format.h>

#include <array>
#include <functional>

namespace claimcheck {
namespace {

using date::days;

constexpr std::array months = {"January", "February", "March",     "April",   "May",      "June",
                               "July",    "August",   "September", "October", "November", "December"};
constexpr std::array short_months = {"Jan.", "Feb.", "March", "April", "May",  "June",
                                     "July", "Aug.", "Sept.", "Oct.",  "Nov.", "Dec."};
constexpr std::array weekdays = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

const char* ending(unsigned day) {
  if (day / 10 == 1) return "th";
  return day % 10 == 1 ? "st" : day % 10 == 2 ? "nd" : day % 10 == 3 ? "rd" : "th";
}

struct Written {
  int year;
  unsigned month, day;
  const char* weekday;
};

using Style = std::function<std::string(const Written&)>;
struct NamedStyle {
  const char* name;
  Style write;
};

const std::vector<NamedStyle> styles = {
    {"March 5, 2020", [](const Written& w) { return fmt::format("{} {}, {}", months[w.month - 1], w.day, w.year); }},
    {"5 March 2020", [](const Written& w) { return fmt::format("{} {} {}", w.day, months[w.month - 1], w.year); }},
    {"5 March, 2020", [](const Written& w) { return fmt::format("{} {}, {}", w.day, months[w.month - 1], w.year); }},
    {"March 5th, 2020",
     [](const Written& w) { return fmt::format("{} {}{}, {}", months[w.month - 1], w.day, ending(w.day), w.year); }},
    {"the 5th of March 2020",
     [](const Written& w) {
       return fmt::format("the {}{} of {} {}", w.day, ending(w.day), months[w.month - 1], w.year);
     }},
    {"Aug. 5, 2020",
     [](const Written& w) { return fmt::format("{} {}, {}", short_months[w.month - 1], w.day, w.year); }},
    {"Thursday, March 5, 2020",
     [](const Written& w) { return fmt::format("{}, {} {}, {}", w.weekday, months[w.month - 1], w.day, w.year); }},
    {"Thursday 5 March 2020",
     [](const Written& w) { return fmt::format("{} {} {} {}", w.weekday, w.day, months[w.month - 1], w.year); }},
    {"2020-03-05", [](const Written& w) { return fmt::format("{:04}-{:02}-{:02}", w.year, w.month, w.day); }},
    {"2020/3/5", [](const Written& w) { return fmt::format("{}/{}/{}", w.year, w.month, w.day); }},
    {"05-Mar-2020",
     [](const Written& w) {
       return fmt::format("{:02}-{:.3}-{}", w.day, std::string_view(months[w.month - 1]), w.year);
     }},
    {"20200305", [](const Written& w) { return fmt::format("{:04}{:02}{:02}", w.year, w.month, w.day); }},
    {"MARCH 5, 2020",
     [](const Written& w) {
       std::string text = fmt::format("{} {}, {}", months[w.month - 1], w.day, w.year);
       for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
       return text;
     }},
};
const std::vector<NamedStyle> day_first_styles = {
    {"05/03/2020", [](const Written& w) { return fmt::format("{:02}/{:02}/{}", w.day, w.month, w.year); }},
    {"5.3.2020", [](const Written& w) { return fmt::format("{}.{}.{}", w.day, w.month, w.year); }},
};
const std::vector<NamedStyle> month_first_styles = {
    {"03/05/2020", [](const Written& w) { return fmt::format("{:02}/{:02}/{}", w.month, w.day, w.year); }},
    {"3-5-2020", [](const Written& w) { return fmt::format("{}-{}-{}", w.month, w.day, w.year); }},
};

/// The dates of a text, with what may be given beside it.
std::vector<DateMention> dates_in(const std::string& text, DateContext context = {}) {
  Segmented segmented;
  Extraction found;
  segment(text, Field::text, test::desk().lexicon, segmented);
  extract(segmented, test::desk().lexicon, found);
  std::vector<DateMention> out;
  for (const DateExpression& expression : found.dates) {
    out.push_back(resolve_date(expression, segmented, context));
    remember(expression, out.back(), context);
  }
  return out;
}

std::string write(const NamedStyle& style, Day day) {
  auto ymd = civil(day);
  return style.write({static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                      static_cast<unsigned>(ymd.day()), weekdays[weekday_index(day)]});
}

/// Writes the days into one text, a line for each, and reads them back.
void read_back(const NamedStyle& style, DateOrder order, Day first, Day last, int step) {
  DateContext context;
  context.order = order;
  std::string text;
  for (Day at = first; at < last; at += days{step})
    text += "The hall opened on " + write(style, at) + " without a speech.\n\n";
  std::vector<DateMention> read = dates_in(text, context);
  std::size_t i = 0;
  for (Day at = first; at < last && i < read.size(); at += days{step}, i++) {
    bool same = read[i].span.of(text) == write(style, at) && read[i].period == day_period(at) &&
                !read[i].weekday_mismatch && !read[i].ambiguous_order;
    if (!same) FAIL(style.name << ": " << write(style, at) << " read as " << read[i].span.of(text));
  }
  CHECK(read.size() == static_cast<std::size_t>((last - first).count() + step - 1) / step);
}

void read_back_by_year(const NamedStyle& style, DateOrder order, int first_year, int last_year) {
  for (int year = first_year; year <= last_year; year++)
    read_back(style, order, *make_day(year, 1, 1), *make_day(year + 1, 1, 1), 1);
}

TEST_CASE("every date of 1900 to 2100 reads back as it was written") {
  for (const NamedStyle& style : styles) read_back_by_year(style, DateOrder::unknown, 1900, 2100);
  for (const NamedStyle& style : day_first_styles) read_back_by_year(style, DateOrder::day_first, 1900, 2100);
  for (const NamedStyle& style : month_first_styles) read_back_by_year(style, DateOrder::month_first, 1900, 2100);
}

TEST_CASE("dates before 1900 and after 2100 read back too") {
  for (const NamedStyle& style : styles) {
    read_back(style, DateOrder::unknown, *make_day(1500, 1, 1), *make_day(1900, 1, 1), 97);
    read_back(style, DateOrder::unknown, *make_day(2101, 1, 1), *make_day(2400, 1, 1), 97);
  }
}

TEST_CASE("a day and month without year are in the nearest year") {
  Day published = *make_day(2020, 2, 29);
  DateContext context;
  context.published = published;
  for (Day at = published - days{182}; at <= published + days{182}; at += days{1}) {
    auto ymd = civil(at);
    std::string text = fmt::format("It opened on {} {}.", static_cast<unsigned>(ymd.day()),
                                   months[static_cast<unsigned>(ymd.month()) - 1]);
    std::vector<DateMention> read = dates_in(text, context);
    INFO(text);
    REQUIRE(read.size() == 1);
    REQUIRE(read[0].period == day_period(at));
    REQUIRE(read[0].relative);
  }
}

TEST_CASE("a bare weekday is one of the seven days that end with the published one") {
  for (Day published = *make_day(2019, 12, 25); published < *make_day(2020, 1, 8); published += days{1})
    for (unsigned weekday = 0; weekday < 7; weekday++) {
      DateContext context;
      context.published = published;
      std::vector<DateMention> read = dates_in(fmt::format("It opened on {}.", weekdays[weekday]), context);
      REQUIRE(read.size() == 1);
      Day day = *read[0].period->first;
      CHECK((weekday_index(day) == weekday && day <= published && day > published - days{7}));
    }
}

TEST_CASE("a weekday and a date that contradict each other are flagged") {
  auto read = dates_in("It opened on Tuesday, March 5, 2020, and closed on Thursday, 5 March 2020.");
  REQUIRE(read.size() == 2);
  CHECK(read[0].weekday_mismatch);
  CHECK(read[0].period == day_period(*make_day(2020, 3, 5)));
  CHECK(!read[1].weekday_mismatch);
}

TEST_CASE("05/03/2020 without evidence is flagged") {
  CHECK(dates_in("It opened on 05/03/2020.")[0].ambiguous_order);
  CHECK(!dates_in("It opened on 15/03/2020.")[0].ambiguous_order);
  CHECK(!dates_in("It opened on 05/05/2020.")[0].ambiguous_order);
  DateContext context;
  context.order = DateOrder::day_first;
  CHECK(!dates_in("It opened on 05/03/2020.", context)[0].ambiguous_order);
}

TEST_CASE("two published dates a year apart give two readings of what hangs on them") {
  for (const char* text :
       {"It opened yesterday.", "It opened last week.", "It opened in March.", "It opened two days ago."}) {
    DateContext one, two;
    one.published = make_day(2019, 6, 12), two.published = make_day(2020, 6, 12);
    auto a = dates_in(text, one), b = dates_in(text, two);
    INFO(text);
    REQUIRE((a.size() == 1 && b.size() == 1));
    CHECK((a[0].relative && b[0].relative));
    CHECK(a[0].period != b[0].period);
  }
}

PublishedDate published_in(const std::string& text, std::optional<Day> told = std::nullopt,
                           DateOrder setting = DateOrder::unknown) {
  Segmented segmented;
  Extraction found;
  segment(text, Field::text, test::desk().lexicon, segmented);
  extract(segmented, test::desk().lexicon, found);
  return find_published(segmented, found.dates, test::desk().lexicon, told, setting);
}

constexpr const char* body = "\n\nThe old bridge over the river was closed after a barge struck it. Nobody was hurt.\n";

TEST_CASE("the published date that an article gives of itself") {
  struct {
    const char* head;
    const char* day;  // empty: none may be found
  } cases[] = {
      {"Published: March 5, 2020", "2020-03-05"},
      {"Posted: Saturday, April 5, 2014 10:24 AM EDT", "2014-04-05"},
      {"POST TIME: 6 March, 2020 00:00 00 AM", "2020-03-06"},
      {"21 Feb, 2020 19:53", "2020-02-21"},
      {"Bridge shut\n\nBy desk , in Traffic , at March 5, 2020", "2020-03-05"},
      {"Last updated 14 May 2019, 9:30 GMT", "2019-05-14"},
      {"Published 13 May 2019\nUpdated 14 May 2019", "2019-05-13"},
      {"Issued on: 25/03/2020 - 05:54", "2020-03-25"},
      {"Issued on: 05/03/2020 - 05:54\n\nBy desk, at March 5, 2020", "2020-03-05"},
      {"Issued on: 05/03/2020 - 05:54\n\nBy desk, at May 3, 2020", "2020-05-03"},
      {"Issued on: 05/03/2020 - 05:54", ""},
      {"Radio Larkmoor, 12 May 2026", "2026-05-12"},
      {"Bridge shut\n\nThe Herald | 12 May 2026", "2026-05-12"},
      {"Bridge shut\n\nMay 12, 2026 / 9:15 AM EDT / Larkmoor News", "2026-05-12"},
      {"12.05.2026", "2026-05-12"},
      {"Press note, 12 May 2026", "2026-05-12"},
      {"Bridge shut\n\nThe bridge was opened with a feast, 12 May 1926", ""},
      {"Bridge shut", ""},
  };
  for (const auto& [head, day] : cases) {
    PublishedDate found = published_in(std::string(head) + body);
    INFO(head);
    CHECK((found.day ? iso(*found.day) : "") == day);
  }
}

TEST_CASE("05/03 in an article's stamp is decided by the told date and by the rules, or called ambiguous") {
  std::string text = std::string("Issued on: 05/03/2020 - 05:54") + body;
  CHECK(published_in(text).ambiguous_order);
  CHECK(published_in(text, make_day(2020, 3, 5)).day == make_day(2020, 3, 5));
  CHECK(published_in(text, make_day(2020, 3, 5)).order == DateOrder::day_first);
  CHECK(published_in(text, std::nullopt, DateOrder::month_first).day == make_day(2020, 5, 3));
}

TEST_CASE("a study's date in the body is not the article's") {
  CHECK(!published_in("Bridges age\n\nThe study, published on March 5, 2020, covers all bridges. It was long.\n").day);
}

}  // namespace
}  // namespace claimcheck
