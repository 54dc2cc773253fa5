#pragma once

#include "claimcheck.hpp"
#include "finding.hpp"
#include "kinship.hpp"

#include <optional>
#include <vector>

namespace claimcheck {

/// The drafts come first among the documents, their sources behind them.
struct LintInput {
  Articles articles;
  std::uint32_t drafts = 0;
  std::optional<Kinship> kinship = std::nullopt;  ///< of all documents; where it is missing, every `lint` makes its own
};

struct LintSettings {
  bool require_support = false;  ///< a figure that no source has is an error
};

/// What is wrong with one draft: against itself ("within-document") and, where there are sources, against them
/// ("against-sources"). Errors first, then in the order of the text.
std::vector<Finding> lint(const LintInput&, std::uint32_t draft, const Desk&, const LintSettings& = {});

}  // namespace claimcheck
