#pragma once

#include "lint/article.hpp"

#include <unordered_map>
#include <vector>

namespace claimcheck {

/// A word that says something: no article, pronoun, auxiliary, preposition or conjunction.
bool is_content(const Token&);

/// A sentence as it is laid beside another: its words, with one item in the place of each figure.
struct Outline {
  struct Item {
    WordKey word = 0;  ///< 0 for a figure
    const Quantity* figure = nullptr;
    bool content = false;  ///< neither a figure nor a function word
    bool name = false;     ///< written with a capital inside the sentence
  };
  const LintText* text = nullptr;
  const Sentence* sentence = nullptr;
  std::vector<Item> items;
  std::vector<WordKey> content;  ///< the content words, sorted, without repeats

  std::size_t item_of(const Quantity&) const;
};
Outline outline_of(const LintText&, const Sentence&);

/// Two sentences side by side: for each item of the first the item of the second, or -1.
struct Alignment {
  const Outline* first = nullptr;
  const Outline* second = nullptr;
  std::vector<int> partner;

  /// The figure that stands in the second sentence where this one stands in the first, with the same words around it;
  /// null if there is none.
  const Quantity* counterpart(const Quantity&) const;
  /// Whether the sentences have all their words in common.
  bool is_copy() const { return first->content == second->content; }

 private:
  bool same_words_around(std::size_t item) const;
  bool other_names() const;
};
Alignment align(const Outline& first, const Outline& second);

/// The sentences of the sources by their words.
class SentenceIndex {
 public:
  explicit SentenceIndex(const std::vector<LintArticle>& sources);

  /// Those that share most words with the outline, the nearest first.
  std::vector<const Outline*> nearest(const Outline&, std::size_t count) const;
  const std::vector<Outline>& outlines() const { return outlines_; }

 private:
  std::vector<Outline> outlines_;
  std::unordered_map<WordKey, std::vector<std::uint32_t>> by_word_;
};

}  // namespace claimcheck
