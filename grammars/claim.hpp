#pragma once

#include "chunk.hpp"
#include "claim_frame.hpp"

namespace claimcheck::grammar {

/// Reads the claims of one sentence from its chunks. Quantity and date indexes are those of `found`; the caller
/// shifts them. `part_of` and the order of `out` are the sentence's own.
void read_claims(const Segmented&, const Lexicon&, const std::vector<Chunk>&, const Found&,
                 std::vector<ClaimFrame>& out);

}  // namespace claimcheck::grammar
