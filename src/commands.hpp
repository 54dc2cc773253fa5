#pragma once

#include "options.hpp"

#include <filesystem>
#include <istream>
#include <ostream>

namespace claimcheck {

/// Where a command reads and writes.
struct Surroundings {
  std::filesystem::path rules;
  std::istream& in;
  std::ostream& out;
  std::ostream& notes;
  bool color = false;
};

/// Does what the options ask for, and gives the exit status. Throws ConfigError and InputError.
int run(const Options&, const Surroundings&);

}  // namespace claimcheck
