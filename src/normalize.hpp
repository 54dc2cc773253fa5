#pragma once

#include "date_mention.hpp"
#include "document.hpp"
#include "extract.hpp"
#include "published.hpp"
#include "rules.hpp"

#include <vector>

namespace claimcheck {

/// Everything read from one field of one document, resolved: what `extract` prints and `reconcile` compares.
struct Reading {
  std::uint32_t document = 0;
  Field field = Field::text;
  PublishedDate published;  ///< what the text says of its own date; only for Field::text
  std::vector<Quantity> quantities;
  std::vector<DateMention> dates;
  std::vector<Claim> claims;
  std::vector<Occurrence> occurrences;
};

/// Gives figures their bounds, dates their days (counted from the context's published date) and claims their group,
/// place and scope.
void normalize(const Segmented&, const Extraction&, DateContext, const Rules&, Reading& out);

}  // namespace claimcheck
