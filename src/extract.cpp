#include "extract.hpp"

#include "grammars/date.hpp"
#include "grammars/quantity.hpp"

namespace claimcheck {

void extract(const Segmented& text, const Lexicon& lexicon, Extraction& out) {
  out.dates.clear();
  out.quantities.clear();
  out.claims.clear();
  std::vector<TokenRange> dates;
  for (const Sentence& sentence : text.sentences) {
    std::size_t before = out.dates.size();
    grammar::read_dates(text, sentence, lexicon, out.dates);
    dates.clear();
    for (std::size_t i = before; i < out.dates.size(); i++) dates.push_back(out.dates[i].tokens);
    grammar::read_quantities(text, sentence, lexicon, dates, out.quantities);
  }
}

}  // namespace claimcheck
