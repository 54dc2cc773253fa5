#pragma once

#include "calendar.hpp"
#include "token.hpp"

namespace claimcheck {

/// What a date expression says, before the published date is known.
struct DateExpression {
  TokenRange tokens;
  std::optional<Day> absolute;
};

}  // namespace claimcheck
