#pragma once

#include "lint/draft.hpp"
#include "lint/findings.hpp"
#include "lint/lint.hpp"

namespace claimcheck {

/// Holds every figure of the draft against the figures of its sources.
void check_against_sources(const Draft&, const LintInput&, const LintSettings&, Findings&);

}  // namespace claimcheck
