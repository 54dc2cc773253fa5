#pragma once

#include "passage.hpp"

namespace claimcheck {

/// Says of each paragraph what it is in the article's layout: headline, deck, body, residue…
void shape_paragraphs(const Lexicon&, Segmented& out);

}  // namespace claimcheck
