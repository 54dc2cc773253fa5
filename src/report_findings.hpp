#pragma once

#include "document.hpp"
#include "finding.hpp"

#include <ostream>
#include <vector>

namespace claimcheck {

/// A run's verdict and the documents that its evidence points into.
struct FindingsReport {
  const std::vector<Document>& documents;
  const Verdict& verdict;
};

struct TextStyle {
  bool color = false;
  std::size_t columns = 100;
};

/// The table that a desk pins up: findings by severity, then what agrees, then the origins.
void write_findings_text(const FindingsReport&, const TextStyle&, std::ostream&);
/// The object of the output contract.
void write_findings_json(const FindingsReport&, std::ostream&);
/// One object a line: findings, agreements, origins, each with its "kind".
void write_findings_jsonl(const FindingsReport&, std::ostream&);
/// One row for each piece of evidence; cells that a spreadsheet would run as a formula are neutralised.
void write_findings_csv(const FindingsReport&, std::ostream&);
void write_findings_markdown(const FindingsReport&, std::ostream&);

}  // namespace claimcheck
