#pragma once

#include "lint/draft.hpp"

#include <string>

namespace claimcheck {

/// The words at a span, on one line.
std::string text_of(const DraftText&, Span);

Evidence evidence(const Draft&, const DraftText&, const DateMention&);
Evidence evidence(const Draft&, const DraftText&, const Quantity&);

}  // namespace claimcheck
