#pragma once

#include "lexicon.hpp"
#include "token.hpp"

namespace claimcheck::grammar {

/// The noun phrase that a number counts: adjectives and head, up to a preposition, verb or mark. `first` stands behind
/// the number and its "of"; returns the token behind the phrase, `first` if there is none.
TokenIterator end_of_counted_noun(TokenIterator first, TokenIterator last, std::string_view text);

/// "soldiers", "people": a word that looks like a plural.
bool looks_plural(const Token&, std::string_view text);

}  // namespace claimcheck::grammar
