#pragma once

#include "date_expression.hpp"
#include "lexicon.hpp"
#include "token.hpp"

#include <string_view>

namespace claimcheck::grammar {

/// A date phrase as it was read, in its sentence.
struct DateReading {
  TokenIterator first, end;  ///< the phrase
  TokenIterator sentence_first, sentence_end;
  DateTerm term;
  const Lexicon& lexicon;
  std::string_view text;  ///< the whole text, which tokens point into
};

/// Whether the words around it let the phrase be a date: not the verb "may", the newspaper The Sun, "2000 pieces",
/// "24/7". May trim the phrase.
bool makes_sense(DateReading&);

/// Whether the sentence speaks, round the phrase, of what is to come ("will meet Thursday") or of what was ("rose in
/// March"). Both together: the nearest.
struct Direction {
  bool ahead = false;
  bool past = false;
};
/// Also settles which side of a time is meant: "will not open until March" is a day in March, not the time before it,
/// and a month that something ends by is one to come.
Direction direction_of(DateReading&);

}  // namespace claimcheck::grammar
