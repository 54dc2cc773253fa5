#include "lint/checks.hpp"
#include "lint/citation.hpp"
#include "lint/codes.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace claimcheck {
namespace {

int year_of(Day day) {
  return static_cast<int>(civil(day).year());
}

/// The sentence names no other age and no other time than the birth, so that the age is today's.
bool speaks_of_now(const LintText& text, const Sentence& sentence, const DateMention& birth) {
  auto figures = text.quantities_in(sentence.tokens);
  auto ages = std::count_if(figures.begin(), figures.end(), [](const Quantity& q) { return q.role == Role::age; });
  auto dates = text.dates_in(sentence.tokens);
  return ages == 1 && dates.size() == 1 && dates.front().span == birth.span;
}

}  // namespace

void check_births(const LintArticle& draft, Findings& findings) {
  if (!draft.document.published) return;
  for (const LintText& text : draft.texts)
    for (const Ties::Dates& dates : text.ties.dates) {
      if (dates.tie.kind != grammar::TiedDates::Kind::born) continue;
      const Quantity& age = *dates.tie.figure;
      const auto& birth = dates.first->period;
      bool known = birth && birth->first && birth->last && birth->precision != Precision::decade;
      if (!known || age.unit != "year" || age.hedge != Hedge::exact) continue;
      if (!speaks_of_now(text, text.sentence_of(age.span), *dates.first)) continue;
      int years = year_of(*draft.document.published) - year_of(*birth->first);
      if (*age.value == years || *age.value == years - 1) continue;
      findings.add(check::age_against_birth,
                   fmt::format("Born {}: {} or {} years old in {}, not {}.", words_of(text, dates.first->span),
                               years - 1, years, year_of(*draft.document.published), words_of(text, age.span)),
                   {evidence(text, age), evidence(text, *dates.first)});
    }
}

}  // namespace claimcheck
