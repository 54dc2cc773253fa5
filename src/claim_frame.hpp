#pragma once

#include "claim.hpp"
#include "lexicon.hpp"

#include <cstdint>
#include <optional>

namespace claimcheck {

/// A claim as the grammar reads it: ranges of tokens and indexes into the extraction, nothing resolved.
struct ClaimFrame {
  std::uint32_t sentence = 0;             ///< index into Segmented::sentences
  TokenRange tokens;                      ///< figure, subject and event
  const Lexeme* event = nullptr;          ///< null for a plain count of a thing
  std::optional<std::uint32_t> quantity;  ///< index into Extraction::quantities; absent for "a man was shot dead" (1)
  std::optional<double> latest;           ///< of a change ("rose from 12 to 15") the later figure, which is the claim
  TokenRange latest_tokens;
  TokenRange subject;  ///< the counted noun phrase; empty for a bare figure
  TokenRange head;     ///< its head noun
  TokenRange affiliation;
  const Lexeme* noun = nullptr;       ///< the head's entry under person or thing
  TokenRange place;                   ///< the place's name
  std::optional<std::uint32_t> date;  ///< index into Extraction::dates
  bool since = false;                 ///< the date is a beginning: "since the operation was launched on February 27"
  bool at_start = false;              ///< it happened when the open date begins: "since 2015, when 130 were killed"
  TokenRange attribution;             ///< the claimant's name
  const Lexeme* claimant = nullptr;
  Scope scope = Scope::incident;
  std::optional<std::uint32_t> part_of;  ///< index into Extraction::claims
  TokenRange counter;                    ///< what stands for the figure where there is none: "a", "no one"
  bool none = false;                     ///< "no one was hurt": the figure is zero
  bool perfect = false;                  ///< "have been displaced": counted up to now
  bool subgroup = false;
  bool remainder = false;       ///< "two others": apart from those to whom the same happened
  bool mixed = false;           ///< some of these fared worse: "7 shot, 1 fatally"
  bool sum = false;             ///< the figure is what the claims that are `part_of` it come to, and `singles`
  std::uint8_t singles = 0;     ///< of a sum: those of it who are one and have no claim of their own
  bool with_attackers = false;  ///< of a sum: those who did it are counted too
  bool denied = false;
  bool quoted = false;
};

}  // namespace claimcheck
