#include "extract.hpp"

#include "grammars/claim.hpp"
#include "grammars/claim_prospect.hpp"
#include "grammars/date.hpp"
#include "grammars/happening.hpp"
#include "grammars/quantity.hpp"
#include "grammars/speaker.hpp"

#include <algorithm>

namespace claimcheck {
namespace {

/// Reads one sentence after the other. The dates of residue (a page's clock) explain its numbers, and are no more; its
/// buffers live as long as the thread.
class SentenceReader {
 public:
  SentenceReader(const Segmented& text, const Lexicon& lexicon, Extraction& out)
      : text_(text), lexicon_(lexicon), out_(out) {}

  void read(std::uint32_t index) {
    const Sentence& sentence = text_.sentences[index];
    std::size_t first_date = out_.dates.size(), first_quantity = out_.quantities.size();
    grammar::read_dates(text_, sentence, lexicon_, out_.dates);
    dates_.clear();
    for (std::size_t i = first_date; i < out_.dates.size(); i++) dates_.push_back(out_.dates[i].tokens);
    grammar::read_quantities(text_, sentence, lexicon_, dates_, out_.quantities);
    if (sentence.shape == TextShape::residue)
      out_.dates.erase(out_.dates.begin() + static_cast<std::ptrdiff_t>(first_date), out_.dates.end());
    if (out_.dates.size() > first_date) occurrences(sentence, first_date);
    if (grammar::claim_possible(text_, sentence, lexicon_, std::span(out_.quantities).subspan(first_quantity)))
      claims(index, first_date, first_quantity);
  }

 private:
  void occurrences(const Sentence& sentence, std::size_t first_date) {
    std::size_t first = out_.occurrences.size();
    grammar::read_occurrences(text_, sentence, lexicon_, std::span(out_.dates).subspan(first_date), out_.occurrences);
    for (std::size_t i = first; i < out_.occurrences.size(); i++)
      out_.occurrences[i].date += static_cast<std::uint32_t>(first_date);
  }

  void claims(std::uint32_t index, std::size_t first_date, std::size_t first_quantity) {
    const Sentence& sentence = text_.sentences[index];
    attributions_.clear();
    places_.clear();
    grammar::read_speakers(text_, index, lexicon_, attributions_);
    grammar::read_places(text_, sentence, lexicon_, places_);
    grammar::Found found{std::span(out_.quantities).subspan(first_quantity), std::span(out_.dates).subspan(first_date),
                         attributions_, places_};
    grammar::read_chunks(text_, sentence, lexicon_, found, chunks_);
    std::size_t first_claim = out_.claims.size();
    grammar::read_claims(text_, lexicon_, chunks_, found, out_.claims);
    for (std::size_t i = first_claim; i < out_.claims.size(); i++) {
      ClaimFrame& claim = out_.claims[i];
      claim.sentence = index;
      if (claim.quantity) *claim.quantity += static_cast<std::uint32_t>(first_quantity);
      if (claim.date) *claim.date += static_cast<std::uint32_t>(first_date);
    }
  }

  const Segmented& text_;
  const Lexicon& lexicon_;
  Extraction& out_;
  inline static thread_local std::vector<TokenRange> dates_;
  inline static thread_local std::vector<grammar::AttributionFrame> attributions_;
  inline static thread_local std::vector<grammar::PlaceFrame> places_;
  inline static thread_local std::vector<grammar::Chunk> chunks_;
};

}  // namespace

void extract(const Segmented& text, const Lexicon& lexicon, Extraction& out) {
  out.dates.clear();
  out.quantities.clear();
  out.claims.clear();
  out.occurrences.clear();
  SentenceReader reader(text, lexicon, out);
  for (std::uint32_t i = 0; i < text.sentences.size(); i++) reader.read(i);
}

}  // namespace claimcheck
