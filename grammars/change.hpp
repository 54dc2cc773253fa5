#pragma once

#include "measure.hpp"
#include "passage.hpp"

#include <optional>
#include <vector>

namespace claimcheck::grammar {

/// "rose 12 percent to 336 million from 300 million", "doubled from 10 to 20", "from 240 to 273, up 13.8 percent".
struct Change {
  struct Amount {
    Measure measure;
    const Lexeme* hedge = nullptr;
    TokenRange tokens;
  };
  const Lexeme* verb = nullptr;   ///< under trend or multiple; null where the words say only from and to
  const Lexeme* hedge = nullptr;  ///< "more than doubled"
  std::optional<Amount> from, to, by;
  TokenRange tokens;
};

/// Reads the changes of a sentence that name at least two of from, to and by, or a multiple with one of them.
void read_changes(const Segmented&, const Sentence&, const Lexicon&, std::vector<Change>& out);

/// The ends of a range, as they are written: "between 40 and 30", "16 to 15 letters".
struct WrittenRange {
  Change::Amount first, second;
};
void read_written_ranges(const Segmented&, const Sentence&, const Lexicon&, std::vector<WrittenRange>& out);

}  // namespace claimcheck::grammar
