#pragma once

#include "judge.hpp"

#include <vector>

namespace claimcheck {

/// Why pairs of statements were compared, or were not, in plain words: the answer of `compare --why`. Pairs of one
/// event in two articles; those that came nearest to being one fact first, and no more than `comparisons_shown` of each
/// kind.
constexpr std::size_t comparisons_shown = 60;
Comparisons give_reasons(const std::vector<Weighed>&, const std::vector<Statement>&, const Kinship&, const Desk&);

}  // namespace claimcheck
