#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {

/// The groups that people and things are counted in, and which is a kind of which: a soldier is a fighter is a person.
/// Data: rules/taxonomy.yaml.
class Taxonomy {
 public:
  static Taxonomy load(const std::filesystem::path& file);

  bool knows(std::string_view group) const { return numbers_.contains(group); }
  /// True for the group itself too.
  bool is_a(std::string_view group, std::string_view ancestor) const;

  /// A group's number, for those who ask often; `unknown` for a group that the taxonomy does not have, which is a kind
  /// of nothing.
  using Number = std::uint16_t;
  static constexpr Number unknown = 0xFFFF;
  Number number(std::string_view group) const;
  bool is_a(Number group, Number ancestor) const;

 private:
  std::map<std::string, Number, std::less<>> numbers_;
  std::vector<Number> parents_;  ///< by number; unknown at the top
};

}  // namespace claimcheck
