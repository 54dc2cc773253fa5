#include "display_width.hpp"
#include "evidence.hpp"
#include "fingerprint.hpp"
#include "json_writer.hpp"
#include "location.hpp"
#include "report_findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace claimcheck {
namespace {

constexpr auto schema = "https://json.schemastore.org/sarif-2.1.0.json";

/// A path as a URI: relative as it was given, or file:///….
std::string uri(std::string_view path) {
  constexpr std::string_view plain = "-._~/";
  std::string out = path.starts_with('/') ? "file://" : "";
  for (char c : path) {
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || plain.find(c) != std::string_view::npos)
      out += c;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

class SarifLog {
 public:
  SarifLog(const FindingsReport& report, std::string& out)
      : report_(report), json_(out, JsonWriter::Layout::indented) {}

  void write() {
    json_.begin_object().member("$schema", schema).member("version", "2.1.0").key("runs").begin_array().begin_object();
    write_tool();
    json_.member("columnKind", "unicodeCodePoints");
    write_results();
    json_.end_object().end_array().end_object();
  }

 private:
  void write_tool() {
    json_.key("tool").begin_object().key("driver").begin_object().member("name", "claimcheck");
    json_.key("rules").begin_array();
    for (const Rule& rule : report_.rules) write_rule(rule);
    json_.end_array().end_object().end_object();
  }

  void write_rule(const Rule& rule) {
    rule_index_.emplace(rule.code, rule_index_.size());
    json_.begin_object().member("id", rule.code).member("name", rule.name);
    write_text("shortDescription", rule.name);
    write_text("fullDescription", one_line(rule.what));
    write_text("help", fmt::format("{}\n\nExample: {}\n\nStays silent on: {}", one_line(rule.why),
                                   one_line(rule.example), one_line(rule.silent)));
    json_.key("defaultConfiguration").begin_object();
    json_.member("enabled", rule.on).member("level", level(rule.severity)).end_object();
    json_.end_object();
  }

  void write_text(std::string_view key, std::string_view text) {
    json_.key(key).begin_object().member("text", text).end_object();
  }

  void write_results() {
    std::vector<std::string> prints = fingerprints(report_.verdict.findings, report_.documents);
    json_.key("results").begin_array();
    for (std::size_t i = 0; i < prints.size(); i++) write_result(report_.verdict.findings[i], prints[i], nullptr);
    for (const Suppressed& one : report_.verdict.suppressed)
      write_result(one.finding, fingerprints({one.finding}, report_.documents).front(), &one);
    json_.end_array();
  }

  void write_result(const Finding& finding, const std::string& print, const Suppressed* suppressed) {
    json_.begin_object().member("ruleId", finding.rule);
    if (auto known = rule_index_.find(finding.rule); known != rule_index_.end())
      json_.member("ruleIndex", known->second);
    json_.member("level", level(finding.severity));
    write_text("message", one_line(finding.message));
    json_.key("locations").begin_array();
    if (!finding.evidence.empty()) write_location(finding.evidence.front(), 0);
    json_.end_array();
    if (finding.evidence.size() > 1) json_.key("relatedLocations").begin_array();
    for (std::size_t i = 1; i < finding.evidence.size(); i++) write_location(finding.evidence[i], i);
    if (finding.evidence.size() > 1) json_.end_array();
    json_.key("partialFingerprints").begin_object().member("claimcheck/v1", print).end_object();
    if (suppressed) write_suppression(*suppressed);
    json_.end_object();
  }

  void write_suppression(const Suppressed& suppressed) {
    json_.key("suppressions").begin_array().begin_object().member("kind", suppressed.by);
    json_.member("justification", suppressed.reason).end_object().end_array();
  }

  /// Related locations are numbered, and say what stands there.
  void write_location(const Evidence& evidence, std::size_t related) {
    Location at = location_of(evidence, report_.documents);
    json_.begin_object();
    if (related) {
      json_.member("id", related);
      write_text("message", evidence_row(evidence, report_.documents).sentence);
    }
    json_.key("physicalLocation").begin_object();
    json_.key("artifactLocation").begin_object().member("uri", uri(at.file)).end_object();
    write_region(at);
    json_.end_object().end_object();
  }

  void write_region(const Location& at) {
    json_.key("region").begin_object().member("startLine", at.begin.line);
    if (!at.in_record()) {
      json_.member("startColumn", at.begin.column).member("endLine", at.end.line).member("endColumn", at.end.column);
      json_.member("byteOffset", at.bytes.begin).member("byteLength", at.bytes.size());
    }
    write_text("snippet", at.bytes.of(at.document->given(at.field)));
    json_.end_object();
  }

  const FindingsReport& report_;
  JsonWriter json_;
  std::map<std::string_view, std::size_t> rule_index_;
};

}  // namespace

void write_findings_sarif(const FindingsReport& report, const TextStyle&, std::ostream& out) {
  std::string text;
  SarifLog(report, text).write();
  out << text << '\n';
}

}  // namespace claimcheck
