#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace claimcheck {

/// Countries, first-level regions and large cities, and which lies in which. Data: rules/gazetteer.tsv.
class Gazetteer {
 public:
  static Gazetteer load(const std::filesystem::path& file);

  bool knows(std::string_view place) const;
  /// The canonical name ("Northern Idlib" is left as it is; "Damaskus" unknown: as written).
  std::string canonical(std::string_view place) const;
  /// Whether `inner` lies in `outer` (or is it), by any of the places that carry these names.
  bool contains(std::string_view outer, std::string_view inner) const;

 private:
  struct Entry {
    std::string name;
    std::vector<std::uint32_t> parents;  ///< one for each place of that name
  };
  std::vector<Entry> entries_;
  std::unordered_map<std::string, std::uint32_t> index_;
};

}  // namespace claimcheck
