#pragma once

#include "fact.hpp"
#include "lexicon.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {

/// What is not in the fact itself and has to be said: that not all sources give the day.
struct FactCaveats {
  bool some_undated = false;  ///< some sources give no date
  bool dates_differ = false;
  bool some_unplaced = false;
  bool places_differ = false;
};

/// The events whose names are participles ("killed", "missing"): what can stand behind "were". Asked once for each
/// fact.
class Participles {
 public:
  explicit Participles(const Lexicon&);
  bool contains(std::string_view event) const { return events_.contains(event); }

 private:
  std::set<std::string_view> events_;
};

/// A fact as a sentence that a desk can paste: "Between 15 and 16 civilians were killed in Idlib on 5 March 2020,
/// according to the Syrian Observatory for Human Rights and the White Helmets."
std::string fact_sentence(const Fact&, const FactCaveats&, const std::vector<Document>&, const Participles&);

}  // namespace claimcheck
