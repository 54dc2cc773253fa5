#include "row_json.hpp"

namespace claimcheck {
namespace {

void write_head(JsonWriter& json, std::string_view kind, const Document& document, Field field) {
  json.member("kind", kind).member("document", document.id);
  if (field == Field::title) json.member("field", name(field));
}

/// The words at a span, as they were given.
void write_words(JsonWriter& json, Span span, const Document& document, Field field) {
  Span given = document.given(field, span);
  json.member("span", given).member("text", given.of(document.given(field)));
}

void write_period(JsonWriter& json, const std::optional<Period>& period) {
  json.member("first", period ? period->first : std::nullopt);
  json.member("last", period ? period->last : std::nullopt);
  json.member("precision", name(period ? period->precision : Precision::vague));
}

void write_subject(JsonWriter& json, const Subject& subject) {
  json.begin_object().member("text", subject.text).member("group", subject.group);
  json.member("affiliation", subject.affiliation).end_object();
}

void write_when(JsonWriter& json, const std::optional<When>& when, std::string_view text) {
  if (!when) {
    json.null();
    return;
  }
  json.begin_object();
  write_period(json, when->period);
  json.member("text", when->span.of(text)).end_object();
}

}  // namespace

void write_row(JsonWriter& json, const Quantity& quantity, const Document& document, Field field) {
  json.begin_object();
  write_head(json, "quantity", document, field);
  write_words(json, quantity.span, document, field);
  json.member("value", quantity.value).member("low", quantity.low).member("high", quantity.high);
  json.member("hedge", name(quantity.hedge));
  if (quantity.trend != Trend::none) json.member("trend", name(quantity.trend));
  json.member("dimension", name(quantity.dimension));
  if (!quantity.unit.empty()) json.member("unit", quantity.unit);
  if (!quantity.noun.empty()) json.member("noun", quantity.noun.of(document.field(field)));
  json.member("role", name(quantity.role)).end_object();
}

void write_row(JsonWriter& json, const DateMention& date, const Document& document, Field field) {
  json.begin_object();
  write_head(json, "date", document, field);
  write_words(json, date.span, document, field);
  write_period(json, date.period);
  json.end_object();
}

void write_row(JsonWriter& json, const Claim& claim, const Document& document) {
  json.begin_object();
  write_head(json, "claim", document, claim.field);
  json.member("source", document.source);
  write_words(json, claim.span, document, claim.field);
  json.member("sentence", document.given(claim.field, claim.sentence)).member("event", claim.event).key("subject");
  write_subject(json, claim.subject);
  json.key("quantity");
  write_row(json, claim.quantity, document, claim.field);
  json.member("place", claim.place ? std::optional(claim.place->name) : std::nullopt).key("when");
  write_when(json, claim.when, document.field(claim.field));
  json.member("scope", name(claim.scope));
  json.member("attribution", claim.attribution ? std::optional(claim.attribution->name) : std::nullopt);
  if (claim.denied) json.member("denied", true);
  if (claim.subgroup) json.member("subgroup", true);
  if (claim.part_of) json.member("part_of", static_cast<std::size_t>(*claim.part_of));
  if (claim.sum) json.member("sum", true);
  if (claim.quoted) json.member("quoted", true);
  if (claim.shape != TextShape::body) json.member("shape", name(claim.shape));
  json.end_object();
}

}  // namespace claimcheck
