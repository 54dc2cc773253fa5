#include "row_cells.hpp"

#include "display_width.hpp"

#include <fmt/format.h>

#include <cmath>

namespace claimcheck {
namespace {

std::string number(std::optional<double> value) {
  if (!value) return "";
  bool whole = std::abs(*value) < 1e15 && *value == std::trunc(*value);
  return whole ? fmt::format("{}", static_cast<long long>(*value)) : fmt::format("{}", *value);
}

std::string day(std::optional<Day> value) {
  return value ? iso(*value) : "";
}

/// "33", "≥ 33", "≤ 99", "24–99".
std::string bounds(const Quantity& quantity) {
  if (!quantity.low && !quantity.high) return "";
  if (!quantity.high) return "≥ " + number(quantity.low);
  if (!quantity.low) return "≤ " + number(quantity.high);
  if (*quantity.low == *quantity.high) return number(quantity.low);
  return number(quantity.low) + "–" + number(quantity.high);
}

/// "2020-03-05", "2020-02-24–2020-03-01", "from 2019-12-01".
std::string days(const std::optional<Period>& period) {
  if (!period || (!period->first && !period->last)) return "";
  if (!period->last) return "from " + iso(*period->first);
  if (!period->first) return "to " + iso(*period->last);
  if (*period->first == *period->last) return iso(*period->first);
  return iso(*period->first) + "–" + iso(*period->last);
}

std::string shown_text(Span span, const Document& document, Field field) {
  return one_line(span.of(document.field(field)));
}

std::optional<Period> period_of(const Claim& claim) {
  return claim.when ? std::optional(claim.when->period) : std::nullopt;
}

Cells start(const Document& document, Field field, Span span) {
  Span given = document.given(field, span);
  return {document.id, std::string(name(field)), std::to_string(given.begin), std::to_string(given.end),
          std::string(given.of(document.given(field)))};
}

template <class... Cell>
void add(Cells& cells, const Cell&... cell) {
  (cells.push_back(std::string(cell)), ...);
}

void add_figure(Cells& cells, const Quantity& quantity) {
  add(cells, number(quantity.value), number(quantity.low), number(quantity.high), name(quantity.hedge),
      quantity.trend == Trend::none ? "" : name(quantity.trend), name(quantity.dimension), quantity.unit);
}

void add_period(Cells& cells, const std::optional<Period>& period) {
  add(cells, day(period ? period->first : std::nullopt), day(period ? period->last : std::nullopt));
}

}  // namespace

std::string PlaceInFile::at(Field field, Span span) {
  if (field == Field::title) return document_.id + " (title)";
  std::uint32_t offset = document_.given(field, span).begin;
  if (offset < offset_) position_ = {}, offset_ = 0;
  Position step = position_of(document_.given(field).substr(offset_), offset - offset_);
  position_.column = step.line == 1 ? position_.column + step.column - 1 : step.column;
  position_.line += step.line - 1;
  offset_ = offset;
  return fmt::format("{}:{}:{}", document_.id, position_.line, position_.column);
}

Cells full_columns(RowKind kind) {
  switch (kind) {
    case RowKind::quantities:
      return {"document", "field", "begin", "end",       "text", "value", "low",
              "high",     "hedge", "trend", "dimension", "unit", "noun",  "role"};
    case RowKind::dates:
      return {"document", "field", "begin", "end", "text", "first", "last", "precision"};
    case RowKind::claims:
      return {"document",  "field",       "begin",  "end",   "text", "source", "event",       "subject",
              "group",     "affiliation", "figure", "value", "low",  "high",   "hedge",       "trend",
              "dimension", "unit",        "place",  "first", "last", "scope",  "attribution", "denied"};
  }
  return {};
}

Cells full_cells(const Quantity& quantity, const Document& document, Field field) {
  Cells cells = start(document, field, quantity.span);
  add_figure(cells, quantity);
  add(cells, quantity.noun.of(document.field(field)), name(quantity.role));
  return cells;
}

Cells full_cells(const DateMention& date, const Document& document, Field field) {
  Cells cells = start(document, field, date.span);
  add_period(cells, date.period);
  add(cells, name(date.period ? date.period->precision : Precision::vague));
  return cells;
}

Cells full_cells(const Claim& claim, const Document& document, Field field) {
  Cells cells = start(document, field, claim.span);
  add(cells, document.source, claim.event, claim.subject.text, claim.subject.group,
      claim.subject.affiliation.value_or(""), claim.quantity.span.of(document.field(field)));
  add_figure(cells, claim.quantity);
  add(cells, claim.place ? claim.place->name : "");
  add_period(cells, period_of(claim));
  add(cells, name(claim.scope), claim.attribution ? claim.attribution->name : "", claim.denied ? "denied" : "");
  return cells;
}

Cells short_columns(RowKind kind) {
  switch (kind) {
    case RowKind::quantities:
      return {"where", "text", "bounds", "hedge", "dimension", "unit", "noun", "role"};
    case RowKind::dates:
      return {"where", "text", "days", "precision"};
    case RowKind::claims:
      return {"where", "event", "figure", "bounds", "who", "place", "when", "scope", "attributed to"};
  }
  return {};
}

Cells short_cells(const Quantity& quantity, const Document& document, Field field, PlaceInFile& place) {
  Cells cells = {place.at(field, quantity.span), shown_text(quantity.span, document, field), bounds(quantity)};
  add(cells, name(quantity.hedge), name(quantity.dimension), quantity.unit, shown_text(quantity.noun, document, field),
      name(quantity.role));
  return cells;
}

Cells short_cells(const DateMention& date, const Document& document, Field field, PlaceInFile& place) {
  Cells cells = {place.at(field, date.span), shown_text(date.span, document, field), days(date.period)};
  add(cells, date.period ? name(date.period->precision) : "unresolved");
  return cells;
}

Cells short_cells(const Claim& claim, const Document& document, Field field, PlaceInFile& place) {
  Cells cells = {place.at(field, claim.span), std::string(claim.event)};
  add(cells, shown_text(claim.quantity.span, document, field), bounds(claim.quantity), one_line(claim.subject.text),
      claim.place ? claim.place->name : "", days(period_of(claim)), name(claim.scope),
      claim.attribution ? claim.attribution->name : "");
  return cells;
}

}  // namespace claimcheck
