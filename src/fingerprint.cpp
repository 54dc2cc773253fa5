#include "fingerprint.hpp"

#include "display_width.hpp"
#include "evidence.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <unordered_map>

namespace claimcheck {
namespace {

/// FNV-1a, which is the same on every machine.
std::uint64_t hash(std::string_view text) {
  std::uint64_t value = 14695981039346656037ull;
  for (unsigned char byte : text) value = (value ^ byte) * 1099511628211ull;
  return value;
}

/// The file's name without its folder, so that a copy elsewhere is known; a record's id.
std::string name_of(const Document& document) {
  return document.record_line ? document.id : std::filesystem::path(document.id).filename().string();
}

std::string content_of(const Finding& finding, const std::vector<Document>& documents) {
  std::string content(finding.rule);
  for (const Evidence& evidence : finding.evidence) {
    EvidenceRow row = evidence_row(evidence, documents);
    content += fmt::format("\n{}\n{}", name_of(*row.document), one_line(row.span.of(row.document->field(row.field))));
  }
  return content;
}

}  // namespace

std::vector<std::string> fingerprints(const std::vector<Finding>& findings, const std::vector<Document>& documents) {
  std::unordered_map<std::string, int> seen;
  std::vector<std::string> out;
  for (const Finding& finding : findings) {
    std::string print = fmt::format("{:016x}", hash(content_of(finding, documents)));
    int times = ++seen[print];
    out.push_back(times == 1 ? print : fmt::format("{}:{}", print, times));
  }
  return out;
}

}  // namespace claimcheck
