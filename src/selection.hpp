#pragma once

#include "rule.hpp"

#include <string>
#include <vector>

namespace claimcheck {

/// Which rules a run asks for. A rule is named by its code, its name or the beginning of either, in any case: "CC2".
struct Selection {
  std::vector<std::string> select;  ///< only these; empty for all that are on
  std::vector<std::string> ignore;  ///< not these
  struct Level {
    std::string rule;
    std::optional<Severity> severity;  ///< absent: off
    std::string at;                    ///< file:line:column, where a file says so
  };
  std::vector<Level> severity;
  std::string select_at, ignore_at;
};

/// Switches rules on and off and sets their severities. Throws ConfigError for what names no rule.
void apply_selection(const Selection&, std::vector<Rule>&);

/// The severity that the selection gives a rule in so many words; the last one counts.
std::optional<Severity> severity_in(const Selection&, std::string_view code, std::string_view name);

bool names(std::string_view selector, std::string_view code, std::string_view name);

}  // namespace claimcheck
