#pragma once

#include "report.hpp"

#include <map>
#include <ostream>
#include <string>

namespace claimcheck {

/// How many rows there are, and of what: events of claims, roles of quantities, precisions of dates.
struct RowSummary {
  std::size_t documents = 0;
  std::size_t bytes = 0;
  std::map<std::string, std::size_t> rows;

  void add(const RowSummary&);
};

RowSummary summary_of(const Document&, const std::vector<Reading>&, RowKind);
void write_summary(const RowSummary&, RowKind, OutputFormat, std::ostream&);

}  // namespace claimcheck
