#pragma once

#include "finding.hpp"

#include <filesystem>
#include <map>
#include <ostream>
#include <string>
#include <vector>

namespace claimcheck {

/// Findings that a desk has decided to live with for now, by their fingerprints: the words count, lines do not.
class Baseline {
 public:
  /// Throws ConfigError for a file that cannot be read or is no baseline.
  static Baseline load(const std::filesystem::path&);

  /// Moves the findings that it holds to `verdict.suppressed`; gives how many of its own were not found again.
  std::size_t apply(Verdict&, const std::vector<Document>&) const;

 private:
  std::map<std::string, std::string> findings_;  ///< the rule of each fingerprint
};

/// All findings, and those that an older baseline allowed, as a baseline: a line for each.
void write_baseline(const Verdict&, const std::vector<Document>&, std::ostream&);

}  // namespace claimcheck
