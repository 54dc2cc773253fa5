#pragma once

#include "document.hpp"
#include "finding.hpp"
#include "rules.hpp"

#include <ostream>
#include <vector>

namespace claimcheck {

/// A run's verdict, the documents that its evidence points into and the rules that it was reached by.
struct FindingsReport {
  const std::vector<Document>& documents;
  const Verdict& verdict;
  const std::vector<Rule>& rules;
  std::size_t drafts = 0;  ///< the first so many documents are drafts, the others their sources; 0 where all are equal
};

struct TextStyle {
  bool color = false;
  std::size_t columns = 100;
};

/// The table that a desk pins up: findings by severity, then what agrees, then the origins.
void write_findings_text(const FindingsReport&, const TextStyle&, std::ostream&);
/// The object of the output contract.
void write_findings_json(const FindingsReport&, const TextStyle&, std::ostream&);
/// One object a line: findings, agreements, origins, each with its "kind".
void write_findings_jsonl(const FindingsReport&, const TextStyle&, std::ostream&);
/// One row for each piece of evidence; cells that a spreadsheet would run as a formula are neutralised.
void write_findings_csv(const FindingsReport&, const TextStyle&, std::ostream&);
void write_findings_markdown(const FindingsReport&, const TextStyle&, std::ostream&);
/// A page that needs nothing else: the discrepancy table, what agrees, facts, origins, articles.
void write_findings_html(const FindingsReport&, const TextStyle&, std::ostream&);
/// One line for each finding, as compilers print them: file:line:column: level: message [rule].
void write_findings_concise(const FindingsReport&, const TextStyle&, std::ostream&);
/// SARIF 2.1.0, for code scanning and editors.
void write_findings_sarif(const FindingsReport&, const TextStyle&, std::ostream&);
/// The workflow commands that GitHub Actions shows as annotations.
void write_findings_github(const FindingsReport&, const TextStyle&, std::ostream&);
/// A test suite for each document, in which every finding is a failure.
void write_findings_junit(const FindingsReport&, const TextStyle&, std::ostream&);
/// Reviewdog's diagnostics.
void write_findings_rdjson(const FindingsReport&, const TextStyle&, std::ostream&);

}  // namespace claimcheck
