#pragma once

#include "extract.hpp"
#include "normalize.hpp"

namespace claimcheck {

/// Resolves every claim of a reading whose quantities and dates are resolved already.
void normalize_claims(const Segmented&, const Extraction&, Reading& out);

}  // namespace claimcheck
