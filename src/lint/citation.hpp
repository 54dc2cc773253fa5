#pragma once

#include "finding.hpp"
#include "lint/article.hpp"

#include <string>

namespace claimcheck {

/// The words at a span, on one line.
std::string words_of(const LintText&, Span);
/// The same in quotation marks.
std::string quoted(const LintText&, Span);

Evidence evidence(const LintText&, const DateMention&);
/// The claim that the figure belongs to, where there is one.
Evidence evidence(const LintText&, const Quantity&);
/// Every figure that begins within the tokens.
std::vector<Evidence> figures_at(const LintText&, TokenRange);

}  // namespace claimcheck
