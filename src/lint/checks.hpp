#pragma once

#include "lint/article.hpp"
#include "lint/findings.hpp"

namespace claimcheck {

/// The checks of a draft against itself, one file for each.
void check_headlines(const LintArticle&, Findings&);
void check_same_fact(const LintArticle&, Findings&);
void check_totals(const LintArticle&, Findings&);
void check_parts(const LintArticle&, Findings&);
void check_shares(const LintArticle&, Findings&);
void check_changes(const LintArticle&, Findings&);
void check_weekdays(const LintArticle&, Findings&);
void check_impossible_dates(const LintArticle&, Findings&);
void check_restated_dates(const LintArticle&, Findings&);
void check_durations(const LintArticle&, Findings&);
void check_births(const LintArticle&, Findings&);
void check_conversions(const LintArticle&, Findings&);
void check_ranges(const LintArticle&, Findings&);
void check_scales(const LintArticle&, Findings&);
void check_casualties(const LintArticle&, Findings&);
void check_numeral_style(const LintArticle&, Findings&);

}  // namespace claimcheck
