#include "lexicon_words.hpp"

#include "yaml_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace claimcheck {
namespace {

constexpr std::array whats = {"vague word", "event", "kind of claimant"};
constexpr std::array categories = {Category::vague, Category::event, Category::claimant};

std::vector<std::string_view> known_words(WordUse::Kind kind, const Lexicon& lexicon) {
  std::vector<std::string_view> out;
  for (const Lexeme& lexeme : lexicon.lexemes())
    if (lexeme.category == categories[static_cast<std::size_t>(kind)])
      out.push_back(kind == WordUse::Kind::claimant ? lexeme.kind : lexeme.name);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

void require_known(const std::vector<WordUse>& uses, const Lexicon& lexicon) {
  std::array<std::vector<std::string_view>, whats.size()> known;
  for (std::size_t i = 0; i < known.size(); i++) known[i] = known_words(static_cast<WordUse::Kind>(i), lexicon);
  for (const WordUse& use : uses) {
    auto kind = static_cast<std::size_t>(use.kind);
    if (std::binary_search(known[kind].begin(), known[kind].end(), use.word)) continue;
    throw ConfigError(fmt::format("{}: the lexicon has no {} \"{}\"{}", use.place, whats[kind], use.word,
                                  did_you_mean(use.word, known[kind])));
  }
}

}  // namespace claimcheck
