#include "origins.hpp"

#include "disjoint_sets.hpp"
#include "sort_once.hpp"

#include <boost/sort/spreadsort/integer_sort.hpp>

#include <algorithm>
#include <bit>

namespace claimcheck {
namespace {

using boost::sort::spreadsort::integer_sort;

constexpr std::size_t shingle_words = 6;

/// A place where two documents run together, as indexes of words.
struct Passage {
  std::uint32_t first = 0, second = 0, words = 0;
};

/// Nullopt where the run of words leaves the author's own text.
std::optional<std::uint64_t> shingle_at(const std::vector<PlainWord>& words, std::size_t at) {
  if (at + shingle_words > words.size()) return std::nullopt;
  std::uint64_t hash = 0;
  for (std::size_t i = at; i < at + shingle_words; i++) {
    if (words[i].quoted) return std::nullopt;
    hash = (hash ^ words[i].key) * 0x9E3779B97F4A7C15ull;
    hash ^= hash >> 29;
  }
  return hash;
}

/// A shingle's hash above the document that has it, so that sorting brings those that share it together. What the hash
/// loses does not matter: documents have to share several.
using Holding = std::uint64_t;
constexpr unsigned document_bits = 24;
constexpr Holding document_mask = (Holding{1} << document_bits) - 1;

/// Holdings stand on shelves by the first bits of the hash: each is sorted while it is close to the processor.
constexpr unsigned shelf_bits = 10;
constexpr std::size_t shelf_count = std::size_t{1} << shelf_bits;

/// Two documents, the first in the upper half.
using Pair = std::uint64_t;
Pair pair_of(Holding first, Holding second) {
  return (first & document_mask) << 32 | (second & document_mask);
}

/// Leaves those that may be shared. Most shingles are nobody else's, which two bits for each of them tell.
void drop_unshared(std::vector<Holding>& shelf) {
  std::vector<bool> seen(std::bit_ceil(4 * shelf.size() + 1)), again(seen.size());
  auto slot = [&](Holding holding) { return (holding >> document_bits) & (seen.size() - 1); };
  for (Holding holding : shelf) {
    if (seen[slot(holding)]) again[slot(holding)] = true;
    seen[slot(holding)] = true;
  }
  std::erase_if(shelf, [&](Holding holding) { return !again[slot(holding)]; });
}

/// Each document is paired with the one that had the shingle first and the one that had it last before it, so a
/// passage that everybody carries costs no more than one that two share.
void add_shared(std::vector<Holding>& shelf, std::vector<Pair>& shared) {
  drop_unshared(shelf);
  sort_once(shelf);
  for (std::size_t begin = 0, end = 0; begin < shelf.size(); begin = end) {
    while (end < shelf.size() && (shelf[end] & ~document_mask) == (shelf[begin] & ~document_mask)) end++;
    for (std::size_t i = begin + 1; i < end; i++) {
      shared.push_back(pair_of(shelf[begin], shelf[i]));
      if (i > begin + 1) shared.push_back(pair_of(shelf[i - 1], shelf[i]));
    }
  }
}

/// The pairs of documents that share `least` shingles or more.
std::vector<Pair> candidates(std::vector<std::vector<Holding>> shelves, std::size_t least) {
  std::vector<Pair> shared, pairs;
  for (std::vector<Holding>& shelf : shelves) {
    add_shared(shelf, shared);
    std::vector<Holding>().swap(shelf);
  }
  integer_sort(shared.begin(), shared.end());
  for (std::size_t begin = 0, end = 0; begin < shared.size(); begin = end) {
    while (end < shared.size() && shared[end] == shared[begin]) end++;
    if (end - begin >= least) pairs.push_back(shared[begin]);
  }
  return pairs;
}

/// The shingles of a document with the words at which they begin, in order.
using Shingles = std::vector<std::pair<std::uint64_t, std::uint32_t>>;

Shingles shingles_of(const std::vector<PlainWord>& words) {
  Shingles shingles;
  shingles.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); i++)
    if (auto hash = shingle_at(words, i)) shingles.emplace_back(*hash, static_cast<std::uint32_t>(i));
  std::sort(shingles.begin(), shingles.end());
  return shingles;
}

std::uint32_t run_length(const std::vector<PlainWord>& a, std::size_t i, const std::vector<PlainWord>& b,
                         std::size_t k) {
  std::uint32_t length = 0;
  while (i < a.size() && k < b.size() && a[i].key == b[k].key && !a[i].quoted && !b[k].quoted) i++, k++, length++;
  return length;
}

/// The runs of at least `least` words that two documents share, in the order of the second.
std::vector<Passage> shared_passages(const std::vector<PlainWord>& a, const std::vector<PlainWord>& b,
                                     std::size_t least) {
  Shingles shingles = shingles_of(a);
  std::vector<Passage> out;
  for (std::size_t k = 0; k < b.size();) {
    Passage best;
    if (auto hash = shingle_at(b, k)) {
      auto from = std::lower_bound(shingles.begin(), shingles.end(), std::pair{*hash, std::uint32_t{0}});
      for (; from != shingles.end() && from->first == *hash; ++from) {
        std::uint32_t length = run_length(a, from->second, b, k);
        if (length > best.words || (length == best.words && from->second < best.first))
          best = {from->second, static_cast<std::uint32_t>(k), length};
      }
    }
    if (best.words >= least) out.push_back(best);
    k += best.words >= least ? best.words : 1;
  }
  return out;
}

Span span_of(const std::vector<PlainWord>& words, std::uint32_t first, std::uint32_t count) {
  return {words[first].span.begin, words[first + count - 1].span.end};
}

}  // namespace

struct OriginFinder::Tie {
  std::uint32_t first_document = 0, second_document = 0;
  std::uint32_t words = 0;  ///< of the longest passage
  Span first, second;       ///< where it stands
  std::string credit;
};

OriginFinder::OriginFinder(const Lexicon& lexicon, const Tolerances& tolerances)
    : tolerances_(tolerances), holdings_(shelf_count) {
  for (const Lexeme& lexeme : lexicon.lexemes())
    if (lexeme.category == Category::credit && !lexeme.words.empty()) credits_[lexeme.words[0]].push_back(&lexeme);
}

void OriginFinder::add(const Document& document, const std::vector<PlainWord>& words) {
  auto index = static_cast<std::uint32_t>(documents_.size());
  for (std::size_t i = 0; i < words.size(); i++)
    if (auto hash = shingle_at(words, i))
      holdings_[*hash >> (64 - shelf_bits)].push_back((*hash & ~document_mask) | index);
  auto unquoted = std::count_if(words.begin(), words.end(), [](const PlainWord& word) { return !word.quoted; });
  documents_.push_back({&document, static_cast<std::size_t>(unquoted), credits_in(document.text, words)});
}

std::vector<std::string> OriginFinder::credits_in(const std::string& text, const std::vector<PlainWord>& words) const {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < words.size(); i++) {
    auto lexemes = credits_.find(words[i].key);
    if (lexemes == credits_.end()) continue;
    for (const Lexeme* lexeme : lexemes->second) {
      bool here = i + lexeme->words.size() <= words.size();
      for (std::size_t k = 1; here && k < lexeme->words.size(); k++) here = words[i + k].key == lexeme->words[k];
      if (here) found.emplace_back(cover(words[i].span, words[i + lexeme->words.size() - 1].span).of(text));
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<Origin> OriginFinder::find() {
  auto passage_words = static_cast<std::size_t>(tolerances_.passage_words);
  std::size_t least = passage_words > shingle_words ? passage_words - shingle_words + 1 : 1;
  DisjointSets sets(documents_.size());
  std::vector<Tie> ties;
  for (Pair pair : candidates(std::move(holdings_), least)) {
    auto found = tie(static_cast<std::uint32_t>(pair >> 32), static_cast<std::uint32_t>(pair));
    if (!found) continue;
    sets.join(found->first_document, found->second_document);
    ties.push_back(std::move(*found));
  }
  std::unordered_map<std::uint32_t, const Tie*> longest;  ///< by the set's representative
  for (const Tie& tie : ties) {
    const Tie*& best = longest[sets.find(tie.first_document)];
    if (!best || tie.words > best->words) best = &tie;
  }
  std::vector<Origin> origins;
  for (auto& members : sets.sets()) {
    auto best = longest.find(members.front());
    Origin& origin = origins.emplace_back(std::move(members));
    if (best == longest.end()) continue;
    const Tie& tie = *best->second;
    origin.shared = {{tie.first_document, tie.first}, {tie.second_document, tie.second}};
    origin.credit = tie.credit;
  }
  return origins;
}

/// A credit that both carry halves what they have to share.
std::optional<OriginFinder::Tie> OriginFinder::tie(std::uint32_t first, std::uint32_t second) {
  const Summary &a = documents_[first], &b = documents_[second];
  if (first != read_) plain_words(a.document->text, words_), read_ = first;
  plain_words(b.document->text, others_);
  std::size_t shared = 0;
  Passage longest;
  for (const Passage& passage : shared_passages(words_, others_, static_cast<std::size_t>(tolerances_.passage_words))) {
    shared += passage.words;
    if (passage.words > longest.words) longest = passage;
  }
  if (shared == 0) return std::nullopt;
  Tie tie{first,
          second,
          longest.words,
          span_of(words_, longest.first, longest.words),
          span_of(others_, longest.second, longest.words),
          {}};
  for (const std::string& credit : a.credits)
    if (tie.credit.empty() && std::binary_search(b.credits.begin(), b.credits.end(), credit)) tie.credit = credit;
  double enough = tie.credit.empty() ? 1 : 0.5;
  double least = std::max(tolerances_.shared_words,
                          tolerances_.shared_share * static_cast<double>(std::min(a.unquoted, b.unquoted)));
  return static_cast<double>(shared) >= enough * least ? std::optional(tie) : std::nullopt;
}

}  // namespace claimcheck
