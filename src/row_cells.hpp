#pragma once

#include "cells.hpp"
#include "claim.hpp"
#include "date_mention.hpp"
#include "document.hpp"
#include "quantity.hpp"
#include "report.hpp"

namespace claimcheck {

/// "file:line:column" of one span after the other; spans that rise cost one pass over the file together.
class PlaceInFile {
 public:
  explicit PlaceInFile(const Document& document) : document_(document) {}
  std::string at(Field, Span);

 private:
  const Document& document_;
  std::uint32_t offset_ = 0;
  Position position_;
};

/// Every field of a row, for CSV.
Cells full_columns(RowKind);
Cells full_cells(const Quantity&, const Document&, Field);
Cells full_cells(const DateMention&, const Document&, Field);
Cells full_cells(const Claim&, const Document&, Field);

/// What a reader wants to see of a row, for text and Markdown.
Cells short_columns(RowKind);
Cells short_cells(const Quantity&, const Document&, Field, PlaceInFile&);
Cells short_cells(const DateMention&, const Document&, Field, PlaceInFile&);
Cells short_cells(const Claim&, const Document&, Field, PlaceInFile&);

}  // namespace claimcheck
