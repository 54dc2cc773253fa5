#pragma once

#include "rules.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace claimcheck {

/// What a rule looks for, why, an example, what it leaves alone and how to switch it off, as plain text.
/// The rule is named by its code or its name, in any case. Nullopt for a rule that does not exist.
std::optional<std::string> explain(const Rules&, std::string_view rule);

/// What `claimcheck rules` prints: every rule with its severity, every tolerance, the profile, and the file and line
/// that each comes from.
std::string rules_in_force(const Rules&);

/// The message for a rule that does not exist: the nearest one, and all there are.
std::string unknown_rule(const Rules&, std::string_view rule);

}  // namespace claimcheck
