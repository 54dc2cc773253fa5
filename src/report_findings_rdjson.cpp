#include "display_width.hpp"
#include "json_writer.hpp"
#include "location.hpp"
#include "report_findings.hpp"

#include <fmt/format.h>

namespace claimcheck {
namespace {

/// The format counts a column in bytes of UTF-8.
std::size_t byte_column(std::string_view text, std::uint32_t offset) {
  std::size_t line_break = offset ? text.rfind('\n', offset - 1) : std::string_view::npos;
  return line_break == std::string_view::npos ? offset + 1 : offset - line_break;
}

void write_position(JsonWriter& json, std::string_view key, const Location& at, Position position,
                    std::uint32_t offset) {
  json.key(key).begin_object().member("line", position.line);
  if (!at.in_record()) json.member("column", byte_column(at.document->given(at.field), offset));
  json.end_object();
}

void write_location(JsonWriter& json, const Location& at) {
  json.key("location").begin_object().member("path", at.file).key("range").begin_object();
  write_position(json, "start", at, at.begin, at.bytes.begin);
  write_position(json, "end", at, at.end, at.bytes.end);
  json.end_object().end_object();
}

void write_diagnostic(JsonWriter& json, const Finding& finding, const std::vector<Document>& documents) {
  static constexpr std::string_view levels[] = {"INFO", "WARNING", "ERROR"};
  json.begin_object().member("message", one_line(finding.message));
  write_location(json, location_of(finding.evidence.front(), documents));
  json.member("severity", levels[static_cast<std::size_t>(finding.severity)]);
  json.key("code").begin_object().member("value", finding.rule).end_object();
  if (finding.evidence.size() > 1) json.key("related_locations").begin_array();
  for (std::size_t i = 1; i < finding.evidence.size(); i++) {
    Location other = location_of(finding.evidence[i], documents);
    json.begin_object().member("message", other.words);
    write_location(json, other);
    json.end_object();
  }
  if (finding.evidence.size() > 1) json.end_array();
  json.end_object();
}

}  // namespace

void write_findings_rdjson(const FindingsReport& report, const TextStyle&, std::ostream& out) {
  std::string text;
  JsonWriter json(text, JsonWriter::Layout::indented);
  json.begin_object().key("source").begin_object().member("name", "claimcheck").end_object();
  json.key("diagnostics").begin_array();
  for (const Finding& finding : report.verdict.findings)
    if (!finding.evidence.empty()) write_diagnostic(json, finding, report.documents);
  json.end_array().end_object();
  out << text << '\n';
}

}  // namespace claimcheck
