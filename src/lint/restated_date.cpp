#include "lint/checks.hpp"
#include "lint/citation.hpp"
#include "lint/codes.hpp"
#include "wording.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace claimcheck {
namespace {

bool is_closed(const DateMention& date) {
  return date.period && date.period->first && date.period->last && date.period->precision != Precision::vague;
}

/// "yesterday", "Friday", "last month", "this year"; not "a year ago today", and not "the most recent month".
bool counts_from_dateline(const LintText& text, const DateMention& date) {
  const Token& first = *text.at(date.tokens.begin);
  bool after_ago = date.tokens.begin > 0 && text.at(date.tokens.begin - 1)->key == word_key("ago");
  bool named = first.classes & bits(Category::day_word, Category::weekday);
  bool leaning = first.key == word_key("last") || first.key == word_key("this") || first.key == word_key("next");
  return date.relative && !after_ago && date.tokens.size() <= 2 && (named || leaning);
}

/// "4 March", "March": the words name the time, whatever year it is of.
bool names_its_time(const LintText& text, const DateMention& date) {
  return std::any_of(text.at(date.tokens.begin), text.at(date.tokens.end),
                     [](const Token& token) { return is(token, Category::month) || token.kind == TokenKind::number; });
}

/// "Friday night, July 29" may be a Friday of some weeks ago.
bool same_weekday(const LintText& text, const DateMention& relative, const DateMention& stated) {
  return is(*text.at(relative.tokens.begin), Category::weekday) &&
         weekday_index(*relative.period->first) == weekday_index(*stated.period->first);
}

/// "Yesterday, Tuesday": the weekday of a day that only the published date tells.
bool restates_weekday(const LintText& text, const DateMention& day, const DateMention& weekday) {
  bool named = day.tokens.size() == 1 && is(*text.at(day.tokens.begin), Category::day_word) &&
               weekday.tokens.size() == 1 && is(*text.at(weekday.tokens.begin), Category::weekday);
  bool goes_on = text.text.text.substr(weekday.span.end).starts_with(" and");
  return named && !goes_on && is_closed(day) && is_closed(weekday) && day.period->precision == Precision::day;
}

/// One of them counts from the published date, the other does not; a day with a day, a month with a month.
bool are_comparable(const LintText& text, const DateMention& a, const DateMention& b) {
  if (!is_closed(a) || !is_closed(b) || a.period->precision != b.period->precision) return false;
  return (counts_from_dateline(text, a) && names_its_time(text, b)) ||
         (counts_from_dateline(text, b) && names_its_time(text, a));
}

void check_weekday(const LintArticle& draft, const LintText& text, const DateMention& day, const DateMention& weekday,
                   Findings& findings) {
  if (weekday_index(*day.period->first) == weekday_index(*weekday.period->first)) return;
  findings.add(check::date_against_dateline,
               fmt::format("{} is {} in a text of {}, which is not a {}.", quoted(text, day.span),
                           readable(*day.period), readable(*draft.document.published), words_of(text, weekday.span)),
               {evidence(text, day), evidence(text, weekday)});
}

}  // namespace

void check_restated_dates(const LintArticle& draft, Findings& findings) {
  if (!draft.document.published) return;
  for (const LintText& text : draft.texts)
    for (const Ties::Dates& dates : text.ties.dates) {
      if (dates.tie.kind != grammar::TiedDates::Kind::restated) continue;
      if (restates_weekday(text, *dates.first, *dates.second)) {
        check_weekday(draft, text, *dates.first, *dates.second, findings);
        continue;
      }
      if (!are_comparable(text, *dates.first, *dates.second)) continue;
      if (overlap(*dates.first->period, *dates.second->period)) continue;
      bool first = counts_from_dateline(text, *dates.first);
      const DateMention &relative = first ? *dates.first : *dates.second,
                        &stated = first ? *dates.second : *dates.first;
      if (same_weekday(text, relative, stated)) continue;
      findings.add(
          check::date_against_dateline,
          fmt::format("{} is {} in a text of {}, not {}.", quoted(text, relative.span), readable(*relative.period),
                      readable(*draft.document.published), words_of(text, stated.span)),
          {evidence(text, *dates.first), evidence(text, *dates.second)});
    }
}

}  // namespace claimcheck
