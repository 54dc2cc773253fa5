#pragma once

#include "finding.hpp"

#include <string>
#include <vector>

namespace claimcheck {

/// Where a piece of evidence stands in its file, for editors and the machines of an office.
struct Location {
  const Document* document = nullptr;
  Field field = Field::text;
  std::string file;     ///< the path as it was given; a document without one has its id
  Span bytes;           ///< of the figure or date, in the bytes that were given
  Position begin, end;  ///< `end` is behind the last character; both are of the line only for a record of JSON lines
  std::string words;    ///< the figure or date, on one line

  bool in_record() const { return document->record_line > 0; }
};

Location location_of(const Evidence&, const std::vector<Document>&);

/// The level that linters print: "error", "warning", "note".
std::string_view level(Severity);

}  // namespace claimcheck
