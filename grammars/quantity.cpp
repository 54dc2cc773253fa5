#include "quantity.hpp"

#include "bounds.hpp"
#include "counted_noun.hpp"
#include "figure.hpp"
#include "role.hpp"

#include <algorithm>

namespace claimcheck::grammar {
namespace {

constexpr std::uint64_t number_words =
    bits(Category::cardinal, Category::scale, Category::fraction, Category::ordinal, Category::vague,
         Category::multiplier, Category::sign, Category::hedge_before, Category::currency);

bool is_number(const Token& token) {
  return token.kind == TokenKind::number || token.kind == TokenKind::ordinal || token.kind == TokenKind::fraction;
}
bool can_begin(TokenIterator at, TokenIterator last) {
  if (is_number(*at) || (at->classes & number_words)) return true;
  if (at + 1 == last) return false;
  if (at->mark == '-' || at->mark == '+') return is_number(at[1]);
  if (at->key == word_key("a") || at->key == word_key("an"))
    return at[1].classes & bits(Category::scale, Category::fraction, Category::ordinal, Category::vague);
  return at->key == word_key("between") || at->key == word_key("from");
}

class SentenceReader {
 public:
  SentenceReader(const Segmented& text, const Sentence& sentence, const Lexicon& lexicon,
                 const std::vector<TokenRange>& dates, std::vector<Quantity>& out)
      : text_(text),
        lexicon_(lexicon),
        begin_(text.at(sentence.tokens.begin)),
        end_(text.at(sentence.tokens.end)),
        dates_(dates),
        out_(out) {}

  void run() {
    for (TokenIterator at = begin_; at != end_;) {
      if (const TokenRange* date = date_at(at)) {
        at = read_date(*date);
      } else if (!can_begin(at, end_) || !read(at)) {
        ++at;
      }
    }
  }

 private:
  std::uint32_t index(TokenIterator at) const { return static_cast<std::uint32_t>(at - text_.tokens.begin()); }
  TokenRange tokens(TokenIterator first, TokenIterator last) const { return {index(first), index(last)}; }
  Surroundings around(TokenIterator first, TokenIterator last) const {
    return {text_, lexicon_, begin_, end_, first, last};
  }

  const TokenRange* date_at(TokenIterator at) {
    while (next_date_ < dates_.size() && dates_[next_date_].end <= index(at)) next_date_++;
    if (next_date_ == dates_.size() || !dates_[next_date_].contains(index(at))) return nullptr;
    return &dates_[next_date_];
  }
  TokenIterator limit(TokenIterator at) const {
    return next_date_ < dates_.size() && dates_[next_date_].begin >= index(at) &&
                   text_.at(dates_[next_date_].begin) < end_
               ? text_.at(dates_[next_date_].begin)
               : end_;
  }

  Quantity& emit(TokenIterator first, TokenIterator last) {
    Quantity& quantity = out_.emplace_back();
    quantity.tokens = tokens(first, last);
    quantity.span = text_.span(quantity.tokens);
    return quantity;
  }

  /// "in the past two years" counts years; any other date with a number in it is one row.
  TokenIterator read_date(const TokenRange& date) {
    TokenIterator first = text_.at(date.begin), last = text_.at(date.end);
    for (TokenIterator at = first; at != last; ++at) {
      if (!is_number(*at) && !is(*at, Category::cardinal)) continue;
      TokenIterator behind = at;
      Figure figure;
      if (read_figure(behind, last, lexicon_, true, figure) &&
          figure.first.measure.dimension() == Dimension::duration) {
        fill(emit(at, behind), figure, at, behind);
      } else {
        Quantity& quantity = emit(first, last);
        quantity.role = Role::date;
        if (is_number(*at)) quantity.value = at->value;
      }
      break;
    }
    return last;
  }

  bool read(TokenIterator& at) {
    TokenIterator stop = limit(at), behind = at;
    if (auto role = read_form(behind, around(at, at + 1))) return emit_form(at, behind, *role);
    Figure figure;
    bool after_trend = at != begin_ && is(at[-1], Category::trend);
    if (!read_figure(behind, stop, lexicon_, !after_trend, figure)) return false;
    if (figure.shape == Figure::Shape::single && !counts(at, behind, figure)) return false;
    fill(emit(at, behind), figure, at, behind);
    share_unit();
    at = behind;
    return true;
  }

  bool emit_form(TokenIterator& at, TokenIterator behind, Role role) {
    if (role == Role::score) {
      Quantity& quantity = emit(at, behind);
      quantity.role = role;
      quantity.hedge = Hedge::range;
      quantity.low = std::min(at->value, behind[-1].value);
      quantity.high = std::max(at->value, behind[-1].value);
    } else if (role == Role::time) {
      Quantity& quantity = emit(at, behind);
      quantity.role = role;
      quantity.value = at->value;
    } else {
      for (; at != behind; ++at)
        if (is_number(*at)) {
          Quantity& quantity = emit(at, at + 1);
          quantity.role = role;
          quantity.value = at->value;
        }
    }
    at = behind;
    return true;
  }

  /// "one" is a figure where a reader counts ("one soldier", "one of them"), not as a pronoun ("this one"); nor is "the
  /// first".
  bool counts(TokenIterator first, TokenIterator last, const Figure& figure) const {
    const Numeral& numeral = figure.first.measure.numeral;
    if (numeral.ordinal) return numeral.value != 1 || first->kind == TokenKind::ordinal;
    if (last - first != 1 || figure.first.measure.unit || !numeral.words) return true;
    if (numeral.fraction) return first == begin_ || !is(first[-1], Category::ordinal);
    if (numeral.value != 1) return true;
    if (first != begin_ &&
        (is(first[-1], Category::determiner) || is(first[-1], Category::pronoun) || first[-1].key == word_key("the")))
      return false;
    if (last == end_) return first == begin_;
    if (last->key == word_key("of") || last->mark == '-') return true;
    return end_of_counted_noun(last, end_) != last && last->key != word_key("another");
  }

  void fill(Quantity& quantity, const Figure& figure, TokenIterator first, TokenIterator last) {
    using Shape = Figure::Shape;
    const Measure &measure = figure.first.measure, &other = figure.second.measure;
    bool two = figure.shape == Shape::range || figure.shape == Shape::change || figure.shape == Shape::bounds;
    const Measure& named = two && other.unit ? other : measure;
    quantity.dimension = named.dimension();
    if (named.unit) quantity.unit = named.unit->name;
    quantity.hedge = figure.first.hedge();
    quantity.step = measure.numeral.step;
    switch (figure.shape) {
      case Shape::vague:
        quantity.hedge = Hedge::vague;
        quantity.vague = figure.vague->name;
        quantity.vague_scale = figure.vague_scale;
        break;
      case Shape::single:
        quantity.value = measure.numeral.value;
        break;
      case Shape::share:
        quantity.value = measure.numeral.value / other.numeral.value;
        quantity.step = 0;
        break;
      case Shape::range:
      case Shape::change:
      case Shape::bounds:
        set_range(quantity, figure);
        break;
    }
    set_role(quantity, figure, first, last);
  }

  static void set_range(Quantity& quantity, const Figure& figure) {
    const Numeral &a = figure.first.measure.numeral, &b = figure.second.measure.numeral;
    bool shares_scale = b.scale > 1 && a.scale == 1 && a.value < b.value / b.scale;
    double low = a.value * (shares_scale ? b.scale : 1), high = b.value;
    Hedge low_hedge = figure.first.hedge(), high_hedge = figure.second.hedge();
    if (low > high) std::swap(low, high), std::swap(low_hedge, high_hedge);
    if (figure.shape == Figure::Shape::bounds) {
      if (low_hedge == Hedge::less_than || low_hedge == Hedge::up_to) std::swap(low_hedge, high_hedge);
      if (low_hedge == Hedge::more_than) low += beyond(low, quantity.dimension);
      if (high_hedge == Hedge::less_than) high -= beyond(high, quantity.dimension);
    }
    quantity.hedge = Hedge::range;
    quantity.low = low;
    quantity.high = high;
  }

  void set_role(Quantity& quantity, const Figure& figure, TokenIterator first, TokenIterator last) {
    Surroundings where = around(first, last);
    const Measure& measure = figure.first.measure;
    quantity.trend = figure.shape == Figure::Shape::change ? Trend::none : trend_before(where, quantity.dimension);
    switch (quantity.dimension) {
      case Dimension::count:
        return set_count_role(quantity, figure, where);
      case Dimension::percent:
      case Dimension::percentage_points:
        quantity.role = Role::percent;
        break;
      case Dimension::currency:
        quantity.role = Role::money;
        break;
      case Dimension::age:
        quantity.role = Role::age;
        break;
      case Dimension::duration:
        quantity.role = states_age(where) ? Role::age : Role::duration;
        break;
      default:
        quantity.role = Role::measure;
        break;
    }
    if (measure.numeral.ordinal) quantity.role = Role::ordinal;
  }

  void set_count_role(Quantity& quantity, const Figure& figure, const Surroundings& where) {
    const Numeral& numeral = figure.first.measure.numeral;
    if (numeral.ordinal) {
      quantity.role = Role::ordinal;
    } else if (auto role = role_in_name(where)) {
      quantity.role = *role;
    } else if (states_age(where)) {
      quantity.role = Role::age;
      quantity.dimension = Dimension::age;
      quantity.unit = "year";
    } else {
      set_noun(quantity, where.last);
      bool share = figure.shape == Figure::Shape::share || numeral.fraction;
      if (year(where, quantity))
        quantity.role = Role::date;
      else if (share)
        quantity.role = Role::ratio;
      else
        quantity.role = !quantity.noun.empty() || counted(where) ? Role::count : Role::unexplained;
    }
  }

  bool year(const Surroundings& where, const Quantity& quantity) const {
    const Token& token = *where.first;
    return where.last - where.first == 1 && token.kind == TokenKind::number && token.digits == 4 &&
           token.decimals == 0 && !token.grouped && token.value >= 1900 && token.value < 2100 &&
           (quantity.noun.empty() || !plural_noun(quantity));
  }
  bool plural_noun(const Quantity& quantity) const {
    for (TokenIterator at = text_.at(quantity.tokens.end); at != end_ && at->span.begin < quantity.noun.end; ++at)
      if (looks_plural(*at, text_.text)) return true;
    return false;
  }

  void set_noun(Quantity& quantity, TokenIterator at) const {
    if (at != end_ && at->key == word_key("of")) {
      ++at;
      while (at != end_ && (at->classes & bits(Category::determiner, Category::pronoun) || at->key == word_key("the")))
        ++at;
    }
    while (at != end_ && at->mark == '-' && at->glued) ++at;
    TokenIterator last = end_of_counted_noun(at, end_);
    if (last != at) quantity.noun = text_.span(tokens(at, last));
  }

  /// A number without a noun that still counts: "16 were killed", "killing 20".
  bool counted(const Surroundings& where) const {
    if (where.last != end_ && (where.last->classes & bits(Category::auxiliary, Category::event))) return true;
    return where.first != begin_ && is(where.first[-1], Category::event);
  }

  /// "7- or 8-inch", "eight or nine euros": the first takes the unit of the second.
  void share_unit() {
    if (out_.size() < 2) return;
    const Quantity& named = out_.back();
    Quantity& bare = out_[out_.size() - 2];
    if (bare.dimension != Dimension::count || !bare.noun.empty() || named.dimension == Dimension::count) return;
    TokenIterator at = text_.at(bare.tokens.end), stop = text_.at(named.tokens.begin);
    if (at < begin_ || at >= stop) return;
    bool suspended = at->mark == '-';
    if (suspended) ++at;
    if (at != stop && at->mark == ',') ++at;
    if (at != stop && (at->key == word_key("or") || (suspended && at->key == word_key("and"))))
      ++at;
    else if (!suspended)
      return;
    if (at != stop) return;
    bare.dimension = named.dimension;
    bare.unit = named.unit;
    bare.role = named.role;
  }

  const Segmented& text_;
  const Lexicon& lexicon_;
  TokenIterator begin_, end_;
  const std::vector<TokenRange>& dates_;
  std::vector<Quantity>& out_;
  std::size_t next_date_ = 0;
};

}  // namespace

void read_quantities(const Segmented& text, const Sentence& sentence, const Lexicon& lexicon,
                     const std::vector<TokenRange>& dates, std::vector<Quantity>& out) {
  SentenceReader(text, sentence, lexicon, dates, out).run();
}

}  // namespace claimcheck::grammar
