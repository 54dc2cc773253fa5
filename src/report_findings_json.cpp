#include "evidence.hpp"
#include "json_writer.hpp"
#include "report_findings.hpp"
#include "row_json.hpp"

namespace claimcheck {
namespace {

using Documents = std::vector<Document>;

void write_evidence(JsonWriter& json, const Evidence& evidence, const Documents& documents) {
  if (auto* claim = std::get_if<ClaimEvidence>(&evidence)) {
    write_row(json, *claim->claim, documents[claim->document]);
  } else if (auto* date = std::get_if<DateEvidence>(&evidence)) {
    write_row(json, date->date, documents[date->document], date->field);
  } else {
    auto& figure = std::get<FigureEvidence>(evidence);
    write_row(json, figure.quantity, documents[figure.document], figure.field);
  }
}

void write_when(JsonWriter& json, const std::optional<Period>& when) {
  json.key("when");
  if (!when) {
    json.null();
    return;
  }
  json.begin_object().member("first", when->first).member("last", when->last);
  json.member("precision", name(when->precision)).end_object();
}

void write_finding_members(JsonWriter& json, const Finding& finding, const FindingsReport& report) {
  json.member("rule", finding.rule).member("name", finding.rule_name).member("severity", name(finding.severity));
  json.member("scope", finding.scope).member("message", finding.message).member("event", finding.event);
  json.member("place", finding.place.empty() ? std::nullopt : std::optional(finding.place));
  write_when(json, finding.when);
  Support support = support_of(finding, report.verdict.origins);
  json.member("documents", support.documents).member("origins", support.origins).key("evidence").begin_array();
  for (const Evidence& evidence : finding.evidence) write_evidence(json, evidence, report.documents);
  json.end_array();
}

void write_origin_members(JsonWriter& json, const Origin& origin, const Documents& documents) {
  json.key("documents").begin_array();
  for (std::uint32_t index : origin.documents) json.value(documents[index].id);
  json.end_array();
  if (!origin.credit.empty()) json.member("credit", origin.credit);
  if (origin.shared.empty()) return;
  json.key("shared").begin_array();
  for (const Origin::SharedPassage& passage : origin.shared) {
    const Document& document = documents[passage.document];
    Span given = document.given(Field::text, passage.span);
    json.begin_object().member("document", document.id).member("span", given);
    json.member("text", given.of(document.given(Field::text))).end_object();
  }
  json.end_array();
}

void write_pair_members(JsonWriter& json, const PairReasons& pair, bool compared, const Documents& documents) {
  json.member("compared", compared).key("reasons").begin_array();
  for (const std::string& reason : pair.reasons) json.value(reason);
  json.end_array().member("outcome", pair.outcome.empty() ? std::nullopt : std::optional(pair.outcome));
  json.member("rule", pair.rule.empty() ? std::nullopt : std::optional(pair.rule)).key("claims").begin_array();
  for (const Claim* claim : {&pair.a, &pair.b}) write_row(json, *claim, documents[claim->document]);
  json.end_array();
}

/// Hands every pair that is shown to `write`, and whether it was compared.
template <class Write>
void for_each_comparison(const Verdict& verdict, Write write) {
  if (!verdict.comparisons) return;
  for (const PairReasons& pair : verdict.comparisons->compared) write(pair, true);
  for (const PairReasons& pair : verdict.comparisons->apart) write(pair, false);
}

void write_suppressed(JsonWriter& json, const FindingsReport& report) {
  json.key("suppressed").begin_array();
  for (const Suppressed& one : report.verdict.suppressed) {
    json.begin_object();
    write_finding_members(json, one.finding, report);
    json.member("suppressed_by", one.by).member("reason", one.reason).end_object();
  }
  json.end_array();
}

void write_source(JsonWriter& json, const FactSource& source, const Documents& documents) {
  const Document& document = documents[source.document];
  json.begin_object().member("document", document.id);
  json.member("counter", source.counter.empty() ? std::nullopt : std::optional(source.counter));
  if (source.field == Field::title) json.member("field", name(source.field));
  json.member("span", document.given(source.field, source.span)).member("published", document.published);
  if (source.of_enemy) json.member("of_enemy", true);
  json.end_object();
}

void write_figure(JsonWriter& json, const FactFigure& figure, const Documents& documents) {
  json.begin_object().member("text", figure.words).member("value", figure.value).member("low", figure.low);
  json.member("high", figure.high).member("hedge", name(figure.hedge)).member("best", figure.best);
  json.member("superseded", figure.superseded).member("origins", figure.origins);
  json.member("voices", figure.voices).key("sources").begin_array();
  for (const FactSource& source : figure.sources) write_source(json, source, documents);
  json.end_array().end_object();
}

void write_series(JsonWriter& json, const Fact& fact) {
  json.key("series").begin_array();
  for (const SeriesPoint& point : fact.series) {
    json.begin_object().member("published", point.published).key("figures").begin_array();
    for (std::uint32_t index : point.figures) {
      const FactFigure& figure = fact.figures[index];
      json.begin_object().member("text", figure.words).member("value", figure.value).member("low", figure.low);
      json.member("high", figure.high).end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

/// `high` is open where the highest count is a lower bound.
void write_fact_members(JsonWriter& json, const Fact& fact, const Documents& documents) {
  json.member("sentence", fact.sentence).member("event", fact.event).member("subject", fact.subject);
  json.member("group", fact.group).member("place", fact.place.empty() ? std::nullopt : std::optional(fact.place));
  write_when(json, fact.when);
  json.member("scope", name(fact.scope));
  if (!fact.unit.empty()) json.member("unit", fact.unit);
  json.member("low", fact.low).member("best", fact.best);
  json.member("high", fact.open_above ? std::nullopt : fact.high).member("best_by", name(fact.best_by));
  json.key("figures").begin_array();
  for (const FactFigure& figure : fact.figures) write_figure(json, figure, documents);
  json.end_array();
  write_series(json, fact);
  json.key("denied_by").begin_array();
  for (const std::string& who : fact.denied_by) json.value(who);
  json.end_array().key("documents").begin_array();
  for (std::uint32_t index : fact.documents) json.value(documents[index].id);
  json.end_array().member("origins", fact.origins);
}

void write_document(JsonWriter& json, const Document& document) {
  json.begin_object().member("id", document.id).member("path", document.path).member("source", document.source);
  json.member("published", document.published).member("published_from", name(document.published_from)).end_object();
}

void write_findings(JsonWriter& json, std::string_view key, const std::vector<Finding>& findings,
                    const FindingsReport& report) {
  json.key(key).begin_array();
  for (const Finding& finding : findings) {
    json.begin_object();
    write_finding_members(json, finding, report);
    json.end_object();
  }
  json.end_array();
}

template <class WriteMembers>
void write_line(std::string_view kind, std::ostream& out, WriteMembers members) {
  std::string line;
  JsonWriter json(line);
  json.begin_object().member("kind", kind);
  members(json);
  json.end_object();
  out << line << '\n';
}

}  // namespace

void write_findings_json(const FindingsReport& report, const TextStyle&, std::ostream& out) {
  std::string text;
  JsonWriter json(text, JsonWriter::Layout::indented);
  json.begin_object().key("documents").begin_array();
  for (const Document* document : in_order(report.documents)) write_document(json, *document);
  json.end_array();
  write_findings(json, "findings", report.verdict.findings, report);
  write_findings(json, "agreements", report.verdict.agreements, report);
  if (!report.verdict.suppressed.empty()) write_suppressed(json, report);
  json.key("origins").begin_array();
  for (const Origin& origin : report.verdict.origins) {
    json.begin_object();
    write_origin_members(json, origin, report.documents);
    json.end_object();
  }
  json.end_array().key("facts").begin_array();
  for (const Fact& fact : report.verdict.facts) {
    json.begin_object();
    write_fact_members(json, fact, report.documents);
    json.end_object();
  }
  json.end_array();
  if (report.verdict.comparisons) {
    json.key("comparisons").begin_array();
    for_each_comparison(report.verdict, [&](const PairReasons& pair, bool compared) {
      json.begin_object();
      write_pair_members(json, pair, compared, report.documents);
      json.end_object();
    });
    json.end_array().member("compared_in_all", report.verdict.comparisons->compared_in_all);
    json.member("apart_in_all", report.verdict.comparisons->apart_in_all);
  }
  json.end_object();
  out << text << '\n';
}

void write_findings_jsonl(const FindingsReport& report, const TextStyle&, std::ostream& out) {
  for (const Finding& finding : report.verdict.findings)
    write_line("finding", out, [&](JsonWriter& json) { write_finding_members(json, finding, report); });
  for (const Finding& agreement : report.verdict.agreements)
    write_line("agreement", out, [&](JsonWriter& json) { write_finding_members(json, agreement, report); });
  for (const Origin& origin : report.verdict.origins)
    write_line("origin", out, [&](JsonWriter& json) { write_origin_members(json, origin, report.documents); });
  for (const Fact& fact : report.verdict.facts)
    write_line("fact", out, [&](JsonWriter& json) { write_fact_members(json, fact, report.documents); });
  for_each_comparison(report.verdict, [&](const PairReasons& pair, bool compared) {
    write_line("comparison", out,
               [&](JsonWriter& json) { write_pair_members(json, pair, compared, report.documents); });
  });
}

}  // namespace claimcheck
