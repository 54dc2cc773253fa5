#include "lint/checks.hpp"
#include "lint/citation.hpp"
#include "lint/codes.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace claimcheck {
namespace {

using grammar::Change;
using grammar::WrittenRange;

/// "between 5 and 2 million": the first takes the scale of the second, unless that makes it another order ("690 and 1.8
/// million").
double low_of(const WrittenRange& range) {
  const grammar::Numeral &low = range.first.measure.numeral, &high = range.second.measure.numeral;
  bool shared = high.scale > 1 && low.scale == 1 && low.value < 10 * high.value / high.scale;
  return shared ? low.value * high.scale : low.value;
}

bool is_year(const grammar::Numeral& numeral) {
  return !numeral.words && numeral.scale == 1 && numeral.value >= 1000 && numeral.value < 2100;
}

/// "16 to 15 letters": the second figure counts something.
bool has_noun(const LintText& text, const WrittenRange& range) {
  auto figures = text.quantities_in(range.second.tokens);
  return !figures.empty() && !figures.front().noun.empty() &&
         !is(*text.at(range.second.tokens.end), Category::preposition);
}

/// A result or a vote is not a range: "16 to 15 votes", "3 to 2".
bool is_result(const LintText& text, const WrittenRange& range) {
  const Sentence& sentence = text.sentence_at(range.first.tokens.begin);
  return std::any_of(text.at(sentence.tokens.begin), text.at(sentence.tokens.end),
                     [](const Token& token) { return is(token, Category::score_word); });
}

bool is_between(const LintText& text, const WrittenRange& range) {
  return range.first.tokens.begin > 0 && text.at(range.first.tokens.begin - 1)->key == word_key("between");
}

}  // namespace

void check_ranges(const LintArticle& draft, Findings& findings) {
  for (const LintText& text : draft.texts)
    for (const WrittenRange& range : text.ties.ranges) {
      const grammar::Measure &first = range.first.measure, &second = range.second.measure;
      bool same_unit = !first.unit || !second.unit || first.unit->name == second.unit->name;
      if (!same_unit || first.numeral.fraction || low_of(range) <= second.numeral.value) continue;
      bool plain =
          !first.unit && !second.unit && !is_year(first.numeral) && has_noun(text, range) && !is_result(text, range);
      if (!is_between(text, range) && !plain) continue;
      TokenRange both{range.first.tokens.begin, range.second.tokens.end};
      findings.add(check::range_upside_down,
                   fmt::format("{}: the range is upside down.", quoted(text, text.text.span(both))),
                   figures_at(text, both));
    }
}

}  // namespace claimcheck
