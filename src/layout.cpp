#include "layout.hpp"

#include "grammars/layout.hpp"

#include <algorithm>

namespace claimcheck {
namespace {

using grammar::LineKind;

constexpr std::uint32_t shortest_body = 5;
constexpr std::uint32_t longest_headline = 30;
constexpr std::uint32_t longest_crosshead = 16;
constexpr std::size_t longest_lead = 60;  // lines in which a headline is looked for twice

struct Line {
  LineKind kind;
  bool closed;  ///< ends with a full stop, a question or an exclamation mark
};

bool is_stop(const Token& token) {
  return (token.mark == '.' && !token.ellipsis) || token.mark == '?' || token.mark == '!' || token.mark == ':';
}

bool ends_closed(const Segmented& out, TokenRange range) {
  while (!range.empty()) {
    const Token& last = out.tokens[range.end - 1];
    if (last.mark != '"' && last.mark != ')' && last.mark != '\'' && last.mark != ']')
      return is_stop(last) || last.acronym;
    range.end--;
  }
  return false;
}

/// A full stop with a capital behind it: the line holds at least one whole sentence.
bool holds_sentence(const Segmented& out, TokenRange range) {
  for (std::uint32_t i = range.begin + 2; i + 1 < range.end; i++) {
    const Token& before = out.tokens[i - 1];
    if (out.tokens[i].mark != '.' || out.tokens[i].ellipsis || !out.tokens[i].glued || out.tokens[i + 1].glued)
      continue;
    bool prose = before.kind == TokenKind::word && !before.capital && !is(before, Category::abbreviation);
    if (prose && (out.tokens[i + 1].capital || out.tokens[i + 1].kind == TokenKind::punctuation)) return true;
  }
  return false;
}

bool is_closed(const Segmented& out, TokenRange range) {
  return ends_closed(out, range) || holds_sentence(out, range);
}

bool same_words(const Segmented& out, TokenRange a, TokenRange b) {
  return std::equal(out.at(a.begin), out.at(a.end), out.at(b.begin), out.at(b.end), [](const Token& x, const Token& y) {
    return x.key == y.key && x.value == y.value && x.mark == y.mark;
  });
}

TextShape shape_of(LineKind kind) {
  switch (kind) {
    case LineKind::residue:
    case LineKind::section:
      return TextShape::residue;
    case LineKind::clock:
    case LineKind::dateline:
    case LineKind::stamp:
      return TextShape::dateline;
    case LineKind::byline:
      return TextShape::byline;
    case LineKind::caption:
      return TextShape::caption;
    case LineKind::correction:
      return TextShape::correction;
    case LineKind::prose:
      break;
  }
  return TextShape::body;
}

class Layout {
 public:
  Layout(const Lexicon& lexicon, Segmented& out, std::vector<Line>& lines)
      : lexicon_(lexicon), out_(out), lines_(lines) {}

  void run() {
    read_lines();
    drop_sections();
    lead();
    page_clock();
    crossheads();
  }

 private:
  std::size_t count() const { return lines_.size(); }
  TokenRange tokens(std::size_t i) const { return out_.paragraphs[i].tokens; }
  TextShape& shape(std::size_t i) { return out_.paragraphs[i].shape; }
  bool prose(std::size_t i) const {
    return lines_[i].kind == LineKind::prose && out_.paragraphs[i].shape == TextShape::body;
  }

  void read_lines() {
    lines_.clear();
    for (Paragraph& paragraph : out_.paragraphs) {
      LineKind kind = grammar::read_line(out_, paragraph.tokens, lexicon_);
      lines_.push_back({kind, is_closed(out_, paragraph.tokens)});
      paragraph.shape = shape_of(kind);
    }
  }

  bool body(std::size_t i) const {
    if (!prose(i)) return false;
    std::uint32_t size = tokens(i).size();
    if (lines_[i].closed ? size >= shortest_body : size > longest_headline) return true;
    return grammar::read_dateline(out_, tokens(i), true, lexicon_) != tokens(i).begin;
  }

  /// The unfinished lines under "Related articles" are teasers.
  void drop_sections() {
    bool listing = false;
    for (std::size_t i = 0; i < count(); i++) {
      if (lines_[i].kind == LineKind::section)
        listing = true;
      else if (body(i))
        listing = false;
      else if (listing && lines_[i].kind == LineKind::prose)
        shape(i) = TextShape::residue;
    }
  }

  /// What stands before the first paragraph of the body: the headline and what goes with it.
  void lead() {
    while (first_body_ < count() && !body(first_body_)) first_body_++;
    headline_ = find_headline();
    if (headline_ == count()) return;
    for (std::size_t i = 0; i < first_body_; i++) {
      if (!prose(i)) continue;
      if (same_words(out_, tokens(i), tokens(headline_)))
        shape(i) = TextShape::headline;
      else
        shape(i) = i < headline_ ? TextShape::residue : TextShape::deck;
    }
  }

  /// The first line of the lead that is said twice; otherwise the first.
  std::size_t find_headline() const {
    std::size_t first = count(), last = std::min(first_body_, longest_lead);
    for (std::size_t i = 0; i < last; i++) {
      if (!prose(i) || out_.tokens[tokens(i).end - 1].ellipsis) continue;
      if (first == count()) first = i;
      for (std::size_t k = i + 1; k < last; k++)
        if (prose(k) && same_words(out_, tokens(i), tokens(k))) return i;
    }
    return first;
  }

  /// A bare weekday and date above the headline is the page's own clock where the article carries a date of its own.
  void page_clock() {
    auto dated = [](const Line& line) { return line.kind == LineKind::stamp; };
    bool own = std::any_of(lines_.begin(), lines_.end(), dated);
    for (std::size_t i = 0; i < std::min(headline_, first_body_); i++) {
      bool crowded = i + 1 < count() && shape(i + 1) == TextShape::residue;
      if (lines_[i].kind == LineKind::clock && (own || crowded)) shape(i) = TextShape::residue;
    }
  }

  void crossheads() {
    for (std::size_t i = first_body_ + 1; i + 1 < count(); i++) {
      bool between = !lines_[i].closed && tokens(i).size() <= longest_crosshead && prose(i + 1) && lines_[i + 1].closed;
      if (prose(i) && between && out_.tokens[tokens(i).begin].capital) shape(i) = TextShape::deck;
    }
  }

  const Lexicon& lexicon_;
  Segmented& out_;
  std::vector<Line>& lines_;
  std::size_t first_body_ = 0;
  std::size_t headline_ = 0;
};

}  // namespace

void shape_paragraphs(const Lexicon& lexicon, Segmented& out) {
  thread_local std::vector<Line> lines;
  Layout(lexicon, out, lines).run();
}

}  // namespace claimcheck
