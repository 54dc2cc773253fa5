#include "kinship.hpp"

#include "sort_once.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace claimcheck {
namespace {

constexpr std::size_t least_shared_names = 2;
constexpr std::size_t distinctive_name = 10;  ///< one name in common is enough if no more documents have it
constexpr std::size_t one_story = 100;        ///< more documents are of several stories: a name that more of them
constexpr std::size_t in_hundred = 100;       ///< have than one in a hundred ties none of them together
constexpr std::uint32_t least_name_bytes = 4;
constexpr std::int32_t unknown_day = std::numeric_limits<std::int32_t>::min();
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

std::int32_t days_of(const Document& document) {
  return document.published ? static_cast<std::int32_t>(document.published->time_since_epoch().count()) : unknown_day;
}

void add_shared(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b, std::vector<std::uint32_t>& out) {
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
}

}  // namespace

/// Sorts what is added.
void Kinship::Lists::add(std::uint32_t document, Names& more) {
  sort_once(more);
  ranges[document] = {names.size(), names.size() + more.size()};
  names.insert(names.end(), more.begin(), more.end());
}

Kinship::Reader::Reader(const std::vector<Document>& documents, const Lexicon& lexicon)
    : documents_(documents), lexicon_(lexicon) {
  kinship_.certain_.ranges.resize(documents.size());
  kinship_.possible_.ranges.resize(documents.size());
  for (const Document& document : documents) kinship_.published_.push_back(days_of(document));
}

void Kinship::Reader::add(std::uint32_t document, const std::vector<PlainWord>& words) {
  constexpr std::uint64_t calendar = bits(Category::weekday, Category::month);
  const std::string& text = documents_[document].text;
  auto& numbers = kinship_.numbers_;
  certain_.clear(), possible_.clear();
  for (const PlainWord& word : words) {
    if (!is_capitalised(word, text) || lexicon_.words().classes(word.key) & calendar) continue;
    Name name = numbers.try_emplace(word.key, static_cast<Name>(numbers.size())).first->second;
    possible_.push_back(name);
    if (is_inside_sentence(word, text)) certain_.push_back(name);
  }
  kinship_.possible_.add(document, possible_);
  kinship_.certain_.add(document, certain_);
}

Kinship Kinship::Reader::kinship() && {
  kinship_.certain_holders_ = kinship_.holders(kinship_.certain_);
  kinship_.possible_holders_ = kinship_.holders(kinship_.possible_);
  return std::move(kinship_);
}

Kinship::Kinship(const std::vector<Document>& documents, const Lexicon& lexicon) {
  Reader reader(documents, lexicon);
  std::vector<PlainWord> words;
  for (std::uint32_t i = 0; i < documents.size(); i++) {
    plain_words(documents[i].text, words);
    reader.add(i, words);
  }
  *this = std::move(reader).kinship();
}

Kinship::Holders Kinship::holders(const Lists& lists) const {
  Holders out;
  std::vector<std::uint32_t> next(numbers_.size() + 1);
  for (Name name : lists.names) next[name + 1]++;
  for (std::size_t name = 1; name < next.size(); name++) next[name] += next[name - 1];
  out.ends.assign(next.begin() + 1, next.end());
  out.documents.resize(next.back());
  std::vector<std::uint32_t> order(published_.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [this](std::uint32_t a, std::uint32_t b) { return published_[a] < published_[b]; });
  for (std::uint32_t document : order)
    for (Name name : lists.of(document)) out.documents[next[name]++] = {published_[document], document};
  return out;
}

bool Kinship::is_distinctive(Name name) const {
  return possible_holders_.of(name).size() <= distinctive_name;
}

bool Kinship::tie(const Names& common) const {
  auto holders = [this](Name name) { return possible_holders_.of(name).size(); };
  std::size_t telling =
      published_.size() <= one_story ? published_.size() : std::max(distinctive_name, published_.size() / in_hundred);
  auto tells = std::count_if(common.begin(), common.end(), [&](Name name) { return holders(name) <= telling; });
  return static_cast<std::size_t>(tells) >= least_shared_names ||
         std::any_of(common.begin(), common.end(), [this](Name name) { return is_distinctive(name); });
}

bool Kinship::related(std::uint32_t a, std::uint32_t b) const {
  if (a == b) return true;
  thread_local Names common;
  common.clear();
  add_shared(certain_.of(a), possible_.of(b), common);
  add_shared(certain_.of(b), possible_.of(a), common);
  sort_once(common);
  return tie(common);
}

std::vector<std::uint32_t> Kinship::relatives(std::uint32_t document, std::int32_t days) const {
  thread_local std::vector<std::pair<std::uint32_t, Name>> found;
  thread_local Names common;
  found.clear();
  Days day = published_[document];
  auto is_before = [](const Holder& holder, Days first) { return holder.published < first; };
  auto collect = [&](std::span<const Name> names, const Holders& holders) {
    for (Name name : names) {
      Shelf shelf = holders.of(name);
      if (shelf.size() > widest_name) continue;
      auto add = [&](const Holder& holder) {
        if (holder.document != document) found.push_back({holder.document, name});
      };
      auto dated = std::lower_bound(shelf.begin(), shelf.end(), unknown_day + 1, is_before);
      std::for_each(shelf.begin(), dated, add);
      auto near = [&](const Holder& holder) { return day == unknown_day || holder.published <= day + days; };
      if (day != unknown_day) dated = std::lower_bound(dated, shelf.end(), day - days, is_before);
      for (; dated != shelf.end() && near(*dated); ++dated) add(*dated);
    }
  };
  collect(certain_.of(document), possible_holders_);
  collect(possible_.of(document), certain_holders_);
  sort_once(found);
  std::vector<std::uint32_t> out;
  for (std::size_t i = 0, end = 0; i < found.size(); i = end) {
    common.clear();
    for (; end < found.size() && found[end].first == found[i].first; end++) common.push_back(found[end].second);
    if (tie(common)) out.push_back(found[i].first);
  }
  return out;
}

bool Kinship::names(std::uint32_t document, std::string_view phrase) const {
  auto possible = possible_.of(document);
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
