#pragma once

#include "claimcheck.hpp"
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
  bool progress = false;  ///< `notes` is a terminal
};

Desk load_desk(const Options&, const Surroundings&);
/// Reads the documents that the options name, behind those that are there already.
void read_articles(const Options&, const Surroundings&, const Desk&, Articles& out);
int exit_status(const Verdict&, std::optional<Severity> fail_on);

/// Does what the options ask for, and gives the exit status. Throws ConfigError and InputError.
int run(const Options&, const Surroundings&);

}  // namespace claimcheck
