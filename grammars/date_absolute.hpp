#pragma once

#include "date_expression.hpp"
#include "lexicon.hpp"
#include "token.hpp"

namespace claimcheck::grammar {

/// Reads a date with its parts as written: "Thursday, March 5, 2020", "05/03/2020", "Friday", "the third quarter of
/// 2019", "the 1990s", "Christmas Eve". It is liberal: whether a lone "May" or "2000" is a date, read_dates decides.
bool read_absolute_date(TokenIterator& first, TokenIterator last, const Lexicon&, DateTerm&);

}  // namespace claimcheck::grammar
