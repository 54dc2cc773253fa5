#include "tied_dates.hpp"

#include "placed_figures.hpp"

namespace claimcheck::grammar {
namespace {

using Kind = TiedDates::Kind;

const x3::rule<struct restated_tag, x3::unused_type> restated = "one date said again";
const x3::rule<struct span_tag, x3::unused_type> stretch = "from a duration to its dates";
const x3::rule<struct birth_tag, x3::unused_type> birth = "before a birth date";

// "yesterday, 4 March", "last month, in March", "Friday (4 March)": all that stands between the two dates.
const auto restated_def = (mark('(') | mark(',')) >> -word("in", "on", "that", "is", "or") >> x3::eoi;

const auto noun_word = skip_if([](const Token& token) {
  constexpr std::uint64_t others =
      bits(Category::auxiliary, Category::conjunction, Category::speech, Category::cardinal, Category::preposition);
  return token.kind == TokenKind::word && !(token.classes & others);
});
// "nine-year [war (]2011-2020", "11 days[,] from 3 to 14 March": all that stands between the figure and the dates.
const auto stretch_def = x3::repeat(0, 3)[noun_word] >> -(mark('(') | mark(',')) >> -word("from") >> x3::eoi;

// "who was born in [1950]": all that stands between the clause's beginning and the date.
const auto birth_def = word("born") >> -word("in", "on") >> x3::eoi;

BOOST_SPIRIT_DEFINE(restated, stretch, birth)

class TieReader {
 public:
  TieReader(const Segmented& text, const Sentence& sentence, std::span<const TokenRange> dates,
            std::span<const Quantity> figures, std::vector<TiedDates>& out)
      : text_(text), sentence_(sentence.tokens), dates_(dates), figures_(figures), out_(out) {}

  void run() {
    for (std::size_t i = 0; i < dates_.size(); i++) {
      if (i + 1 < dates_.size() && all_of({dates_[i].end, dates_[i + 1].begin}, restated))
        out_.push_back({Kind::restated, i, i + 1, nullptr});
      for (const Quantity& figure : figures_) tie(figure, i);
    }
  }

 private:
  void tie(const Quantity& figure, std::size_t date) {
    TokenRange days = dates_[date];
    bool before = figure.tokens.end <= days.begin;
    if (figure.role == Role::duration && figure.value && before && all_of({figure.tokens.end, days.begin}, stretch))
      out_.push_back({Kind::lasted, date, date, &figure});
    if (figure.role == Role::age && figure.value && is_born(days)) out_.push_back({Kind::born, date, date, &figure});
  }

  bool is_born(TokenRange days) const {
    for (std::uint32_t back = 1; back <= 2; back++)
      if (days.begin >= sentence_.begin + back && all_of({days.begin - back, days.begin}, birth)) return true;
    return false;
  }

  template <class Parser>
  bool all_of(TokenRange range, const Parser& parser) const {
    if (range.begin > range.end) return false;
    Iterator first = text_.at(range.begin), last = text_.at(range.end);
    return x3::parse(first, last, parser);
  }

  const Segmented& text_;
  TokenRange sentence_;
  std::span<const TokenRange> dates_;
  std::span<const Quantity> figures_;
  std::vector<TiedDates>& out_;
};

}  // namespace

void read_tied_dates(const Segmented& text, const Sentence& sentence, std::span<const TokenRange> dates,
                     std::span<const Quantity> figures, std::vector<TiedDates>& out) {
  if (!dates.empty()) TieReader(text, sentence, dates, figures, out).run();
}

}  // namespace claimcheck::grammar
