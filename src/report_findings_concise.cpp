#include "display_width.hpp"
#include "location.hpp"
#include "report_findings.hpp"

#include <fmt/format.h>

namespace claimcheck {

void write_findings_concise(const FindingsReport& report, const TextStyle&, std::ostream& out) {
  for (const Finding& finding : report.verdict.findings) {
    if (finding.evidence.empty()) continue;
    Location at = location_of(finding.evidence.front(), report.documents);
    out << fmt::format("{}:{}:{}: {}: {} [{}]\n", at.file, at.begin.line, at.begin.column, level(finding.severity),
                       one_line(finding.message), finding.rule);
  }
}

}  // namespace claimcheck
