#include "evidence.hpp"

#include "display_width.hpp"
#include "wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace claimcheck {
namespace {

std::string bounds(const Quantity& quantity) {
  if (quantity.hedge == Hedge::nearly && quantity.value)
    return fmt::format("up to {}", with_separators(*quantity.value));
  if (quantity.hedge == Hedge::about && quantity.value)
    return fmt::format("about {}", with_separators(*quantity.value));
  if (quantity.low && quantity.high)
    return *quantity.low == *quantity.high ? with_separators(*quantity.low)
                                           : with_separators(*quantity.low) + " to " + with_separators(*quantity.high);
  if (quantity.low) return with_separators(*quantity.low) + " or more";
  if (quantity.high) return with_separators(*quantity.high) + " or fewer";
  return quantity.value ? with_separators(*quantity.value) : "?";
}

std::string hedge_words(Hedge hedge) {
  std::string words(name(hedge));
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

EvidenceRow row_of(const ClaimEvidence& evidence, const Document& document) {
  const Claim& claim = *evidence.claim;
  EvidenceRow row{&document, claim.field, claim.span, {}, bounds(claim.quantity), hedge_words(claim.quantity.hedge),
                  {},        {},          {}};
  std::string_view text = document.field(claim.field);
  Span figure_span = claim.quantity.span.empty() ? claim.span : claim.quantity.span;
  row.position = document.position(claim.field, figure_span.begin);
  if (!claim.quantity.unit.empty()) row.figure += fmt::format(" {}", claim.quantity.unit);
  if (claim.denied) row.hedge += ", denied";
  if (claim.when) row.when = readable(claim.when->period);
  if (claim.attribution) row.counter = one_line(claim.attribution->name);
  row.sentence = one_line((claim.sentence.empty() ? claim.span : claim.sentence).of(text));
  return row;
}

EvidenceRow row_of(const DateEvidence& evidence, const Document& document) {
  std::string_view text = document.field(evidence.field);
  Span span = evidence.date.span;
  EvidenceRow row{&document, evidence.field,         span, document.position(evidence.field, span.begin), "", "", "",
                  "",        one_line(span.of(text))};
  row.figure = evidence.date.period ? readable(*evidence.date.period) : "?";
  return row;
}

EvidenceRow row_of(const FigureEvidence& evidence, const Document& document) {
  const Quantity& quantity = evidence.quantity;
  EvidenceRow row{&document,
                  evidence.field,
                  quantity.span,
                  document.position(evidence.field, quantity.span.begin),
                  bounds(quantity),
                  hedge_words(quantity.hedge),
                  "",
                  "",
                  ""};
  if (!quantity.unit.empty()) row.figure += fmt::format(" {}", quantity.unit);
  Span around = evidence.sentence.empty() ? quantity.span : evidence.sentence;
  row.sentence = one_line(around.of(document.field(evidence.field)));
  return row;
}

}  // namespace

EvidenceRow evidence_row(const Evidence& evidence, const std::vector<Document>& documents) {
  return std::visit([&](const auto& one) { return row_of(one, documents[one.document]); }, evidence);
}

Support support_of(const Finding& finding, const std::vector<Origin>& origins) {
  std::set<std::uint32_t> documents;
  for (const Evidence& evidence : finding.evidence)
    documents.insert(std::visit([](const auto& one) { return one.document; }, evidence));
  auto stands_behind = [&](const Origin& origin) {
    return std::any_of(origin.documents.begin(), origin.documents.end(), [&](auto d) { return documents.contains(d); });
  };
  return {documents.size(), static_cast<std::size_t>(std::count_if(origins.begin(), origins.end(), stands_behind))};
}

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string readable(const Support& support) {
  return counted(support.documents, "document") + ", " + counted(support.origins, "origin");
}

std::vector<const Document*> in_order(const std::vector<Document>& documents) {
  std::vector<const Document*> out;
  for (const Document& document : documents) out.push_back(&document);
  std::stable_sort(out.begin(), out.end(), [](const Document* a, const Document* b) {
    return std::tie(a->id, a->path) < std::tie(b->id, b->path);
  });
  return out;
}

std::string place_in(const Document& document, Field field, std::uint32_t offset) {
  Position position = document.position(field, offset);
  const std::string& path = document.path.empty() || document.path == "-" ? document.id : document.path;
  return fmt::format("{}{}:{}:{}", path, field == Field::title ? " (title)" : "", position.line, position.column);
}

std::string subject_of(const Finding& finding) {
  for (const Evidence& evidence : finding.evidence)
    if (auto* claim = std::get_if<ClaimEvidence>(&evidence)) return one_line(claim->claim->subject.text);
  return "";
}

}  // namespace claimcheck
