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

/// "will not open until March" is a day in March, not the time before it: such a phrase is no longer open.
void close_denied(DateReading&);

/// Whether the sentence, before the phrase, speaks of what is to come ("will meet Thursday").
bool looks_ahead(const DateReading&);

/// "shut through September", "until September", of what is not over: a month to come.
bool ends_ahead(const DateReading&);

/// "was scheduled for Friday": the nearest one, for it may be over.
bool was_arranged(const DateReading&);

/// "until September", "by September": a side of time that what was may have too.
bool names_an_end(const DateReading&);

/// Whether the sentence tells, round a bare month, of what was ("rose in March").
bool looks_back(const DateReading&);

}  // namespace claimcheck::grammar
