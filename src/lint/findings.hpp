#pragma once

#include "finding.hpp"
#include "rules.hpp"

#include <string>
#include <vector>

namespace claimcheck {

/// Takes what the checks find, under the rules as the desk has set them.
class Findings {
 public:
  explicit Findings(const Rules& rules) : rules_(rules) {}

  /// Whether the desk wants to hear of the rule: a check that costs something asks first.
  bool wants(std::string_view code) const;
  /// The first piece of evidence is the draft's. A severity stands in place of the rule's.
  void add(std::string_view code, std::string message, std::vector<Evidence>, std::optional<Severity> = {});

  /// Errors first, then in the order of the text.
  std::vector<Finding> sorted() &&;

 private:
  const Rules& rules_;
  std::vector<Finding> findings_;
};

}  // namespace claimcheck
