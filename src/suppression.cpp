#include "suppression.hpp"

#include "config_error.hpp"
#include "display_width.hpp"
#include "evidence.hpp"
#include "location.hpp"
#include "selection.hpp"
#include "yaml_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace claimcheck {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view opening = "<!-- claimcheck:", closing = "-->", blanks = " \t\r\n";

bool blank(std::string_view line) {
  return line.find_first_not_of(blanks) == std::string_view::npos;
}

/// The paragraph that holds a comment, or the next one where the comment has its lines to itself. Paragraphs end at
/// blank lines.
Span paragraph_of(std::string_view bytes, Span comment) {
  auto line_begin = [&](std::size_t at) { return at == 0 ? 0 : bytes.rfind('\n', at - 1) + 1; };
  auto line_end = [&](std::size_t at) { return std::min(bytes.find('\n', at), bytes.size()); };
  std::size_t begin = line_begin(comment.begin), end = line_end(comment.end);
  std::string_view before = bytes.substr(begin, comment.begin - begin),
                   after = bytes.substr(comment.end, end - comment.end);
  if (blank(before) && blank(after)) {
    begin = std::min(bytes.find_first_not_of(blanks, comment.end), bytes.size());
    end = line_end(begin);
  } else {
    while (begin > 0 && !blank(bytes.substr(line_begin(begin - 1), begin - 1 - line_begin(begin - 1))))
      begin = line_begin(begin - 1);
  }
  while (end < bytes.size() && !blank(bytes.substr(end + 1, line_end(end + 1) - end - 1))) end = line_end(end + 1);
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// Reads `allow CC101,CC210 reason="…" until=2026-12-01`, word by word.
class CommentReader {
 public:
  CommentReader(std::string_view text, Suppression& out) : text_(text), out_(out) {}

  /// What is wrong with the comment; empty if nothing is.
  std::string read() {
    if (std::string verb = word(); verb != "allow") return fmt::format("\"{}\" is not \"allow\"", verb);
    while (skip_blanks(), !text_.empty())
      if (std::string wrong = take_part(); !wrong.empty()) return wrong;
    return out_.rules.empty() ? "it names no rule" : "";
  }

 private:
  void skip_blanks() { text_.remove_prefix(std::min(text_.find_first_not_of(" \t\r\n,"), text_.size())); }

  std::string word() {
    skip_blanks();
    std::string_view found = text_.substr(0, text_.find_first_of(" \t\r\n,="));
    text_.remove_prefix(found.size());
    return std::string(found);
  }

  std::string value() {
    text_.remove_prefix(1);
    if (!text_.starts_with('"')) return word();
    std::size_t end = text_.find('"', 1);
    std::string found(text_.substr(1, end == text_.npos ? end : end - 1));
    text_.remove_prefix(end == text_.npos ? text_.size() : end + 1);
    return found;
  }

  std::string take_part() {
    std::string key = word();
    if (!text_.starts_with('=')) {
      if (key.empty()) return fmt::format("\"{}\" is not understood", text_);
      out_.rules.push_back(key);
      return "";
    }
    std::string content = value();
    if (key == "reason") return out_.reason = content, "";
    if (key == "text") return out_.words = one_line(content), "";
    if (key != "until")
      return fmt::format("unknown \"{}\"{}; known: reason, until, text", key,
                         did_you_mean(key, {"reason", "until", "text"}));
    out_.until = parse_iso_day(content);
    return out_.until ? "" : fmt::format("\"{}\" is not a day written YYYY-MM-DD", content);
  }

  std::string_view text_;
  Suppression& out_;
};

std::string file_of(const Document& document) {
  return document.path.empty() || document.path == "-" ? document.id : document.path;
}

Suppression read_entry(const YamlFile& yaml, const YAML::Node& node, const fs::path& folder) {
  yaml.require_keys(node, {"rule", "file", "text", "reason", "until"});
  for (const char* key : {"rule", "file"})
    if (!node[key]) yaml.fail(node, fmt::format("an entry needs \"{}\"", key));
  Suppression entry;
  entry.where = yaml.place(node);
  entry.rules = {yaml.text(node["rule"], "rule")};
  entry.file = folder / yaml.text(node["file"], "file");
  if (node["text"]) entry.words = one_line(yaml.text(node["text"], "text"));
  if (node["reason"]) entry.reason = yaml.text(node["reason"], "reason");
  if (const YAML::Node& until = node["until"]; until && !until.IsNull()) {
    entry.until = parse_iso_day(yaml.text(until, "until"));
    if (!entry.until) yaml.fail(until, fmt::format("\"{}\" is not a day written YYYY-MM-DD", until.Scalar()));
  }
  return entry;
}

bool same_file(const fs::path& a, const std::string& b) {
  std::error_code ignored;
  return fs::weakly_canonical(a, ignored) == fs::weakly_canonical(b, ignored);
}

/// The sentence of a claim or figure; the paragraph of a date.
std::string words_of(const Evidence& evidence, const EvidenceRow& row, const Location& at) {
  if (!std::holds_alternative<DateEvidence>(evidence)) return row.sentence;
  std::string_view bytes = at.document->given(at.field);
  return one_line(paragraph_of(bytes, at.bytes).of(bytes));
}

bool covers(const Suppression& suppression, const Finding& finding, const std::vector<Document>& documents) {
  auto named = [&](const std::string& rule) { return names(rule, finding.rule, finding.rule_name); };
  if (std::none_of(suppression.rules.begin(), suppression.rules.end(), named)) return false;
  return std::any_of(finding.evidence.begin(), finding.evidence.end(), [&](const Evidence& evidence) {
    Location at = location_of(evidence, documents);
    EvidenceRow row = evidence_row(evidence, documents);
    bool there = suppression.document
                     ? at.document == &documents[*suppression.document] && suppression.covers.contains(at.bytes)
                     : same_file(suppression.file, at.document->path);
    return there && words_of(evidence, row, at).find(suppression.words) != std::string::npos;
  });
}

std::string rules_of(const Suppression& suppression) {
  std::string out;
  for (const std::string& rule : suppression.rules) out += (out.empty() ? "" : ", ") + rule;
  return out;
}

}  // namespace

std::vector<Span> suppression_comments(std::string_view text) {
  std::vector<Span> out;
  for (std::size_t at = text.find(opening); at != text.npos; at = text.find(opening, at)) {
    std::size_t end = text.find(closing, at);
    if (end == text.npos) break;
    end += closing.size();
    out.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = end;
  }
  return out;
}

std::vector<Suppression> suppressions_in(const Document& document, std::uint32_t index,
                                         std::vector<std::string>& notes) {
  std::vector<Suppression> out;
  std::string_view bytes = document.given(Field::text);
  for (Span comment : suppression_comments(bytes)) {
    std::string_view inside = comment.of(bytes);
    inside = inside.substr(opening.size(), inside.size() - opening.size() - closing.size());
    Suppression suppression;
    Position at = position_of(bytes, comment.begin);
    suppression.where = fmt::format("{}:{}:{}", file_of(document), at.line, at.column);
    suppression.document = index;
    suppression.covers = paragraph_of(bytes, comment);
    std::string wrong = CommentReader(inside, suppression).read();
    if (wrong.empty())
      out.push_back(std::move(suppression));
    else
      notes.push_back(fmt::format("{}: this comment allows nothing: {}", suppression.where, wrong));
  }
  return out;
}

std::vector<Suppression> suppressions_of(const fs::path& side_file) {
  YamlFile yaml(side_file);
  yaml.require_sequence(yaml.root(), "a file of suppressions");
  std::vector<Suppression> out;
  for (const YAML::Node& node : yaml.root()) out.push_back(read_entry(yaml, node, side_file.parent_path()));
  return out;
}

void suppress(const std::vector<Suppression>& suppressions, Day today, const std::vector<Document>& documents,
              Verdict& verdict, std::vector<std::string>& notes) {
  for (const Suppression& suppression : suppressions) {
    bool expired = suppression.until && *suppression.until < today;
    std::vector<Finding> kept;
    std::size_t used = 0;
    for (Finding& finding : verdict.findings) {
      bool covered = covers(suppression, finding, documents);
      used += covered;
      if (covered && !expired)
        verdict.suppressed.push_back(
            {std::move(finding), suppression.document ? "inSource" : "external", suppression.reason});
      else
        kept.push_back(std::move(finding));
    }
    verdict.findings = std::move(kept);
    if (used == 0)
      notes.push_back(fmt::format("{}: {} is allowed here, but nothing is found: take it out", suppression.where,
                                  rules_of(suppression)));
    else if (expired)
      notes.push_back(fmt::format("{}: {} was allowed until {}: the finding is back", suppression.where,
                                  rules_of(suppression), iso(*suppression.until)));
  }
}

}  // namespace claimcheck
