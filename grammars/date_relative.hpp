#pragma once

#include "date_expression.hpp"
#include "lexicon.hpp"
#include "token.hpp"

namespace claimcheck::grammar {

/// Reads a date that hangs on another: "yesterday", "last week", "next Friday", "two days earlier", "the past 24
/// hours", "the first week of January", "Tuesday of next week", "early March", "now".
bool read_relative_date(TokenIterator& first, TokenIterator last, const Lexicon&, DateTerm&);

}  // namespace claimcheck::grammar
