#pragma once

#include "report_findings.hpp"

namespace claimcheck {

/// Findings about drafts, as compilers print them: place, message, and each place's line with its words underlined.
void write_snippets(const FindingsReport&, const TextStyle&, std::ostream&);

}  // namespace claimcheck
