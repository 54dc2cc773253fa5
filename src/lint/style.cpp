#include "lint/checks.hpp"
#include "lint/citation.hpp"
#include "lint/codes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace claimcheck {
namespace {

/// A house's style for numerals: which of two spellings a figure wants.
struct Style {
  std::string_view code;
  bool short_scales;  ///< "£5m"; otherwise "£5 million"
};

bool is_plain_count(const Quantity& figure) {
  return figure.dimension == Dimension::count && figure.value && *figure.value >= 0 &&
         *figure.value == std::floor(*figure.value) && figure.hedge != Hedge::range &&
         (figure.role == Role::claim || figure.role == Role::count);
}

/// The figure's own numeral, without the hedge before it.
const Token& numeral_of(const LintText& text, const Quantity& figure) {
  auto first = text.at(figure.tokens.begin), last = text.at(figure.tokens.end);
  auto found = std::find_if(
      first, last, [](const Token& token) { return token.kind == TokenKind::number || is(token, Category::cardinal); });
  return found == last ? *first : *found;
}

std::string count_advice(const LintText& text, const Quantity& figure) {
  const Token& numeral = numeral_of(text, figure);
  bool digits = numeral.kind == TokenKind::number;
  bool opens = numeral.span.begin == text.sentence_of(figure.span).span.begin;
  if (figure.step > 1) return "";
  if (digits && opens) return "spell out a figure that opens a sentence";
  if (digits && *figure.value < 10 && numeral.decimals == 0) return "spell out whole numbers below 10";
  bool words = is(numeral, Category::cardinal);
  return words && !opens && *figure.value >= 10 ? "write 10 and above in digits" : "";
}

bool has_letter_scale(const LintText& text, const Quantity& figure) {
  return std::any_of(text.at(figure.tokens.begin), text.at(figure.tokens.end), [](const Token& token) {
    return token.kind == TokenKind::word && token.glued && is(token, Category::scale);
  });
}

std::string money_advice(const LintText& text, const Quantity& figure, const Style& style) {
  if (figure.dimension != Dimension::currency || figure.step < 1e5) return "";
  bool is_short = has_letter_scale(text, figure);
  if (style.short_scales && !is_short) return "write m, bn or tn behind sums of money";
  return !style.short_scales && is_short ? "write million, billion or trillion in full" : "";
}

void check_style(const LintArticle& draft, const Style& style, Findings& findings) {
  if (!findings.wants(style.code)) return;
  for (const LintText& text : draft.texts)
    for (const Quantity& figure : text.reading->quantities) {
      std::string advice = is_plain_count(figure) ? count_advice(text, figure) : money_advice(text, figure, style);
      if (!advice.empty())
        findings.add(style.code, fmt::format("{}: {}.", quoted(text, figure.span), advice), {evidence(text, figure)});
    }
}

}  // namespace

void check_numeral_style(const LintArticle& draft, Findings& findings) {
  check_style(draft, {check::numeral_style_ap, false}, findings);
  check_style(draft, {check::numeral_style_guardian, true}, findings);
}

}  // namespace claimcheck
