#pragma once

#include "options.hpp"

#include <string>

namespace claimcheck {

constexpr auto configuration_name = ".claimcheck.yaml";

/// Fills in what the command line leaves open: from the desk's .claimcheck.yaml, which is looked for from the drafts'
/// folder upwards, and from claimcheck/claimcheck.yaml in the user's configuration directory. Throws ConfigError.
void apply_configuration(Options&);

/// Every setting as it is in force, as YAML, with where it was said.
std::string settings_in_force(const Options&);

/// A .claimcheck.yaml that says of every key what it does, all of them commented out.
std::string starter_configuration();

}  // namespace claimcheck
