#include "lint/ties.hpp"

#include "lint/article.hpp"

namespace claimcheck {
namespace {

void read_dates(const LintText& text, const Sentence& sentence, std::vector<Ties::Dates>& out) {
  auto dates = text.dates_in(sentence.tokens);
  std::vector<TokenRange> places;
  for (const DateMention& date : dates) places.push_back(date.tokens);
  std::vector<grammar::TiedDates> ties;
  grammar::read_tied_dates(text.text, sentence, places, text.quantities_in(sentence.tokens), ties);
  for (const grammar::TiedDates& tie : ties) out.push_back({tie, &dates[tie.first], &dates[tie.second]});
}

}  // namespace

Ties read_ties(const LintText& text, const Lexicon& lexicon) {
  Ties ties;
  for (const Sentence& sentence : text.text.sentences) {
    if (sentence.shape == TextShape::residue) continue;
    auto figures = text.quantities_in(sentence.tokens);
    read_dates(text, sentence, ties.dates);
    if (figures.empty()) continue;
    grammar::read_tied_figures(text.text, sentence, lexicon, figures, ties.figures);
    grammar::read_changes(text.text, sentence, lexicon, ties.changes);
    grammar::read_written_ranges(text.text, sentence, lexicon, ties.ranges);
  }
  return ties;
}

}  // namespace claimcheck
