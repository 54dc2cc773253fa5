#pragma once

#include "calendar.hpp"
#include "token.hpp"

#include <variant>

namespace claimcheck {

/// One date expression with the days it names. `period` is absent where it cannot be resolved
/// ("February 30", a weekday without a published date).
struct DateMention {
  Span span;
  TokenRange tokens;
  std::optional<Period> period;
  bool relative = false;          ///< depends on the published date
  bool weekday_mismatch = false;  ///< the weekday written is not the weekday of the date written
  bool ambiguous_order = false;   ///< 05/03 without evidence for day-first or month-first
};

}  // namespace claimcheck
