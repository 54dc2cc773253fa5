#pragma once

#include "passage.hpp"

#include <vector>

namespace claimcheck::grammar {

enum class PlaceLink : std::uint8_t { in, at, near, from, toward, possessive, dateline, modifier };

/// A place in the sentence: "in Idlib", "near the town of Saraqeb", "BEIRUT (Reuters) -", "Syria's Idlib province".
struct PlaceFrame {
  TokenRange tokens;  ///< with the preposition
  TokenRange name;    ///< "Idlib"
  TokenRange within;  ///< the larger place named beside it ("Idlib, Syria": Syria); may be empty
  PlaceLink link = PlaceLink::in;
};

void read_places(const Segmented&, const Sentence&, const Lexicon&, std::vector<PlaceFrame>& out);

}  // namespace claimcheck::grammar
