#include "display_width.hpp"
#include "location.hpp"
#include "report_findings.hpp"

#include <fmt/format.h>

namespace claimcheck {
namespace {

/// What a workflow command would take for its own marks is escaped; a property has two marks more than the message.
std::string escaped(std::string_view text, std::string_view marks) {
  std::string out;
  for (char c : text) {
    if (marks.find(c) == std::string_view::npos)
      out += c;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}
std::string property(std::string_view text) {
  return escaped(text, "%\r\n:,");
}

std::string_view command(Severity severity) {
  return severity == Severity::info ? "notice" : name(severity);
}

/// Columns are understood only within one line.
std::string range(const Location& at) {
  std::string out = fmt::format("line={},endLine={}", at.begin.line, at.end.line);
  if (at.begin.line == at.end.line && at.begin.column < at.end.column)
    out += fmt::format(",col={},endColumn={}", at.begin.column, at.end.column);
  return out;
}

}  // namespace

void write_findings_github(const FindingsReport& report, const TextStyle&, std::ostream& out) {
  for (const Finding& finding : report.verdict.findings) {
    if (finding.evidence.empty()) continue;
    Location at = location_of(finding.evidence.front(), report.documents);
    std::string message = one_line(finding.message);
    for (std::size_t i = 1; i < finding.evidence.size(); i++) {
      Location other = location_of(finding.evidence[i], report.documents);
      message += fmt::format("\n{}:{}:{}: {}", other.file, other.begin.line, other.begin.column, other.words);
    }
    out << fmt::format("::{} file={},{},title={}::{}\n", command(finding.severity), property(at.file), range(at),
                       property(fmt::format("{} {}", finding.rule, finding.rule_name)), escaped(message, "%\r\n"));
  }
}

}  // namespace claimcheck
