#pragma once

#include "lexicon.hpp"
#include "profile.hpp"

#include <vector>

namespace claimcheck {

/// Throws ConfigError, with file:line:column and the nearest word, for the first word that the lexicon does not know.
void require_known(const std::vector<WordUse>&, const Lexicon&);

}  // namespace claimcheck
