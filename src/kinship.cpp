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

void sort_once(std::vector<std::uint32_t>& names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

void add_shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b,
                std::vector<std::uint32_t>& out) {
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
}

}  // namespace

Kinship::Kinship(const std::vector<Document>& documents, const Lexicon& lexicon) {
  constexpr std::uint64_t calendar = bits(Category::weekday, Category::month);
  names_.reserve(documents.size());
  for (const Document& document : documents) {
    Named& names = names_.emplace_back();
    for (const PlainWord& word : plain_words(document.text)) {
      if (!is_capitalised(word, document.text) || lexicon.words().classes(word.key) & calendar) continue;
      Name name = number(word.key);
      names.possible.push_back(name);
      if (is_inside_sentence(word, document.text)) names.certain.push_back(name);
    }
    sort_once(names.possible);
    sort_once(names.certain);
  }
  certain_ = holders(&Named::certain);
  possible_ = holders(&Named::possible);
}

Kinship::Name Kinship::number(WordKey word) {
  return numbers_.try_emplace(word, static_cast<Name>(numbers_.size())).first->second;
}

Kinship::Holders Kinship::holders(Names Named::*list) const {
  Holders out;
  std::vector<std::uint32_t> next(numbers_.size() + 1);
  for (const Named& document : names_)
    for (Name name : document.*list) next[name + 1]++;
  for (std::size_t name = 1; name < next.size(); name++) next[name] += next[name - 1];
  out.ends.assign(next.begin() + 1, next.end());
  out.documents.resize(next.back());
  for (std::uint32_t document = 0; document < names_.size(); document++)
    for (Name name : names_[document].*list) out.documents[next[name]++] = document;
  return out;
}

bool Kinship::is_distinctive(Name name) const {
  return possible_.of(name).size() <= distinctive_name;
}

bool Kinship::tie(const Names& common) const {
  return common.size() >= least_shared_names ||
         std::any_of(common.begin(), common.end(), [this](Name name) { return is_distinctive(name); });
}

bool Kinship::related(std::uint32_t a, std::uint32_t b) const {
  if (a == b) return true;
  const Named &first = names_[a], &second = names_[b];
  thread_local Names common;
  common.clear();
  add_shared(first.certain, second.possible, common);
  add_shared(second.certain, first.possible, common);
  sort_once(common);
  return tie(common);
}

std::vector<std::uint32_t> Kinship::relatives(std::uint32_t document) const {
  thread_local std::vector<std::pair<std::uint32_t, Name>> found;
  thread_local Names common;
  found.clear();
  auto collect = [&](const Names& names, const Holders& holders) {
    for (Name name : names) {
      auto documents = holders.of(name);
      if (documents.size() > widest_name) continue;
      for (std::uint32_t holder : documents)
        if (holder != document) found.push_back({holder, name});
    }
  };
  collect(names_[document].certain, possible_);
  collect(names_[document].possible, certain_);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::vector<std::uint32_t> out;
  for (std::size_t i = 0, end = 0; i < found.size(); i = end) {
    common.clear();
    for (; end < found.size() && found[end].first == found[i].first; end++) common.push_back(found[end].second);
    if (tie(common)) out.push_back(found[i].first);
  }
  return out;
}

bool Kinship::names(std::uint32_t document, std::string_view phrase) const {
  const Names& possible = names_[document].possible;
  std::size_t found = 0;
  for (const PlainWord& word : plain_words(phrase)) {
    if (!is_capitalised(word, phrase)) continue;
    auto name = numbers_.find(word.key);
    if (name == numbers_.end() || !std::binary_search(possible.begin(), possible.end(), name->second)) return false;
    found++;
  }
  return found > 0;
}

}  // namespace claimcheck
