#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace claimcheck {

/// The groups that people and things are counted in, and which is a kind of which: a soldier is a fighter is a person.
/// Data: rules/taxonomy.yaml.
class Taxonomy {
 public:
  static Taxonomy load(const std::filesystem::path& file);

  bool knows(std::string_view group) const { return parents_.contains(group); }
  /// True for the group itself too.
  bool is_a(std::string_view group, std::string_view ancestor) const;

 private:
  std::map<std::string, std::string, std::less<>> parents_;  ///< group → its parent, empty at the top
};

}  // namespace claimcheck
