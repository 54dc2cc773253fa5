#include "modality.hpp"

#include "part.hpp"
#include "word_set.hpp"

#include <algorithm>

namespace claimcheck::grammar {

bool Modality::perfect(const Chunk& event) const {
  if (event.verb.have) return true;
  std::size_t at = place_of(event);
  if (at >= 3 && !event.verb.be && chunks_[at - 2].kind == ChunkKind::conjunction &&
      chunks_[at - 1].kind == ChunkKind::figure && chunks_[at - 3].kind == ChunkKind::event)
    return chunks_[at - 3].verb.have;  // "have been killed and | thousands | displaced"
  while (event.verb.infinitive && at > 0 && chunks_[at].kind != ChunkKind::causative) at--;
  return at > 0 && chunks_[at].kind == ChunkKind::causative && chunks_[at - 1].verb.have;
}

bool Modality::projected(const Chunk& event) const {
  return event.verb.projected || intended(event) || carried_on(event);
}

bool Modality::projected_toll(const Chunk& toll, const Chunk& figure) const {
  return std::any_of(&toll, std::max(&toll, &figure),
                     [](const Chunk& chunk) { return chunk.kind == ChunkKind::auxiliary && chunk.verb.projected; });
}

/// "rushed to | save 150 people", but "managed to | save 150 people", "forced 12 to | flee".
bool Modality::intended(const Chunk& event) const {
  if (!event.verb.infinitive || event.verb.have || event.tokens.begin == 0) return false;
  static constexpr WordSet done("managed", "manages", "able", "helped", "helping", "used", "continued", "continues",
                                "continuing", "went", "came", "gone", "lived", "appears", "appeared", "seem", "seems",
                                "seemed", "proved", "known", "found", "shown", "enough", "chose", "began", "started");
  if (done.contains(text_.tokens[event.tokens.begin - 1]) || is_used_for(event)) return false;
  for (std::size_t at = place_of(event); at > 0 && chunks_[at - 1].kind != ChunkKind::boundary; at--)
    if (chunks_[at - 1].kind == ChunkKind::causative) return false;
  return !event.verb.be;
}

/// "used a rifle | to kill 12", "took | to killing"
bool Modality::is_used_for(const Chunk& event) const {
  static constexpr WordSet used("used", "using", "took", "wielded");
  constexpr std::uint32_t reach = 16;
  std::uint32_t begin = event.tokens.begin, first = chunks_.front().tokens.begin;
  for (std::uint32_t i = begin; i > first && begin - i < reach; i--)
    if (used.contains(text_.tokens[i - 1])) return true;
  return false;
}

/// "would slash the budget, cut taxes and | spend $25 billion": the first verb's modal is the last one's too.
bool Modality::carried_on(const Chunk& event) const {
  constexpr std::size_t reach = 14;
  std::size_t at = place_of(event);
  if (at == 0 || (chunks_[at - 1].kind != ChunkKind::conjunction && chunks_[at - 1].kind != ChunkKind::comma))
    return false;
  const Token& verb = text_.tokens[event.tokens.begin];
  static constexpr WordSet as_in_the_past("shot", "hurt", "cost", "hit", "cut", "fled", "lost", "spent", "slain",
                                          "dead");
  for (std::string_view ending : {"ed", "ing", "s"})
    if (ends_in(verb, text_.text, ending)) return false;
  if (as_in_the_past.contains(verb) || !(event.verb.frames & frame_active) || event.verb.be || event.verb.have)
    return false;
  for (std::size_t i = at - 1; i > 0 && at - i < reach; i--) {
    const Chunk& before = chunks_[i - 1];
    if (before.kind == ChunkKind::boundary || before.kind == ChunkKind::relative || before.kind == ChunkKind::quote)
      return false;
    if (before.verb.projected && (before.kind == ChunkKind::auxiliary || before.kind == ChunkKind::event)) return true;
  }
  return false;
}

bool Modality::prospective(const Chunk& figure) const {
  constexpr std::size_t reach = 4;
  std::size_t at = place_of(figure);
  if (at >= 2 && chunks_[at - 1].kind == ChunkKind::conjunction && chunks_[at - 2].kind == ChunkKind::figure) at -= 2;
  for (std::size_t i = at; i > 0 && at - i < reach; i--) {
    const Chunk& before = chunks_[i - 1];
    if (before.kind == ChunkKind::auxiliary) return before.verb.projected;
    if (before.kind == ChunkKind::boundary || before.kind == ChunkKind::comma || before.kind == ChunkKind::event ||
        before.kind == ChunkKind::relative || before.kind == ChunkKind::figure)
      return false;
  }
  const Chunk* behind = &figure + 1;
  return behind < chunks_.data() + chunks_.size() && needed(*behind);
}
bool Modality::needed(const Chunk& chunk) const {
  return chunk.kind == ChunkKind::auxiliary && chunk.verb.projected && !chunk.verb.be &&
         is(text_.tokens[chunk.tokens.begin], Category::projection);
}

}  // namespace claimcheck::grammar
