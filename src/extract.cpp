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

/// What one text needs while it is read, and the next can use again.
struct Buffers {
  std::vector<DateExpression> residue;
  std::vector<TokenRange> date_tokens;
  std::vector<std::uint32_t> chosen;  ///< the sentences that may hold a claim
  std::vector<grammar::AttributionFrame> attributions;
  std::vector<grammar::PlaceFrame> places;
  std::vector<std::vector<grammar::Chunk>> chunks;  ///< of each chosen sentence
  Ends date_ends, date_token_ends, quantity_ends;
  Ends attribution_ends, place_ends;  ///< of each chosen sentence
};

/// Reads all sentences with one grammar before the next, so that each grammar's code is fetched once for a text.
class TextReader {
 public:
  TextReader(const Segmented& text, const Lexicon& lexicon, Buffers& buffers, Extraction& out)
      : text_(text), lexicon_(lexicon), own_(buffers), out_(out) {}

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
    clear(own_.date_ends, own_.date_token_ends, own_.date_tokens);
    for (const Sentence& sentence : text_.sentences) {
      own_.residue.clear();
      auto& list = sentence.shape == TextShape::residue ? own_.residue : out_.dates;
      std::size_t first = list.size();
      grammar::read_dates(text_, sentence, lexicon_, list);
      for (std::size_t i = first; i < list.size(); i++) own_.date_tokens.push_back(list[i].tokens);
      own_.date_ends.close(out_.dates.size());
      own_.date_token_ends.close(own_.date_tokens.size());
    }
  }

  void quantities() {
    clear(own_.quantity_ends);
    for (std::size_t i = 0; i < text_.sentences.size(); i++) {
      grammar::read_quantities(text_, text_.sentences[i], lexicon_, own_.date_token_ends.of(i, own_.date_tokens),
                               out_.quantities);
      own_.quantity_ends.close(out_.quantities.size());
    }
  }

  void occurrences() {
    for (std::size_t i = 0; i < text_.sentences.size(); i++) {
      auto dates = own_.date_ends.of(i, out_.dates);
      if (dates.empty()) continue;
      std::size_t first = out_.occurrences.size();
      grammar::read_occurrences(text_, text_.sentences[i], lexicon_, dates, out_.occurrences);
      for (std::size_t k = first; k < out_.occurrences.size(); k++) out_.occurrences[k].date += own_.date_ends.first(i);
    }
  }

  void choose() {
    clear(own_.chosen);
    for (std::uint32_t i = 0; i < text_.sentences.size(); i++)
      if (grammar::claim_possible(text_, text_.sentences[i], lexicon_, own_.quantity_ends.of(i, out_.quantities),
                                  own_.date_ends.of(i, out_.dates)))
        own_.chosen.push_back(i);
  }

  void attributions() {
    clear(own_.attributions, own_.attribution_ends);
    for (std::uint32_t sentence : own_.chosen) {
      grammar::read_speakers(text_, sentence, lexicon_, own_.attributions);
      own_.attribution_ends.close(own_.attributions.size());
    }
  }

  void places() {
    clear(own_.places, own_.place_ends);
    for (std::uint32_t sentence : own_.chosen) {
      grammar::read_places(text_, text_.sentences[sentence], lexicon_, own_.places);
      own_.place_ends.close(own_.places.size());
    }
  }

  grammar::Found found(std::size_t k) const {
    return {own_.quantity_ends.of(own_.chosen[k], out_.quantities), own_.date_ends.of(own_.chosen[k], out_.dates),
            own_.attribution_ends.of(k, own_.attributions), own_.place_ends.of(k, own_.places)};
  }

  void chunks() {
    if (own_.chunks.size() < own_.chosen.size()) own_.chunks.resize(own_.chosen.size());
    for (std::size_t k = 0; k < own_.chosen.size(); k++)
      grammar::read_chunks(text_, text_.sentences[own_.chosen[k]], lexicon_, found(k), own_.chunks[k]);
  }

  void claims() {
    for (std::size_t k = 0; k < own_.chosen.size(); k++) {
      std::size_t first = out_.claims.size();
      grammar::read_claims(text_, lexicon_, own_.chunks[k], found(k), out_.claims);
      for (std::size_t i = first; i < out_.claims.size(); i++) {
        ClaimFrame& claim = out_.claims[i];
        claim.sentence = own_.chosen[k];
        if (claim.quantity) *claim.quantity += own_.quantity_ends.first(own_.chosen[k]);
        if (claim.date) *claim.date += own_.date_ends.first(own_.chosen[k]);
      }
    }
  }

  template <class... Lists>
  static void clear(Lists&... lists) {
    (lists.clear(), ...);
  }

  const Segmented& text_;
  const Lexicon& lexicon_;
  Buffers& own_;
  Extraction& out_;
};

}  // namespace

void extract(const Segmented& text, const Lexicon& lexicon, Extraction& out) {
  out.dates.clear();
  out.quantities.clear();
  out.claims.clear();
  out.occurrences.clear();
  thread_local Buffers buffers;
  TextReader(text, lexicon, buffers, out).read();
}

}  // namespace claimcheck
