#pragma once

#include "normalize.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {

enum class OutputFormat : std::uint8_t { text, json, jsonl, csv, markdown, html };
enum class RowKind : std::uint8_t { claims, quantities, dates };

/// What stands before, between and after the rows of all documents.
struct RowFrame {
  std::string head;
  std::string_view separator;
  std::string_view tail;
};
RowFrame row_frame(RowKind, OutputFormat);

/// Appends the rows of one document, without the frame; the frame's separator stands between them.
void append_rows(const Document&, const std::vector<Reading>&, RowKind, OutputFormat, std::string& out);

}  // namespace claimcheck
