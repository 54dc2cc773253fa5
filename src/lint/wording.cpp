#include "lint/wording.hpp"

#include "display_width.hpp"

namespace claimcheck {

std::string text_of(const DraftText& text, Span span) {
  return one_line(text.words(span));
}

Evidence evidence(const Draft& draft, const DraftText& text, const DateMention& date) {
  return DateEvidence{draft.index, text.reading->field, date};
}

Evidence evidence(const Draft& draft, const DraftText& text, const Quantity& quantity) {
  return FigureEvidence{draft.index, text.reading->field, text.sentence_of(quantity.span).span, quantity};
}

}  // namespace claimcheck
