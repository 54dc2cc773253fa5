#pragma once

#include "report_findings.hpp"

#include <string_view>
#include <vector>

namespace claimcheck {

/// One way to print findings, by the name that --output-format takes.
struct FindingsFormat {
  std::string_view name;
  void (*write)(const FindingsReport&, const TextStyle&, std::ostream&);
};
const std::vector<FindingsFormat>& findings_formats();
/// Null if there is none of that name.
const FindingsFormat* find_findings_format(std::string_view name);

}  // namespace claimcheck
