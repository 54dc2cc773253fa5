#include "lexicon.hpp"

#include "date_expression.hpp"
#include "frame.hpp"
#include "gazetteer.hpp"
#include "lexicon_file.hpp"
#include "quantity.hpp"
#include "tokenise.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace claimcheck {
namespace {

// clang-format off
constexpr std::array<std::string_view, category_count> category_names = {
    "cardinal", "scale", "fraction", "ordinal", "vague", "multiplier", "sign", "hedge_before", "hedge_after", "trend",
    "unit", "currency", "identifier_head", "list_head", "score_word", "month", "weekday", "season", "holiday",
    "day_word", "day_part", "period_unit", "era", "time_word", "time_link", "event", "person", "thing", "affiliation",
    "speech", "claimant", "person_title", "place_word", "place_preposition", "projection", "denial", "cumulative",
    "increment", "attacker", "determiner", "pronoun", "auxiliary", "preposition", "conjunction", "modifier",
    "abbreviation", "residue", "caption", "correction", "credit", "stop_noun", "sentence_opener", "causative",
    "helper", "connective", "zero", "occurrence", "multiple"};
// clang-format on

constexpr std::uint64_t name_goes_on = 1, name_ends = 2;
constexpr std::size_t usual_lexemes = 1 << 14;  ///< room for a lexicon like ours, so that the list need not move

constexpr WordKey no_name = 14695981039346656037ull;
WordKey extend_name(WordKey run, WordKey word) {
  return ((run << 7 | run >> 57) ^ word) * 1099511628211ull;
}

/// Stands in a phrase's words for "…": any few words of one noun phrase or two.
constexpr WordKey gap = 1;
constexpr int gap_reach = 8;

TokenIterator behind_hyphens(TokenIterator at, TokenIterator last) {
  while (at != last && at->mark == '-' && at->glued && !at->long_dash) ++at;
  return at;
}

bool may_stand_in_gap(const Token& token) {
  constexpr std::uint64_t never = bits(Category::auxiliary, Category::conjunction);
  if (token.kind != TokenKind::punctuation) return !(token.classes & never);
  return token.glued && (token.mark == '.' || token.mark == '-' || token.mark == '\'');
}

/// Behind a phrase's words; a gap among them takes as few of the text's as it can.
std::optional<TokenIterator> behind_words(std::span<const WordKey> words, TokenIterator at, TokenIterator last) {
  for (std::size_t i = 0; i < words.size(); i++) {
    if (words[i] == gap) {
      for (int skipped = 0; skipped <= gap_reach; skipped++, ++at) {
        if (auto end = behind_words(words.subspan(i + 1), at, last)) return end;
        if (at == last || !may_stand_in_gap(*at)) break;
      }
      return std::nullopt;
    }
    at = behind_hyphens(at, last);
    if (at == last || at->key != words[i]) return std::nullopt;
    ++at;
  }
  return at;
}

/// One word that is a whole currency code or symbol.
bool currency_code(const Lexeme& lexeme) {
  if (lexeme.category != Category::currency || lexeme.words.size() != 1) return false;
  for (std::string_view kind : {"symbol", "code", "capital_code", "millions"})
    if (lexeme.kind == kind) return true;
  return false;
}

}  // namespace

std::string_view name(Category category) {
  return category_names[static_cast<std::size_t>(category)];
}

/// Turns the YAML shapes that lexicon.hpp lists into lexemes.
class LexiconLoader {
 public:
  explicit LexiconLoader(const Gazetteer& gazetteer) {
    out_.lexemes_.reserve(usual_lexemes);
    out_.place_names_.reserve(gazetteer.names().size() * 3 / 2);
    for (std::string_view name : gazetteer.names()) place_name(name);
  }

  void file(const std::filesystem::path& path) {
    LexiconFile yaml(path);
    yaml_ = &yaml;
    yaml.require_keys(yaml.root(), {category_names.begin(), category_names.end()});
    for (const auto& pair : yaml.root()) {
      std::string key = yaml.text(pair.first, "a category");
      auto at = std::find(category_names.begin(), category_names.end(), key);
      category(static_cast<Category>(at - category_names.begin()), pair.second);
    }
  }

  Lexicon finish() {
    out_.index();
    return std::move(out_);
  }

 private:
  /// A place name word by word: each run of its first words leads to the next.
  void place_name(std::string_view text) {
    tokenise(text, no_words_, 0, scratch_);
    std::erase_if(scratch_, [](const Token& token) { return token.kind == TokenKind::punctuation; });
    WordKey run = no_name;
    for (std::size_t i = 0; i < scratch_.size(); i++) {
      run = extend_name(run, scratch_[i].key);
      out_.place_names_.add(run, i + 1 == scratch_.size() ? name_ends : name_goes_on, 0);
    }
  }

  void category(Category category, const LexiconNode& node) {
    if (node.IsSequence() || LexiconFile::is_list_in_a_line(node))
      return phrases(Lexeme{category, "", "", 0, 0, "", false, {}, {}}, node);
    yaml_->require_map(node, fmt::format("\"{}\"", claimcheck::name(category)));
    for (const auto& pair : node) named(category, yaml_->text(pair.first, "a name"), pair.second);
  }

  void named(Category category, const std::string& name, const LexiconNode& node) {
    Lexeme lexeme{category, name, "", 0, 0, "", false, {}, {}};
    if (node.IsSequence() || LexiconFile::is_list_in_a_line(node)) return phrases(lexeme, node);
    if (node.IsScalar()) {
      lexeme.value = yaml_->number(node, fmt::format("the value of \"{}\"", name));
      return phrase(lexeme, name, node);
    }
    yaml_->require_map(node, fmt::format("\"{}\"", name));
    const LexiconNode* words = node.find("words");
    if (!words) return frames(lexeme, node);
    yaml_->require_keys(node, {"kind", "value", "words"});
    if (auto kind = node.find("kind")) lexeme.kind = yaml_->text(*kind, "kind");
    if (auto value = node.find("value")) lexeme.value = yaml_->number(*value, "value");
    phrases(lexeme, *words);
  }

  void frames(Lexeme lexeme, const LexiconNode& node) {
    if (auto kind = node.find("bearer")) lexeme.value = bearer(*kind);
    if (auto running = node.find("running")) lexeme.running = yaml_->flag(*running, "running");
    if (auto event = node.find("counts_as")) lexeme.counts_as = yaml_->text(*event, "counts_as");
    if (auto nouns = node.find("only"))
      for (const std::string& noun : yaml_->texts(*nouns, "nouns")) lexeme.only.push_back(word_key(noun));
    for (const auto& pair : node) {
      lexeme.kind = yaml_->text(pair.first, "a frame");
      if (is_attribute(lexeme.kind)) continue;
      if (!LexiconFile::is_list_in_a_line(pair.second))
        yaml_->require_sequence(pair.second, fmt::format("\"{}\"", lexeme.kind));
      phrases(lexeme, pair.second);
    }
  }

  static bool is_attribute(std::string_view key) {
    return key == "bearer" || key == "counts_as" || key == "running" || key == "only";
  }

  double bearer(const LexiconNode& node) const {
    std::string kind = yaml_->text(node, "bearer");
    for (auto known : {Bearer::anything, Bearer::person, Bearer::thing, Bearer::money})
      if (kind == claimcheck::name(known)) return static_cast<double>(known);
    yaml_->fail(node, fmt::format("\"{}\" is not a bearer: anything, person, thing or money", kind));
  }

  void phrases(const Lexeme& lexeme, const LexiconNode& list) {
    for (const std::string& text : yaml_->texts(list, "words")) alternatives(lexeme, text, list);
  }

  /// "taken|rushed to hospital" is two phrases.
  void alternatives(const Lexeme& lexeme, const std::string& text, const LexiconNode& at) {
    std::size_t bar = text.find('|');
    if (bar == text.npos) return phrase(lexeme, text, at);
    std::size_t begin = text.rfind(' ', bar) + 1, end = std::min(text.find(' ', bar), text.size());
    for (std::size_t word = begin; word < end;) {
      std::size_t behind = std::min(text.find('|', word), end);
      alternatives(lexeme, text.substr(0, begin) + text.substr(word, behind - word) + text.substr(end), at);
      word = behind + 1;
    }
  }

  void phrase(Lexeme lexeme, const std::string& text, const LexiconNode& at) {
    tokenise(text, no_words_, 0, scratch_);
    for (const Token& token : scratch_) {
      if (token.ellipsis) lexeme.words.push_back(gap);
      if (token.mark != '-' && token.key != 0) lexeme.words.push_back(token.key);
    }
    if (lexeme.words.empty()) yaml_->fail(at, fmt::format("\"{}\" has no word in it", text));
    auto hole = std::find(lexeme.words.begin(), lexeme.words.end(), gap);
    if (hole == lexeme.words.begin() || (hole != lexeme.words.end() && lexeme.words.back() == gap))
      yaml_->fail(at, fmt::format("\"{}\": \"…\" needs a word on either side", text));
    lexeme.code = code(lexeme, at);
    out_.lexemes_.push_back(std::move(lexeme));
  }

  int code(const Lexeme& lexeme, const LexiconNode& at) const {
    switch (lexeme.category) {
      case Category::hedge_before:
      case Category::hedge_after:
        if (auto hedge = hedge_named(lexeme.name)) return static_cast<int>(*hedge);
        yaml_->fail(at, fmt::format("\"{}\" is not a hedge", lexeme.name));
      case Category::unit:
        if (auto dimension = dimension_named(lexeme.kind)) return static_cast<int>(*dimension);
        yaml_->fail(at, fmt::format("\"{}\" is not a dimension", lexeme.kind));
      case Category::trend:
        if (lexeme.name == "up") return static_cast<int>(Trend::up);
        if (lexeme.name == "down") return static_cast<int>(Trend::down);
        yaml_->fail(at, fmt::format("\"{}\" is not a trend: up or down", lexeme.name));
      case Category::event:
        if (auto frame = frame_named(lexeme.kind)) return *frame;
        yaml_->fail(
            at, fmt::format("\"{}\" is not a frame: active, passive, subject, state, of, count, toll, manner or idiom",
                            lexeme.kind));
      case Category::period_unit:
        if (auto unit = period_unit_named(lexeme.name)) return static_cast<int>(*unit);
        yaml_->fail(at, fmt::format("\"{}\" is not a unit of the calendar", lexeme.name));
      case Category::time_word:
      case Category::time_link:
        return time_word_code(lexeme, at);
      default:
        return static_cast<int>(lexeme.value);
    }
  }

  int time_word_code(const Lexeme& lexeme, const LexiconNode& at) const {
    auto checked = [&](auto found) -> int {
      if (!found) yaml_->fail(at, fmt::format("\"{}\" is not a {}", lexeme.name, lexeme.kind));
      return static_cast<int>(*found);
    };
    if (lexeme.kind == "lean") return checked(lean_named(lexeme.name));
    if (lexeme.kind == "part") return checked(part_named(lexeme.name));
    if (lexeme.kind == "opening") return checked(opening_named(lexeme.name));
    return static_cast<int>(lexeme.value);
  }

  const LexiconFile* yaml_ = nullptr;
  Lexicon out_;
  const WordTable no_words_;
  std::vector<Token> scratch_;
};

Lexicon Lexicon::load(const std::filesystem::path& rules, const Gazetteer& gazetteer) {
  std::filesystem::path folder = rules / "lexicon";
  if (!std::filesystem::is_directory(folder))
    throw ConfigError(fmt::format("{}: no such folder of lexicon files", folder.string()));
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  LexiconLoader loader(gazetteer);
  for (const auto& file : files) loader.file(file);
  return loader.finish();
}

/// By first word and category, the longest first. Lexemes are heavy, so that their order is found first.
void Lexicon::sort_lexemes() {
  std::vector<std::uint32_t> order(lexemes_.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t i, std::uint32_t k) {
    const Lexeme &a = lexemes_[i], &b = lexemes_[k];
    if (a.words[0] != b.words[0]) return a.words[0] < b.words[0];
    return a.category != b.category ? a.category < b.category : a.words.size() > b.words.size();
  });
  for (std::uint32_t i = 0; i < order.size(); i++) {
    std::uint32_t from = order[i];
    while (from < i) from = order[from];  // it has made room for an earlier one
    if (from != i) std::swap(lexemes_[i], lexemes_[from]);
  }
}

void Lexicon::index() {
  sort_lexemes();
  heads_.reserve(lexemes_.size());
  auto same_run = [&](std::size_t a, std::size_t b) {
    return lexemes_[a].words[0] == lexemes_[b].words[0] && lexemes_[a].category == lexemes_[b].category;
  };
  for (std::uint32_t i = 0; i < lexemes_.size(); i++) {
    const Lexeme& lexeme = lexemes_[i];
    if (i == 0 || !same_run(i - 1, i)) runs_.push_back({lexeme.category, i});
    words_.add(lexeme.words[0], bit(lexeme.category) | (currency_code(lexeme) ? currency_code_class : 0),
               static_cast<std::uint32_t>(runs_.size() - 1));
    bool last = i + 1 == lexemes_.size() || !same_run(i, i + 1);
    heads_.push_back({lexeme.words.size() > 1 ? lexeme.words[1] : 0, KindKey(lexeme.kind).key,
                      static_cast<std::uint8_t>(lexeme.words.size()), last});
  }
}

std::optional<TokenIterator> Lexicon::matched(std::uint32_t index, TokenIterator second, TokenIterator last) const {
  if (heads_[index].second == gap) return behind_words(std::span(lexemes_[index].words).subspan(1), second, last);
  if (heads_[index].words == 2) return second + 1;
  return behind_words(std::span(lexemes_[index].words).subspan(2), second + 1, last);
}

TokenIterator Lexicon::match_place_name(TokenIterator first, TokenIterator last) const {
  TokenIterator end = first;
  WordKey run = no_name;
  for (TokenIterator at = first; at != last; ++at) {
    if (at->kind == TokenKind::punctuation && at != first && at->glued) continue;
    run = extend_name(run, at->key);
    std::uint64_t found = place_names_.classes(run);
    if (found & name_ends) end = at + 1;
    if (!(found & name_goes_on)) break;
  }
  return end;
}

Match Lexicon::longest(std::uint32_t index, KindKey kind, TokenIterator first, TokenIterator last) const {
  TokenIterator second = behind_hyphens(first + 1, last);
  WordKey next = second == last ? 0 : second->key;
  for (std::uint32_t i = index;; i++) {
    const Head& head = heads_[i];
    if (head.words == 1 && head.is(kind)) return {&lexemes_[i], first + 1};
    if ((head.second == next || head.second == gap) && head.is(kind))
      if (auto end = matched(i, second, last)) return {&lexemes_[i], *end};
    if (head.last) return {};
  }
}

void Lexicon::matches(Category category, TokenIterator first, TokenIterator last, std::vector<Match>& out) const {
  out.clear();
  if (first == last || !is(*first, category)) return;
  TokenIterator second = behind_hyphens(first + 1, last);
  WordKey next = second == last ? 0 : second->key;
  for (std::uint32_t i = first_phrase(*first, category);; i++) {
    const Head& head = heads_[i];
    if (head.words == 1) {
      out.push_back({&lexemes_[i], first + 1});
    } else if (head.second == next || head.second == gap) {
      if (auto end = matched(i, second, last)) out.push_back({&lexemes_[i], *end});
    }
    if (head.last) return;
  }
}

}  // namespace claimcheck
