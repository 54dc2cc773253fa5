#pragma once

#include "fact.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {

/// A word of a rules file that has to be one of the lexicon's: a vague word, an event, a kind of claimant.
struct WordUse {
  enum class Kind : std::uint8_t { vague, event, claimant } kind;
  std::string word;
  std::string place;  ///< file:line:column
};

/// How one desk or recorder reads figures: what a vague word stands for, and which of several figures is the best.
struct Profile {
  std::string name;
  std::string source;  ///< whose way this is, and where they say so
  std::string where;   ///< file:line
  struct Bounds {
    std::optional<double> low, high;
  };
  std::map<std::string, Bounds, std::less<>> vague;
  std::vector<BestBy> best;  ///< each narrows the figures down, until one is left; if several are, none is the best
  bool whole_range = false;  ///< low and high cover every word, also a bound that the other figures fit into
  std::vector<std::vector<std::string>> tiers;  ///< kinds of counters, the most credible first

  /// The tier of a kind of counter; behind all of them for one that is not listed, and for nobody.
  std::size_t tier_of(std::string_view kind) const;
};

}  // namespace claimcheck
