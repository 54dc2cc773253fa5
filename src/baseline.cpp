#include "baseline.hpp"

#include "config_error.hpp"
#include "fingerprint.hpp"
#include "json_writer.hpp"
#include "location.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <set>

namespace claimcheck {

using nlohmann::json;

Baseline Baseline::load(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw ConfigError(fmt::format("{}: cannot be read; --write-baseline writes one", path.string()));
  json content = json::parse(in, nullptr, false);
  Baseline baseline;
  try {
    for (const json& entry : content.at("findings")) baseline.findings_[entry.at("fingerprint")] = entry.at("rule");
  } catch (const json::exception&) {
    throw ConfigError(fmt::format("{}: not a baseline; --write-baseline writes one", path.string()));
  }
  return baseline;
}

std::size_t Baseline::apply(Verdict& verdict, const std::vector<Document>& documents) const {
  std::vector<std::string> prints = fingerprints(verdict.findings, documents);
  std::vector<Finding> kept;
  std::set<std::string> seen;
  for (std::size_t i = 0; i < prints.size(); i++) {
    Finding& finding = verdict.findings[i];
    if (findings_.contains(prints[i])) {
      seen.insert(prints[i]);
      verdict.suppressed.push_back({std::move(finding), "external", "in the baseline"});
    } else {
      kept.push_back(std::move(finding));
    }
  }
  verdict.findings = std::move(kept);
  return findings_.size() - seen.size();
}

void write_baseline(const Verdict& verdict, const std::vector<Document>& documents, std::ostream& out) {
  std::vector<std::string> prints = fingerprints(verdict.findings, documents);
  std::string_view before = "\n";
  out << "{\"version\": 1, \"findings\": [";
  for (std::size_t i = 0; i < prints.size(); i++) {
    const Finding& finding = verdict.findings[i];
    Location at = location_of(finding.evidence.front(), documents);
    std::string line;
    JsonWriter(line)
        .begin_object()
        .member("fingerprint", prints[i])
        .member("rule", finding.rule)
        .member("file", at.file)
        .member("words", at.words)
        .end_object();
    out << before << line;
    before = ",\n";
  }
  out << "\n]}\n";
}

}  // namespace claimcheck
