#pragma once

#include "commands.hpp"

namespace claimcheck {

/// `claimcheck lint`: reads the drafts and what they are held against, and reports. Gives the exit status.
int lint_drafts(Options, const Surroundings&);

/// `claimcheck init`: writes a configuration file into the working folder.
int write_starter_configuration(const Surroundings&);

}  // namespace claimcheck
