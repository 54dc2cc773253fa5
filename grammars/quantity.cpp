#include "quantity.hpp"

#include "number.hpp"

namespace claimcheck::grammar {

void read_quantities(const Segmented& text, const Sentence& sentence, const Lexicon& lexicon,
                     const std::vector<TokenRange>&, std::vector<Quantity>& out) {
  TokenIterator at = text.at(sentence.tokens.begin), last = text.at(sentence.tokens.end);
  while (at != last) {
    TokenIterator begin = at;
    Numeral numeral;
    if (!read_numeral(at, last, lexicon, numeral)) {
      ++at;
      continue;
    }
    Quantity& quantity = out.emplace_back();
    quantity.tokens = {static_cast<std::uint32_t>(begin - text.tokens.begin()), static_cast<std::uint32_t>(at - text.tokens.begin())};
    quantity.span = text.span(quantity.tokens);
    quantity.value = numeral.value;
  }
}

}  // namespace claimcheck::grammar
