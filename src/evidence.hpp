#pragma once

#include "finding.hpp"

#include <string>
#include <vector>

namespace claimcheck {

/// One piece of evidence as every report prints it.
struct EvidenceRow {
  const Document* document = nullptr;
  Field field = Field::text;
  Span span;             ///< the claim or date
  Position position;     ///< of the figure or date
  std::string figure;    ///< "33 or more", "24 to 99", "16"; the day for a date
  std::string hedge;     ///< "at least", "exact", "vague"; empty for a date
  std::string when;      ///< "5 March 2020"
  std::string counter;   ///< who vouches for it, empty if nobody
  std::string sentence;  ///< the words around it, on one line
};

EvidenceRow evidence_row(const Evidence&, const std::vector<Document>&);

/// How many different documents the evidence comes from, and how many origins stand behind them.
struct Support {
  std::size_t documents = 0;
  std::size_t origins = 0;
};
Support support_of(const Finding&, const std::vector<Origin>&);

/// "2 documents, 1 origin".
std::string readable(const Support&);
std::string counted(std::size_t, std::string_view noun);

/// The documents of a run by id, so that reports do not depend on the order in which files were named.
std::vector<const Document*> in_order(const std::vector<Document>&);

/// path:line:column.
std::string place_in(const Document&, Field, std::uint32_t offset);

/// The group that is counted, as the first claim words it; empty for dates.
std::string subject_of(const Finding&);

}  // namespace claimcheck
