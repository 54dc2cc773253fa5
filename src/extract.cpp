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

/// Where each sentence's own end in a list that they share.
class Ends {
 public:
  void clear() { ends_.clear(); }
  void close(std::size_t size) { ends_.push_back(static_cast<std::uint32_t>(size)); }
  std::uint32_t first(std::size_t sentence) const { return sentence == 0 ? 0 : ends_[sentence - 1]; }

  template <class Item>
  std::span<const Item> of(std::size_t sentence, const std::vector<Item>& items) const {
    return std::span(items).subspan(first(sentence), ends_[sentence] - first(sentence));
  }

 private:
  std::vector<std::uint32_t> ends_;
};

/// Reads all sentences with one grammar before the next, so that each grammar's code is fetched once for a text. Its
/// buffers live as long as the thread.
class TextReader {
 public:
  TextReader(const Segmented& text, const Lexicon& lexicon, Extraction& out)
      : text_(text), lexicon_(lexicon), out_(out) {}

  void read() {
    dates();
    quantities();
    occurrences();
    choose();
    attributions();
    places();
    chunks();
    claims();
  }

 private:
  /// The dates of residue (a page's clock) explain its numbers, and are no more.
  void dates() {
    clear(date_ends_, date_token_ends_, date_tokens_);
    for (const Sentence& sentence : text_.sentences) {
      residue_.clear();
      auto& list = sentence.shape == TextShape::residue ? residue_ : out_.dates;
      std::size_t first = list.size();
      grammar::read_dates(text_, sentence, lexicon_, list);
      for (std::size_t i = first; i < list.size(); i++) date_tokens_.push_back(list[i].tokens);
      date_ends_.close(out_.dates.size());
      date_token_ends_.close(date_tokens_.size());
    }
  }

  void quantities() {
    clear(quantity_ends_);
    for (std::size_t i = 0; i < text_.sentences.size(); i++) {
      grammar::read_quantities(text_, text_.sentences[i], lexicon_, date_token_ends_.of(i, date_tokens_),
                               out_.quantities);
      quantity_ends_.close(out_.quantities.size());
    }
  }

  void occurrences() {
    for (std::size_t i = 0; i < text_.sentences.size(); i++) {
      auto dates = date_ends_.of(i, out_.dates);
      if (dates.empty()) continue;
      std::size_t first = out_.occurrences.size();
      grammar::read_occurrences(text_, text_.sentences[i], lexicon_, dates, out_.occurrences);
      for (std::size_t k = first; k < out_.occurrences.size(); k++) out_.occurrences[k].date += date_ends_.first(i);
    }
  }

  void choose() {
    clear(chosen_);
    for (std::uint32_t i = 0; i < text_.sentences.size(); i++)
      if (grammar::claim_possible(text_, text_.sentences[i], lexicon_, quantity_ends_.of(i, out_.quantities),
                                  date_ends_.of(i, out_.dates)))
        chosen_.push_back(i);
  }

  void attributions() {
    clear(attributions_, attribution_ends_);
    for (std::uint32_t sentence : chosen_) {
      grammar::read_speakers(text_, sentence, lexicon_, attributions_);
      attribution_ends_.close(attributions_.size());
    }
  }

  void places() {
    clear(places_, place_ends_);
    for (std::uint32_t sentence : chosen_) {
      grammar::read_places(text_, text_.sentences[sentence], lexicon_, places_);
      place_ends_.close(places_.size());
    }
  }

  grammar::Found found(std::size_t k) const {
    return {quantity_ends_.of(chosen_[k], out_.quantities), date_ends_.of(chosen_[k], out_.dates),
            attribution_ends_.of(k, attributions_), place_ends_.of(k, places_)};
  }

  void chunks() {
    if (chunks_.size() < chosen_.size()) chunks_.resize(chosen_.size());
    for (std::size_t k = 0; k < chosen_.size(); k++)
      grammar::read_chunks(text_, text_.sentences[chosen_[k]], lexicon_, found(k), chunks_[k]);
  }

  void claims() {
    for (std::size_t k = 0; k < chosen_.size(); k++) {
      std::size_t first = out_.claims.size();
      grammar::read_claims(text_, lexicon_, chunks_[k], found(k), out_.claims);
      for (std::size_t i = first; i < out_.claims.size(); i++) {
        ClaimFrame& claim = out_.claims[i];
        claim.sentence = chosen_[k];
        if (claim.quantity) *claim.quantity += quantity_ends_.first(chosen_[k]);
        if (claim.date) *claim.date += date_ends_.first(chosen_[k]);
      }
    }
  }

  template <class... Lists>
  static void clear(Lists&... lists) {
    (lists.clear(), ...);
  }

  const Segmented& text_;
  const Lexicon& lexicon_;
  Extraction& out_;
  inline static thread_local std::vector<DateExpression> residue_;
  inline static thread_local std::vector<TokenRange> date_tokens_;
  inline static thread_local std::vector<std::uint32_t> chosen_;  ///< the sentences that may hold a claim
  inline static thread_local std::vector<grammar::AttributionFrame> attributions_;
  inline static thread_local std::vector<grammar::PlaceFrame> places_;
  inline static thread_local std::vector<std::vector<grammar::Chunk>> chunks_;  ///< of each chosen sentence
  inline static thread_local Ends date_ends_, date_token_ends_, quantity_ends_;
  inline static thread_local Ends attribution_ends_, place_ends_;  ///< of each chosen sentence
};

}  // namespace

void extract(const Segmented& text, const Lexicon& lexicon, Extraction& out) {
  out.dates.clear();
  out.quantities.clear();
  out.claims.clear();
  out.occurrences.clear();
  TextReader(text, lexicon, out).read();
}

}  // namespace claimcheck
