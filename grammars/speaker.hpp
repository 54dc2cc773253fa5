#pragma once

#include "attribution.hpp"

namespace claimcheck::grammar {

/// Reads who vouches for what in the sentence at `index`, and finds in the sentences around it whom "he said" means,
/// and who speaks in a quotation that runs over several sentences.
void read_speakers(const Segmented&, std::uint32_t index, const Lexicon&, std::vector<AttributionFrame>& out);

}  // namespace claimcheck::grammar
