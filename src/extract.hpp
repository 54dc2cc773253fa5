#pragma once

#include "claim_frame.hpp"
#include "date_expression.hpp"
#include "occurrence.hpp"
#include "passage.hpp"
#include "quantity.hpp"

#include <vector>

namespace claimcheck {

/// What the grammars found in one text, before anything is resolved or compared.
struct Extraction {
  std::vector<DateExpression> dates;
  std::vector<Quantity> quantities;
  std::vector<ClaimFrame> claims;
  std::vector<OccurrenceFrame> occurrences;
};

/// Reads a segmented text, each grammar over all its sentences before the next. Buffers of `out` are reused.
void extract(const Segmented&, const Lexicon&, Extraction& out);

}  // namespace claimcheck
