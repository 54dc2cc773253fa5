#include "row_summary.hpp"

#include "cells.hpp"
#include "json_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace claimcheck {
namespace {

std::string_view heading(RowKind kind) {
  return kind == RowKind::claims ? "event" : kind == RowKind::quantities ? "role" : "precision";
}

std::string_view precision(const DateMention& date) {
  return date.period ? name(date.period->precision) : "unresolved";
}

std::size_t total(const RowSummary& summary) {
  std::size_t sum = 0;
  for (const auto& [label, count] : summary.rows) sum += count;
  return sum;
}

using Count = std::pair<std::string, std::size_t>;

std::vector<Count> by_frequency(const RowSummary& summary) {
  std::vector<Count> counts(summary.rows.begin(), summary.rows.end());
  std::stable_sort(counts.begin(), counts.end(), [](const Count& a, const Count& b) { return a.second > b.second; });
  return counts;
}

std::string summary_text(const RowSummary& summary, RowKind kind) {
  std::string out;
  for (const auto& [label, count] : by_frequency(summary)) out += fmt::format("{:>9}  {}\n", count, label);
  return out + fmt::format("{:>9}  rows by {}; documents: {}, bytes: {}\n", total(summary), heading(kind),
                           summary.documents, summary.bytes);
}

std::string summary_json(const RowSummary& summary, RowKind kind) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("documents", summary.documents).member("bytes", summary.bytes);
  json.member("rows", total(summary)).key(heading(kind)).begin_object();
  for (const auto& [label, count] : by_frequency(summary)) json.member(label, count);
  json.end_object().end_object();
  return out + "\n";
}

std::string summary_table(const RowSummary& summary, RowKind kind, OutputFormat format) {
  auto append = format == OutputFormat::csv ? append_csv : append_markdown;
  std::string out;
  append({std::string(heading(kind)), "rows"}, out);
  if (format == OutputFormat::markdown) append_markdown_rule(2, out);
  for (const auto& [label, count] : by_frequency(summary)) append({label, std::to_string(count)}, out);
  return out;
}

std::string summary_html(const RowSummary& summary, RowKind kind) {
  std::string out = html_table_head("What was read");
  append_html({std::string(heading(kind)), "rows"}, "th", out);
  for (const auto& [label, count] : by_frequency(summary)) append_html({label, std::to_string(count)}, "td", out);
  return out.append(html_table_tail());
}

}  // namespace

void RowSummary::add(const RowSummary& other) {
  documents += other.documents;
  bytes += other.bytes;
  for (const auto& [label, count] : other.rows) rows[label] += count;
}

RowSummary summary_of(const Document& document, const std::vector<Reading>& readings, RowKind kind) {
  RowSummary summary{1, document.text.size() + document.title.size(), {}};
  for (const Reading& reading : readings) {
    if (kind == RowKind::claims)
      for (const Claim& claim : reading.claims) summary.rows[std::string(claim.event)]++;
    if (kind == RowKind::quantities)
      for (const Quantity& quantity : reading.quantities) summary.rows[std::string(name(quantity.role))]++;
    if (kind == RowKind::dates)
      for (const DateMention& date : reading.dates) summary.rows[std::string(precision(date))]++;
  }
  return summary;
}

void write_summary(const RowSummary& summary, RowKind kind, OutputFormat format, std::ostream& out) {
  switch (format) {
    case OutputFormat::text:
      out << summary_text(summary, kind);
      break;
    case OutputFormat::json:
    case OutputFormat::jsonl:
      out << summary_json(summary, kind);
      break;
    case OutputFormat::csv:
    case OutputFormat::markdown:
      out << summary_table(summary, kind, format);
      break;
    case OutputFormat::html:
      out << summary_html(summary, kind);
      break;
  }
}

}  // namespace claimcheck
