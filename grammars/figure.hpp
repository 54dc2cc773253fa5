#pragma once

#include "measure.hpp"

#include <string_view>

namespace claimcheck::grammar {

/// A measure with its hedge ("at least 33", "33 or more").
struct Bounded {
  Measure measure;
  const Lexeme* before = nullptr;
  const Lexeme* after = nullptr;

  Hedge hedge() const;
};

/// Everything that one row of a reading is made of: "between 20 and 30", "more than 10 and less than 20", "several
/// hundred".
struct Figure {
  enum class Shape { single, range, change, bounds, vague, share, zero } shape = Shape::single;
  Bounded first, second;
  const Lexeme* vague = nullptr;
  double vague_scale = 1;  ///< 100 for "several hundred"
};

/// Reads the longest figure at `first`. After a verb of change "5 to 45" is no range: pass `to_is_range` = false.
bool read_figure(TokenIterator& first, TokenIterator last, const Lexicon&, bool to_is_range, Figure&);

}  // namespace claimcheck::grammar
