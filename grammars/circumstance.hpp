#pragma once

#include "chunk.hpp"
#include "claim_frame.hpp"

namespace claimcheck::grammar {

/// Gives a claim what stands around it in the sentence: its date, place, claimant, scope, and whether it is quoted.
void read_circumstances(const Segmented&, const std::vector<Chunk>&, const Found&, const Lexicon&, ClaimFrame&);

}  // namespace claimcheck::grammar
