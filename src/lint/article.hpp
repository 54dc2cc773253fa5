#pragma once

#include "claimcheck.hpp"
#include "lint/ties.hpp"
#include "match.hpp"
#include "passage.hpp"

#include <span>
#include <vector>

namespace claimcheck {

/// One field of an article, with its tokens and everything that was read in it.
struct LintText {
  std::uint32_t document = 0;
  Segmented text;
  const Reading* reading = nullptr;
  Ties ties;  ///< of a draft

  std::string_view words(Span span) const { return span.of(text.text); }
  TokenIterator at(std::uint32_t token) const { return text.at(token); }

  /// The sentence that holds the token, or that the span begins in.
  const Sentence& sentence_at(std::uint32_t token) const;
  const Sentence& sentence_of(Span) const;

  /// Everything that was read within the tokens, in order.
  std::span<const Quantity> quantities_in(TokenRange) const;
  std::span<const DateMention> dates_in(TokenRange) const;
  /// The claim whose figure this is; null if it is none's.
  const Claim* claim_of(const Quantity&) const;
};

/// A claim with the text in which it stands.
struct PlacedClaim {
  const LintText* text = nullptr;
  const Claim* claim = nullptr;
};

/// A draft, or a source, as the checks see it. What it was made from must outlive it.
struct LintArticle {
  std::uint32_t index = 0;  ///< into the documents
  const Document& document;
  const Desk& desk;
  const Kinship& kinship;
  std::vector<LintText> texts;  ///< the title, where there is one, and the text

  Statement statement(const PlacedClaim& placed) const { return {placed.claim, &document, placed.text->reading}; }
  /// Whether two figures may be of one fact, for all that the words around them say: both count those who did it, or
  /// neither does, and they are of one kind of happening.
  bool may_be_one(const Statement&, const Statement&) const;
  MatchContext match_context() const { return {desk.taxonomy, desk.gazetteer, desk.rules, kinship}; }
};

/// What stands over or beside the body, and is to say the same.
bool is_head(const Claim&);

LintArticle lint_article(const Articles&, std::uint32_t index, const Desk&, const Kinship&);

}  // namespace claimcheck
