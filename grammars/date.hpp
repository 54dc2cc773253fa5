#pragma once

#include "date_expression.hpp"
#include "passage.hpp"

#include <vector>

namespace claimcheck::grammar {

/// Reads every date expression of a sentence, in order and without overlap.
void read_dates(const Segmented&, const Sentence&, const Lexicon&, std::vector<DateExpression>& out);

}  // namespace claimcheck::grammar
