#include "kinship.hpp"

#include "words.hpp"

#include <algorithm>

namespace claimcheck {
namespace {

constexpr std::size_t least_shared_names = 2;
constexpr std::size_t distinctive_name = 10;  ///< one name in common is enough if no more documents have it
constexpr std::uint32_t least_name_bytes = 4;
constexpr std::size_t widest_name = 250;  ///< a name that more documents have leads from none of them to another

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

Kinship::Kinship(const std::vector<Document>& documents, const Lexicon& lexicon) {
  constexpr std::uint64_t calendar = bits(Category::weekday, Category::month);
  names_.reserve(documents.size());
  for (const Document& document : documents) {
    Names& names = names_.emplace_back();
    for (const PlainWord& word : plain_words(document.text)) {
      if (!is_capitalised(word, document.text) || lexicon.words().classes(word.key) & calendar) continue;
      names.possible.push_back(word.key);
      if (is_inside_sentence(word, document.text)) names.certain.push_back(word.key);
    }
    sort_once(names.possible);
    sort_once(names.certain);
  }
  for (std::uint32_t document = 0; document < names_.size(); document++) {
    for (WordKey name : names_[document].certain) certain_[name].push_back(document);
    for (WordKey name : names_[document].possible) possible_[name].push_back(document);
  }
}

bool Kinship::is_distinctive(WordKey name) const {
  auto holders = possible_.find(name);
  return holders != possible_.end() && holders->second.size() <= distinctive_name;
}

bool Kinship::tie(const Keys& common) const {
  return common.size() >= least_shared_names ||
         std::any_of(common.begin(), common.end(), [this](WordKey name) { return is_distinctive(name); });
}

bool Kinship::related(std::uint32_t a, std::uint32_t b) const {
  if (a == b) return true;
  const Names &first = names_[a], &second = names_[b];
  auto common = shared(first.certain, second.possible), others = shared(second.certain, first.possible);
  common.insert(common.end(), others.begin(), others.end());
  sort_once(common);
  return tie(common);
}

std::vector<std::uint32_t> Kinship::relatives(std::uint32_t document) const {
  std::vector<std::pair<std::uint32_t, WordKey>> found;
  auto collect = [&](const Keys& names, const Index& holders) {
    for (WordKey name : names) {
      auto entry = holders.find(name);
      if (entry == holders.end() || entry->second.size() > widest_name) continue;
      for (std::uint32_t holder : entry->second)
        if (holder != document) found.push_back({holder, name});
    }
  };
  collect(names_[document].certain, possible_);
  collect(names_[document].possible, certain_);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::vector<std::uint32_t> out;
  for (std::size_t i = 0, end = 0; i < found.size(); i = end) {
    Keys common;
    for (; end < found.size() && found[end].first == found[i].first; end++) common.push_back(found[end].second);
    if (tie(common)) out.push_back(found[i].first);
  }
  return out;
}

bool Kinship::names(std::uint32_t document, std::string_view phrase) const {
  const Keys& possible = names_[document].possible;
  std::size_t found = 0;
  for (const PlainWord& word : plain_words(phrase)) {
    if (!is_capitalised(word, phrase)) continue;
    if (!std::binary_search(possible.begin(), possible.end(), word.key)) return false;
    found++;
  }
  return found > 0;
}

}  // namespace claimcheck
