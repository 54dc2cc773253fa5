#pragma once

#include "date_expression.hpp"
#include "occurrence.hpp"
#include "passage.hpp"

#include <span>
#include <vector>

namespace claimcheck::grammar {

/// Reads which happening each date of a sentence belongs to: the nearest one within a few words. Date indexes are those
/// of `dates`; the caller shifts them.
void read_occurrences(const Segmented&, const Sentence&, const Lexicon&, std::span<const DateExpression> dates,
                      std::vector<OccurrenceFrame>& out);

}  // namespace claimcheck::grammar
