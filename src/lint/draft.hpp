#pragma once

#include "claimcheck.hpp"
#include "passage.hpp"

#include <vector>

namespace claimcheck {

/// One field of a draft, with its tokens and everything that was read in it.
struct DraftText {
  Segmented text;
  const Reading* reading = nullptr;

  std::string_view words(Span span) const { return span.of(text.text); }
  const Sentence& sentence_at(std::uint32_t token) const;
  /// The sentence that holds the span, which begins in it.
  const Sentence& sentence_of(Span) const;
};

struct Draft {
  std::uint32_t index = 0;  ///< into the documents
  const Document& document;
  const Desk& desk;
  std::vector<DraftText> texts;  ///< the title, where there is one, and the text
};

/// The draft's readings with their tokens; they must outlive it.
Draft draft_of(const Articles&, std::uint32_t index, const Desk&);

}  // namespace claimcheck
