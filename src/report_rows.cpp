#include "report.hpp"

#include "row_json.hpp"

namespace claimcheck {
namespace {

template <class Write>
void append_json(std::string& out, Write write) {
  JsonWriter json(out);
  write(json);
  out += '\n';
}

}  // namespace

RowFrame row_frame(RowKind, OutputFormat) {
  return {};
}

void append_rows(const Document& document, const std::vector<Reading>& readings, RowKind kind, OutputFormat,
                 std::string& out) {
  for (const Reading& reading : readings) {
    if (kind == RowKind::quantities)
      for (const Quantity& quantity : reading.quantities)
        append_json(out, [&](JsonWriter& json) { write_row(json, quantity, document, reading.field); });
    if (kind == RowKind::dates)
      for (const DateMention& date : reading.dates)
        append_json(out, [&](JsonWriter& json) { write_row(json, date, document, reading.field); });
    if (kind == RowKind::claims)
      for (const Claim& claim : reading.claims)
        append_json(out, [&](JsonWriter& json) { write_row(json, claim, document); });
  }
}

}  // namespace claimcheck
