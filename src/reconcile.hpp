#pragma once

#include "claimcheck.hpp"
#include "finding.hpp"

#include <vector>

namespace claimcheck {

/// Groups claims and dates into facts and says where the sources conflict, where they agree, and what is one origin.
Verdict reconcile(const std::vector<Document>&, const std::vector<Reading>&, const Desk&);

}  // namespace claimcheck
