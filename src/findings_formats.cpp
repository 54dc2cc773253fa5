#include "findings_formats.hpp"

#include <algorithm>

namespace claimcheck {

// One line for each format: write_findings_NAME is the function that prints it.
#define CLAIMCHECK_FINDINGS_FORMATS(FORMAT) \
  FORMAT(text)                              \
  FORMAT(concise)                           \
  FORMAT(json)                              \
  FORMAT(jsonl)                             \
  FORMAT(csv)                               \
  FORMAT(markdown)                          \
  FORMAT(html)                              \
  FORMAT(sarif)                             \
  FORMAT(github)                            \
  FORMAT(junit)                             \
  FORMAT(rdjson)

#define DECLARE(name) void write_findings_##name(const FindingsReport&, const TextStyle&, std::ostream&);
CLAIMCHECK_FINDINGS_FORMATS(DECLARE)

const std::vector<FindingsFormat>& findings_formats() {
#define ENTRY(name) {#name, write_findings_##name},
  static const std::vector<FindingsFormat> formats = {CLAIMCHECK_FINDINGS_FORMATS(ENTRY)};
  return formats;
}

const FindingsFormat* find_findings_format(std::string_view name) {
  const auto& formats = findings_formats();
  auto found = std::find_if(formats.begin(), formats.end(), [&](const auto& format) { return format.name == name; });
  return found == formats.end() ? nullptr : &*found;
}

}  // namespace claimcheck
