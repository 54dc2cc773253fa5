#include "cells.hpp"
#include "display_width.hpp"
#include "evidence.hpp"
#include "location.hpp"
#include "report_findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace claimcheck {
namespace {

/// Text for an XML attribute or element; control characters, which XML cannot say, become spaces.
std::string xml(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (std::string_view entity = entity_of(c); !entity.empty())
      out += entity;
    else
      out += static_cast<unsigned char>(c) < ' ' && c != '\n' ? ' ' : c;
  }
  return out;
}

struct Suite {
  std::vector<const Finding*> findings;
};

std::string file_of(const Document& document) {
  return document.path.empty() || document.path == "-" ? document.id : document.path;
}

void write_failure(const Finding& finding, const FindingsReport& report, std::ostream& out) {
  Location at = location_of(finding.evidence.front(), report.documents);
  out << fmt::format("    <testcase classname=\"{}\" name=\"{} {} {}:{}\">\n", xml(at.file), finding.rule,
                     finding.rule_name, at.begin.line, at.begin.column);
  out << fmt::format("      <failure type=\"{}\" message=\"{}\">", name(finding.severity),
                     xml(one_line(finding.message)));
  for (const Evidence& evidence : finding.evidence) {
    Location place = location_of(evidence, report.documents);
    EvidenceRow row = evidence_row(evidence, report.documents);
    out << fmt::format("{}:{}:{}: {}\n", xml(place.file), place.begin.line, place.begin.column, xml(row.sentence));
  }
  out << "</failure>\n    </testcase>\n";
}

void write_suite(const std::string& file, const Suite& suite, const FindingsReport& report, std::ostream& out) {
  std::size_t failures = suite.findings.size();
  out << fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"0\">\n", xml(file),
                     std::max<std::size_t>(failures, 1), failures);
  for (const Finding* finding : suite.findings) write_failure(*finding, report, out);
  if (failures == 0) out << fmt::format("    <testcase classname=\"{}\" name=\"nothing to report\"/>\n", xml(file));
  out << "  </testsuite>\n";
}

}  // namespace

void write_findings_junit(const FindingsReport& report, const TextStyle&, std::ostream& out) {
  std::map<std::string, Suite> suites;
  for (const Document& document : report.documents) suites[file_of(document)];
  std::size_t failures = 0, tests = 0;
  for (const Finding& finding : report.verdict.findings) {
    if (finding.evidence.empty()) continue;
    suites[location_of(finding.evidence.front(), report.documents).file].findings.push_back(&finding);
    failures++;
  }
  for (const auto& [file, suite] : suites) tests += std::max<std::size_t>(suite.findings.size(), 1);
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  out << fmt::format("<testsuites name=\"claimcheck\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n", tests, failures);
  for (const auto& [file, suite] : suites) write_suite(file, suite, report, out);
  out << "</testsuites>\n";
}

}  // namespace claimcheck
