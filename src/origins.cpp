#include "origins.hpp"

#include "disjoint_sets.hpp"
#include "words.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>

namespace claimcheck {
namespace {

constexpr std::size_t shingle_words = 6;

/// What is kept of every document; its words are read again where they are needed.
struct Summary {
  std::size_t unquoted = 0;
  std::set<std::string> credits;
};

/// A place where two documents run together, as indexes of words.
struct Passage {
  std::uint32_t first = 0, second = 0, words = 0;
};

struct Pair {
  std::uint32_t first = 0, second = 0;  ///< documents
  friend auto operator<=>(const Pair&, const Pair&) = default;
};

/// The credits of an article, in its own words: "AFP".
class Credits {
 public:
  explicit Credits(const Lexicon& lexicon) {
    for (const Lexeme& lexeme : lexicon.lexemes())
      if (lexeme.category == Category::credit && !lexeme.words.empty())
        by_first_word_[lexeme.words[0]].push_back(&lexeme);
  }

  std::set<std::string> in(std::string_view text, const std::vector<PlainWord>& words) const {
    std::set<std::string> found;
    for (std::size_t i = 0; i < words.size(); i++) {
      auto candidates = by_first_word_.find(words[i].key);
      if (candidates == by_first_word_.end()) continue;
      for (const Lexeme* lexeme : candidates->second) {
        bool here = i + lexeme->words.size() <= words.size();
        for (std::size_t k = 1; here && k < lexeme->words.size(); k++) here = words[i + k].key == lexeme->words[k];
        if (here) found.emplace(cover(words[i].span, words[i + lexeme->words.size() - 1].span).of(text));
      }
    }
    return found;
  }

 private:
  std::unordered_map<WordKey, std::vector<const Lexeme*>> by_first_word_;
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

void add_holdings(const std::vector<PlainWord>& words, std::uint32_t document, std::vector<Holding>& out) {
  for (std::size_t i = 0; i < words.size(); i++)
    if (auto hash = shingle_at(words, i)) out.push_back((*hash & ~document_mask) | document);
}

/// The pairs of documents that share `least` shingles or more. Each document is paired with the one that had the
/// shingle first and the one that had it last before it, so a passage that everybody carries costs no more than one
/// that two share.
std::vector<Pair> candidates(std::vector<Holding> holdings, std::size_t least) {
  std::sort(holdings.begin(), holdings.end());
  holdings.erase(std::unique(holdings.begin(), holdings.end()), holdings.end());
  std::vector<Pair> shared, pairs;
  for (std::size_t begin = 0, end = 0; begin < holdings.size(); begin = end) {
    while (end < holdings.size() && (holdings[end] & ~document_mask) == (holdings[begin] & ~document_mask)) end++;
    auto document = [&](std::size_t i) { return static_cast<std::uint32_t>(holdings[i] & document_mask); };
    for (std::size_t i = begin + 1; i < end; i++) {
      shared.push_back({document(begin), document(i)});
      if (i > begin + 1) shared.push_back({document(i - 1), document(i)});
    }
  }
  holdings = {};
  std::sort(shared.begin(), shared.end());
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

struct Kinship {
  bool same_origin = false;
  Passage longest;
  std::string credit;
};

Span span_of(const std::vector<PlainWord>& words, std::uint32_t first, std::uint32_t count) {
  return {words[first].span.begin, words[first + count - 1].span.end};
}

struct Tie {
  Pair pair;
  std::uint32_t words = 0;  ///< of the longest passage
  Span first, second;       ///< where it stands
  std::string credit;
};

class Origins {
 public:
  Origins(const std::vector<const Document*>& documents, const Lexicon& lexicon, const Tolerances& tolerances)
      : documents_(documents), tolerances_(tolerances) {
    Credits credits(lexicon);
    for (std::uint32_t i = 0; i < documents_.size(); i++) {
      auto words = plain_words(documents_[i]->text);
      add_holdings(words, i, holdings_);
      auto quoted = std::count_if(words.begin(), words.end(), [](const PlainWord& word) { return word.quoted; });
      summaries_.push_back({words.size() - static_cast<std::size_t>(quoted), credits.in(documents_[i]->text, words)});
    }
  }

  std::vector<Origin> find() {
    auto passage_words = static_cast<std::size_t>(tolerances_.passage_words);
    std::size_t least = passage_words > shingle_words ? passage_words - shingle_words + 1 : 1;
    DisjointSets sets(documents_.size());
    std::vector<Tie> ties;
    for (Pair pair : candidates(std::move(holdings_), least)) {
      auto tie = compare(pair);
      if (!tie) continue;
      sets.join(pair.first, pair.second);
      ties.push_back(std::move(*tie));
    }
    std::unordered_map<std::uint32_t, const Tie*> longest;  ///< by the set's representative
    for (const Tie& tie : ties) {
      const Tie*& best = longest[sets.find(tie.pair.first)];
      if (!best || tie.words > best->words) best = &tie;
    }
    std::vector<Origin> origins;
    for (auto& members : sets.sets()) {
      auto best = longest.find(members.front());
      origins.push_back(describe(std::move(members), best == longest.end() ? nullptr : best->second));
    }
    return origins;
  }

 private:
  /// A credit that both carry halves what they have to share.
  std::optional<Tie> compare(Pair pair) {
    if (pair.first != read_) words_ = plain_words(documents_[pair.first]->text), read_ = pair.first;
    auto others = plain_words(documents_[pair.second]->text);
    const Summary &a = summaries_[pair.first], &b = summaries_[pair.second];
    std::size_t shared = 0;
    Passage longest;
    for (const Passage& passage :
         shared_passages(words_, others, static_cast<std::size_t>(tolerances_.passage_words))) {
      shared += passage.words;
      if (passage.words > longest.words) longest = passage;
    }
    if (shared == 0) return std::nullopt;
    Tie tie{pair,
            longest.words,
            span_of(words_, longest.first, longest.words),
            span_of(others, longest.second, longest.words),
            {}};
    for (const std::string& credit : a.credits)
      if (b.credits.contains(credit) && tie.credit.empty()) tie.credit = credit;
    double enough = tie.credit.empty() ? 1 : 0.5;
    double least = std::max(tolerances_.shared_words,
                            tolerances_.shared_share * static_cast<double>(std::min(a.unquoted, b.unquoted)));
    return static_cast<double>(shared) >= enough * least ? std::optional(tie) : std::nullopt;
  }

  static Origin describe(std::vector<std::uint32_t> members, const Tie* longest) {
    Origin origin{std::move(members), {}, ""};
    if (!longest) return origin;
    origin.shared = {{longest->pair.first, longest->first}, {longest->pair.second, longest->second}};
    origin.credit = longest->credit;
    return origin;
  }

  const std::vector<const Document*>& documents_;
  const Tolerances& tolerances_;
  std::vector<Summary> summaries_;
  std::vector<Holding> holdings_;
  std::vector<PlainWord> words_;  ///< of the document that was read last
  std::uint32_t read_ = ~0u;
};

}  // namespace

std::vector<Origin> find_origins(const std::vector<const Document*>& documents, const Lexicon& lexicon,
                                 const Tolerances& tolerances) {
  return Origins(documents, lexicon, tolerances).find();
}

}  // namespace claimcheck
