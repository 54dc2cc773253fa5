#include "happenings.hpp"

#include "sort_once.hpp"
#include "words.hpp"

#include <algorithm>
#include <iterator>

namespace claimcheck {

Happenings::Happenings(const std::map<std::string, std::vector<std::string>>& words_of_kinds,
                       const std::vector<std::vector<std::string>>& kindred) {
  std::map<std::string, std::uint32_t> numbers;
  for (const auto& [name, words] : words_of_kinds) {
    auto kind = static_cast<std::uint32_t>(numbers.size());
    numbers[name] = kind;
    for (const std::string& word : words) kinds_.emplace(plain_words(word).front().key, kind);
  }
  for (const auto& names : kindred) {
    Kinds& set = kindred_.emplace_back();
    for (const std::string& name : names) set.push_back(numbers.at(name));
    sort_once(set);
  }
}

Happenings::Kinds Happenings::kinds_in(std::string_view sentence) const {
  Kinds out;
  for (const PlainWord& word : plain_words(sentence))
    if (auto found = kinds_.find(word.key); found != kinds_.end()) out.push_back(found->second);
  sort_once(out);
  return out;
}

bool Happenings::are_kindred(std::uint32_t a, std::uint32_t b) const {
  return std::any_of(kindred_.begin(), kindred_.end(), [&](const Kinds& set) {
    return std::binary_search(set.begin(), set.end(), a) && std::binary_search(set.begin(), set.end(), b);
  });
}

Happenings::Kinship Happenings::compare(std::string_view sentence, std::string_view other) const {
  Kinds first = kinds_in(sentence), second = kinds_in(other), common;
  if (first.empty() || second.empty()) return Kinship::unknown;
  std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(common));
  if (!common.empty()) return Kinship::same;
  bool kindred = std::any_of(first.begin(), first.end(), [&](std::uint32_t one) {
    return std::any_of(second.begin(), second.end(), [&](std::uint32_t two) { return are_kindred(one, two); });
  });
  return kindred ? Kinship::kindred : Kinship::different;
}

}  // namespace claimcheck
