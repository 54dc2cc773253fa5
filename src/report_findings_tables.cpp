#include "cells.hpp"
#include "display_width.hpp"
#include "evidence.hpp"
#include "fact_words.hpp"
#include "report_findings.hpp"
#include "wording.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace claimcheck {
namespace {

void write_csv_row(const Cells& cells, std::ostream& out) {
  std::string line;
  append_csv(cells, line);
  out << line;
}

void write_csv_rows(std::string_view kind, const Finding& finding, const FindingsReport& report, std::ostream& out) {
  for (const Evidence& evidence : finding.evidence) {
    EvidenceRow row = evidence_row(evidence, report.documents);
    Span given = row.document->given(row.field, row.span);
    write_csv_row({std::string(kind),
                   std::string(finding.rule),
                   std::string(finding.rule_name),
                   std::string(name(finding.severity)),
                   std::string(finding.scope),
                   finding.message,
                   finding.event,
                   subject_of(finding),
                   finding.place,
                   row.when,
                   row.figure,
                   row.hedge,
                   row.counter,
                   row.document->source,
                   row.document->id,
                   std::string(name(row.field)),
                   std::to_string(row.position.line),
                   std::to_string(row.position.column),
                   std::to_string(given.begin),
                   std::to_string(given.end),
                   std::string(given.of(row.document->given(row.field)))},
                  out);
  }
}

/// A fact's sentence stands where a finding's message does, its range where a figure does.
void write_csv_row(const Fact& fact, std::ostream& out) {
  Cells cells(21);
  cells[0] = "fact";
  cells[5] = fact.sentence, cells[6] = fact.event, cells[7] = fact.subject, cells[8] = fact.place;
  if (fact.when) cells[9] = readable(*fact.when);
  cells[10] = range_words(fact);
  write_csv_row(cells, out);
}

/// What Markdown and HTML would take for markup is escaped.
std::string markdown_text(std::string_view text) {
  std::string out;
  for (char c : one_line(text)) {
    if (std::string_view("\\`*_[]|~#").find(c) != std::string_view::npos) out += '\\';
    out += c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : std::string(1, c);
  }
  return out;
}

void write_markdown_finding(const Finding& finding, const FindingsReport& report, std::ostream& out) {
  out << fmt::format("\n### {}: {} {}\n\n{}\n\n", finding.severity == Severity::info ? "note" : name(finding.severity),
                     finding.rule, finding.rule_name, markdown_text(finding.message));
  out << "| figure | hedge | when | source | according to | place | words |\n|---|---|---|---|---|---|---|\n";
  for (const Evidence& evidence : finding.evidence) {
    EvidenceRow row = evidence_row(evidence, report.documents);
    std::string place = place_in(*row.document, row.field, row.span.begin);
    std::vector<std::string> cells{row.figure,  row.hedge, row.when,    source_name(*row.document),
                                   row.counter, place,     row.sentence};
    for (std::string& cell : cells) cell = markdown_text(cell);
    out << fmt::format("| {} |\n", fmt::join(cells, " | "));
  }
  out << fmt::format("\n{}\n", readable(support_of(finding, report.verdict.origins)));
}

void write_markdown_fact(const Fact& fact, std::ostream& out) {
  out << fmt::format("- {} ({}; {})\n", markdown_text(fact.sentence), markdown_text(range_words(fact)),
                     readable(Support{fact.documents.size(), fact.origins}));
  if (!fact.series.empty()) out << fmt::format("  - By day of publication: {}\n", markdown_text(series_words(fact)));
}

void write_markdown_origin(const Origin& origin, const std::vector<Document>& documents, std::ostream& out) {
  std::vector<std::string> names, places;
  for (std::uint32_t index : origin.documents) names.push_back(markdown_text(documents[index].id));
  out << fmt::format("- {}", fmt::join(names, ", "));
  if (!origin.credit.empty()) out << fmt::format(", both with the credit {}", markdown_text(origin.credit));
  if (!origin.shared.empty()) {
    for (const auto& passage : origin.shared)
      places.push_back(markdown_text(place_in(documents[passage.document], Field::text, passage.span.begin)));
    const auto& first = origin.shared.front();
    out << fmt::format(": {} share “{}”", fmt::join(places, " and "),
                       markdown_text(first.span.of(documents[first.document].text)));
  }
  out << '\n';
}

}  // namespace

void write_findings_csv(const FindingsReport& report, const TextStyle&, std::ostream& out) {
  write_csv_row(
      {"kind",  "rule",        "name",   "severity", "scope", "message", "event",  "subject", "place", "when", "figure",
       "hedge", "attribution", "source", "document", "field", "line",    "column", "begin",   "end",   "text"},
      out);
  for (const Finding& finding : report.verdict.findings) write_csv_rows("finding", finding, report, out);
  for (const Finding& agreement : report.verdict.agreements) write_csv_rows("agreement", agreement, report, out);
  for (const Fact& fact : report.verdict.facts) write_csv_row(fact, out);
}

void write_findings_markdown(const FindingsReport& report, const TextStyle&, std::ostream& out) {
  out << "# Findings\n\n"
      << readable(Support{report.documents.size(), report.verdict.origins.size()}) << ", "
      << counted(report.verdict.findings.size(), "finding") << '\n';
  for (const Finding& finding : report.verdict.findings) write_markdown_finding(finding, report, out);
  if (!report.verdict.agreements.empty()) out << "\n## What agrees\n\n";
  for (const Finding& agreement : report.verdict.agreements)
    out << fmt::format("- {} ({})\n", markdown_text(agreement.message),
                       readable(support_of(agreement, report.verdict.origins)));
  if (!report.verdict.facts.empty()) out << "\n## Facts\n\n";
  for (const Fact& fact : report.verdict.facts) write_markdown_fact(fact, out);
  out << "\n## Origins\n\n";
  for (const Origin& origin : report.verdict.origins) write_markdown_origin(origin, report.documents, out);
}

}  // namespace claimcheck
