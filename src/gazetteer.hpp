#pragma once

#include "token.hpp"
#include "words.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace claimcheck {

/// Countries, first-level regions and large cities, and which lies in which. Data: rules/gazetteer.tsv.
class Gazetteer {
 public:
  /// Throws ConfigError (file:line) for a row that it does not understand.
  static Gazetteer load(const std::filesystem::path& file);
  /// Adds countries with their peoples. Data: rules/demonyms.tsv. Throws ConfigError (file:line).
  void add_demonyms(const std::filesystem::path& file);

  /// Every name in file order, repeated where several places share it.
  const std::vector<std::string_view>& names() const { return names_; }
  bool knows(std::string_view place) const;
  /// The canonical name ("Northern Idlib" is left as it is; "Damaskus" unknown: as written).
  std::string canonical(std::string_view place) const;
  /// The places that carry a name, and the places in which those lie: numbers that are the same for the same place.
  struct Places {
    std::vector<std::uint32_t> at, around;
  };
  Places places(std::string_view name) const;
  /// The country that a place lies in, or the place itself if it is in none.
  std::string country_of(std::string_view place) const;
  /// The country whose people or name a phrase holds: France for "French soldiers"; empty if it holds none.
  std::string_view country_in(std::string_view phrase) const;
  /// The keys of a phrase's words, where a country's names and peoples count as one word: "U.S. troops" and "American
  /// troops" have the same.
  std::vector<WordKey> keys_by_country(std::string_view phrase) const;
  /// Whether `inner` lies in `outer` (or is it), by any of the places that carry these names.
  bool contains(std::string_view outer, std::string_view inner) const;

 private:
  static constexpr std::uint32_t nowhere = ~0u;
  struct Place {
    std::string_view name;
    std::uint32_t parent = nowhere;
  };
  struct Named {
    WordKey key;  ///< of the name, whatever its case
    std::uint32_t place;
  };

  std::pair<std::vector<Named>::const_iterator, std::vector<Named>::const_iterator> named(std::string_view) const;
  /// The country whose name or people begins at a word, and how many words that is; 0 for none.
  std::pair<std::string_view, std::size_t> country_at(const std::vector<PlainWord>&, std::size_t first) const;
  bool lies_in(std::uint32_t place, std::string_view outer) const;

  std::shared_ptr<const std::string> text_;  ///< the file, which the names are views of
  std::vector<Place> places_;
  std::unordered_map<WordKey, std::uint32_t> countries_;  ///< by their names and the words for their peoples
  std::vector<std::string_view> names_;
  std::vector<Named> named_;  ///< sorted by key, then in file order
};

}  // namespace claimcheck
