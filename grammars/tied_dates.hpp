#pragma once

#include "lexicon.hpp"
#include "passage.hpp"
#include "quantity.hpp"

#include <span>
#include <vector>

namespace claimcheck::grammar {

/// How the words of a sentence tie a date to another one, or to a figure. Dates are indexes into those of the sentence.
struct TiedDates {
  enum class Kind : std::uint8_t {
    restated,  ///< "yesterday, 4 March": first and second are one time
    lasted,    ///< "the nine-year war (2011-2020)": the figure is as long as the first date
    born,      ///< "Anna Lind, 64, who was born in 1950": the figure is the age of whoever was born at the first date
  };
  Kind kind{};
  std::size_t first = 0, second = 0;
  const Quantity* figure = nullptr;
};
void read_tied_dates(const Segmented&, const Sentence&, std::span<const TokenRange> dates,
                     std::span<const Quantity> figures, std::vector<TiedDates>& out);

}  // namespace claimcheck::grammar
