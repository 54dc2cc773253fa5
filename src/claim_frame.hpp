#pragma once

#include "claim.hpp"
#include "lexicon.hpp"

#include <cstdint>
#include <optional>

namespace claimcheck {

/// A claim as the grammar reads it: ranges of tokens and indexes into the extraction, nothing resolved.
struct ClaimFrame {
  std::uint32_t sentence = 0;                  ///< index into Segmented::sentences
  TokenRange tokens;                           ///< figure, subject and event
  const Lexeme* event = nullptr;
  std::optional<std::uint32_t> quantity;       ///< index into Extraction::quantities; absent for "a man was shot dead" (1)
  TokenRange subject;
  TokenRange antecedent;                       ///< what "others" or "them" stands for
  TokenRange place;
  std::optional<std::uint32_t> date;           ///< index into Extraction::dates
  TokenRange attribution;
  const Lexeme* claimant = nullptr;
  Scope scope = Scope::incident;
  std::optional<std::uint32_t> part_of;        ///< index into Extraction::claims
  bool denied = false;
  bool quoted = false;
};

}  // namespace claimcheck
