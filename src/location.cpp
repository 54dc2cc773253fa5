#include "location.hpp"

#include "display_width.hpp"

namespace claimcheck {
namespace {

struct Pointer {
  std::uint32_t document;
  Field field;
  Span span;
};

Pointer pointer(const ClaimEvidence& evidence) {
  const Claim& claim = *evidence.claim;
  return {evidence.document, evidence.field, claim.quantity.span.empty() ? claim.span : claim.quantity.span};
}
Pointer pointer(const DateEvidence& date) {
  return {date.document, date.field, date.date.span};
}
Pointer pointer(const FigureEvidence& figure) {
  return {figure.document, figure.field, figure.quantity.span};
}

/// A position some way behind another one that is known, without counting from the beginning again.
Position behind(Position known, std::string_view between) {
  Position step = position_of(between, static_cast<std::uint32_t>(between.size()));
  return {known.line + step.line - 1, step.line == 1 ? known.column + step.column - 1 : step.column};
}

}  // namespace

Location location_of(const Evidence& evidence, const std::vector<Document>& documents) {
  auto [index, field, span] = std::visit([](const auto& one) { return pointer(one); }, evidence);
  const Document& document = documents[index];
  std::string_view given = document.given(field);
  Location location{&document,
                    field,
                    document.path.empty() || document.path == "-" ? document.id : document.path,
                    document.given(field, span),
                    {},
                    {},
                    one_line(span.of(document.field(field)))};
  if (location.in_record()) {
    location.begin = location.end = {static_cast<std::uint32_t>(document.record_line), 1};
  } else {
    location.begin = position_of(given, location.bytes.begin);
    location.end = behind(location.begin, location.bytes.of(given));
  }
  return location;
}

std::string_view level(Severity severity) {
  return severity == Severity::info ? "note" : name(severity);
}

}  // namespace claimcheck
