#include "lint/article.hpp"

#include "happenings.hpp"
#include "segment.hpp"

#include <algorithm>

namespace claimcheck {
namespace {

template <class Row>
std::span<const Row> rows_in(const std::vector<Row>& rows, TokenRange range) {
  auto first = std::lower_bound(rows.begin(), rows.end(), range.begin,
                                [](const Row& row, std::uint32_t at) { return row.tokens.begin < at; });
  auto last = std::lower_bound(first, rows.end(), range.end,
                               [](const Row& row, std::uint32_t at) { return row.tokens.begin < at; });
  return {first, last};
}

}  // namespace

bool is_head(const Claim& claim) {
  return claim.field == Field::title || claim.shape == TextShape::headline || claim.shape == TextShape::deck ||
         claim.shape == TextShape::caption;
}

const Sentence& LintText::sentence_at(std::uint32_t token) const {
  auto behind = std::upper_bound(text.sentences.begin(), text.sentences.end(), token,
                                 [](std::uint32_t at, const Sentence& s) { return at < s.tokens.begin; });
  return behind == text.sentences.begin() ? *behind : *std::prev(behind);
}

const Sentence& LintText::sentence_of(Span span) const {
  auto behind = std::upper_bound(text.sentences.begin(), text.sentences.end(), span.begin,
                                 [](std::uint32_t at, const Sentence& s) { return at < s.span.begin; });
  return behind == text.sentences.begin() ? *behind : *std::prev(behind);
}

std::span<const Quantity> LintText::quantities_in(TokenRange range) const {
  return rows_in(reading->quantities, range);
}

std::span<const DateMention> LintText::dates_in(TokenRange range) const {
  return rows_in(reading->dates, range);
}

const Claim* LintText::claim_of(const Quantity& quantity) const {
  for (const Claim& claim : reading->claims)
    if (!claim.sum && claim.quantity.span.overlaps(quantity.span)) return &claim;
  return nullptr;
}

bool LintArticle::may_be_one(const Statement& a, const Statement& b) const {
  if (counts_attackers(a, desk.rules, desk.lexicon) != counts_attackers(b, desk.rules, desk.lexicon)) return false;
  Happenings happenings(desk.rules.happenings, desk.rules.kindred);
  return happenings.compare(a.sentence(), b.sentence()) != Happenings::Kinship::different;
}

LintArticle lint_article(const Articles& articles, std::uint32_t index, const Desk& desk, const Kinship& kinship) {
  LintArticle article{index, articles.documents[index], desk, kinship, {}};
  for (const Reading& reading : articles.readings) {
    if (reading.document != index) continue;
    LintText& text = article.texts.emplace_back();
    text.document = index;
    text.reading = &reading;
    segment(article.document.field(reading.field), reading.field, desk.lexicon, text.text);
  }
  return article;
}

}  // namespace claimcheck
