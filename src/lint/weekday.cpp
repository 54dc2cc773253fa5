#include "lint/checks.hpp"
#include "lint/citation.hpp"
#include "lint/codes.hpp"

#include <fmt/format.h>

namespace claimcheck {

namespace {

constexpr date::days recent{45};

/// A day without its year may be of another year, unless it is a recent one; and what is quoted was said in a year of
/// its own.
bool is_certain(const LintArticle& draft, const LintText& text, const DateMention& date) {
  if (date.relative && text.text.tokens[date.tokens.begin].quoted) return false;
  if (!date.relative || !draft.document.published || !date.period || !date.period->first) return !date.relative;
  date::days distance = *date.period->first - *draft.document.published;
  return distance <= recent && -distance <= recent;
}

std::string_view weekday_of(const DateMention& date) {
  constexpr std::string_view names[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
  return date.period && date.period->first ? names[weekday_index(*date.period->first)] : "different weekday";
}

}  // namespace

void check_weekdays(const LintArticle& draft, Findings& findings) {
  for (const LintText& text : draft.texts)
    for (const DateMention& date : text.reading->dates)
      if (date.weekday_mismatch && is_certain(draft, text, date))
        findings.add(check::weekday_against_date,
                     fmt::format("{}: that date is a {}.", quoted(text, date.span), weekday_of(date)),
                     {evidence(text, date)});
}

}  // namespace claimcheck
