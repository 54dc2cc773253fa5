#pragma once

#include "document.hpp"
#include "finding.hpp"
#include "lexicon.hpp"
#include "rule.hpp"
#include "words.hpp"

#include <optional>
#include <unordered_map>
#include <vector>

namespace claimcheck {

/// Partitions documents by where their sentences come from. Near-linear in the words of all documents.
class OriginFinder {
 public:
  OriginFinder(const Lexicon&, const Tolerances&);

  /// Takes the documents in their order, each with its words.
  void add(const Document&, const std::vector<PlainWord>&);
  /// The origins, with documents counted as they were added. Asked once.
  std::vector<Origin> find();

 private:
  /// What is kept of every document; its words are read again where they are needed.
  struct Summary {
    const Document* document;
    std::size_t unquoted;
    std::vector<std::string> credits;  ///< "AFP", in the article's own words, sorted
  };
  struct Tie;

  std::vector<std::string> credits_in(const std::string& text, const std::vector<PlainWord>&) const;
  std::optional<Tie> tie(std::uint32_t first, std::uint32_t second);

  const Tolerances& tolerances_;
  std::unordered_map<WordKey, std::vector<const Lexeme*>> credits_;  ///< by their first word
  std::vector<Summary> documents_;
  std::vector<std::vector<std::uint64_t>> holdings_;  ///< who has which shingle, on shelves
  std::vector<PlainWord> words_, others_;             ///< of the documents that are compared
  std::uint32_t read_ = ~0u;                          ///< the document that `words_` are of
};

}  // namespace claimcheck
