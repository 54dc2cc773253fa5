#pragma once

#include "span.hpp"
#include "token.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {

/// A word of running text, as texts are compared: lower-cased, without punctuation or typography.
struct PlainWord {
  WordKey key = 0;
  Span span;
  bool quoted = false;  ///< inside quotation marks
};

/// The words of a text in order. Quotation marks that are not closed within a paragraph quote nothing beyond it.
std::vector<PlainWord> plain_words(std::string_view text);
/// The same, into a vector that is used again.
void plain_words(std::string_view text, std::vector<PlainWord>& out);

/// The lower-cased words of a short phrase.
std::vector<std::string> words_of(std::string_view phrase);

}  // namespace claimcheck
