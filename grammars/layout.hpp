#pragma once

#include "passage.hpp"

namespace claimcheck::grammar {

/// What a line says of itself. `section` heads a list of teasers; `clock` is a bare weekday and date, which may be the
/// page's own; `stamp` is a labelled or timed one.
enum class LineKind : std::uint8_t { prose, residue, section, clock, stamp, dateline, byline, caption, correction };

LineKind read_line(const Segmented&, TokenRange line, const Lexicon&);

/// The token behind a dateline ("NAIROBI, Kenya (AP) _") that opens a paragraph; the first token if there is none.
/// Capitals and a dash alone ("HARTFORD --") are one only where the body opens.
std::uint32_t read_dateline(const Segmented&, TokenRange paragraph, bool body_opens, const Lexicon&);

/// A sentence inside a body paragraph may still be residue ("Read more"), a credit or a correction note.
TextShape sentence_shape(const Segmented&, TokenRange sentence, const Lexicon&);

bool is_time_zone(TokenIterator first, TokenIterator last, const Lexicon&);

}  // namespace claimcheck::grammar
