#include "kinship.hpp"

#include "words.hpp"

#include <algorithm>

namespace claimcheck {
namespace {

constexpr std::size_t least_shared_names = 2;
constexpr std::uint32_t least_name_bytes = 4;

bool is_capitalised(const PlainWord& word, std::string_view text) {
  char first = text[word.span.begin];
  return word.span.size() >= least_name_bytes && first >= 'A' && first <= 'Z';
}

/// Whether no sentence or heading begins with the word.
bool is_inside_sentence(const PlainWord& word, std::string_view text) {
  if (word.span.begin < 2 || text[word.span.begin - 1] != ' ') return false;
  char before = text[word.span.begin - 2];
  return (before >= 'a' && before <= 'z') || before == ',';
}

void sort_once(std::vector<WordKey>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

std::vector<WordKey> shared(const std::vector<WordKey>& a, const std::vector<WordKey>& b) {
  std::vector<WordKey> out;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

}  // namespace

const Kinship::Names& Kinship::names(std::uint32_t document) {
  Names& names = names_[document];
  if (names.read) return names;
  names.read = true;
  const std::string& text = documents_[document].text;
  for (const PlainWord& word : plain_words(text)) {
    if (!is_capitalised(word, text)) continue;
    names.possible.push_back(word.key);
    if (is_inside_sentence(word, text)) names.certain.push_back(word.key);
  }
  sort_once(names.possible);
  sort_once(names.certain);
  return names;
}

bool Kinship::related(std::uint32_t a, std::uint32_t b) {
  if (a == b) return true;
  auto [entry, fresh] = known_.try_emplace(std::minmax(a, b), false);
  if (!fresh) return entry->second;
  const Names &first = names(a), &second = names(b);
  auto common = shared(first.certain, second.possible), others = shared(second.certain, first.possible);
  common.insert(common.end(), others.begin(), others.end());
  sort_once(common);
  return entry->second = common.size() >= least_shared_names;
}

}  // namespace claimcheck
