#include "lint/draft.hpp"

#include "segment.hpp"

#include <algorithm>

namespace claimcheck {

const Sentence& DraftText::sentence_at(std::uint32_t token) const {
  auto behind = std::upper_bound(text.sentences.begin(), text.sentences.end(), token,
                                 [](std::uint32_t at, const Sentence& s) { return at < s.tokens.begin; });
  return *std::prev(behind);
}

const Sentence& DraftText::sentence_of(Span span) const {
  auto behind = std::upper_bound(text.sentences.begin(), text.sentences.end(), span.begin,
                                 [](std::uint32_t at, const Sentence& s) { return at < s.span.begin; });
  return *std::prev(behind);
}

Draft draft_of(const Articles& articles, std::uint32_t index, const Desk& desk) {
  Draft draft{index, articles.documents[index], desk, {}};
  for (const Reading& reading : articles.readings) {
    if (reading.document != index) continue;
    DraftText& text = draft.texts.emplace_back();
    segment(draft.document.field(reading.field), reading.field, desk.lexicon, text.text);
    text.reading = &reading;
  }
  return draft;
}

}  // namespace claimcheck
