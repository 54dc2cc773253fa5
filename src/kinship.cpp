#include "kinship.hpp"

#include "words.hpp"

#include <algorithm>

namespace claimcheck {
namespace {

constexpr std::size_t least_shared_names = 2;
constexpr std::uint32_t least_name_bytes = 4;

/// Capitalised, and not because a sentence begins there.
bool is_name(const PlainWord& word, std::string_view text) {
  char first = text[word.span.begin];
  if (word.span.size() < least_name_bytes || first < 'A' || first > 'Z' || word.span.begin < 2) return false;
  char before = text[word.span.begin - 2];
  bool inside_a_sentence = (before >= 'a' && before <= 'z') || before == ',';
  return text[word.span.begin - 1] == ' ' && inside_a_sentence;
}

}  // namespace

const std::vector<WordKey>& Kinship::names(std::uint32_t document) {
  std::vector<WordKey>& names = names_[document];
  if (!names.empty()) return names;
  const std::string& text = documents_[document].text;
  for (const PlainWord& word : plain_words(text))
    if (is_name(word, text)) names.push_back(word.key);
  names.push_back(0);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

bool Kinship::related(std::uint32_t a, std::uint32_t b) {
  if (a == b) return true;
  auto [entry, fresh] = known_.try_emplace(std::minmax(a, b), false);
  if (!fresh) return entry->second;
  std::vector<WordKey> shared;
  const auto &first = names(a), &second = names(b);
  std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(shared));
  return entry->second = shared.size() > least_shared_names;  // the key 0 is in both
}

}  // namespace claimcheck
