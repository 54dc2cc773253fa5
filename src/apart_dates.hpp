#pragma once

#include "claimcheck.hpp"

#include <vector>

namespace claimcheck {

/// Happenings that two articles put on two days close to each other: of one kind, with two names or more in common, and
/// neither article has one of them on the other's day. Only of kinds that seldom happen twice, and only where nothing
/// but a place stands between the happening and its day. `readings` stand in the order of the documents.
std::vector<Finding> apart_dates(const std::vector<const Reading*>& readings, const std::vector<Document>&, const Desk&,
                                 const Rule&);

}  // namespace claimcheck
