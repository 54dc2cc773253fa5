#pragma once

#include "token.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace claimcheck {

/// Tells past happenings of different kinds apart: the fire of 1987 from that year's flood. Data: rules/rules.yaml,
/// `happenings`.
class Happenings {
 public:
  explicit Happenings(const std::map<std::string, std::vector<std::string>>& words_of_kinds);

  /// How the kinds that two sentences name stand to each other.
  enum class Kinship : std::uint8_t { unknown, same, different };
  Kinship compare(std::string_view sentence, std::string_view other) const;

 private:
  /// Sorted, each kind once.
  std::vector<std::uint32_t> kinds_in(std::string_view sentence) const;

  std::unordered_map<WordKey, std::uint32_t> kinds_;  ///< by word
};

}  // namespace claimcheck
