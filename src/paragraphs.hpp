#pragma once

#include "passage.hpp"

namespace claimcheck {

/// Groups the text's lines into paragraphs. A hard-wrapped text is joined again; otherwise each line is a paragraph.
void split_paragraphs(Segmented& out);

}  // namespace claimcheck
