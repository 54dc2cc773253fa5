#include "scope.hpp"

#include "part.hpp"
#include "word_set.hpp"

#include <algorithm>

namespace claimcheck::grammar {
namespace {

constexpr std::uint32_t opening_words = 3;  ///< chunks within which "every year" opens a sentence

/// "the last 24 hours", "the past two days", "the past week": a stretch that is over within days.
const auto short_unit = word("hours", "hour", "days");
const auto short_window = word("last", "past", "previous") >>
                              x3::repeat(0, 3)[!short_unit >> token_if([](const Token&) { return true; })] >> short_unit
                          | word("past", "previous") >> word("week");
const auto long_window = word("recent", "past", "so") |
                         word("last") >> token_if([](const Token& token) {
                           return token.kind == TokenKind::number ||
                                  (token.classes & bits(Category::cardinal, Category::vague));
                         });

}  // namespace

template <class Parser>
bool ScopeReader::date_has(const Parser& parser) const {
  if (!claim_.date) return false;
  TokenRange range = found_.dates[*claim_.date].tokens;
  for (std::uint32_t i = range.begin; i < range.end; i++) {
    TokenIterator at = text_.at(i);
    if (x3::parse(at, text_.at(range.end), parser)) return true;
  }
  return false;
}

/// "as of | May 1"
bool ScopeReader::as_of_date() const {
  if (!claim_.date) return false;
  std::uint32_t begin = found_.dates[*claim_.date].tokens.begin;
  return begin >= chunks_.front().tokens.begin + 2 && text_.tokens[begin - 1].key == word_key("of") &&
         text_.tokens[begin - 2].key == word_key("as");
}

bool ScopeReader::clause_has(Category category) const {
  if (begin_ >= end_) return false;
  for (std::uint32_t i = chunks_[begin_].tokens.begin; i < chunks_[end_ - 1].tokens.end; i++)
    if (lexicon_.match(category, text_.at(i), text_.at(chunks_[end_ - 1].tokens.end))) return true;
  return false;
}

/// "shot in five hours", "killed over three days": counted over a stretch that is not dated.
bool ScopeReader::within_hours() const {
  for (Index i = last_; i < end_; i++) {
    const Chunk& chunk = chunks_[i];
    bool led = i > 0 && chunks_[i - 1].kind == ChunkKind::preposition && stretches(chunks_[i - 1]);
    if (!led || chunk.kind != ChunkKind::other) continue;
    auto found = std::find_if(found_.quantities.begin(), found_.quantities.end(), [&](const Quantity& quantity) {
      return quantity.tokens.begin == chunk.tokens.begin && quantity.dimension == Dimension::duration;
    });
    if (found != found_.quantities.end() && found->unit != "minute" && found->unit != "second") return true;
  }
  return false;
}

bool ScopeReader::stretches(const Chunk& preposition) const {
  TokenIterator at = text_.at(preposition.tokens.begin);
  return x3::parse(at, text_.at(preposition.tokens.end), word("in", "within", "over", "during"));
}

/// "are killed | every year", "deaths | each month", "12 | a day": so many in each stretch.
bool ScopeReader::is_rate() const {
  static constexpr WordSet adjectives("annual", "yearly");  // "30,000 annual deaths"
  if (claim_.event && std::any_of(text_.at(claim_.tokens.begin), text_.at(claim_.tokens.end),
                                  [](const Token& token) { return adjectives.contains(token); }))
    return true;
  static constexpr WordSet each("every", "each", "per", "a", "an");
  static constexpr WordSet adverbs("annually", "yearly", "monthly", "weekly", "daily");
  for (Index i = begin_; i < end_; i++) {
    const Chunk& chunk = chunks_[i];
    const Token& first = text_.tokens[chunk.tokens.begin];
    if (i >= last_ && adverbs.contains(first) && !is_word_at(chunk.tokens.end)) return true;
    if (chunk.kind == ChunkKind::date || !each.contains(first) || !is_word_at(chunk.tokens.begin + 1)) continue;
    const Token& next = text_.tokens[chunk.tokens.begin + 1];
    bool behind = i >= last_ && i < last_ + 3 && (i == 0 || chunks_[i - 1].kind != ChunkKind::preposition);
    bool opens = i <= opening_words && first.key == word_key("every");
    if ((behind || opens) && is(next, Category::period_unit)) return true;
  }
  return false;
}

bool ScopeReader::is_word_at(std::uint32_t i) const {
  return i < text_.tokens.size() && is_word(text_.tokens[i]);
}

/// "whether | 12 were killed", "could not confirm that | 12 were killed": nobody says that they were.
bool ScopeReader::is_open_question() const {
  std::uint32_t first = chunks_.front().tokens.begin;
  for (std::uint32_t i = chunks_[std::min(first_, figure_)].tokens.begin; i > first; i--) {
    const Token& before = text_.tokens[i - 1];
    static constexpr WordSet relatives("who", "which", "whose");
    if (before.kind == TokenKind::punctuation || relatives.contains(before)) return false;
    if (before.key == word_key("whether") || (before.key == word_key("if") && i == chunks_[first_].tokens.begin))
      return true;
    if (before.key == word_key("confirm") || before.key == word_key("verify")) return is_negated(i - 1);
  }
  return false;
}
bool ScopeReader::is_negated(std::uint32_t verb) const {
  constexpr std::uint32_t reach = 4;
  static constexpr WordSet no("not", "unable", "never", "cannot", "couldn't", "can't", "nor", "neither");
  for (std::uint32_t i = verb; i > chunks_.front().tokens.begin && verb - i < reach; i--)
    if (no.contains(text_.tokens[i - 1])) return true;
  return false;
}

/// "the number of dead | since | the start of the war", "killed | since | the war began"
bool ScopeReader::since_undated() const {
  return !claim_.date && std::any_of(chunks_.begin() + static_cast<std::ptrdiff_t>(first_),
                                     chunks_.begin() + static_cast<std::ptrdiff_t>(end_),
                                     [](const Chunk& chunk) { return chunk.kind == ChunkKind::since; });
}

/// "the possibility of | millions fleeing", "if | 12 were killed"
bool ScopeReader::is_possibility() const {
  constexpr std::uint32_t reach = 4;
  static constexpr WordSet words("possibility", "risk", "threat", "prospect", "danger", "fear", "fears");
  std::uint32_t begin = chunks_[std::min(first_, figure_)].tokens.begin, first = chunks_.front().tokens.begin;
  if (begin > first && text_.tokens[begin - 1].key == word_key("of"))
    for (std::uint32_t i = begin - 1; i > first && begin - i < reach; i--)
      if (words.contains(text_.tokens[i - 1])) return true;
  return is_condition();
}

/// "if | 12 were killed", not "if they win, 12 …", "if the raid that killed 12 …"
bool ScopeReader::is_condition() const {
  constexpr Index reach = 4;
  if (begin_ == 0 || !claim_.event || first_ - begin_ > reach) return false;
  if (text_.tokens[chunks_[begin_ - 1].tokens.begin].key != word_key("if")) return false;
  return std::none_of(
      chunks_.begin() + static_cast<std::ptrdiff_t>(begin_), chunks_.begin() + static_cast<std::ptrdiff_t>(first_),
      [](const Chunk& chunk) { return chunk.kind == ChunkKind::comma || chunk.kind == ChunkKind::relative; });
}

/// "Two executions | are | scheduled"
bool ScopeReader::is_scheduled() const {
  static constexpr WordSet ahead("scheduled", "planned", "due", "slated");
  return last_ + 1 < end_ && chunks_[last_].kind == ChunkKind::auxiliary && chunks_[last_].verb.be &&
         ahead.contains(text_.tokens[chunks_[last_ + 1].tokens.begin]);
}

/// "has raised $5 million": until now.
bool ScopeReader::is_running_sum() const {
  return claim_.perfect && !claim_.date && claim_.event && bearer_of(*claim_.event) == Bearer::money &&
         claim_.event->name != "cost";
}

/// "100,000 have died in the conflict": of what goes on for months, not of one event.
bool ScopeReader::is_of_long_strife() const {
  static constexpr WordSet strife("war", "conflict", "pandemic", "epidemic", "outbreak", "insurgency", "uprising",
                                  "unrest", "crackdown", "campaign", "revolt", "virus", "disease", "ebola",
                                  "coronavirus", "cholera", "measles", "malaria");
  if (!claim_.perfect || claim_.date || !claim_.quantity || begin_ >= end_) return false;
  return std::any_of(text_.at(chunks_[begin_].tokens.begin), text_.at(chunks_[end_ - 1].tokens.end),
                     [](const Token& token) { return strife.contains(token); });
}

Scope ScopeReader::scope() const {
  if (claim_.scope == Scope::increment && is_scheduled()) return Scope::projection;
  if (claim_.scope != Scope::incident) return claim_.scope;
  if (is_open_question() || is_possibility() || is_scheduled()) return Scope::projection;
  if (claim_.since || since_undated() || (date_has(word("since")) && !claim_.at_start) || as_of_date())
    return Scope::cumulative;
  if (date_has(short_window) || within_hours() || is_rate()) return Scope::window;
  if (date_has(long_window) || clause_has(Category::cumulative) || is_of_long_strife() || is_running_sum())
    return Scope::cumulative;
  return Scope::incident;
}

}  // namespace claimcheck::grammar
