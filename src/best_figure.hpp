#pragma once

#include "document.hpp"
#include "fact.hpp"
#include "profile.hpp"

#include <vector>

namespace claimcheck {

/// Sets the fact's low, best and high from its figures, which are there already, and marks the best one.
///
/// A figure that a newer one supersedes counts for nothing. A bound ("at least 12", "dozens") that the exact figures
/// fit into does not widen the range, unless the profile wants the whole range. A belligerent's count of its enemy is
/// never the best.
void choose_best(Fact&, const std::vector<Document>&, const Profile&);

}  // namespace claimcheck
