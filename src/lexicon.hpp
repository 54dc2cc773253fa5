#pragma once

#include "frame.hpp"
#include "token.hpp"
#include "word_table.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {

class Gazetteer;

/// What a word or phrase of the lexicon is for. Each is a top-level key in `rules/lexicon/*.yaml`, and one bit in
/// Token::classes for the words that such a phrase can begin with.
enum class Category : std::uint8_t {
  cardinal,
  scale,
  fraction,
  ordinal,
  vague,
  multiplier,
  sign,
  hedge_before,
  hedge_after,
  trend,
  unit,
  currency,
  identifier_head,
  list_head,
  score_word,
  month,
  weekday,
  season,
  holiday,
  day_word,
  day_part,
  period_unit,
  era,
  time_word,
  time_link,
  event,
  person,
  thing,
  affiliation,
  speech,
  claimant,
  person_title,
  place_word,
  place_preposition,
  projection,
  denial,
  cumulative,
  increment,
  attacker,
  determiner,
  pronoun,
  auxiliary,
  preposition,
  conjunction,
  modifier,
  abbreviation,
  residue,
  caption,
  correction,
  credit,
  stop_noun,
  sentence_opener,
  causative,
  helper,
  connective,
  zero,
  occurrence,
  multiple,
  count_
};
constexpr std::size_t category_count = static_cast<std::size_t>(Category::count_);
static_assert(category_count <= 62);  // the two top bits are currency_code_class and digits_class
std::string_view name(Category);

constexpr std::uint64_t bit(Category category) {
  return std::uint64_t{1} << static_cast<unsigned>(category);
}
template <class... Categories>
constexpr std::uint64_t bits(Categories... categories) {
  return (bit(categories) | ...);
}
inline bool is(const Token& token, Category category) {
  return token.classes & bit(category);
}

/// One phrase of the lexicon with what it stands for.
///   phrase: 20            value 20                      ("twenty: 20")
///   name: [phrases]       name                          ("at_least: [at least, no fewer than]")
///   name: {kind: [...]}   name and kind, the frame      ("killed: {active: [kill, kills]}")
///   name: {kind: k, value: v, words: [...]}             ("km: {kind: length, value: 1000, words: [km]}")
struct Lexeme {
  Category category;
  std::string name;
  std::string kind;
  double value = 0;
  int code = 0;           ///< the name or kind as its enum, where the category has one (Hedge, Dimension, Trend)
  std::string counts_as;  ///< events: what the bearers count as where nothing says more ("shot": injured)
  bool running =
      false;  ///< events: a stock that is counted up to now ("a million have been displaced"), unless a day is given
  std::vector<WordKey> only;  ///< events: the nouns that can bear it, if not all can
  std::vector<WordKey> words;
};

/// What an event's lexeme can happen to.
inline Bearer bearer_of(const Lexeme& event) {
  return static_cast<Bearer>(static_cast<int>(event.value));
}

/// A kind of phrase within its category, as an integer: comparing kinds is on the way of every look-up. No kind is any.
struct KindKey {
  constexpr KindKey() = default;
  constexpr KindKey(std::string_view kind) : key(kind.empty() ? 0 : word_key(kind)) {}
  template <std::size_t Size>
  consteval KindKey(const char (&kind)[Size]) : KindKey(std::string_view(kind)) {}

  WordKey key = 0;
};

/// A lexeme found in the text, and the token after it.
struct Match {
  const Lexeme* lexeme = nullptr;
  TokenIterator end;

  explicit operator bool() const { return lexeme != nullptr; }
};

/// The words that the grammars read, from YAML. Immutable once loaded, shared by all threads.
class Lexicon {
 public:
  /// Reads every *.yaml in `rules/lexicon`. Throws ConfigError (file:line:column) for what it does not understand.
  static Lexicon load(const std::filesystem::path& rules, const Gazetteer&);

  const WordTable& words() const { return words_; }

  /// The longest phrase of the category that begins at `first`. Glued hyphens in the text are passed over.
  Match match(Category category, TokenIterator first, TokenIterator last) const {
    return match(category, KindKey(), first, last);
  }
  /// The same, restricted to one kind (frame).
  Match match(Category category, KindKey kind, TokenIterator first, TokenIterator last) const {
    if (first == last || !is(*first, category)) return {};
    std::uint32_t index = first_phrase(*first, category);
    const Head& head = heads_[index];
    if (head.words == 1 && head.is(kind)) return {&lexemes_[index], first + 1};
    return longest(index, kind, first, last);
  }
  /// Every phrase of the category that begins at `first`, longest first.
  void matches(Category, TokenIterator first, TokenIterator last, std::vector<Match>& out) const;

  /// Behind the longest place name of the gazetteer that begins at `first`; `first` if there is none.
  TokenIterator match_place_name(TokenIterator first, TokenIterator last) const;

  const std::vector<Lexeme>& lexemes() const { return lexemes_; }

 private:
  friend class LexiconLoader;
  /// What decides most look-ups, kept apart from the lexemes so that a run of phrases stays in a cache line or two.
  struct Head {
    WordKey second;
    WordKey kind;
    std::uint8_t words;
    bool last;  ///< of those with the same first word and category

    bool is(KindKey wanted) const { return wanted.key == 0 || wanted.key == kind; }
  };
  /// The phrases of one category that begin with one word.
  struct Run {
    Category category;
    std::uint32_t first;
  };

  /// The first phrase of a category that the token has; its word's runs stand side by side, most often two or three.
  std::uint32_t first_phrase(const Token& token, Category category) const {
    std::uint32_t i = token.lexemes;
    while (runs_[i].category != category) i++;
    return runs_[i].first;
  }
  /// The longest of the run from the phrase at `index` on.
  Match longest(std::uint32_t index, KindKey kind, TokenIterator first, TokenIterator last) const;
  /// Behind the lexeme at `index`, of which the words from the second on stand at `second`.
  std::optional<TokenIterator> matched(std::uint32_t index, TokenIterator second, TokenIterator last) const;
  void sort_lexemes();
  void index();

  std::vector<Lexeme> lexemes_;  ///< sorted by first word and category, then longest first
  std::vector<Head> heads_;      ///< one for each lexeme
  std::vector<Run> runs_;        ///< each word's, one for each of its classes
  WordTable words_;
  WordTable place_names_;  ///< every run of words that begins a place name, and whether it is one
};

}  // namespace claimcheck
