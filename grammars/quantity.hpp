#pragma once

#include "passage.hpp"
#include "quantity.hpp"

#include <span>
#include <vector>

namespace claimcheck::grammar {

/// Reads every number and vague quantity of a sentence, in order and without overlap, each with its role.
/// Numerals inside `dates` come out with role date, or duration where they count periods ("the past two years").
void read_quantities(const Segmented&, const Sentence&, const Lexicon&, std::span<const TokenRange> dates,
                     std::vector<Quantity>& out);

}  // namespace claimcheck::grammar
