#include "segment.hpp"

#include "tokenise.hpp"

namespace claimcheck {
namespace {

bool ends_sentence(const Segmented& out, std::uint32_t index) {
  const Token& token = out.tokens[index];
  if (token.mark == '?' || token.mark == '!') return true;
  if (token.mark != '.') return false;
  if (index + 1 == out.tokens.size()) return true;
  const Token& next = out.tokens[index + 1];
  if (index > 0 && token.glued && is(out.tokens[index - 1], Category::abbreviation)) return false;
  return next.capital || next.kind == TokenKind::number || next.mark == '"' || next.opening;
}

bool blank_line_before(const Segmented& out, std::uint32_t index) {
  std::string_view gap = out.text.substr(out.tokens[index - 1].span.end, out.tokens[index].span.begin - out.tokens[index - 1].span.end);
  return gap.find('\n') != gap.rfind('\n');
}

}  // namespace

void segment(std::string_view text, Field field, const Lexicon& lexicon, Segmented& out) {
  out.text = text;
  out.sentences.clear();
  tokenise(text, lexicon.words(), bit(Category::month), out.tokens);
  Sentence sentence;
  sentence.shape = field == Field::title ? TextShape::headline : TextShape::body;
  auto close = [&](std::uint32_t end) {
    sentence.tokens.end = end;
    if (sentence.tokens.empty()) return;
    sentence.span = out.span(sentence.tokens);
    out.sentences.push_back(sentence);
    sentence.tokens.begin = end;
    sentence.paragraph_start = false;
  };
  for (std::uint32_t i = 0; i < out.tokens.size(); i++) {
    if (i > 0 && out.tokens[i].line_start && (blank_line_before(out, i) || out.tokens[i - 1].mark == '.')) {
      close(i);
      sentence.paragraph++;
      sentence.paragraph_start = true;
    }
    if (ends_sentence(out, i)) {
      std::uint32_t end = i + 1;
      while (end < out.tokens.size() && out.tokens[end].glued && (out.tokens[end].mark == '"' || out.tokens[end].mark == ')')) end++;
      close(end);
      i = end - 1;
    }
  }
  close(static_cast<std::uint32_t>(out.tokens.size()));
}

}  // namespace claimcheck
