#pragma once

#include "lexicon.hpp"
#include "passage.hpp"

#include <cstdint>

namespace claimcheck::grammar {

/// A verb with its helpers, or the noun of an event: "have been killed", "could have died", "the deaths".
struct VerbGroup {
  const Lexeme* event = nullptr;
  std::uint8_t frames = 0;
  bool be = false;
  bool have = false;
  bool projected = false;  ///< "could", "feared", "would have been"
  bool negated = false;
  bool infinitive = false;
  bool singular = false;    ///< "was", "has": said of one
  bool participle = false;  ///< "dying", "suffering injuries"
};

/// "were reportedly killed", "to save": helpers and adverbs up to an event's word.
bool read_verb_group(TokenIterator& first, TokenIterator last, const Lexicon&, const Segmented&, VerbGroup&);

/// "were", "could not", "feared": helpers without an event behind them.
bool read_auxiliaries(TokenIterator& first, TokenIterator last, const Lexicon&, const Segmented&, VerbGroup&);

/// An event's word or phrase alone, with every frame that the same event has for it.
bool read_event(TokenIterator& first, TokenIterator last, const Lexicon&, VerbGroup&);

/// An adverb by its ending; shorter words ("only", "July") are the lexicon's.
bool ends_in_ly(const Token&, std::string_view text);

}  // namespace claimcheck::grammar
