#include "cells.hpp"
#include "display_width.hpp"
#include "evidence.hpp"
#include "fact_words.hpp"
#include "location.hpp"
#include "report_findings.hpp"
#include "wording.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace claimcheck {
namespace {

std::string html(std::string_view text) {
  return html_text(text);
}

/// The page has no script, loads nothing, and prints on paper.
constexpr std::string_view style = R"(
:root { color-scheme: light dark; --line: #8886; --error: #c0392b; --warning: #b9770e; --note: #2e6f9e; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; } h3 { font-size: 1rem; margin: 0; }
section.finding { border-left: .3rem solid var(--note); padding: .2rem 0 .2rem 1rem; margin: 1.5rem 0; }
section.error { border-color: var(--error); } section.warning { border-color: var(--warning); }
.level { text-transform: uppercase; font-size: .8rem; font-weight: bold; color: var(--note); }
.error .level { color: var(--error); } .warning .level { color: var(--warning); }
.frame, .place { opacity: .75; font-size: .9rem; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .95rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .7rem .3rem 0; border-bottom: 1px solid var(--line); }
td.figure { white-space: nowrap; font-weight: bold; } tr.best td.figure::after { content: " best"; font-size: .8rem; }
tr.superseded { opacity: .6; } mark { padding: 0 .1em; }
)";

class HtmlPage {
 public:
  HtmlPage(const FindingsReport& report, std::ostream& out)
      : documents_(report.documents), verdict_(report.verdict), out_(out) {}

  void write() {
    head();
    findings();
    agreements();
    facts();
    origins();
    articles();
    out_ << "</body>\n</html>\n";
  }

 private:
  std::size_t count(Severity severity) const {
    return static_cast<std::size_t>(std::count_if(verdict_.findings.begin(), verdict_.findings.end(),
                                                  [&](const Finding& one) { return one.severity == severity; }));
  }

  void head() {
    out_ << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Findings</title>\n"
         << "<style>" << style << "</style>\n</head>\n<body>\n<h1>Findings</h1>\n";
    out_ << fmt::format("<p>{}: {}, {}, {}</p>\n", readable(Support{documents_.size(), verdict_.origins.size()}),
                        counted(count(Severity::error), "error"), counted(count(Severity::warning), "warning"),
                        counted(count(Severity::info), "note"));
  }

  void findings() {
    for (const Finding& finding : verdict_.findings) write(finding);
  }

  void write(const Finding& finding) {
    out_ << fmt::format("<section class=\"finding {0}\">\n<h3><span class=\"level\">{0}</span> {1} {2}</h3>\n",
                        level(finding.severity), html(finding.rule), html(finding.rule_name));
    out_ << fmt::format("<p>{}</p>\n<p class=\"frame\">{}</p>\n", html(finding.message), html(frame(finding)));
    table({"Figure", "Hedge", "When", "Source", "According to", "Words"});
    for (const Evidence& evidence : finding.evidence) write(evidence_row(evidence, documents_));
    out_ << "</tbody></table></div>\n</section>\n";
  }

  std::string frame(const Finding& finding) const {
    std::string who = subject_of(finding);
    std::vector<std::string> parts{finding.event};
    if (!who.empty()) parts.push_back(who);
    parts.push_back(finding.place.empty() ? "place not stated, or not the same" : finding.place);
    parts.push_back(finding.when ? readable(*finding.when) : "time not stated, or not the same");
    parts.push_back(readable(support_of(finding, verdict_.origins)));
    return fmt::format("{}", fmt::join(parts, " · "));
  }

  void table(const std::vector<std::string_view>& columns) {
    out_ << "<div class=\"scroll\"><table>\n<thead><tr>";
    for (std::string_view column : columns) out_ << fmt::format("<th scope=\"col\">{}</th>", column);
    out_ << "</tr></thead>\n<tbody>\n";
  }

  void write(const EvidenceRow& row) {
    out_ << fmt::format("<tr><td class=\"figure\">{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td>",
                        html(row.figure), html(row.hedge), html(row.when), html(one_line(source_name(*row.document))),
                        html(row.counter));
    out_ << fmt::format("<td>{}<br><span class=\"place\">{}</span></td></tr>\n", quote(row),
                        html(place_in(*row.document, row.field, row.span.begin)));
  }

  /// The sentence with the claim in it marked.
  static std::string quote(const EvidenceRow& row) {
    std::string words = one_line(row.span.of(row.document->field(row.field)));
    std::size_t at = words.empty() ? std::string::npos : row.sentence.find(words);
    if (at == row.sentence.npos) return html(row.sentence);
    return html(row.sentence.substr(0, at)) + "<mark>" + html(words) + "</mark>" +
           html(row.sentence.substr(at + words.size()));
  }

  void agreements() {
    if (verdict_.agreements.empty()) return;
    out_ << "<h2>What agrees</h2>\n<ul>\n";
    for (const Finding& one : verdict_.agreements) {
      std::string rule = one.rule == "agreement" ? "" : fmt::format(" [{} {}]", one.rule, one.rule_name);
      out_ << fmt::format("<li>{} <span class=\"place\">({}){}</span></li>\n", html(one.message),
                          readable(support_of(one, verdict_.origins)), html(rule));
    }
    out_ << "</ul>\n";
  }

  void facts() {
    if (verdict_.facts.empty()) return;
    out_ << "<h2>Facts</h2>\n";
    for (const Fact& fact : verdict_.facts) write(fact);
  }

  void write(const Fact& fact) {
    out_ << fmt::format("<section class=\"fact\">\n<p>{}<br><span class=\"place\">{}; {}</span></p>\n",
                        html(fact.sentence), html(range_words(fact)),
                        readable(Support{fact.documents.size(), fact.origins}));
    table({"Figure", "According to", "Published", "Origins"});
    for (const FactFigure& figure : fact.figures) write(figure, fact);
    out_ << "</tbody></table></div>\n";
    if (!fact.series.empty()) out_ << fmt::format("<p>By day of publication: {}</p>\n", html(series_words(fact)));
    out_ << "</section>\n";
  }

  void write(const FactFigure& figure, const Fact& fact) {
    std::vector<std::string> who, when;
    for (const FactSource& source : figure.sources) {
      const Document& document = documents_[source.document];
      std::string outlet = one_line(source_name(document));
      who.push_back(source.counter.empty() ? outlet : fmt::format("{} ({})", source.counter, outlet));
      when.push_back(document.published ? readable(*document.published) : "unknown");
    }
    out_ << fmt::format("<tr class=\"{}\"><td class=\"figure\">{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                        figure.best         ? "best"
                        : figure.superseded ? "superseded"
                                            : "count",
                        html(bare_figure(figure, fact.unit)), lines(who), lines(when), figure.origins);
  }

  static std::string lines(std::vector<std::string> texts) {
    for (std::string& text : texts) text = html(text);
    return fmt::format("{}", fmt::join(texts, "<br>"));
  }

  void origins() {
    out_ << fmt::format("<h2>Origins</h2>\n<p>{}</p>\n", readable(Support{documents_.size(), verdict_.origins.size()}));
    for (const Origin& origin : verdict_.origins)
      if (origin.documents.size() > 1) write(origin);
  }

  void write(const Origin& origin) {
    out_ << "<p>" << html(origin_words(origin, documents_));
    if (!origin.shared.empty()) {
      const auto& first = origin.shared.front();
      out_ << fmt::format("<br>“{}”", html(one_line(first.span.of(documents_[first.document].text))));
    }
    out_ << "</p>\n";
  }

  void articles() {
    out_ << "<h2>Articles</h2>\n";
    table({"Article", "Source", "Published"});
    for (const Document* document : in_order(documents_))
      out_ << fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td></tr>\n", html(document->id),
                          html(one_line(document->source)),
                          document->published ? readable(*document->published) : "unknown");
    out_ << "</tbody></table></div>\n";
  }

  const std::vector<Document>& documents_;
  const Verdict& verdict_;
  std::ostream& out_;
};

}  // namespace

void write_findings_html(const FindingsReport& report, const TextStyle&, std::ostream& out) {
  HtmlPage(report, out).write();
}

}  // namespace claimcheck
