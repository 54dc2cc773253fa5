#include "report.hpp"

#include "display_width.hpp"
#include "row_cells.hpp"
#include "row_json.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace claimcheck {
namespace {

/// Calls visit(row, field) for each row of the kind.
template <class Visit>
void each_row(const std::vector<Reading>& readings, RowKind kind, Visit visit) {
  for (const Reading& reading : readings) {
    if (kind == RowKind::quantities)
      for (const Quantity& quantity : reading.quantities) visit(quantity, reading.field);
    if (kind == RowKind::dates)
      for (const DateMention& date : reading.dates) visit(date, reading.field);
    if (kind == RowKind::claims)
      for (const Claim& claim : reading.claims) visit(claim, reading.field);
  }
}

void append_json_rows(const Document& document, const std::vector<Reading>& readings, RowKind kind, OutputFormat format,
                      std::string& out) {
  std::string_view before, between = row_frame(kind, format).separator;
  each_row(readings, kind, [&](const auto& row, Field field) {
    out += before;
    before = between;
    if (format == OutputFormat::json) out += '\n';
    JsonWriter json(out);
    write_row(json, row, document, field);
    if (format == OutputFormat::jsonl) out += '\n';
  });
}

/// Columns as wide as their widest cell, but for the last.
void append_aligned(const std::vector<Cells>& table, std::string& out) {
  std::vector<std::size_t> widths;
  for (const Cells& cells : table) {
    widths.resize(std::max(widths.size(), cells.size()));
    for (std::size_t i = 0; i < cells.size(); i++) widths[i] = std::max(widths[i], display_width(cells[i]));
  }
  for (const Cells& cells : table) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); i++) line += padded(cells[i], widths[i]) + "  ";
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
}

}  // namespace

RowFrame row_frame(RowKind kind, OutputFormat format) {
  RowFrame frame;
  switch (format) {
    case OutputFormat::json:
      return {"[", ",", "\n]\n"};
    case OutputFormat::jsonl:
      return frame;
    case OutputFormat::text:
      return {"", "\n", ""};
    case OutputFormat::csv:
      append_csv(full_columns(kind), frame.head);
      return frame;
    case OutputFormat::markdown:
      append_markdown(short_columns(kind), frame.head);
      append_markdown_rule(short_columns(kind).size(), frame.head);
      return frame;
    case OutputFormat::html:
      frame.head = html_table_head("What was read");
      append_html(short_columns(kind), "th", frame.head);
      frame.tail = html_table_tail();
      return frame;
  }
  return frame;
}

void append_rows(const Document& document, const std::vector<Reading>& readings, RowKind kind, OutputFormat format,
                 std::string& out) {
  if (format == OutputFormat::json || format == OutputFormat::jsonl)
    return append_json_rows(document, readings, kind, format, out);
  if (format == OutputFormat::csv)
    return each_row(readings, kind,
                    [&](const auto& row, Field field) { append_csv(full_cells(row, document, field), out); });
  PlaceInFile place(document);
  std::vector<Cells> table;
  each_row(readings, kind,
           [&](const auto& row, Field field) { table.push_back(short_cells(row, document, field, place)); });
  if (format == OutputFormat::text) return append_aligned(table, out);
  for (const Cells& cells : table)
    format == OutputFormat::html ? append_html(cells, "td", out) : append_markdown(cells, out);
}

}  // namespace claimcheck
