#pragma once

#include "claimcheck.hpp"
#include "finding.hpp"

#include <vector>

namespace claimcheck {

/// Groups claims and dates into facts and says where the sources conflict, where they agree, and what is one origin.
/// With `Why::wanted` also why claims were compared, or were not.
enum class Why : std::uint8_t { unwanted, wanted };
Verdict reconcile(const std::vector<Document>&, const std::vector<Reading>&, const Desk&, Why = Why::unwanted);

}  // namespace claimcheck
