#include "claim_prospect.hpp"

#include "chunk.hpp"
#include "subject.hpp"
#include "word_set.hpp"

#include <algorithm>

namespace claimcheck::grammar {
namespace {

constexpr std::uint64_t nouns = bits(Category::person, Category::thing);

class Prospect {
 public:
  Prospect(const Segmented& text, const Sentence& sentence, const Lexicon& lexicon,
           std::span<const Quantity> quantities, std::span<const DateExpression> dates)
      : text_(text),
        lexicon_(lexicon),
        quantities_(quantities),
        dates_(dates),
        range_(sentence.tokens),
        seen_(sentence.classes),
        headline_(sentence.shape == TextShape::headline) {}

  bool any() {
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

  /// A figure large enough to be a count of its own, with a phrase behind it that it can count.
  bool plain_count(const Quantity& quantity) const {
    if (!countable(quantity) || quantity.tokens.end >= range_.end) return false;
    if (!counts_alone(quantity, is_seen(Category::thing)) || definite(quantity)) return false;
    TokenIterator next = text_.at(quantity.tokens.end);
    if (next->key == word_key("of")) return true;
    SubjectFrame subject;
    if (!read_subject(next, next_date(quantity.tokens.end), lexicon_, text_, subject)) return false;
    return is_countable(subject, text_) &&
           counts_alone(quantity, !subject.noun || subject.noun->category == Category::thing);
  }

  /// Where a phrase that begins at `i` must end: at the next date, or with the sentence.
  TokenIterator next_date(std::uint32_t i) const {
    auto date = std::find_if(dates_.begin(), dates_.end(),
                             [&](const DateExpression& expression) { return expression.tokens.begin >= i; });
    return text_.at(date == dates_.end() ? range_.end : std::min(range_.end, date->tokens.begin));
  }

  /// "those 12 men", but not "one of the 12 men".
  bool definite(const Quantity& quantity) const {
    std::uint32_t begin = quantity.tokens.begin;
    if (begin == range_.begin) return false;
    const Token& before = text_.tokens[begin - 1];
    static constexpr WordSet open("a", "an", "another", "some", "any");
    if (!is(before, Category::determiner) || is(before, Category::connective) || open.contains(before)) return false;
    return begin < range_.begin + 2 || text_.tokens[begin - 2].key != word_key("of");
  }

  /// Money is raised, and people and things have everything else happen to them; one person is never the count of
  /// something ("a man's attacks").
  bool event_with_bearer() {
    int of_one = frame_active | frame_passive | frame_subject | frame_state | frame_of;
    if (is_seen(Category::zero)) of_one |= frame_count;
    int frames = 0;
    bool deadly = false;
    thread_local std::vector<Match> found;
    for (std::uint32_t i = range_.begin; i < range_.end; i++) {
      if (!is(text_.tokens[i], Category::event)) continue;
      lexicon_.matches(Category::event, text_.at(i), text_.at(range_.end), found);
      for (const Match& event : found) {
        Bearer bearer = bearer_of(*event.lexeme);
        bearers_ |= bit(bearer);
        if (bearer != Bearer::money) frames |= event.lexeme->code;
        deadly |= event.lexeme->name == "killed" && event.lexeme->code & of_one;
      }
    }
    if (bears(Bearer::money) && any_sum()) return true;
    if (bearers_ & ~bit(Bearer::money) && any_bearer()) return true;
    if (!(frames & of_one)) return false;
    return (seen_ & (nouns | bit(Category::zero)) && (age() || singular())) || (deadly && pair());
  }

  static constexpr unsigned bit(Bearer bearer) { return 1u << static_cast<unsigned>(bearer); }
  static constexpr std::uint64_t bit(Category category) { return claimcheck::bit(category); }
  bool bears(Bearer bearer) const { return bearers_ & bit(bearer); }

  bool any_sum() const {
    return std::any_of(quantities_.begin(), quantities_.end(), [](const Quantity& quantity) {
      return countable(quantity) && quantity.dimension == Dimension::currency;
    });
  }

  bool any_bearer() const {
    return std::any_of(quantities_.begin(), quantities_.end(), [&](const Quantity& quantity) {
      return countable(quantity) && quantity.dimension != Dimension::currency && may_bear(quantity.tokens.end);
    });
  }

  /// What stands behind a figure is somebody or something to which what happened can happen, or names nobody.
  bool may_bear(std::uint32_t behind) const {
    TokenIterator at = text_.at(behind), last = next_date(behind);
    if (at == last || at->key == word_key("of")) return true;
    SubjectFrame subject;
    if (!read_subject(at, last, lexicon_, text_, subject) || subject.tokens.empty()) return true;
    bool event = std::any_of(text_.at(subject.tokens.begin), text_.at(subject.tokens.end),
                             [](const Token& token) { return is(token, Category::event); });
    if (event || bears(Bearer::anything)) return true;
    if (subject.noun) return bears(subject.noun->category == Category::person ? Bearer::person : Bearer::thing);
    return bears(Bearer::thing) || may_be_person(subject, text_);
  }

  /// "an 11-year-old"
  bool age() const {
    return std::any_of(quantities_.begin(), quantities_.end(),
                       [](const Quantity& quantity) { return quantity.dimension == Dimension::age; });
  }

  /// "a man", "another", "nobody", and what a headline begins with or lists.
  bool singular() const {
    if (begins_one(range_.begin)) return true;
    for (std::uint32_t i = range_.begin; i < range_.end; i++) {
      const Token& token = text_.tokens[i];
      if (token.key == word_key("another") || (is(token, Category::zero) && nobody(i))) return true;
      if ((token.key == word_key("a") || token.key == word_key("an")) && one_behind(i + 1)) return true;
      if (headline_ && (token.mark == ',' || token.key == word_key("and")) && begins_one(i + 1)) return true;
    }
    return false;
  }

  /// "Ruiz and her son", "the driver and his wife", "both Ana Ruiz and Tom Lee".
  bool pair() const {
    for (std::uint32_t i = range_.begin + 1; i + 1 < range_.end; i++)
      if (text_.tokens[i].key == word_key("and") && (names_around(i) || one_person_near(i + 1))) return true;
    return false;
  }
  bool names_around(std::uint32_t i) const {
    constexpr std::uint64_t no_name = nouns | bits(Category::affiliation, Category::month, Category::weekday,
                                                   Category::determiner, Category::claimant);
    const Token &before = text_.tokens[i - 1], &next = text_.tokens[i + 1];
    bool name =
        (before.capital && !(before.classes & no_name)) || before.mark == ',' || before.kind == TokenKind::number;
    return name && next.capital && next.kind == TokenKind::word && !next.all_caps && !(next.classes & no_name);
  }
  bool one_person_near(std::uint32_t i) const {
    constexpr std::uint32_t reach = 3;
    for (std::uint32_t end = std::min(i + reach, range_.end); i < end; i++) {
      Match match = lexicon_.match(Category::person, text_.at(i), text_.at(range_.end));
      if (match && match.lexeme->kind == "singular") return true;
    }
    return false;
  }

  bool begins_one(std::uint32_t i) const {
    constexpr std::uint64_t nominal = nouns | bit(Category::affiliation);
    return i < range_.end && text_.tokens[i].classes & nominal && one_behind(i);
  }

  /// "nobody", "none of the passengers", "no deaths", not "no doubt".
  bool nobody(std::uint32_t i) const {
    Match zero = lexicon_.match(Category::zero, text_.at(i), text_.at(range_.end));
    if (!zero || zero.lexeme->name != "no") return static_cast<bool>(zero);
    constexpr std::ptrdiff_t reach = 8;
    TokenIterator last = zero.end + std::min(reach, text_.at(range_.end) - zero.end);
    return noun_in_reach(zero.end, text_.at(range_.end)) ||
           std::any_of(zero.end, last, [](const Token& token) { return is(token, Category::event); });
  }

  /// "a third", and one person or thing to which what happened can happen.
  bool one_behind(std::uint32_t i) const {
    TokenIterator at = text_.at(i), last = text_.at(range_.end);
    if (at == last) return false;
    if (is(*at, Category::ordinal)) return true;
    SubjectFrame subject;
    if (lexicon_.match(Category::event, at, last) || !noun_in_reach(at, last) ||
        !read_subject(at, last, lexicon_, text_, subject))
      return false;
    if (!subject.noun || !is_one(subject, text_)) return false;
    bool person = subject.noun->category == Category::person;
    return bears(Bearer::anything) || bears(person ? Bearer::person : Bearer::thing);
  }

  const Segmented& text_;
  const Lexicon& lexicon_;
  std::span<const Quantity> quantities_;
  std::span<const DateExpression> dates_;
  TokenRange range_;
  std::uint64_t seen_;
  bool headline_;
  unsigned bearers_ = 0;  ///< what the events of the sentence happen to, one bit each
};

}  // namespace

bool claim_possible(const Segmented& text, const Sentence& sentence, const Lexicon& lexicon,
                    std::span<const Quantity> quantities, std::span<const DateExpression> dates) {
  if (sentence.shape == TextShape::residue || sentence.shape == TextShape::byline) return false;
  return Prospect(text, sentence, lexicon, quantities, dates).any();
}

}  // namespace claimcheck::grammar
