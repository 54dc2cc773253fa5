#pragma once

#include "lexicon.hpp"
#include "token.hpp"

namespace claimcheck::grammar {

/// A numeral as written: digits, words or both, without hedge and unit.
struct Numeral {
  double value = 0;
  double step = 1;        ///< the place of the last digit written: 1e6 for "2 million", 0.01 for "1.25", 1 for "twelve"
  double scale = 1;       ///< the last scale word's value: 1e6 for "2 million", 1 without one
  bool words = false;     ///< written in words, at least in part
  bool ordinal = false;   ///< "fourth", "4th"
  bool fraction = false;  ///< "two-thirds", "½"
  bool grouped = false;   ///< digits with thousands separators: "15,000"
};

/// Whether a numeral may begin here; false for nearly every token of a text.
bool can_begin_numeral(TokenIterator first, TokenIterator last);

/// Reads the longest numeral at `first`: "1,250", "2.5 million", "twenty-one", "a hundred and five", "two-thirds".
bool read_numeral(TokenIterator& first, TokenIterator last, const Lexicon&, Numeral&);

}  // namespace claimcheck::grammar
