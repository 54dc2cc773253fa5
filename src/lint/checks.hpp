#pragma once

#include "lint/draft.hpp"
#include "lint/findings.hpp"

namespace claimcheck {

/// The checks of a draft against itself, one file for each.
void check_weekdays(const Draft&, Findings&);

}  // namespace claimcheck
