#include "change.hpp"

#include "terminals.hpp"

namespace claimcheck::grammar {
namespace {

struct Hedged {
  Measure measure;
  const Lexeme* hedge = nullptr;
  Iterator first, last;
};

bool read_hedged(TokenIterator& first, TokenIterator last, const Lexicon& lexicon, Hedged& out) {
  Iterator at = first;
  if (Match hedge = lexicon.match(Category::hedge_before, at, last)) {
    out.hedge = hedge.lexeme;
    at = hedge.end;
  }
  if (!read_measure(at, last, lexicon, out.measure) || out.measure.numeral.ordinal) return false;
  out.first = first;
  out.last = at;
  first = at;
  return true;
}

struct Items {
  const Lexeme* verb = nullptr;
  const Lexeme* hedge = nullptr;
  std::optional<Hedged> from, to, by;
};

const x3::rule<struct change_tag, Items> change = "change";
const x3::rule<struct between_tag, std::vector<Hedged>> between = "between";
const x3::rule<struct to_tag, std::vector<Hedged>> from_to = "one to another";

constexpr auto set_verb = [](auto& context) { x3::_val(context).verb = x3::_attr(context); };
constexpr auto set_hedge = [](auto& context) { x3::_val(context).hedge = x3::_attr(context); };
constexpr auto set_from = [](auto& context) { x3::_val(context).from = x3::_attr(context); };
constexpr auto set_to = [](auto& context) { x3::_val(context).to = x3::_attr(context); };
constexpr auto set_by = [](auto& context) {
  x3::_pass(context) = !x3::_val(context).by;
  if (x3::_pass(context)) x3::_val(context).by = x3::_attr(context);
};
constexpr auto push = [](auto& context) { x3::_val(context).push_back(x3::_attr(context)); };

const auto amount = reader(read_hedged);
const auto article = word("the", "a", "an");
const auto the = -article;
const auto trend = phrase(Category::trend);
const auto verb = phrase(Category::trend, "verb")[set_verb] | phrase(Category::multiple)[set_verb];
// "was down 2 percent"; without a figure right behind it a particle says nothing of change.
const auto particle = phrase(Category::trend, "particle")[set_verb] >> -word("by") >> amount[set_by];

/// What may stand between the parts of a change: "last year", "in 2018", "a barrel", "combined".
const auto filler = skip_if([](const Token& token) {
  if (token.kind == TokenKind::number)
    return token.digits == 4 && token.value >= 1900 && token.value < 2100 && !token.grouped;
  if (token.kind != TokenKind::word || token.key == word_key("to") || token.key == word_key("from") ||
      token.key == word_key("by"))
    return false;
  if (is(token, Category::preposition)) return true;
  constexpr std::uint64_t others = bits(Category::auxiliary, Category::event, Category::speech, Category::conjunction,
                                        Category::cardinal, Category::trend, Category::multiple, Category::pronoun);
  return !(token.classes & others);
});
const auto gap = x3::repeat(0, 6)[filler];

// "by a third", "by the same 12 percent"
const auto by = word("by") >> (amount[set_by] | (article >> amount[set_by]));
const auto from = word("from") >> (amount[set_from] | (article >> amount[set_from]));
const auto to = word("to") >> (amount[set_to] | (article >> amount[set_to]));
const auto item = gap >> -mark(',') >> (from | to | by);
// ", up 13.8 percent", ", an increase of 12 percent", ", a 12 percent rise"
const auto of_amount = word("of") >> amount[set_by];
const auto aside = (mark(',') | mark('(') | mark('-')) >>
                   ((word("up", "down") >> -word("by") >> amount[set_by]) |
                    (word("a", "an") >> x3::omit[trend] >> of_amount) |
                    (word("a", "an") >> amount[set_by] >> -hyphen() >> x3::omit[trend]));
const auto change_def = ((-phrase(Category::hedge_before)[set_hedge] >> ((verb >> -amount[set_by]) | particle)) |
                         (&word("from") >> x3::eps)) >>
                        *item >> gap >> -aside;

const auto plural_counted = &skip_if([](const Token& token) { return token.kind == TokenKind::word; });
const auto between_def = word("between") >> the >> amount[push] >> word("and") >> the >> amount[push];
const auto from_to_def = amount[push] >> word("to") >> amount[push] >> plural_counted;

BOOST_SPIRIT_DEFINE(change, between, from_to)

class Reader {
 public:
  Reader(const Segmented& text, const Sentence& sentence, const Lexicon& lexicon)
      : text_(text), begin_(text.at(sentence.tokens.begin)), end_(text.at(sentence.tokens.end)), lexicon_(lexicon) {}

  void changes(std::vector<Change>& out) const {
    for (Iterator at = begin_; at != end_;) {
      Iterator behind = at;
      Items items;
      bool possible = (at->classes & begins_change) || at->key == word_key("from");
      if (!possible || !read_with(change, behind, end_, lexicon_, items) || !says_enough(items)) {
        ++at;
        continue;
      }
      out.push_back(
          {items.verb, items.hedge, placed(items.from), placed(items.to), placed(items.by), tokens(at, behind)});
      at = behind;
    }
  }

  void ranges(std::vector<WrittenRange>& out) const {
    for (Iterator at = begin_; at != end_; ++at) {
      Iterator behind = at;
      std::vector<Hedged> ends;
      bool is_between = at->key == word_key("between");
      if (is_between ? !read_with(between, behind, end_, lexicon_, ends) : !joined(at, behind, ends)) continue;
      out.push_back({*placed(std::optional(ends[0])), *placed(std::optional(ends[1]))});
      at = behind - 1;
    }
  }

 private:
  static constexpr std::uint64_t begins_change = bits(Category::trend, Category::multiple, Category::hedge_before);

  static bool says_enough(const Items& items) {
    int said = items.from.has_value() + items.to.has_value() + items.by.has_value();
    return said >= 2;
  }

  /// "16 to 15 letters", but not what follows "from" or a verb of change.
  bool joined(Iterator at, Iterator& behind, std::vector<Hedged>& ends) const {
    if (!can_begin_measure(at, end_)) return false;
    if (at != begin_ && (at[-1].key == word_key("from") || at[-1].kind != TokenKind::word)) return false;
    return read_with(from_to, behind, end_, lexicon_, ends);
  }

  TokenRange tokens(Iterator first, Iterator last) const {
    return {static_cast<std::uint32_t>(first - text_.tokens.begin()),
            static_cast<std::uint32_t>(last - text_.tokens.begin())};
  }
  std::optional<Change::Amount> placed(const std::optional<Hedged>& hedged) const {
    if (!hedged) return std::nullopt;
    return Change::Amount{hedged->measure, hedged->hedge, tokens(hedged->first, hedged->last)};
  }

  const Segmented& text_;
  Iterator begin_, end_;
  const Lexicon& lexicon_;
};

}  // namespace

void read_changes(const Segmented& text, const Sentence& sentence, const Lexicon& lexicon, std::vector<Change>& out) {
  Reader(text, sentence, lexicon).changes(out);
}

void read_written_ranges(const Segmented& text, const Sentence& sentence, const Lexicon& lexicon,
                         std::vector<WrittenRange>& out) {
  Reader(text, sentence, lexicon).ranges(out);
}

}  // namespace claimcheck::grammar
