#include "report_findings.hpp"

#include "display_width.hpp"
#include "evidence.hpp"
#include "fact_words.hpp"
#include "report_snippets.hpp"
#include "wording.hpp"

#include <fmt/color.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace claimcheck {
namespace {

constexpr std::size_t indent = 4;
constexpr std::size_t most_facts = 12;

/// A column's cells are as wide as the widest, up to the column's limit.
struct Columns {
  std::size_t figure = 0, hedge = 0, when = 0, source = 0;
};

class TextReport {
 public:
  TextReport(const FindingsReport& report, const TextStyle& style, std::ostream& out)
      : documents_(report.documents), verdict_(report.verdict), style_(style), out_(out) {}

  void write() {
    write_summary();
    for (const Finding& finding : verdict_.findings) write_finding(finding);
    write_agreements();
    write_facts();
    write_origins();
    if (verdict_.comparisons) write_comparisons(*verdict_.comparisons);
  }

 private:
  std::string painted(std::string_view text, fmt::text_style style) const {
    return style_.color ? fmt::format(style, "{}", text) : std::string(text);
  }
  static fmt::text_style style_of(Severity severity) {
    fmt::color colors[] = {fmt::color::steel_blue, fmt::color::dark_orange, fmt::color::crimson};
    return fmt::emphasis::bold | fmt::fg(colors[static_cast<std::size_t>(severity)]);
  }

  void write_wrapped(std::string_view text, std::size_t margin) {
    for (const std::string& line : wrap(text, style_.columns - margin))
      out_ << std::string(margin, ' ') << line << '\n';
  }

  std::size_t count(Severity severity) const {
    return static_cast<std::size_t>(
        std::count_if(verdict_.findings.begin(), verdict_.findings.end(),
                      [&](const Finding& finding) { return finding.severity == severity; }));
  }

  void write_summary() {
    out_ << fmt::format("{}: {}, {}, {}\n", readable(Support{documents_.size(), verdict_.origins.size()}),
                        counted(count(Severity::error), "error"), counted(count(Severity::warning), "warning"),
                        counted(count(Severity::info), "note"));
  }

  void write_finding(const Finding& finding) {
    std::string severity(finding.severity == Severity::info ? "note" : name(finding.severity));
    out_ << '\n' << painted(severity, style_of(finding.severity)) << ' ';
    out_ << painted(fmt::format("{} {}", finding.rule, finding.rule_name), fmt::emphasis::bold) << '\n';
    write_wrapped(finding.message, 2);
    write_wrapped(fact_line(finding), 2);
    std::vector<EvidenceRow> rows;
    for (const Evidence& evidence : finding.evidence) rows.push_back(evidence_row(evidence, documents_));
    Columns columns = measure(rows);
    for (const EvidenceRow& row : rows) write_row(row, columns);
  }

  /// "killed | civilians | Idlib | 5 March 2020 | 2 documents, 2 origins"
  std::string fact_line(const Finding& finding) const {
    std::string who = subject_of(finding);
    std::string when = finding.when ? readable(*finding.when) : "time not stated, or not the same";
    std::string where = finding.place.empty() ? "place not stated, or not the same" : finding.place;
    std::string support = readable(support_of(finding, verdict_.origins));
    return fmt::format("[{}]",
                       fmt::join(std::vector{finding.event, who.empty() ? "-" : who, where, when, support}, " | "));
  }

  static Columns measure(const std::vector<EvidenceRow>& rows) {
    Columns columns;
    for (const EvidenceRow& row : rows) {
      columns.figure = std::max(columns.figure, display_width(row.figure));
      columns.hedge = std::max(columns.hedge, display_width(row.hedge));
      columns.when = std::max(columns.when, display_width(row.when));
      columns.source = std::max(columns.source, display_width(source_name(*row.document)));
    }
    return {std::min<std::size_t>(columns.figure, 22), std::min<std::size_t>(columns.hedge, 16),
            std::min<std::size_t>(columns.when, 24), std::min<std::size_t>(columns.source, 26)};
  }

  static std::string cell(std::string_view text, std::size_t width) {
    return width ? padded(shorten(text, width), width) + "  " : "";
  }

  void write_row(const EvidenceRow& row, const Columns& columns) {
    std::string line = std::string(indent, ' ') + cell(row.figure, columns.figure) + cell(row.hedge, columns.hedge) +
                       cell(row.when, columns.when) + cell(one_line(source_name(*row.document)), columns.source);
    std::string counter = row.counter.empty() ? "no counter named" : row.counter;
    line += row.hedge.empty() ? std::string()
                              : shorten(counter, style_.columns - std::min(style_.columns, display_width(line)));
    while (!line.empty() && line.back() == ' ') line.pop_back();
    out_ << line << '\n';
    write_quote(row);
  }

  /// The place and the words; the words go on a line of their own where a long path leaves no room.
  void write_quote(const EvidenceRow& row) {
    std::string place = fmt::format("{}:{}:{}", path_of(row), row.position.line, row.position.column);
    std::size_t margin = indent + 2, used = margin + display_width(place) + 2;
    bool roomy = used + 60 <= style_.columns;
    out_ << std::string(margin, ' ') << place;
    out_ << (roomy ? std::string("  ") : fmt::format("\n{}", std::string(margin, ' ')));
    std::size_t room = style_.columns - (roomy ? used : margin) - 2;
    out_ << "“" << shorten(around(row, room), room) << "”\n";
  }

  static std::string path_of(const EvidenceRow& row) {
    const Document& document = *row.document;
    std::string path = document.path.empty() || document.path == "-" ? document.id : document.path;
    return row.field == Field::title ? path + " (title)" : path;
  }

  /// The sentence, or as much of it as fits with the claim in it.
  std::string around(const EvidenceRow& row, std::size_t room) const {
    if (display_width(row.sentence) <= room) return row.sentence;
    std::string words = one_line(row.span.of(row.document->field(row.field)));
    std::size_t at = row.sentence.find(words);
    if (at == row.sentence.npos || at == 0) return row.sentence;
    std::size_t end = at + words.size();
    return display_width(row.sentence.substr(0, end)) < room ? row.sentence
                                                             : fmt::format("…{}", row.sentence.substr(at));
  }

  void write_agreements() {
    if (verdict_.agreements.empty()) return;
    out_ << '\n' << painted("What agrees", fmt::emphasis::bold) << '\n';
    for (const Finding& agreement : verdict_.agreements) {
      std::string rule =
          agreement.rule == "agreement" ? "" : fmt::format(" [{} {}]", agreement.rule, agreement.rule_name);
      write_wrapped(
          fmt::format("{} ({}){}", agreement.message, readable(support_of(agreement, verdict_.origins)), rule), 2);
    }
  }

  /// Facts that more than one origin tells of, those with the most first.
  std::vector<const Fact*> facts_worth_telling() const {
    std::vector<const Fact*> out;
    for (const Fact& fact : verdict_.facts)
      if (fact.origins > 1) out.push_back(&fact);
    std::stable_sort(out.begin(), out.end(), [](const Fact* a, const Fact* b) { return a->origins > b->origins; });
    return out;
  }

  void write_facts() {
    std::vector<const Fact*> facts = facts_worth_telling();
    if (facts.empty()) return;
    out_ << '\n' << painted("Facts", fmt::emphasis::bold) << '\n';
    for (std::size_t i = 0; i < std::min(facts.size(), most_facts); i++) write_fact(*facts[i]);
    if (facts.size() > most_facts)
      out_ << fmt::format("  … and {} more: --output-format json lists all\n", facts.size() - most_facts);
  }

  void write_fact(const Fact& fact) {
    write_wrapped(fact.sentence, 2);
    write_wrapped(fmt::format("[{}; {}]", range_words(fact), readable(Support{fact.documents.size(), fact.origins})),
                  4);
    if (!fact.series.empty()) write_wrapped("By day of publication: " + series_words(fact), 4);
  }

  void write_origins() {
    out_ << '\n' << painted("Origins", fmt::emphasis::bold) << '\n';
    out_ << "  " << readable(Support{documents_.size(), verdict_.origins.size()}) << '\n';
    for (const Origin& origin : verdict_.origins)
      if (origin.documents.size() > 1) write_origin(origin);
  }

  void write_origin(const Origin& origin) {
    write_wrapped(origin_words(origin, documents_), 2);
    for (const Origin::SharedPassage& passage : origin.shared) {
      const Document& document = documents_[passage.document];
      write_wrapped(place_in(document, Field::text, passage.span.begin), 4);
    }
    if (origin.shared.empty()) return;
    std::string words = one_line(origin.shared.front().span.of(documents_[origin.shared.front().document].text));
    out_ << "    “" << shorten(words, style_.columns - 6) << "”\n";
  }

  void write_comparisons(const Comparisons& comparisons) {
    out_ << '\n' << painted("Why claims were compared, or were not", fmt::emphasis::bold) << '\n';
    out_ << fmt::format("  {} compared, {} not\n", counted(comparisons.compared_in_all, "pair"),
                        comparisons.apart_in_all);
    write_pairs("compared", comparisons.compared, comparisons.compared_in_all);
    write_pairs("not compared", comparisons.apart, comparisons.apart_in_all);
  }

  void write_pairs(std::string_view what, const std::vector<PairReasons>& pairs, std::size_t in_all) {
    for (const PairReasons& pair : pairs) {
      write_wrapped(fmt::format("{}: {}, and {}", what, figure_at(pair.a), figure_at(pair.b)), 2);
      write_wrapped(fmt::format("{}", fmt::join(pair.reasons, "; ")), 6);
      if (!pair.outcome.empty()) write_wrapped(fmt::format("→ {}", pair.outcome), 6);
    }
    if (pairs.size() < in_all) out_ << fmt::format("  … and {} more\n", in_all - pairs.size());
  }

  /// "16 civilians (000.txt:9:48)"
  std::string figure_at(const Claim& claim) const {
    const Document& document = documents_[claim.document];
    std::string who = one_line(claim.subject.text);
    Span figure = claim.quantity.span.empty() ? claim.span : claim.quantity.span;
    return fmt::format("{}{}{} ({})", figure_words(claim, document), who.empty() ? "" : " ", who,
                       place_in(document, claim.field, figure.begin));
  }

  const std::vector<Document>& documents_;
  const Verdict& verdict_;
  const TextStyle& style_;
  std::ostream& out_;
};

}  // namespace

void write_findings_text(const FindingsReport& report, const TextStyle& style, std::ostream& out) {
  if (report.drafts > 0) return write_snippets(report, style, out);
  TextReport(report, style, out).write();
}

}  // namespace claimcheck
