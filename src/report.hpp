#pragma once

#include "claimcheck.hpp"

#include <ostream>

namespace claimcheck {

enum class RowKind : std::uint8_t { claims, quantities, dates };

/// The rows of one document as JSON lines (contract: `extract`).
void write_rows_jsonl(const Document&, const std::vector<Reading>&, RowKind, std::ostream&);

}  // namespace claimcheck
