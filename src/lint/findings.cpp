#include "lint/findings.hpp"

#include <algorithm>
#include <tuple>

namespace claimcheck {
namespace {

/// CC2xx holds a draft against itself, CC3xx against its sources.
std::string_view scope_of(std::string_view code) {
  return code.starts_with("CC3") ? "against-sources" : "within-document";
}

Span span_of(const ClaimEvidence& evidence) {
  const Claim& claim = *evidence.claim;
  return claim.quantity.span.empty() ? claim.span : claim.quantity.span;
}
Span span_of(const DateEvidence& date) {
  return date.date.span;
}
Span span_of(const FigureEvidence& figure) {
  return figure.quantity.span;
}

/// Where the finding stands in the draft: its title is before its text.
std::tuple<bool, std::uint32_t> place_of(const Finding& finding) {
  return std::visit([](const auto& one) { return std::tuple(one.field == Field::text, span_of(one).begin); },
                    finding.evidence.front());
}

}  // namespace

bool Findings::wants(std::string_view code) const {
  const Rule* rule = rules_.find_rule(code);
  return rule && rule->on;
}

void Findings::add(std::string_view code, std::string message, std::vector<Evidence> evidence,
                   std::optional<Severity> severity) {
  const Rule* rule = rules_.find_rule(code);
  if (!rule || !rule->on) return;
  Finding& finding = findings_.emplace_back();
  finding.rule = rule->code;
  finding.rule_name = rule->name;
  finding.severity = severity.value_or(rule->severity);
  finding.scope = scope_of(code);
  finding.message = std::move(message);
  finding.evidence = std::move(evidence);
  if (auto* first = std::get_if<ClaimEvidence>(&finding.evidence.front())) {
    const Claim& claim = *first->claim;
    finding.event = claim.event;
    if (claim.place) finding.place = claim.place->name;
    if (claim.when) finding.when = claim.when->period;
  } else {
    finding.event = std::holds_alternative<DateEvidence>(finding.evidence.front()) ? "date" : "figure";
  }
}

std::vector<Finding> Findings::sorted() && {
  std::stable_sort(findings_.begin(), findings_.end(), [](const Finding& a, const Finding& b) {
    if (a.severity != b.severity) return a.severity > b.severity;
    return place_of(a) < place_of(b);
  });
  return std::move(findings_);
}

}  // namespace claimcheck
