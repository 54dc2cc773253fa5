#pragma once

#include "lint/article.hpp"
#include "lint/findings.hpp"
#include "lint/lint.hpp"

namespace claimcheck {

/// Holds every figure of the draft against the figures of its sources.
void check_against_sources(const LintArticle& draft, const std::vector<LintArticle>& sources, const LintSettings&,
                           Findings&);

}  // namespace claimcheck
