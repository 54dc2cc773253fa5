#pragma once

#include "lexicon.hpp"
#include "passage.hpp"
#include "quantity.hpp"

#include <span>
#include <vector>

namespace claimcheck::grammar {

/// How the words of a sentence tie figures to each other.
struct TiedFigures {
  enum class Kind : std::uint8_t {
    share,       ///< "12 of the 30 members (40 percent)": part, whole, share
    base_share,  ///< "40 percent of the 30 members": share, whole
    fraction,    ///< "a third of the 90 members, or 30": fraction, whole, part
    conversion,  ///< "26 miles (42 km)": the figure, and the same in another unit
    rate,        ///< "$1 = 0.92 euros"
    sum,         ///< "12 people: five soldiers and seven civilians": total, parts
  };
  Kind kind{};
  std::vector<const Quantity*> figures;
};

/// Reads every tie in a sentence; ties may share figures.
void read_tied_figures(const Segmented&, const Sentence&, const Lexicon&, std::span<const Quantity>,
                       std::vector<TiedFigures>& out);

}  // namespace claimcheck::grammar
