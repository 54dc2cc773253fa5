#include "paragraphs.hpp"

#include <algorithm>

namespace claimcheck {
namespace {

constexpr std::uint32_t widest_column = 120;
constexpr std::uint32_t long_enough_to_wrap = 40;

struct Line {
  TokenRange tokens;
  std::uint32_t width = 0;
  std::uint32_t indent = 0;
  bool blank_before = false;
};

void measure_gap(std::string_view gap, Line& line) {
  std::size_t newline = gap.rfind('\n');
  line.indent = static_cast<std::uint32_t>(newline == std::string_view::npos ? gap.size() : gap.size() - newline - 1);
  line.blank_before = newline != std::string_view::npos && gap.find('\n') != newline;
}

void find_lines(const Segmented& out, std::vector<Line>& lines) {
  lines.clear();
  auto count = static_cast<std::uint32_t>(out.tokens.size());
  for (std::uint32_t i : out.lines) {
    Line& line = lines.emplace_back();
    line.tokens.begin = i;
    std::uint32_t before = i > 0 ? out.tokens[i - 1].span.end : 0;
    measure_gap(out.text.substr(before, out.tokens[i].span.begin - before), line);
  }
  for (std::size_t k = 0; k < lines.size(); k++) {
    lines[k].tokens.end = k + 1 < lines.size() ? lines[k + 1].tokens.begin : count;
    Span span = out.span(lines[k].tokens);
    lines[k].width = span.end - span.begin;
  }
}

/// Where a hard-wrapped text was wrapped: nine lines in ten are no longer than this.
std::uint32_t column_of(const std::vector<Line>& lines) {
  std::uint32_t widest = 0;
  for (const Line& line : lines) widest = std::max(widest, line.width);
  if (widest <= widest_column || lines.size() < 10) return widest;
  std::vector<std::uint32_t> widths;
  for (const Line& line : lines) widths.push_back(line.width);
  auto ninth = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 9 / 10);
  std::nth_element(widths.begin(), ninth, widths.end());
  return *ninth;
}

bool starts_low(const Token& token) {
  return token.kind == TokenKind::word && !token.capital && !token.all_caps;
}

bool full(const Segmented& out, const Line& line, const Line& next, std::uint32_t column) {
  const Token& word = out.tokens[next.tokens.begin];
  return line.width + 1 + word.span.end - word.span.begin > column;
}

/// Most lines that are followed without a blank line have no room for the next word, and break within sentences.
bool is_wrapped(const Segmented& out, const std::vector<Line>& lines, std::uint32_t column) {
  if (column > widest_column || column < long_enough_to_wrap) return false;
  std::size_t breaks = 0, fulls = 0, inside = 0;
  for (std::size_t k = 0; k + 1 < lines.size(); k++) {
    if (lines[k + 1].blank_before) continue;
    breaks++;
    if (!full(out, lines[k], lines[k + 1], column)) continue;
    fulls++;
    const Token& first = out.tokens[lines[k + 1].tokens.begin];
    const Token& last = out.tokens[lines[k].tokens.end - 1];
    if (starts_low(first) || (first.all_caps && last.all_caps)) inside++;
  }
  return fulls >= 2 && fulls * 10 >= breaks * 5 && inside * 10 >= fulls * 4;
}

bool is_bullet(const Segmented& out, const Line& line) {
  const Token& token = out.tokens[line.tokens.begin];
  bool spaced = line.tokens.size() > 1 && !out.tokens[line.tokens.begin + 1].glued;
  if (token.mark == '*' || (token.mark == '-' && spaced)) return true;
  return token.span.of(out.text) == "\xE2\x80\xA2";
}

class Joiner {
 public:
  Joiner(const Segmented& out, const std::vector<Line>& lines)
      : out_(out), column_(column_of(lines)), wrapped_(is_wrapped(out, lines, column_)) {}

  bool joins(const Line& line, const Line& next) const {
    if (next.blank_before || is_bullet(out_, next)) return false;
    if (wrapped_) return full(out_, line, next, column_) && !(next.indent >= 2 && line.indent == 0);
    const Token& last = out_.tokens[line.tokens.end - 1];
    bool open = last.kind == TokenKind::word || last.mark == ',';
    return open && line.width >= long_enough_to_wrap && starts_low(out_.tokens[next.tokens.begin]);
  }

 private:
  const Segmented& out_;
  std::uint32_t column_;
  bool wrapped_;
};

}  // namespace

void split_paragraphs(Segmented& out) {
  thread_local std::vector<Line> lines;
  out.paragraphs.clear();
  find_lines(out, lines);
  Joiner joiner(out, lines);
  for (std::size_t k = 0; k < lines.size(); k++) {
    if (k > 0 && joiner.joins(lines[k - 1], lines[k])) {
      out.paragraphs.back().tokens.end = lines[k].tokens.end;
    } else {
      out.paragraphs.push_back({lines[k].tokens});
    }
  }
}

}  // namespace claimcheck
