#include "lint/alignment.hpp"

#include <algorithm>

namespace claimcheck {
namespace {

constexpr std::uint64_t function_words =
    bits(Category::determiner, Category::pronoun, Category::auxiliary, Category::preposition, Category::conjunction);
constexpr int neighbours = 3;         ///< words on either side of a figure that have to be the same
constexpr int slack = 2;              ///< words that may have come or gone between them
constexpr double least_shared = 0.5;  ///< the share of its words that a sentence must have in common with another

bool is_word(const Token& token) {
  return token.kind == TokenKind::word || token.kind == TokenKind::alphanumeric;
}

Outline::Item item_of(const Token& token, bool first) {
  bool content = is_content(token);
  return {token.key, nullptr, content, content && token.capital && !first};
}

/// How well two items stand for each other; 0 if not at all.
int likeness(const Outline::Item& a, const Outline::Item& b) {
  if (a.figure && b.figure) {
    bool equal = a.figure->low == b.figure->low && a.figure->high == b.figure->high;
    return a.figure->dimension == b.figure->dimension ? (equal ? 4 : 3) : 1;
  }
  if (a.figure || b.figure || a.word != b.word) return 0;
  return a.content ? 4 : 2;
}

double shared_share(const Outline& a, const Outline& b) {
  std::vector<WordKey> shared;
  std::set_intersection(a.content.begin(), a.content.end(), b.content.begin(), b.content.end(),
                        std::back_inserter(shared));
  std::size_t all = a.content.size() + b.content.size();
  return all ? 2.0 * static_cast<double>(shared.size()) / static_cast<double>(all) : 0;
}

bool has_unmatched_name(const Outline& outline, const std::vector<WordKey>& others) {
  return std::any_of(outline.items.begin(), outline.items.end(), [&](const Outline::Item& item) {
    return item.name && !std::binary_search(others.begin(), others.end(), item.word);
  });
}

}  // namespace

bool is_content(const Token& token) {
  return is_word(token) && !(token.classes & function_words);
}

std::size_t Outline::item_of(const Quantity& figure) const {
  for (std::size_t i = 0; i < items.size(); i++)
    if (items[i].figure && items[i].figure->span == figure.span) return i;
  return items.size();
}

Outline outline_of(const LintText& text, const Sentence& sentence) {
  Outline outline{&text, &sentence, {}, {}};
  auto figures = text.quantities_in(sentence.tokens);
  auto figure = figures.begin();
  for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; at++) {
    if (figure != figures.end() && at >= figure->tokens.begin) {
      outline.items.push_back({0, &*figure, false, false});
      at = std::max(at, figure->tokens.end - 1);
      ++figure;
    } else if (const Token& token = *text.at(at); is_word(token)) {
      outline.items.push_back(item_of(token, at == sentence.tokens.begin));
      if (outline.items.back().content) outline.content.push_back(token.key);
    }
  }
  std::sort(outline.content.begin(), outline.content.end());
  outline.content.erase(std::unique(outline.content.begin(), outline.content.end()), outline.content.end());
  return outline;
}

Alignment align(const Outline& first, const Outline& second) {
  std::size_t rows = first.items.size(), columns = second.items.size();
  std::vector<int> best((rows + 1) * (columns + 1), 0);
  auto cell = [&](std::size_t i, std::size_t j) -> int& { return best[i * (columns + 1) + j]; };
  for (std::size_t i = rows; i-- > 0;)
    for (std::size_t j = columns; j-- > 0;) {
      int like = likeness(first.items[i], second.items[j]);
      cell(i, j) = std::max({cell(i + 1, j), cell(i, j + 1), like ? like + cell(i + 1, j + 1) : 0});
    }
  Alignment out{&first, &second, std::vector<int>(rows, -1)};
  for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
    int like = likeness(first.items[i], second.items[j]);
    if (like && cell(i, j) == like + cell(i + 1, j + 1)) {
      out.partner[i++] = static_cast<int>(j++);
    } else if (cell(i, j) == cell(i + 1, j)) {
      i++;
    } else {
      j++;
    }
  }
  return out;
}

bool Alignment::same_words_around(std::size_t item) const {
  int near = 0, same = 0, at = static_cast<int>(item), size = static_cast<int>(first->items.size());
  for (int i = std::max(0, at - neighbours); i <= std::min(size - 1, at + neighbours); i++) {
    if (i == at) continue;
    bool beside = partner[i] >= 0 && std::abs((partner[i] - partner[at]) - (i - at)) <= slack;
    near++;
    same += beside;
  }
  return near > 0 && same * 3 >= near * 2;
}

bool Alignment::other_names() const {
  return has_unmatched_name(*first, second->content) && has_unmatched_name(*second, first->content);
}

const Quantity* Alignment::counterpart(const Quantity& figure) const {
  std::size_t item = first->item_of(figure);
  if (item == first->items.size() || partner[item] < 0) return nullptr;
  const Quantity* other = second->items[static_cast<std::size_t>(partner[item])].figure;
  return same_words_around(item) && !other_names() ? other : nullptr;
}

SentenceIndex::SentenceIndex(const std::vector<LintArticle>& sources) {
  for (const LintArticle& source : sources)
    for (const LintText& text : source.texts)
      for (const Sentence& sentence : text.text.sentences) outlines_.push_back(outline_of(text, sentence));
  for (std::uint32_t i = 0; i < outlines_.size(); i++)
    for (WordKey word : outlines_[i].content) by_word_[word].push_back(i);
}

std::vector<const Outline*> SentenceIndex::nearest(const Outline& outline, std::size_t count) const {
  std::vector<std::uint32_t> candidates;
  for (WordKey word : outline.content)
    if (auto found = by_word_.find(word); found != by_word_.end())
      candidates.insert(candidates.end(), found->second.begin(), found->second.end());
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  std::vector<std::pair<double, const Outline*>> ranked;
  for (std::uint32_t candidate : candidates)
    if (double share = shared_share(outline, outlines_[candidate]); share >= least_shared)
      ranked.emplace_back(share, &outlines_[candidate]);
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<const Outline*> out;
  for (std::size_t i = 0; i < std::min(count, ranked.size()); i++) out.push_back(ranked[i].second);
  return out;
}

}  // namespace claimcheck
