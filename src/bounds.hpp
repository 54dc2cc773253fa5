#pragma once

#include "quantity.hpp"
#include "rules.hpp"

namespace claimcheck {

/// What a strict bound leaves out: 1 for a whole count ("more than 3,000" people begins at 3,001), nothing for a
/// measure.
double beyond(double value, Dimension);

/// The inclusive bounds that a hedge gives a value: "more than 3,000" of a count is [3001, open].
void set_bounds(Quantity&, const Profile&);

}  // namespace claimcheck
