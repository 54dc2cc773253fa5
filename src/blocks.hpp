#pragma once

#include "match.hpp"

#include <functional>
#include <vector>

namespace claimcheck {

/// Calls `pair(a, b)`, a < b, once for every two claims that could speak of one fact: the same event and unit, people
/// with people, in articles that are not too far apart in time, and one place or an article that shares names.
/// `claims` stand in the order of their documents. The work grows with such pairs, not with all pairs.
void for_each_pair(const std::vector<Traits>& claims, const MatchContext&,
                   const std::function<void(std::uint32_t, std::uint32_t)>& pair);

}  // namespace claimcheck
