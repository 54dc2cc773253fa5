#include "happenings.hpp"

#include "words.hpp"

#include <algorithm>
#include <iterator>

namespace claimcheck {

Happenings::Happenings(const std::map<std::string, std::vector<std::string>>& words_of_kinds) {
  std::uint32_t kind = 0;
  for (const auto& [name, words] : words_of_kinds) {
    for (const std::string& word : words) kinds_.emplace(plain_words(word).front().key, kind);
    kind++;
  }
}

std::vector<std::uint32_t> Happenings::kinds_in(std::string_view sentence) const {
  std::vector<std::uint32_t> out;
  for (const PlainWord& word : plain_words(sentence))
    if (auto found = kinds_.find(word.key); found != kinds_.end()) out.push_back(found->second);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Happenings::Kinship Happenings::compare(std::string_view sentence, std::string_view other) const {
  auto first = kinds_in(sentence), second = kinds_in(other);
  if (first.empty() || second.empty()) return Kinship::unknown;
  std::vector<std::uint32_t> common;
  std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(common));
  return common.empty() ? Kinship::different : Kinship::same;
}

}  // namespace claimcheck
