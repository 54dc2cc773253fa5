#pragma once

#include "finding.hpp"
#include "normalize.hpp"
#include "rule.hpp"

#include <vector>

namespace claimcheck {

/// Happenings that two articles or more date alike, in whatever words: "Thursday" and "yesterday". Occurrences are of
/// one happening where kind and names agree; `readings` stand in the order of the documents.
std::vector<Finding> same_dates(const std::vector<const Reading*>& readings, const std::vector<Document>&, const Rule&);

}  // namespace claimcheck
