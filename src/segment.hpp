#pragma once

#include "passage.hpp"

namespace claimcheck {

/// Splits one text into tokens, paragraphs and sentences, and says what each sentence is in the article's layout.
/// Buffers of `out` are reused, so that a worker thread allocates nothing once it is warm.
void segment(std::string_view text, Field field, const Lexicon& lexicon, Segmented& out);

}  // namespace claimcheck
