#pragma once

#include "token.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace claimcheck {

/// Tells happenings of different kinds apart: the fire of 1987 from that year's flood, a blaze from a bus crash of one
/// day. Data: rules/rules.yaml, `happenings` and `kindred`.
class Happenings {
 public:
  Happenings(const std::map<std::string, std::vector<std::string>>& words_of_kinds,
             const std::vector<std::vector<std::string>>& kindred);

  /// How the kinds that two sentences name stand to each other; kindred ones may be one happening in other words.
  enum class Kinship : std::uint8_t { unknown, same, kindred, different };
  Kinship compare(std::string_view sentence, std::string_view other) const;

 private:
  using Kinds = std::vector<std::uint32_t>;  ///< sorted, each once
  Kinds kinds_in(std::string_view sentence) const;
  bool are_kindred(std::uint32_t, std::uint32_t) const;

  std::unordered_map<WordKey, std::uint32_t> kinds_;  ///< by word
  std::vector<Kinds> kindred_;
};

}  // namespace claimcheck
