#include "lint/checks.hpp"
#include "lint/citation.hpp"
#include "lint/codes.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace claimcheck {
namespace {

constexpr unsigned longest_month = 31;

/// What a date of one day names.
struct Named {
  unsigned month = 0, day = 0;
  int year = 0;  ///< 0 if none is named
};

Named named(const LintText& text, const DateMention& date, const Lexicon& lexicon) {
  Named out;
  TokenIterator end = text.at(date.tokens.end);
  for (TokenIterator at = text.at(date.tokens.begin); at != end; ++at) {
    if (Match month = lexicon.match(Category::month, at, end)) out.month = static_cast<unsigned>(month.lexeme->value);
    if (at->kind != TokenKind::number && at->kind != TokenKind::alphanumeric) continue;
    if (at->digits == 4)
      out.year = static_cast<int>(at->value);
    else if (at->value <= longest_month)
      out.day = static_cast<unsigned>(at->value);
  }
  return out;
}

/// 29 February may be of a leap year where none is named.
bool is_impossible(const Named& one) {
  constexpr int leap_year = 2024;
  return one.month > 0 && one.day > 0 && !make_day(one.year ? one.year : leap_year, one.month, one.day);
}

}  // namespace

void check_impossible_dates(const LintArticle& draft, Findings& findings) {
  for (const LintText& text : draft.texts)
    for (const DateMention& date : text.reading->dates)
      if (!date.period && is_impossible(named(text, date, draft.desk.lexicon)))
        findings.add(check::impossible_date, fmt::format("{}: there is no such day.", quoted(text, date.span)),
                     {evidence(text, date)});
}

}  // namespace claimcheck
