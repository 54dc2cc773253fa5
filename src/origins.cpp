#include "origins.hpp"

#include "disjoint_sets.hpp"
#include "words.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace claimcheck {
namespace {

constexpr std::size_t shingle_words = 6;

struct Words {
  std::vector<PlainWord> all;
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
std::set<std::string> credits_in(std::string_view text, const std::vector<PlainWord>& words, const Lexicon& lexicon) {
  std::unordered_map<WordKey, std::vector<const Lexeme*>> by_first_word;
  for (const Lexeme& lexeme : lexicon.lexemes())
    if (lexeme.category == Category::credit && !lexeme.words.empty()) by_first_word[lexeme.words[0]].push_back(&lexeme);
  std::set<std::string> found;
  for (std::size_t i = 0; i < words.size(); i++) {
    auto candidates = by_first_word.find(words[i].key);
    if (candidates == by_first_word.end()) continue;
    for (const Lexeme* lexeme : candidates->second) {
      bool here = i + lexeme->words.size() <= words.size();
      for (std::size_t k = 1; here && k < lexeme->words.size(); k++) here = words[i + k].key == lexeme->words[k];
      if (here) found.emplace(cover(words[i].span, words[i + lexeme->words.size() - 1].span).of(text));
    }
  }
  return found;
}

Words read_words(const Document& document, const Lexicon& lexicon) {
  Words words{plain_words(document.text), 0, {}};
  words.unquoted = static_cast<std::size_t>(
      std::count_if(words.all.begin(), words.all.end(), [](const PlainWord& word) { return !word.quoted; }));
  words.credits = credits_in(document.text, words.all, lexicon);
  return words;
}

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

/// The pairs of documents that share `least` shingles or more. Each shingle remembers only the document that had it
/// first and the one that had it last, so a passage that everybody carries costs no more than one that two share.
std::vector<Pair> candidates(const std::vector<Words>& documents, std::size_t least) {
  struct Holders {
    std::uint32_t first, last;
  };
  std::unordered_map<std::uint64_t, Holders> seen;
  std::map<Pair, std::size_t> shared;
  for (std::uint32_t d = 0; d < documents.size(); d++) {
    for (std::size_t i = 0; i < documents[d].all.size(); i++) {
      auto hash = shingle_at(documents[d].all, i);
      if (!hash) continue;
      auto [entry, fresh] = seen.try_emplace(*hash, Holders{d, d});
      if (fresh || entry->second.last == d) continue;
      shared[{entry->second.first, d}]++;
      if (entry->second.last != entry->second.first) shared[{entry->second.last, d}]++;
      entry->second.last = d;
    }
  }
  std::vector<Pair> pairs;
  for (auto [pair, count] : shared)
    if (count >= least) pairs.push_back(pair);
  return pairs;
}

std::unordered_multimap<std::uint64_t, std::uint32_t> shingle_index(const std::vector<PlainWord>& words) {
  std::unordered_multimap<std::uint64_t, std::uint32_t> index;
  for (std::size_t i = 0; i < words.size(); i++)
    if (auto hash = shingle_at(words, i)) index.emplace(*hash, static_cast<std::uint32_t>(i));
  return index;
}

std::uint32_t run_length(const std::vector<PlainWord>& a, std::size_t i, const std::vector<PlainWord>& b,
                         std::size_t k) {
  std::uint32_t length = 0;
  while (i < a.size() && k < b.size() && a[i].key == b[k].key && !a[i].quoted && !b[k].quoted) i++, k++, length++;
  return length;
}

/// The runs of at least `least` words that two documents share, in the order of the second.
std::vector<Passage> shared_passages(const Words& a, const Words& b, std::size_t least) {
  auto index = shingle_index(a.all);
  std::vector<Passage> out;
  for (std::size_t k = 0; k < b.all.size();) {
    Passage best;
    if (auto hash = shingle_at(b.all, k)) {
      auto [from, to] = index.equal_range(*hash);
      for (; from != to; ++from) {
        std::uint32_t length = run_length(a.all, from->second, b.all, k);
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

/// A credit that both carry halves what they have to share.
Kinship compare(const Words& a, const Words& b, const Tolerances& tolerances) {
  Kinship kinship;
  std::size_t shared = 0;
  for (const Passage& passage : shared_passages(a, b, static_cast<std::size_t>(tolerances.passage_words))) {
    shared += passage.words;
    if (passage.words > kinship.longest.words) kinship.longest = passage;
  }
  for (const std::string& credit : a.credits)
    if (b.credits.contains(credit) && kinship.credit.empty()) kinship.credit = credit;
  double enough = kinship.credit.empty() ? 1 : 0.5;
  auto shorter = static_cast<double>(std::min(a.unquoted, b.unquoted));
  kinship.same_origin = shared > 0 && static_cast<double>(shared) >= enough * tolerances.shared_words &&
                        static_cast<double>(shared) >= enough * tolerances.shared_share * shorter;
  return kinship;
}

Span span_of(const std::vector<PlainWord>& words, std::uint32_t first, std::uint32_t count) {
  return {words[first].span.begin, words[first + count - 1].span.end};
}

struct Tie {
  Pair pair;
  Kinship kinship;
};

Origin describe(std::vector<std::uint32_t> members, const std::vector<Tie>& ties, const std::vector<Words>& words) {
  Origin origin{std::move(members), {}, ""};
  const Tie* longest = nullptr;
  for (const Tie& tie : ties) {
    if (!std::binary_search(origin.documents.begin(), origin.documents.end(), tie.pair.first)) continue;
    if (!longest || tie.kinship.longest.words > longest->kinship.longest.words) longest = &tie;
  }
  if (!longest) return origin;
  const Passage& passage = longest->kinship.longest;
  auto [first, second] = longest->pair;
  origin.shared = {{first, span_of(words[first].all, passage.first, passage.words)},
                   {second, span_of(words[second].all, passage.second, passage.words)}};
  origin.credit = longest->kinship.credit;
  return origin;
}

}  // namespace

std::vector<Origin> find_origins(const std::vector<const Document*>& documents, const Lexicon& lexicon,
                                 const Tolerances& tolerances) {
  std::vector<Words> words;
  for (const Document* document : documents) words.push_back(read_words(*document, lexicon));
  auto passage_words = static_cast<std::size_t>(tolerances.passage_words);
  std::size_t least = passage_words > shingle_words ? passage_words - shingle_words + 1 : 1;
  DisjointSets sets(documents.size());
  std::vector<Tie> ties;
  for (Pair pair : candidates(words, least)) {
    Kinship kinship = compare(words[pair.first], words[pair.second], tolerances);
    if (!kinship.same_origin) continue;
    sets.join(pair.first, pair.second);
    ties.push_back({pair, std::move(kinship)});
  }
  std::vector<Origin> origins;
  for (auto& members : sets.sets()) origins.push_back(describe(std::move(members), ties, words));
  return origins;
}

}  // namespace claimcheck
