#pragma once

#include "claimcheck.hpp"
#include "finding.hpp"

#include <vector>

namespace claimcheck {

/// Groups claims and dates into facts and says where the sources conflict, where they agree, and what is one origin.
/// The verdict refers to the readings. With `Why::wanted` also why claims were compared, or were not.
enum class Why : std::uint8_t { unwanted, wanted };
Verdict reconcile(const std::vector<Document>&, const std::vector<Reading>&, const Desk&, Why = Why::unwanted);

/// Lets go of what was read and is not compared, so that more articles fit into memory: dates' and other numbers
/// that count nothing, and the figures that stand in the claims.
void keep_comparable(Reading&);

}  // namespace claimcheck
