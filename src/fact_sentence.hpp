#pragma once

#include "fact.hpp"
#include "lexicon.hpp"

#include <string>
#include <vector>

namespace claimcheck {

/// What is not in the fact itself and has to be said: that not all sources give the day.
struct FactCaveats {
  bool some_undated = false;  ///< some sources give no date
  bool dates_differ = false;
  bool some_unplaced = false;
  bool places_differ = false;
};

/// A fact as a sentence that a desk can paste: "Between 15 and 16 civilians were killed in Idlib on 5 March 2020,
/// according to the Syrian Observatory for Human Rights and the White Helmets."
std::string fact_sentence(const Fact&, const FactCaveats&, const std::vector<Document>&, const Lexicon&);

}  // namespace claimcheck
