#include "tied_figures.hpp"

#include "placed_figures.hpp"

namespace claimcheck::grammar {
namespace {

using Kind = TiedFigures::Kind;
using Figures = std::vector<const Quantity*>;

bool counts(const Quantity& figure) {
  return figure.dimension == Dimension::count && figure.value && *figure.value >= 0 && figure.role != Role::date &&
         figure.role != Role::ordinal && figure.role != Role::ratio && figure.role != Role::score &&
         figure.role != Role::time && figure.role != Role::identifier;
}
bool is_percent(const Quantity& figure) {
  return figure.dimension == Dimension::percent && figure.value && figure.trend == Trend::none;
}
bool is_fraction(const Quantity& figure) {
  return figure.role == Role::ratio && figure.value && *figure.value > 0 && *figure.value < 1;
}
bool is_measure(const Quantity& figure) {
  switch (figure.dimension) {
    case Dimension::length:
    case Dimension::area:
    case Dimension::volume:
    case Dimension::mass:
    case Dimension::speed:
    case Dimension::temperature:
    case Dimension::currency:
      return figure.value.has_value();
    default:
      return false;
  }
}
bool is_money(const Quantity& figure) {
  return figure.dimension == Dimension::currency && figure.value;
}
bool is_one(const Quantity& figure) {
  return is_money(figure) && *figure.value == 1;
}

template <class Predicate>
constexpr auto figure(Predicate predicate) {
  return placed_figure<Predicate>(predicate);
}
const auto count = figure(counts);
const auto percent = figure(is_percent);
const auto measure = figure(is_measure);

const x3::rule<struct counts_first_tag, Figures> counts_first = "counts, then their share";
const x3::rule<struct whole_first_tag, Figures> whole_first = "the whole, then its part and share";
const x3::rule<struct fraction_tag, Figures> fraction = "fraction";
const x3::rule<struct in_brackets_tag, Figures> in_brackets = "a share, its counts in brackets";
const x3::rule<struct percent_first_tag, Figures> percent_first = "a share, then its counts";
const x3::rule<struct base_share_tag, Figures> base_share = "share of a base";
const x3::rule<struct conversion_tag, Figures> conversion = "conversion";
const x3::rule<struct rate_tag, Figures> rate = "rate";
const x3::rule<struct sum_tag, Figures> sum = "sum";

constexpr auto add = [](auto& context) { x3::_val(context).push_back(x3::_attr(context)); };
/// "40 percent of the 30, or 12": the part comes first in the relation.
constexpr auto add_part_first = [](auto& context) {
  Figures& figures = x3::_val(context);
  figures.insert(figures.begin(), x3::_attr(context));
};
constexpr auto move_share_last = [](auto& context) {
  Figures& figures = x3::_val(context);
  std::rotate(figures.begin() + 1, figures.begin() + 2, figures.end());
};

/// The words of a counted noun phrase: no figure, no verb, no punctuation.
const auto noun_word = skip_if([](const Token& token) {
  constexpr std::uint64_t others = bits(Category::auxiliary, Category::conjunction, Category::speech,
                                        Category::cardinal, Category::preposition, Category::trend);
  return (token.kind == TokenKind::word || token.kind == TokenKind::clitic) && !(token.classes & others);
});
const auto noun = x3::repeat(0, 4)[noun_word];
const auto the = x3::omit[-starts(bit(Category::determiner))];
const auto of = word("of") | (word("out") >> word("of"));
const auto hyphen_or_dash = mark('-');
const auto aside = mark('(') | (mark(',') >> word("or")) | hyphen_or_dash | word("or");
const auto closed = mark(')') | mark(',') | mark('.') | mark('-') | mark(';') | x3::eoi;

// "12 of the 30 members (40 percent)", "12 of 30 members, or 40 percent,"
const auto counts_first_def =
    count[add] >> x3::omit[noun] >> of >> the >> count[add] >> noun >> aside >> percent[add] >> &closed;
// "of the 30 members, 12 (40 percent)"
const auto whole_first_def = count[add] >> noun >> mark(',') >> count[add_part_first] >> noun >>
                             (mark('(') | (mark(',') >> word("or"))) >> percent[add] >> &closed;
// "40 percent (12 of the 30 members)"
const auto in_brackets_def = percent[add] >> mark('(') >> count[add_part_first] >> of >> the
                             >> count[add] >> x3::eps[move_share_last];
// "40 percent of the 30 members, or 12,"
const auto percent_first_def = percent[add] >> of >> the >> count[add] >> noun >> aside >> count[add_part_first] >>
                               noun >> &closed >> x3::eps[move_share_last];

const auto base_share_def = percent[add] >> word("of") >> x3::omit[starts(bit(Category::determiner))] >> count[add] >>
                            !mark('-');

// "a third of the 90 members, or 30,"
const auto fraction_def = figure(is_fraction)[add] >> of >> the >> count[add] >> noun >>
                          (mark('(') | (mark(',') >> -word("or"))) >> count[add] >> noun >> &closed;

const auto conversion_def = measure[add] >> (mark('(') | mark('/') | word("or")) >> measure[add] >> !word("to", "per");

// The figure itself may begin with "=".
const auto equals = word("equals") | mark('=');
const auto rate_def = figure(is_one)[add] >> (figure(is_money)[add] | (equals >> figure(is_money)[add]));

const auto part = count[add] >> +noun_word;
const auto sum_def = count[add] >> x3::omit[+noun_word] >> (mark(':') | mark('-') | mark('(')) >> part >>
                     *(mark(',') >> part) >> -mark(',') >> word("and") >> part >> &closed;

BOOST_SPIRIT_DEFINE(counts_first, whole_first, fraction, in_brackets, percent_first, base_share, conversion, rate, sum)

class TieReader {
 public:
  TieReader(const Segmented& text, const Sentence& sentence, const Lexicon& lexicon, std::span<const Quantity> figures,
            std::vector<TiedFigures>& out)
      : placed_{text, figures},
        lexicon_(lexicon),
        begin_(text.at(sentence.tokens.begin)),
        end_(text.at(sentence.tokens.end)),
        out_(out) {}

  void run() {
    for (const Quantity& first : placed_.figures) {
      Iterator at = placed_.text.at(first.tokens.begin);
      if (at->glued && at != placed_.text.tokens.begin() && at[-1].mark == '-') continue;
      if (counts(first)) read(Kind::share, counts_first, at);
      if (counts(first) && behind_of(at)) read(Kind::share, whole_first, at);
      if (is_fraction(first)) read(Kind::fraction, fraction, at);
      if (is_percent(first) && !read(Kind::share, in_brackets, at) && !read(Kind::share, percent_first, at))
        read(Kind::base_share, base_share, at);
      if (is_measure(first)) read(Kind::conversion, conversion, at);
      if (is_one(first)) read(Kind::rate, rate, at);
      if (counts(first)) read(Kind::sum, sum, at);
    }
  }

 private:
  /// "of 30", "of the 30"
  bool behind_of(Iterator at) const {
    if (at != begin_ && is(at[-1], Category::determiner)) --at;
    return at != begin_ && at[-1].key == word_key("of");
  }

  template <class Parser>
  bool read(Kind kind, const Parser& parser, Iterator at) {
    Figures found;
    auto with_figures = x3::with<figures_tag>(placed_)[x3::with<lexicon_tag>(lexicon_)[parser]];
    if (!x3::parse(at, end_, with_figures, found)) return false;
    out_.push_back({kind, std::move(found)});
    return true;
  }

  PlacedFigures placed_;
  const Lexicon& lexicon_;
  Iterator begin_, end_;
  std::vector<TiedFigures>& out_;
};

}  // namespace

void read_tied_figures(const Segmented& text, const Sentence& sentence, const Lexicon& lexicon,
                       std::span<const Quantity> figures, std::vector<TiedFigures>& out) {
  if (figures.size() >= 2) TieReader(text, sentence, lexicon, figures, out).run();
}

}  // namespace claimcheck::grammar
