#pragma once

#include "number.hpp"
#include "quantity.hpp"

namespace claimcheck::grammar {

/// A numeral with its unit or currency: "5 ft 2 in", "$1.2m", "75 USD million", "28-year-old".
struct Measure {
  Numeral numeral;
  const Lexeme* unit = nullptr;  ///< the entry under unit or currency; null for a bare number
  bool multiple = false;         ///< "tenfold"
  bool unit_before = false;      ///< "$5", "USD 200"

  bool currency() const { return unit && unit->category == Category::currency; }
  Dimension dimension() const;
};

/// "an hour and a half"
bool begins_unit_and_half(TokenIterator first, TokenIterator last);

/// Whether a measure may begin here; false for nearly every token of a text.
bool can_begin_measure(TokenIterator first, TokenIterator last);

/// The unit or currency that a vague number counts: "several | days", "millions | of euros". `size` is the scale that
/// it counts in.
bool read_vague_unit(TokenIterator& first, TokenIterator last, const Lexicon&, double size, const Lexeme*& unit);

/// "15m" behind another sum of money: "$10-15m".
bool read_millions(TokenIterator& first, TokenIterator last, const Lexicon&, Measure&);

bool read_measure(TokenIterator& first, TokenIterator last, const Lexicon&, Measure&);

}  // namespace claimcheck::grammar
