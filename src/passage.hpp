#pragma once

#include "claim.hpp"
#include "lexicon.hpp"
#include "token.hpp"

#include <string_view>
#include <vector>

namespace claimcheck {

/// A sentence (or a headline, a dateline, a caption): the unit that the grammars read.
struct Sentence {
  TokenRange tokens;
  Span span;
  TextShape shape = TextShape::body;
  std::uint32_t paragraph = 0;  ///< 0-based, counted over the whole text
  bool paragraph_start = false;
  std::uint64_t classes = 0;  ///< every class that some token of it has: what is not here need not be looked for
};

/// A stretch of the layout: a paragraph, a headline, a line of a menu.
struct Paragraph {
  TokenRange tokens;
  TextShape shape = TextShape::body;
};

/// A text split into tokens, paragraphs and sentences. `text` must outlive it.
struct Segmented {
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<std::uint32_t> lines;  ///< the first token of each
  std::vector<Paragraph> paragraphs;
  std::vector<Sentence> sentences;

  TokenIterator at(std::uint32_t index) const { return tokens.begin() + index; }
  Span span(TokenRange range) const {
    return range.empty() ? Span{} : Span{tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
  }
};

}  // namespace claimcheck
