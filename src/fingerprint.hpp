#pragma once

#include "finding.hpp"

#include <string>
#include <vector>

namespace claimcheck {

/// What a finding is known by from one run to the next, one for each: a hash of its rule and of the files and words of
/// its evidence, never of lines, and ":2" where the same has been said before.
std::vector<std::string> fingerprints(const std::vector<Finding>&, const std::vector<Document>&);

}  // namespace claimcheck
