#include "report_snippets.hpp"

#include "display_width.hpp"
#include "evidence.hpp"
#include "location.hpp"

#include <fmt/color.h>
#include <fmt/format.h>

#include <algorithm>

namespace claimcheck {
namespace {

/// As much of a line as fits, with the span in it; where that stands among what is shown, in columns.
struct Excerpt {
  std::string text;
  std::size_t column = 0, width = 0;
};

Excerpt excerpt(std::string_view bytes, Span span, std::size_t columns) {
  std::size_t begin = span.begin ? bytes.rfind('\n', span.begin - 1) + 1 : 0;
  std::size_t end = std::min({bytes.find('\n', span.begin), bytes.size()});
  std::size_t stop = std::min<std::size_t>(span.end, end);
  std::string_view before = bytes.substr(begin, span.begin - begin);
  std::size_t words = display_width(bytes.substr(span.begin, stop - span.begin));
  std::size_t room = columns > words + 20 ? columns - words - 20 : 20;
  std::size_t whole = before.size();
  before = fitting_end(before, room);
  bool cut = before.size() < whole;
  if (cut) before.remove_prefix(std::min(before.find(' '), before.size()));
  std::string lead = (cut ? "…" : "") + std::string(before);
  std::string line = lead + std::string(bytes.substr(span.begin, end - span.begin));
  for (std::string* text : {&lead, &line})
    std::replace_if(
        text->begin(), text->end(), [](char c) { return c == '\t' || c == '\r'; }, ' ');
  return {shorten(line, columns), display_width(lead), std::max<std::size_t>(words, 1)};
}

class Snippets {
 public:
  Snippets(const FindingsReport& report, const TextStyle& style, std::ostream& out)
      : report_(report), style_(style), out_(out) {}

  void write() {
    for (const Finding& finding : report_.verdict.findings)
      if (!finding.evidence.empty()) write_finding(finding);
    write_summary();
  }

 private:
  std::string painted(std::string_view text, fmt::text_style style) const {
    return style_.color ? fmt::format(style, "{}", text) : std::string(text);
  }
  static fmt::text_style style_of(Severity severity) {
    fmt::color colors[] = {fmt::color::steel_blue, fmt::color::dark_orange, fmt::color::crimson};
    return fmt::emphasis::bold | fmt::fg(colors[static_cast<std::size_t>(severity)]);
  }

  void write_finding(const Finding& finding) {
    Location at = location_of(finding.evidence.front(), report_.documents);
    out_ << painted(place(at), fmt::emphasis::bold) << ": ";
    out_ << painted(fmt::format("{}:", level(finding.severity)), style_of(finding.severity));
    out_ << fmt::format(" {} [{} {}]\n", one_line(finding.message), finding.rule, finding.rule_name);
    std::size_t gutter = 0;
    for (const Evidence& evidence : finding.evidence)
      gutter = std::max(gutter, number(location_of(evidence, report_.documents)).size());
    write_line(at, gutter, '^', style_of(finding.severity));
    for (std::size_t i = 1; i < finding.evidence.size(); i++) {
      Location other = location_of(finding.evidence[i], report_.documents);
      out_ << std::string(gutter, ' ') << "--> " << place(other) << '\n';
      write_line(other, gutter, '-', fmt::emphasis::bold);
    }
    out_ << '\n';
  }

  static std::string place(const Location& at) {
    std::string file = at.in_record() && at.field == Field::title ? at.file + " (title)" : at.file;
    return fmt::format("{}:{}:{}", file, at.begin.line, at.begin.column);
  }
  static std::string number(const Location& at) { return std::to_string(at.begin.line); }

  void write_line(const Location& at, std::size_t gutter, char mark, fmt::text_style style) {
    Excerpt line = excerpt(at.document->given(at.field), at.bytes, style_.columns - gutter - 4);
    out_ << fmt::format(" {:>{}} | {}\n", number(at), gutter, line.text);
    out_ << fmt::format(" {:{}} | {}{}\n", "", gutter, std::string(line.column, ' '),
                        painted(std::string(line.width, mark), style));
  }

  void write_summary() {
    auto count = [&](Severity severity) {
      const auto& findings = report_.verdict.findings;
      return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(),
                                                    [&](const Finding& one) { return one.severity == severity; }));
    };
    std::size_t allowed = report_.verdict.suppressed.size();
    out_ << fmt::format("{}: {}, {}, {}{}\n", counted(report_.drafts, "draft"),
                        counted(count(Severity::error), "error"), counted(count(Severity::warning), "warning"),
                        counted(count(Severity::info), "note"), allowed ? fmt::format(", {} allowed", allowed) : "");
  }

  const FindingsReport& report_;
  const TextStyle& style_;
  std::ostream& out_;
};

}  // namespace

void write_snippets(const FindingsReport& report, const TextStyle& style, std::ostream& out) {
  Snippets(report, style, out).write();
}

}  // namespace claimcheck
