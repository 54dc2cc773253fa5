#pragma once

#include "date_expression.hpp"
#include "lexicon.hpp"
#include "token.hpp"

namespace claimcheck::grammar {

/// Reads a whole date phrase: a date, a range of two ("from 3 to 5 March", "Monday through Wednesday", "2015-18"), or
/// one side of a date ("since December", "2018 or later").
bool read_date_phrase(TokenIterator& first, TokenIterator last, const Lexicon&, DateTerm&);

}  // namespace claimcheck::grammar
