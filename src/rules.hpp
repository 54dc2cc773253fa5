#pragma once

#include "resolve_date.hpp"
#include "rule.hpp"

#include <filesystem>
#include <map>
#include <string>

namespace claimcheck {

/// How one desk or recorder reads vague words: the inclusive bounds of each.
struct Profile {
  std::string name;
  struct Bounds {
    std::optional<double> low, high;
  };
  std::map<std::string, Bounds, std::less<>> vague;
};

/// Words and thresholds that a desk may change; the grammar is not among them.
struct Rules {
  Profile profile;
  std::vector<Rule> rules;  ///< by code
  Tolerances tolerances;
  std::vector<std::string> tolls;             ///< events whose figures grow while they are counted
  std::vector<std::string> generic_nouns;     ///< "people", "victims": they say no more than that people are meant
  DateOrder date_order = DateOrder::unknown;  ///< for 05/03/2020 where the article gives no evidence

  /// Reads `folder`/*.yaml. Throws ConfigError with file:line:column.
  static Rules load(const std::filesystem::path& folder, std::string_view profile = "house");

  /// By code or name, in any case; null if there is none.
  const Rule* find_rule(std::string_view code_or_name) const;
};

}  // namespace claimcheck
