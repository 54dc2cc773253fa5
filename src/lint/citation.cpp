#include "lint/citation.hpp"

#include "display_width.hpp"

namespace claimcheck {

std::string words_of(const LintText& text, Span span) {
  return one_line(text.words(span));
}

std::string quoted(const LintText& text, Span span) {
  return "“" + words_of(text, span) + "”";
}

Evidence evidence(const LintText& text, const DateMention& date) {
  return DateEvidence{text.document, text.reading->field, date};
}

Evidence evidence(const LintText& text, const Quantity& quantity) {
  const Claim* claim = text.claim_of(quantity);
  if (claim && claim->quantity.span == quantity.span) return *claim;
  return FigureEvidence{text.document, text.reading->field, text.sentence_of(quantity.span).span, quantity};
}

std::vector<Evidence> figures_at(const LintText& text, TokenRange range) {
  std::vector<Evidence> out;
  for (const Quantity& figure : text.reading->quantities)
    if (figure.tokens.begin < range.end && range.begin < figure.tokens.end) out.push_back(evidence(text, figure));
  return out;
}

}  // namespace claimcheck
