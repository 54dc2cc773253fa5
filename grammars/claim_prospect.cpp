#include "claim_prospect.hpp"

#include "chunk.hpp"
#include "subject.hpp"

#include <algorithm>

namespace claimcheck::grammar {
namespace {

constexpr std::uint64_t nouns = bits(Category::person, Category::thing);

class Prospect {
 public:
  Prospect(const Segmented& text, const Sentence& sentence, const Lexicon& lexicon,
           std::span<const Quantity> quantities)
      : text_(text), lexicon_(lexicon), quantities_(quantities), range_(sentence.tokens), seen_(sentence.classes) {}

  bool any() const {
    bool event = is_seen(Category::event);
    return ((event || counted_noun()) && plain_count()) || (event && event_with_bearer());
  }

 private:
  bool is_seen(Category category) const { return seen_ & bit(category); }

  /// Some figure has its noun, by which the plain ones are known where nothing happens.
  bool counted_noun() const {
    return std::any_of(quantities_.begin(), quantities_.end(), [](const Quantity& quantity) {
      return countable(quantity) && !quantity.noun.empty() && quantity.value.value_or(2) >= 2;
    });
  }

  bool plain_count() const {
    return std::any_of(quantities_.begin(), quantities_.end(), [&](const Quantity& q) { return plain_count(q); });
  }

  /// A figure large enough to be a count of its own, with a word behind it that it can count.
  bool plain_count(const Quantity& quantity) const {
    if (!countable(quantity) || quantity.tokens.end >= range_.end) return false;
    if (!counts_alone(quantity, is_seen(Category::thing))) return false;
    const Token& next = text_.tokens[quantity.tokens.end];
    return next.kind != TokenKind::punctuation || next.mark == '"' || next.mark == '\'';
  }

  /// Money is raised, and people and things have everything else happen to them; one person is never the count of
  /// something ("a man's attacks").
  bool event_with_bearer() const {
    int of_one = frame_active | frame_passive | frame_subject | frame_state | frame_of;
    if (is_seen(Category::zero)) of_one |= frame_count;
    bool of_money = false, of_others = false;
    int frames = 0;
    thread_local std::vector<Match> found;
    for (std::uint32_t i = range_.begin; i < range_.end; i++) {
      if (!is(text_.tokens[i], Category::event)) continue;
      lexicon_.matches(Category::event, text_.at(i), text_.at(range_.end), found);
      for (const Match& event : found) {
        bool money = bearer_of(*event.lexeme) == Bearer::money;
        (money ? of_money : of_others) = true;
        if (!money) frames |= event.lexeme->code;
      }
    }
    if (of_money && figure(true)) return true;
    if (of_others && figure(false)) return true;
    return (frames & of_one) && seen_ & (nouns | bit(Category::zero)) && (age() || singular());
  }

  bool figure(bool money) const {
    return std::any_of(quantities_.begin(), quantities_.end(), [&](const Quantity& quantity) {
      return countable(quantity) && (quantity.dimension == Dimension::currency) == money;
    });
  }

  /// "an 11-year-old"
  bool age() const {
    return std::any_of(quantities_.begin(), quantities_.end(),
                       [](const Quantity& quantity) { return quantity.dimension == Dimension::age; });
  }

  /// "a man", "another", "nobody", and what a headline begins with.
  bool singular() const {
    constexpr std::uint64_t nominal = nouns | bit(Category::affiliation);
    if (text_.tokens[range_.begin].classes & nominal && singular_behind(range_.begin)) return true;
    for (std::uint32_t i = range_.begin; i < range_.end; i++) {
      const Token& token = text_.tokens[i];
      if (is(token, Category::zero) || token.key == word_key("another")) return true;
      if ((token.key == word_key("a") || token.key == word_key("an")) && singular_behind(i + 1)) return true;
    }
    return false;
  }

  bool singular_behind(std::uint32_t i) const {
    if (i < range_.end && is(text_.tokens[i], Category::ordinal)) return true;
    return noun_in_reach(text_.at(i), text_.at(range_.end));
  }

  const Segmented& text_;
  const Lexicon& lexicon_;
  std::span<const Quantity> quantities_;
  TokenRange range_;
  std::uint64_t seen_;
};

}  // namespace

bool claim_possible(const Segmented& text, const Sentence& sentence, const Lexicon& lexicon,
                    std::span<const Quantity> quantities) {
  if (sentence.shape == TextShape::residue || sentence.shape == TextShape::byline) return false;
  return Prospect(text, sentence, lexicon, quantities).any();
}

}  // namespace claimcheck::grammar
