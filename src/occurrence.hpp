#pragma once

#include "date_mention.hpp"
#include "document.hpp"
#include "lexicon.hpp"

#include <vector>

namespace claimcheck {

/// A happening that a sentence dates, as the grammar reads it.
struct OccurrenceFrame {
  const Lexeme* kind = nullptr;  ///< the lexicon's name for it: "meeting"
  std::uint32_t date = 0;        ///< index into Extraction::dates
  std::vector<WordKey> names;    ///< the proper names in its sentence, sorted, without repeats
};

/// The same with its days.
struct Occurrence {
  std::uint32_t document = 0;
  Field field = Field::text;
  std::string_view kind;
  DateMention date;
  std::vector<WordKey> names;
};

}  // namespace claimcheck
