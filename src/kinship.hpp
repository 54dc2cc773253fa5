#pragma once

#include "document.hpp"
#include "lexicon.hpp"

#include <unordered_map>
#include <vector>

namespace claimcheck {

/// Whether documents tell the same story: they have names in common. Asked only where two claims share no stated place
/// or day.
class Kinship {
 public:
  Kinship(const std::vector<Document>&, const Lexicon&);

  bool related(std::uint32_t a, std::uint32_t b) const;

  /// The documents that are related to one, by names that not too many documents have; sorted.
  std::vector<std::uint32_t> relatives(std::uint32_t document) const;

  /// Whether a document has every word of a phrase, written with a capital.
  bool names(std::uint32_t document, std::string_view phrase) const;

 private:
  using Keys = std::vector<WordKey>;
  using Index = std::unordered_map<WordKey, std::vector<std::uint32_t>>;

  /// The capitalised words of a document: those inside sentences are names, the others may be. Sorted.
  struct Names {
    Keys certain, possible;
  };

  bool is_distinctive(WordKey name) const;
  /// Whether so many names in common, or such ones, make two documents of one story.
  bool tie(const Keys& common) const;

  std::vector<Names> names_;  ///< by document
  Index certain_, possible_;  ///< the documents that have a name, of the names that more than one has
};

}  // namespace claimcheck
