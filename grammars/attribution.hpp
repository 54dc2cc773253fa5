#pragma once

#include "passage.hpp"

#include <vector>

namespace claimcheck::grammar {

/// "according to the White Helmets", "the ministry said", "as announced by …", quoted speech with its speaker.
struct AttributionFrame {
  TokenRange tokens;                 ///< the whole phrase, with its verb or preposition
  TokenRange name;                   ///< the claimant as a desk would print it: "White Helmets"; empty for "he said"
  TokenRange governs;                ///< the part of the sentence that it vouches for
  const Lexeme* claimant = nullptr;  ///< what kind of claimant, where the lexicon knows
  const Lexeme* speech = nullptr;    ///< the verb or preposition; null for a heading ("Police: …")
};

/// Reads who vouches for what in a sentence and appends it to `out`.
void read_attributions(const Segmented&, const Sentence&, const Lexicon&, std::vector<AttributionFrame>& out);

}  // namespace claimcheck::grammar
