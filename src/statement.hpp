#pragma once

#include "claim.hpp"
#include "document.hpp"
#include "normalize.hpp"

namespace claimcheck {

/// A claim with the document it stands in.
struct Statement {
  const Claim* claim = nullptr;
  const Document* document = nullptr;
  const Reading* reading = nullptr;  ///< everything else that was read there

  std::string_view text() const { return document->field(claim->field); }
  std::string_view sentence() const { return claim->sentence.of(text()); }
};

}  // namespace claimcheck
