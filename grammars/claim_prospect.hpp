#pragma once

#include "date_expression.hpp"
#include "passage.hpp"
#include "quantity.hpp"

#include <span>

namespace claimcheck::grammar {

/// Whether a claim may come out of a sentence, told from its words' classes and the phrases behind its figures: never
/// false where read_claims finds one. Most sentences have nothing to count, and are not worth their attributions,
/// places and chunks.
bool claim_possible(const Segmented&, const Sentence&, const Lexicon&, std::span<const Quantity>,
                    std::span<const DateExpression>);

}  // namespace claimcheck::grammar
