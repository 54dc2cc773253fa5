#include "happening.hpp"

#include <algorithm>
#include <optional>

namespace claimcheck::grammar {
namespace {

constexpr std::uint32_t reach = 12;  ///< tokens between a happening and its date

struct Happening {
  const Lexeme* kind;
  std::uint32_t begin, end;
};

std::uint32_t distance(const Happening& happening, TokenRange date) {
  if (happening.end <= date.begin) return date.begin - happening.end;
  return happening.begin >= date.end ? happening.begin - date.end : reach + 1;
}

/// A capitalised word that is no word of the calendar, no title and no demonym: "Turkish" stands in every article of a
/// story and tells no happening from another.
bool may_be_name(const Token& token) {
  constexpr std::uint64_t common =
      bits(Category::month, Category::weekday, Category::pronoun, Category::determiner, Category::preposition,
           Category::conjunction, Category::day_word, Category::affiliation, Category::person, Category::person_title);
  return token.kind == TokenKind::word && token.capital && !(token.classes & common);
}

/// The proper names of a sentence; its first word only where it names a place.
std::vector<WordKey> names_of(const Segmented& text, const Sentence& sentence, const Lexicon& lexicon) {
  std::vector<WordKey> names;
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; i++) {
    TokenIterator at = text.at(i);
    bool first = i == sentence.tokens.begin;
    if (may_be_name(*at) && (!first || lexicon.match_place_name(at, at + 1) != at)) names.push_back(at->key);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace

void read_occurrences(const Segmented& text, const Sentence& sentence, const Lexicon& lexicon,
                      std::span<const DateExpression> dates, std::vector<OccurrenceFrame>& out) {
  if (!(sentence.classes & bit(Category::occurrence))) return;
  std::vector<Happening> happenings;
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; i++) {
    Match match = lexicon.match(Category::occurrence, text.at(i), text.at(sentence.tokens.end));
    if (match) happenings.push_back({match.lexeme, i, static_cast<std::uint32_t>(match.end - text.tokens.begin())});
  }
  if (happenings.empty()) return;
  const std::vector<WordKey> names = names_of(text, sentence, lexicon);
  for (std::uint32_t d = 0; d < dates.size(); d++) {
    auto nearest = std::min_element(happenings.begin(), happenings.end(), [&](const Happening& a, const Happening& b) {
      return distance(a, dates[d].tokens) < distance(b, dates[d].tokens);
    });
    if (distance(*nearest, dates[d].tokens) <= reach) out.push_back({nearest->kind, d, names});
  }
}

}  // namespace claimcheck::grammar
