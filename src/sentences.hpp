#pragma once

#include "passage.hpp"

namespace claimcheck {

/// Splits each paragraph into sentences, and marks the tokens that stand inside a quotation.
void split_sentences(const Lexicon&, Segmented& out);

}  // namespace claimcheck
