#pragma once

#include "date_mention.hpp"
#include "grammars/change.hpp"
#include "grammars/tied_dates.hpp"
#include "grammars/tied_figures.hpp"

#include <vector>

namespace claimcheck {

/// How the words of a draft tie its figures and dates to each other, beyond what every reading needs to know.
struct Ties {
  struct Dates {
    grammar::TiedDates tie;
    const DateMention* first = nullptr;
    const DateMention* second = nullptr;
  };
  std::vector<grammar::TiedFigures> figures;
  std::vector<Dates> dates;
  std::vector<grammar::Change> changes;
  std::vector<grammar::WrittenRange> ranges;
};

struct LintText;
Ties read_ties(const LintText&, const Lexicon&);

}  // namespace claimcheck
