#pragma once

#include "claimcheck.hpp"
#include "judge.hpp"
#include "match.hpp"

#include <vector>

namespace claimcheck {

/// The facts that claims of two documents or more are about, in the order of the statements.
///
/// What the judge tied together for certain is one fact. What it tied on an assumption ("12 died", without a day) joins
/// a fact only if it could not as well belong to another one.
std::vector<Fact> gather_facts(const std::vector<Statement>&, const std::vector<Judged>&, const std::vector<Document>&,
                               const std::vector<Origin>&, const Desk&);

}  // namespace claimcheck
