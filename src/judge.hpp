#pragma once

#include "claimcheck.hpp"
#include "verdicts.hpp"

#include <vector>

namespace claimcheck {

/// What a pair is judged to be when its figures agree: not a rule, and no finding.
inline constexpr std::string_view agreement = "agreement";

/// A verdict on two statements, as indexes into the statements.
struct Judged {
  std::string_view code;
  std::uint32_t a = 0, b = 0;
  bool inferred = false;  ///< it is assumed that they mean one event
  bool same_day = false;  ///< both state the same day
};

/// Every verdict on every pair, in no particular order.
std::vector<Judged> judge(const std::vector<Statement>&, const std::vector<Document>&, const Desk&);

}  // namespace claimcheck
