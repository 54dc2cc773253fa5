#pragma once

#include "lint/article.hpp"
#include "lint/findings.hpp"
#include "lint/lint.hpp"

namespace claimcheck {

/// Holds every figure of the draft against the figures of its sources.
void check_against_sources(const LintArticle& draft, const std::vector<LintArticle>& sources, const LintSettings&,
                           Findings&);

/// Holds the dates of a sentence that the draft has from a source against the source's.
void check_copied_dates(const LintArticle& draft, const std::vector<LintArticle>& sources, Findings&);

/// The same with the places of its figures.
void check_copied_places(const LintArticle& draft, const std::vector<LintArticle>& sources, Findings&);

}  // namespace claimcheck
