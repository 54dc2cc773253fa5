#pragma once

#include "document.hpp"
#include "token.hpp"

#include <map>
#include <vector>

namespace claimcheck {

/// Whether documents tell the same story: they have names in common. Asked only where two claims share no stated place
/// or day.
class Kinship {
 public:
  explicit Kinship(const std::vector<Document>& documents) : documents_(documents), names_(documents.size()) {}

  bool related(std::uint32_t a, std::uint32_t b);

 private:
  /// The capitalised words of a document: those inside sentences are names, the others may be. Sorted.
  struct Names {
    bool read = false;
    std::vector<WordKey> certain, possible;
  };
  const Names& names(std::uint32_t document);

  const std::vector<Document>& documents_;
  std::vector<Names> names_;  ///< read when first asked for
  std::map<std::pair<std::uint32_t, std::uint32_t>, bool> known_;
};

}  // namespace claimcheck
