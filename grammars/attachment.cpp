#include "attachment.hpp"

#include "part.hpp"
#include "word_set.hpp"

#include <algorithm>

namespace claimcheck::grammar {

bool Attachment::takes_day(Index i) const {
  return !says_when(i) && !of_another_clause(i) && !is_first_time(i) && !dates_talk(i);
}

/// "today | 's show", "Monday's debate": where somebody talks of what happened.
bool Attachment::dates_talk(Index i) const {
  constexpr std::uint32_t reach = 4;
  static constexpr WordSet talk("show", "edition", "newspaper", "paper", "papers", "debate", "speech", "game", "match",
                                "meeting", "hearing", "interview", "session", "ruling", "report", "announcement",
                                "statement", "news", "conference", "briefing", "episode", "program", "programme",
                                "broadcast", "column", "deadline");
  std::uint32_t behind = chunks_[i].tokens.end;
  if (behind >= text_.tokens.size() || text_.tokens[behind].kind != TokenKind::clitic) return false;
  for (std::uint32_t k = behind + 1; k < text_.tokens.size() && k < behind + reach; k++)
    if (talk.contains(text_.tokens[k])) return true;
  return false;
}

bool Attachment::takes_place(Index i) const {
  return i < last_ || !of_later_verb(i);
}

/// ", the coast guard said on Monday", "admitted Thursday that", "told reporters late on Monday": the day on which
/// somebody spoke; not "said Sunday's fire".
bool Attachment::says_when(Index i) const {
  const TokenRange date = found_.dates[chunks_[i].index].tokens;
  if (date.end < text_.tokens.size() && text_.tokens[date.end].kind == TokenKind::clitic) return false;
  std::uint32_t first = chunks_.front().tokens.begin, verb = date.begin;
  static constexpr WordSet leads("on", "late", "early", "later", "earlier", "in");
  while (verb > first && leads.contains(text_.tokens[verb - 1])) verb--;
  TokenIterator behind = text_.at(verb);
  if (verb > first)
    for (KindKey kind : {KindKey("finite"), KindKey("telling"), KindKey("closing"), KindKey("continuing")})
      if (lexicon_.match(Category::speech, kind, behind - 1, behind)) return true;
  return std::any_of(found_.attributions.begin(), found_.attributions.end(), [&](const AttributionFrame& frame) {
    return frame.speech && frame.tokens.end <= verb && only_listeners(frame.tokens.end, verb);
  });
}
/// "said | ", "told | reporters | ", "said | in a statement | "
bool Attachment::only_listeners(std::uint32_t from, std::uint32_t to) const {
  constexpr std::uint32_t most = 4;
  static constexpr WordSet words("reporters", "journalists", "the", "a", "state", "in", "statement", "at", "news",
                                 "conference", "briefing", "tv", "television", "radio", "afp", "reuters", "interview");
  if (to - from > most) return false;
  return std::all_of(text_.at(from), text_.at(to), [&](const Token& token) { return words.contains(token); });
}

bool Attachment::is_verb(const Chunk& chunk) const {
  TokenIterator at = text_.at(chunk.tokens.begin);
  if (chunk.kind != ChunkKind::other || !is_word(*at)) return false;
  Match stop = lexicon_.match(Category::stop_noun, at, text_.at(chunk.tokens.end));
  return (stop && stop.lexeme->name == "verb") || (!at->capital && ends_in(*at, text_.text, "ed"));
}

/// "…, which struck", "that exploded": the clause tells of the same happening, so that its day and place are the
/// claim's; "a law that was signed" does not.
bool Attachment::tells_of_happening(Index relative) const {
  constexpr Index reach = 4;
  static constexpr WordSet happenings("exploded", "struck", "hit", "erupted", "occurred", "happened", "detonated",
                                      "derailed", "overturned", "broke", "swept", "tore", "ripped", "opened",
                                      "attacked", "stormed", "ambushed", "took", "rocked", "targeted", "burned",
                                      "burst", "fell");
  for (Index i = relative + 1; i < chunks_.size() && i <= relative + reach; i++) {
    const Token& first = text_.tokens[chunks_[i].tokens.begin];
    if (chunks_[i].kind == ChunkKind::event || is(first, Category::occurrence) || happenings.contains(first))
      return true;
  }
  return false;
}

/// "were killed", not "12 deaths" or "12 posts", whose verb is still to come.
bool Attachment::has_verb() const {
  return claim_.event && figure_ < chunks_.size() && !chunks_[figure_].verb.event;
}

/// Another verb's, behind the claim: "was shot and | was stable | on Sunday", "the war, | which began | in 1990".
bool Attachment::of_later_verb(Index i) const {
  bool reduced = is_reduced(), embedded = reduced || is_embedded();
  for (Index k = last_; k < i; k++) {
    const Chunk& chunk = chunks_[k];
    bool relative = chunk.kind == ChunkKind::relative || chunk.kind == ChunkKind::whose;
    if ((chunk.kind == ChunkKind::auxiliary && has_verb()) || (relative && !tells_of_happening(k))) return true;
    if (compares(chunk) || (embedded && is_verb(chunk))) return true;
    if (chunk.kind == ChunkKind::comma && opens_with_after()) return true;
    if (reduced && chunk.kind == ChunkKind::event && (chunk.verb.be || !(chunk.verb.frames & frame_active)))
      return true;
  }
  return false;
}

/// "30 died, more | than in 2015"
bool Attachment::compares(const Chunk& chunk) const {
  static constexpr WordSet comparing("than", "compared", "versus", "vs", "unlike");
  return comparing.contains(text_.tokens[chunk.tokens.begin]);
}

/// "the market | where | 14 died", with no comma before it
bool Attachment::is_embedded() const {
  return begin_ > 1 && is_where(text_, chunks_[begin_ - 1]) && chunks_[begin_ - 2].kind != ChunkKind::comma;
}

/// "Two days | after | a fire killed 14 people, …": what follows the comma came later.
bool Attachment::opens_with_after() const {
  std::uint32_t begin = chunks_[begin_].tokens.begin;
  constexpr std::uint32_t reach = 6;
  for (std::uint32_t i = chunks_[first_].tokens.begin; i > chunks_.front().tokens.begin && i + reach > begin; i--) {
    const Token& before = text_.tokens[i - 1];
    if (before.kind == TokenKind::punctuation) return false;
    if (before.key == word_key("after")) return true;
  }
  return false;
}

/// "A woman | shot | …", "those | who were shot | …": the sentence's verb is still to come.
bool Attachment::is_reduced() const {
  for (Index k = figure_ + 1; k < last_; k++) {
    if (chunks_[k].kind == ChunkKind::relative) return true;
    const VerbGroup& verb = chunks_[k].verb;
    if (chunks_[k].kind == ChunkKind::event) return !verb.be && !verb.have && verb.frames & frame_passive;
  }
  return false;
}

std::optional<ClaimView::Index> Attachment::own_relative() const {
  constexpr Index reach = 4;
  for (Index k = first_; k > begin_ && first_ - k < reach; k--)
    if (chunks_[k - 1].kind == ChunkKind::relative || chunks_[k - 1].kind == ChunkKind::whose) return k - 1;
  return std::nullopt;
}

std::optional<ClaimView::Index> Attachment::own_noun_clause() const {
  auto relative = own_relative();
  if (!relative || *relative == 0) return std::nullopt;
  if (text_.tokens[chunks_[*relative].tokens.begin].key != word_key("that")) return relative;
  switch (chunks_[*relative - 1].kind) {
    case ChunkKind::event:
    case ChunkKind::group:
    case ChunkKind::singular:
    case ChunkKind::figure:
    case ChunkKind::place:
    case ChunkKind::date:
      return relative;
    default:
      return std::nullopt;
  }
}

/// "which", "in which"
bool Attachment::is_next(Index i, Index relative) const {
  return i == relative || (i + 1 == relative && chunks_[i].kind == ChunkKind::preposition);
}

/// "on | Monday", and right behind the day "in | an attack that"; not "a search on Sunday | for the motive of those
/// that".
bool Attachment::leads_on(Index preposition, Index day) const {
  ChunkKind next = chunks_[preposition + 1].kind;
  bool in = text_.tokens[chunks_[preposition].tokens.begin].key == word_key("in");
  return next == ChunkKind::date || next == ChunkKind::place || (in && preposition == day + 1);
}

/// "Monday's attack | that", "an attack in Ghent on Monday | that", not "on Monday protested against the law | that".
bool Attachment::describes_antecedent(Index i, Index relative) const {
  constexpr int most_words = 3;
  int words = 0;
  for (Index k = i + 1; k < relative; k++) {
    const Chunk& chunk = chunks_[k];
    bool clitic = text_.tokens[chunk.tokens.begin].kind == TokenKind::clitic;
    switch (chunk.kind) {
      case ChunkKind::preposition:
        if (!is_next(k, relative) && !leads_on(k, i)) return false;
        continue;
      case ChunkKind::place:
      case ChunkKind::date:
      case ChunkKind::of:
      case ChunkKind::group:
      case ChunkKind::singular:
        continue;
      case ChunkKind::comma:
      case ChunkKind::dash:
        if (!is_next(k + 1, relative) && chunks_[k + 1].kind != ChunkKind::place &&
            chunks_[k + 1].kind != ChunkKind::event)
          return false;
        continue;
      case ChunkKind::event:
        if (chunk.verb.be || chunk.verb.have || chunk.verb.infinitive) return false;
        continue;
      case ChunkKind::other:
        if (!clitic && (++words > most_words || is_verb(chunk))) return false;
        continue;
      default:
        return false;
    }
  }
  return true;
}

/// "On Wednesday | officials disclosed | that 12 had died": the day on which they spoke, unless they are set off
/// ("On Wednesday, officials said, 12 died").
bool Attachment::opens_speech(Index i) const {
  if (i > 1 || (i == 1 && text_.tokens[chunks_[0].tokens.begin].key != word_key("on"))) return false;
  for (Index k = i + 1; k < first_; k++) {
    if (chunks_[k].kind != ChunkKind::attribution) continue;
    return k + 1 < chunks_.size() && chunks_[k + 1].kind != ChunkKind::comma;
  }
  return false;
}

bool Attachment::of_another_clause(Index i) const {
  if (i >= last_) return of_later_verb(i);
  if (i >= first_) return false;
  if (auto relative = own_relative(); relative && i < *relative) return !describes_antecedent(i, *relative);
  return opens_speech(i);
}

/// "for the first time since | 1979": when it had happened before.
bool Attachment::is_first_time(Index i) const {
  std::uint32_t begin = chunks_[i].tokens.begin;
  std::uint32_t first = chunks_.front().tokens.begin;
  while (begin > first && begin + 4 > chunks_[i].tokens.begin && text_.tokens[begin].key != word_key("time")) begin--;
  return begin > first && text_.tokens[begin].key == word_key("time") &&
         text_.tokens[begin - 1].key == word_key("first");
}

}  // namespace claimcheck::grammar
