#pragma once

#include "document.hpp"
#include "finding.hpp"
#include "lexicon.hpp"
#include "rule.hpp"

#include <vector>

namespace claimcheck {

/// Partitions the documents by where their sentences come from; indexes count the given pointers. Near-linear in the
/// words of all documents.
std::vector<Origin> find_origins(const std::vector<const Document*>&, const Lexicon&, const Tolerances&);

}  // namespace claimcheck
