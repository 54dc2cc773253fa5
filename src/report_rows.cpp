#include "report.hpp"

#include <nlohmann/json.hpp>

namespace claimcheck {
namespace {

using Json = nlohmann::ordered_json;

Json number(std::optional<double> value) {
  if (!value) return nullptr;
  if (*value == static_cast<double>(static_cast<long long>(*value))) return static_cast<long long>(*value);
  return *value;
}

Json span(Span s) { return Json::array({s.begin, s.end}); }

Json quantity_json(const Quantity& quantity, std::string_view text) {
  Json row{{"span", span(quantity.span)}, {"text", quantity.span.of(text)}, {"value", number(quantity.value)},
           {"low", number(quantity.low)}, {"high", number(quantity.high)}, {"hedge", name(quantity.hedge)}};
  if (quantity.trend != Trend::none) row["trend"] = name(quantity.trend);
  row["dimension"] = name(quantity.dimension);
  if (!quantity.unit.empty()) row["unit"] = quantity.unit;
  if (!quantity.noun.empty()) row["noun"] = quantity.noun.of(text);
  row["role"] = name(quantity.role);
  return row;
}

Json start(std::string_view kind, const Document& document, Field field) {
  Json row{{"kind", kind}, {"document", document.id}};
  if (field == Field::title) row["field"] = "title";
  return row;
}

}  // namespace

void write_rows_jsonl(const Document& document, const std::vector<Reading>& readings, RowKind kind, std::ostream& out) {
  for (const Reading& reading : readings) {
    std::string_view text = document.field(reading.field);
    if (kind == RowKind::quantities) {
      for (const Quantity& quantity : reading.quantities) {
        Json row = start("quantity", document, reading.field);
        row.update(quantity_json(quantity, text));
        out << row.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
      }
    }
    if (kind == RowKind::dates) {
      for (const DateMention& date : reading.dates) {
        Json row = start("date", document, reading.field);
        row["span"] = span(date.span);
        row["text"] = date.span.of(text);
        row["first"] = date.period && date.period->first ? Json(iso(*date.period->first)) : Json();
        row["last"] = date.period && date.period->last ? Json(iso(*date.period->last)) : Json();
        row["precision"] = name(date.period ? date.period->precision : Precision::vague);
        out << row.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
      }
    }
  }
}

}  // namespace claimcheck
