#include "quantity.hpp"

#include "bounds.hpp"
#include "counted_noun.hpp"
#include "figure.hpp"
#include "number.hpp"
#include "role.hpp"
#include "word_set.hpp"

#include <algorithm>
#include <array>

namespace claimcheck::grammar {
namespace {

constexpr std::uint64_t number_words = bits(Category::cardinal, Category::scale, Category::fraction, Category::ordinal,
                                            Category::multiplier, Category::sign);
constexpr std::uint64_t begins_figure =
    number_words | bits(Category::vague, Category::hedge_before, Category::currency);

bool is_number(const Token& token) {
  return token.classes & digits_class;
}
bool is_money_sign(const Token& token) {
  return token.classes & currency_code_class;
}

bool is_article(const Token& token) {
  return token.key == word_key("a") || token.key == word_key("an");
}

/// A number, money sign or vague word; "a" only before what it can count ("a dozen", "a third", "a few").
bool begins_number(TokenIterator at, TokenIterator last, const Lexicon& lexicon) {
  if (is_number(*at) || (at->classes & number_words) || is_money_sign(*at)) return true;
  if (is(*at, Category::vague) && lexicon.match(Category::vague, at, last)) return true;
  if (!is_article(*at) || at + 1 == last) return false;
  return (at[1].classes & (number_words | bit(Category::vague))) || at[1].mark == '-' || begins_unit_and_half(at, last);
}

/// "about | one of its drivers", "near | one of the gates"; not "about one of every five".
bool takes_one_out(TokenIterator at, TokenIterator last) {
  return last - at > 2 && at->key == word_key("one") && at[1].key == word_key("of") && at[2].key != word_key("every");
}

/// "about" begins a figure only if a number follows it.
bool hedges_number(TokenIterator first, TokenIterator last, const Lexicon& lexicon) {
  TokenIterator at = first;
  for (int hedges = 0; hedges < 2; hedges++) {
    Match hedge = lexicon.match(Category::hedge_before, at, last);
    if (!hedge) break;
    at = hedge.end;
    bool preposition = hedge.end - first == 1 && is(*first, Category::preposition);
    while (at != last && (at->mark == '-' || at->key == word_key("the"))) ++at;
    if (at == last || (preposition && takes_one_out(at, last))) return false;
    if (is(*at, Category::currency) || begins_number(at, last, lexicon)) return true;
  }
  return false;
}

/// What any figure's first token has; nearly every token has none of it.
bool promises_figure(const Token& token) {
  if (token.classes & (begins_figure | digits_class | currency_code_class)) return true;
  if (token.kind == TokenKind::punctuation) return token.mark == '-' || token.mark == '+';
  if (!(token.classes & bits(Category::determiner, Category::preposition))) return false;
  return is_article(token) || token.key == word_key("between") || token.key == word_key("from");
}

bool can_begin(TokenIterator at, TokenIterator last, const Lexicon& lexicon) {
  if (begins_number(at, last, lexicon)) return true;
  if (at + 1 == last) return false;
  const Token& next = at[1];
  if (at->kind == TokenKind::punctuation && (at->mark == '-' || at->mark == '+'))
    return is_number(next) && !at->long_dash && !at->glued;
  if (at->key == word_key("between") || at->key == word_key("from"))
    return is_number(next) || is_money_sign(next) || (next.classes & begins_figure) || is(next, Category::determiner);
  if (is(*at, Category::currency) && (next.kind == TokenKind::currency || next.mark == '=')) return true;
  return is(*at, Category::hedge_before) && hedges_number(at, last, lexicon);
}

/// What every figure has in it somewhere; most sentences have few, and only the tokens right before one can begin it.
constexpr std::uint64_t core_classes =
    number_words | digits_class | currency_code_class | bits(Category::vague, Category::currency);
constexpr std::ptrdiff_t hedge_reach = 8;  ///< tokens in front of a figure's core: two hedges, a sign, an article

class SentenceReader {
 public:
  SentenceReader(const Segmented& text, const Sentence& sentence, const Lexicon& lexicon,
                 std::span<const TokenRange> dates, std::vector<Quantity>& out)
      : text_(text),
        lexicon_(lexicon),
        begin_(text.at(sentence.tokens.begin)),
        end_(text.at(sentence.tokens.end)),
        core_(begin_),
        dates_(dates),
        out_(out) {}

  void run() {
    for (TokenIterator at = next_start(begin_); at != end_; at = next_start(at)) {
      if (!promises_figure(*at)) {
        ++at;
      } else if (const TokenRange* date = date_at(at)) {
        at = read_date(*date);
      } else if (!can_begin(at, end_, lexicon_) || is_spoken_of(at) || !(read(at) || read_bare(at))) {
        ++at;
      }
    }
  }

 private:
  /// The next token that may begin a figure or a date with a number in it.
  TokenIterator next_start(TokenIterator at) {
    const TokenIterator end = end_;
    TokenIterator core = std::max(core_, at);
    while (core != end && !(core->classes & core_classes)) ++core;
    core_ = core;
    return core_ == end_ ? end_ : std::max(at, core_ - std::min(hedge_reach, core_ - begin_));
  }

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
  /// Where a figure must end: at the next date, unless that is a numeral that "two hundred and two thousand" began
  /// earlier.
  TokenIterator limit(TokenIterator at) const {
    if (next_date_ < dates_.size() && (all_numbers(dates_[next_date_]) || at->key == word_key("from"))) return end_;
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
  bool all_numbers(const TokenRange& date) const {
    for (TokenIterator at = text_.at(date.begin); at != text_.at(date.end); ++at)
      if (!is_number(*at) && !(at->classes & bits(Category::cardinal, Category::scale)) && at->mark != '-' &&
          at->key != word_key("to") && at->key != word_key("from") && at->key != word_key("and") &&
          at->key != word_key("between"))
        return false;
    return true;
  }
  /// "two thousand two hundred" and "1000 to 2000 hires" look like years until one reads on.
  bool reads_on(const TokenRange& date, TokenIterator behind, const Figure& figure, const Quantity& quantity) const {
    if (!all_numbers(date)) return false;
    if (behind > text_.at(date.end)) return true;
    auto year = [](const Numeral& numeral) {
      return numeral.value >= 1800 && numeral.value < 2100 && numeral.value != 2000;
    };
    bool years = year(figure.first.measure.numeral) &&
                 (figure.shape == Figure::Shape::single || year(figure.second.measure.numeral));
    return !years && plural_noun(quantity);
  }

  /// "asked about | 20 sheep": what is spoken of, and no hedge.
  bool is_spoken_of(TokenIterator at) const {
    static constexpr WordSet speaks("talk", "talks", "talked", "talking", "ask", "asks", "asked", "asking", "worry",
                                    "worries", "worried", "worrying", "concerned", "concerns", "concern", "speak",
                                    "speaks", "spoke", "spoken", "speaking", "complain", "complained", "complaining",
                                    "complaints", "question", "questions", "questioned", "stories", "story", "debate",
                                    "jokes", "book", "books", "film", "movie", "what", "how");
    return at->key == word_key("about") && at != begin_ && speaks.contains(at[-1]);
  }

  static bool begins_numeral(const Token& token) { return is_number(token) || is(token, Category::cardinal); }

  TokenIterator read_date(const TokenRange& date) {
    TokenIterator first = text_.at(date.begin), last = text_.at(date.end);
    for (TokenIterator at = first; at != last; ++at) {
      bool counted_scale = is_article(*at) && at + 1 != last && is(at[1], Category::scale);
      bool half = is(*at, Category::fraction) && at + 1 != last && (is_article(at[1]) || at[1].mark == '-');
      if (!begins_numeral(*at) && !counted_scale && !half) continue;
      TokenIterator behind = at;
      Figure figure;
      bool read = read_figure(behind, end_, lexicon_, true, figure);
      Dimension dimension =
          figure.second.measure.unit ? figure.second.measure.dimension() : figure.first.measure.dimension();
      Quantity& quantity = emit(at, std::max(at + 1, behind));
      if (read) fill(quantity, figure, at, behind);
      if (read && (dimension != Dimension::count || reads_on(date, behind, figure, quantity)))
        return behind < last ? read_date({index(std::find_if(behind, last, begins_numeral)), date.end}) : behind;
      out_.pop_back();
      Quantity& whole = emit(first, last);
      whole.role = Role::date;
      if (is_number(*at)) whole.value = at->value;
      break;
    }
    return last;
  }

  /// A number that no figure begins with ("7G", "the dozen countries", "per million") still has its row.
  bool read_bare(TokenIterator& at) {
    if (at->kind == TokenKind::number) return emit_bare(at, at + 1, at->value);
    Match scale = is(*at, Category::scale) ? lexicon_.match(Category::scale, at, end_) : Match{};
    constexpr std::array whole_words = {std::string_view("word"), std::string_view("dozen"),
                                        std::string_view("hundred")};
    bool counts = scale && std::find(whole_words.begin(), whole_words.end(), scale.lexeme->kind) != whole_words.end();
    return counts && emit_bare(at, scale.end, scale.lexeme->value);
  }
  bool emit_bare(TokenIterator& at, TokenIterator last, double value) {
    Quantity& quantity = emit(at, last);
    quantity.value = value;
    set_count_role(quantity, Figure{}, around(at, last));
    at = last;
    return true;
  }

  /// "in her 80s", "his mid-20s": ten years of a life.
  bool read_decade_of_life(TokenIterator& at) {
    static constexpr WordSet possessives("his", "her", "their", "my", "your", "our");
    if (at->kind != TokenKind::number || at->digits != 2 || static_cast<int>(at->value) % 10 != 0) return false;
    TokenIterator plural = at + 1;
    if (is_some_age(at)) return emit_decade_of_life(at, at + 3);
    if (plural != end_ && plural->glued && plural->mark == '\'') ++plural;
    if (plural == end_ || !plural->glued || (plural->key != word_key("s") && plural->kind != TokenKind::clitic))
      return false;
    TokenIterator before = before_decade(at, begin_);
    if (before == begin_ || !possessives.contains(before[-1])) return false;
    return emit_decade_of_life(at, plural + 1);
  }
  /// "a 40-something woman"
  bool is_some_age(TokenIterator at) const {
    constexpr std::ptrdiff_t words = 3;
    return end_ - at >= words && at[1].mark == '-' && at[1].glued &&
           (at[2].key == word_key("something") || at[2].key == word_key("somethings"));
  }
  bool emit_decade_of_life(TokenIterator& at, TokenIterator last) {
    constexpr int last_year = 9;
    Quantity& quantity = emit(at, last);
    quantity.role = Role::age;
    quantity.dimension = Dimension::age;
    quantity.unit = "year";
    quantity.hedge = Hedge::range;
    quantity.low = at->value;
    quantity.high = at->value + last_year;
    at = last;
    return true;
  }

  bool read(TokenIterator& at) {
    bool joined = at + 1 != end_ && at[1].glued;
    if (joined && (read_decade_of_life(at) || read_round_plural(at))) return true;
    if (read_none(at)) return true;
    TokenIterator stop = limit(at), behind = at;
    if (auto role = read_form(behind, around(at, at + 1))) return emit_form(at, behind, *role);
    Figure figure;
    bool after_trend = at != begin_ && is(at[-1], Category::trend);
    if (!read_figure(behind, stop, lexicon_, !after_trend, figure)) return false;
    if (figure.shape == Figure::Shape::range && changes_by(at, behind, figure) &&
        !read_figure(behind = at, stop, lexicon_, false, figure))
      return false;
    if (letter_of_name(at, behind) && !read_figure(behind = at, at + 1, lexicon_, false, figure)) return false;
    bool bullet = at->mark == '-' && !at[1].glued && behind != end_;
    // "75 -300mm": a length has no sign.
    bool dash =
        at->mark == '-' && at != begin_ && is_number(at[-1]) && figure.first.measure.dimension() != Dimension::percent;
    if (figure.shape == Figure::Shape::zero && at->key == word_key("single")) return false;
    if (counts_occasions(at, behind, figure))
      --behind, figure.first.measure.unit = figure.second.measure.unit = nullptr;
    if (bullet || dash || (figure.shape == Figure::Shape::single && !counts(at, behind, figure))) return false;
    if (behind != end_ && behind->mark == '(') behind = behind_restatement(behind, figure);
    TokenIterator points = behind_points(at, behind, figure);
    fill(emit(at, points), figure, at, behind);
    if (points != behind) count_in_points(out_.back());
    share_unit();
    restate();
    at = behind;
    return true;
  }

  /// "rose by | 14 to 61": two figures; not "rose by 10 to 15 percent", "by two to three million".
  bool changes_by(TokenIterator first, TokenIterator last, const Figure& figure) const {
    constexpr std::ptrdiff_t verb_by = 2;
    if (first - begin_ < verb_by || first[-1].key != word_key("by") || !is(first[-verb_by], Category::trend))
      return false;
    const Measure &by = figure.first.measure, &to = figure.second.measure;
    bool shared = (!by.unit && to.unit) || (by.numeral.scale == 1 && to.numeral.scale > 1);
    return !shared && std::any_of(first, last, [](const Token& token) { return token.key == word_key("to"); });
  }

  /// "20 (twenty) people": behind the bracket in which the number is said again.
  TokenIterator behind_restatement(TokenIterator behind, const Figure& figure) const {
    constexpr std::ptrdiff_t shortest = 3;
    if (end_ - behind < shortest || figure.shape != Figure::Shape::single) return behind;
    const Measure& said = figure.first.measure;
    TokenIterator at = behind + 1;
    Numeral again;
    if (said.unit || !begins_numeral(*at) || !read_numeral(at, end_, lexicon_, again) || at == end_) return behind;
    bool same = again.value == said.numeral.value && again.words != said.numeral.words && !again.ordinal;
    return same && at->mark == ')' ? at + 1 : behind;
  }

  /// "100s of people": the hundreds in digits.
  bool read_round_plural(TokenIterator& at) {
    constexpr std::ptrdiff_t words = 3;
    if (end_ - at < words || at->kind != TokenKind::number || !at[1].glued || at[1].key != word_key("s")) return false;
    std::string_view name = at->value == 100      ? "hundreds"
                            : at->value == 1000   ? "thousands"
                            : at->value == 10000  ? "ten_thousands"
                            : at->value == 100000 ? "hundred_thousands"
                                                  : "";
    if (name.empty() || (at[2].key != word_key("of") && !looks_plural(at[2], text_.text))) return false;
    Quantity& quantity = emit(at, at + 2);
    quantity.hedge = Hedge::vague;
    quantity.vague = name;
    quantity.role = Role::count;
    set_noun(quantity, at + 2);
    at += 2;
    return true;
  }

  /// "| not one of them", "| not a single sail"; not "he is not one of them", "not one but two". `number` if nothing is
  /// denied.
  TokenIterator denial_before(TokenIterator number) const {
    constexpr std::ptrdiff_t not_a = 2;
    bool single = number->key == word_key("single");
    if (number == begin_ || (!single && number->key != word_key("one"))) return number;
    if (single && (number - begin_ < not_a || !is_article(number[-1]))) return number;
    TokenIterator denial = single ? number - not_a : number - 1;
    bool none = denial->key == word_key("not") && !says_what_is(denial) && (single || denies_noun(number + 1));
    return none ? denial : number;
  }
  /// "he is | not one of them", "I'm | not a single parent"; not "there was | not a single sail".
  bool says_what_is(TokenIterator denial) const {
    static constexpr WordSet forms("is", "are", "was", "were", "be", "am", "been");
    static constexpr WordSet contracted("i'm", "he's", "she's", "it's", "we're", "they're", "you're", "that's");
    if (denial == begin_) return false;
    bool there = denial - begin_ > 1 && denial[-2].key == word_key("there");
    const Token& verb = denial[-1];
    return !there && (verb.kind == TokenKind::clitic || forms.contains(verb) || contracted.contains(verb));
  }
  /// Behind "not one": "of them", "sail was seen"; not "but two", "more", "sail, but two".
  bool denies_noun(TokenIterator next) const {
    static constexpr WordSet goes_on("but", "more", "less", "or", "to");
    if (next == end_ || goes_on.contains(*next)) return false;
    if (next->key == word_key("of")) return true;
    TokenIterator behind = end_of_counted_noun(next, end_, text_.text);
    if (behind == next) return false;
    if (behind != end_ && behind->mark == ',') ++behind;
    return behind == end_ || behind->key != word_key("but");
  }
  bool read_none(TokenIterator& at) {
    TokenIterator first = denial_before(at);
    if (first == at) return false;
    Figure none;
    none.shape = Figure::Shape::zero;
    fill(emit(first, at + 1), none, first, at + 1);
    ++at;
    return true;
  }

  /// "elected three times", "ten times a day"; not "three times as many", "four times the size", "rose five times".
  bool counts_occasions(TokenIterator first, TokenIterator last, const Figure& figure) const {
    static constexpr WordSet frequent("a", "an", "each", "every", "since", "per");
    const Measure& named = figure.second.measure.unit ? figure.second.measure : figure.first.measure;
    bool whole = named.unit && !named.multiple && !named.numeral.fraction && named.numeral.step >= 1;
    if (!whole || last[-1].key != word_key("times")) return false;
    if (first != begin_ && (is(first[-1], Category::trend) || first[-1].key == word_key("by"))) return false;
    if (last == end_ || frequent.contains(*last) || begins_date(last)) return true;
    if (last->kind != TokenKind::word) return last->kind == TokenKind::punctuation && last->mark != '-';
    if (last->key == word_key("as") || last->key == word_key("than")) return false;
    return last->classes & bits(Category::preposition, Category::conjunction, Category::auxiliary);
  }

  /// "a four-point lead in the poll", "ahead by 3 points": behind the points of a percentage, where polls are spoken
  /// of.
  TokenIterator behind_points(TokenIterator first, TokenIterator last, const Figure& figure) const {
    static constexpr WordSet words("point", "points");
    static constexpr WordSet gaps("lead", "advantage", "margin", "gap", "edge", "deficit", "swing", "drop", "rise",
                                  "increase", "decline", "bump", "bounce");
    TokenIterator at = last;
    bool joined = at != end_ && at->mark == '-' && at->glued;
    if (joined) ++at;
    if (at == end_ || !words.contains(*at) || !is_share_of_points(figure)) return last;
    ++at;
    bool gap = at != end_ && gaps.contains(*at);
    if (!gap && (joined || at[-1].key == word_key("point"))) return last;
    return speaks_of_polls(first, at) ? at : last;
  }
  static bool is_share_of_points(const Figure& figure) {
    constexpr double whole = 100;
    return !figure.first.measure.unit && figure.shape != Figure::Shape::zero &&
           figure.first.measure.numeral.value <= whole;
  }
  /// Polls, or a difference of percentages; not the points of an index ("30 points, or 0.5 percent").
  bool speaks_of_polls(TokenIterator first, TokenIterator behind) const {
    static constexpr WordSet polls("poll", "polls", "polling", "pollster", "pollsters", "survey", "surveys",
                                   "approval");
    static constexpr WordSet indexes("dow", "nasdaq", "index", "stocks", "shares", "stock", "nikkei", "ftse", "dax");
    static constexpr WordSet differ("ahead", "behind", "higher", "lower", "above", "below", "apart", "more", "less",
                                    "lead", "advantage", "margin", "gap", "edge", "deficit", "swing");
    bool poll = false, percent = false;
    for (TokenIterator at = begin_; at != end_; ++at) {
      if (indexes.contains(*at)) return false;
      poll |= polls.contains(*at);
      percent |= at->mark == '%' || at->key == word_key("percent");
    }
    if (behind != end_ && behind->mark == ',' && behind + 1 != end_) ++behind;
    if (behind != end_ && (behind->key == word_key("or") || behind->mark == '(')) return false;
    bool difference = (behind != end_ && differ.contains(*behind)) ||
                      (first != begin_ && (first[-1].key == word_key("by") || is(first[-1], Category::trend)));
    return poll || (percent && difference);
  }
  static void count_in_points(Quantity& quantity) {
    quantity.dimension = Dimension::percentage_points;
    quantity.unit = "percentage point";
    quantity.role = Role::percent;
    quantity.noun = {};
  }

  /// "scp-173m", "24703 L-202": one letter behind the digits of a name is no unit.
  bool letter_of_name(TokenIterator first, TokenIterator last) const {
    const Token& letter = last[-1];
    if (last - first != 2 || letter.kind != TokenKind::word || letter.span.end - letter.span.begin != 1) return false;
    bool joined_before = first - begin_ >= 2 && hyphen_between(first - 1) && first[-2].kind != TokenKind::number;
    return joined_before || (last != end_ && last + 1 != end_ && hyphen_between(last) && is_number(last[1]) &&
                             (last + 2 == end_ || !(last[2].classes & bit(Category::unit))));
  }
  static bool hyphen_between(TokenIterator at) { return at->mark == '-' && at->glued && !at->long_dash && at[1].glued; }

  double count_at(TokenIterator at) const {
    Match word = is_number(*at) ? Match{} : lexicon_.match(Category::cardinal, at, end_);
    return word ? word.lexeme->value : at->value;
  }

  bool emit_form(TokenIterator& at, TokenIterator behind, Role role) {
    if (role == Role::score) {
      Quantity& quantity = emit(at, behind);
      quantity.role = role;
      quantity.hedge = Hedge::range;
      double first = count_at(at), second = count_at(behind - 1);
      quantity.low = std::min(first, second);
      quantity.high = std::max(first, second);
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

  /// Where a list of parts goes on: "two in Leeds and one in York", "five were hurt, one critically".
  bool opens_part(TokenIterator at) const {
    static constexpr WordSet links("and", "or", "but", "including", "plus", "with");
    if (at == begin_ || links.contains(at[-1])) return true;
    return at[-1].kind == TokenKind::punctuation && (at[-1].long_dash || !(at->glued && at[-1].glued));
  }
  bool counts_alone(const Token& next) const {
    static constexpr WordSet places("in", "from", "near");
    return places.contains(next) ||
           (is(next, Category::event) && !(next.classes & bits(Category::auxiliary, Category::preposition)) &&
            !next.span.of(text_.text).ends_with("ing"));
  }

  /// "one" is a figure where a reader counts ("one soldier", "one of them"), not as a pronoun ("this one"); nor is "the
  /// first".
  bool counts(TokenIterator first, TokenIterator last, const Figure& figure) const {
    const Numeral& numeral = figure.first.measure.numeral;
    if (numeral.ordinal) return numeral.value != 1 || first->kind == TokenKind::ordinal;
    if (last - first != 1 || figure.first.measure.unit || !numeral.words) return true;
    if (numeral.fraction) return first == begin_ || !is(first[-1], Category::ordinal);
    if (numeral.value != 1 || word_in_name(around(first, last))) return true;
    if (last != end_ && last->key == word_key("of")) return first == begin_ || !is(first[-1], Category::determiner);
    if (first != begin_ &&
        (is(first[-1], Category::determiner) || is(first[-1], Category::pronoun) || first[-1].key == word_key("the")))
      return false;
    if (last == end_) return first == begin_;
    if (last->mark == '-') return true;
    if (opens_part(first) && counts_alone(*last)) return true;
    return end_of_counted_noun(last, end_, text_.text) != last && last->key != word_key("another");
  }

  void fill(Quantity& quantity, const Figure& figure, TokenIterator first, TokenIterator last) {
    using Shape = Figure::Shape;
    const Measure &measure = figure.first.measure, &other = figure.second.measure;
    bool two = figure.shape == Shape::range || figure.shape == Shape::change || figure.shape == Shape::bounds;
    const Measure& named = two && other.unit ? other : measure;
    quantity.dimension = named.dimension();
    if (named.unit) quantity.unit = named.unit->name;
    if (named.multiple) quantity.unit = "times";
    quantity.hedge = figure.first.hedge();
    quantity.step = measure.numeral.step;
    switch (figure.shape) {
      case Shape::vague:
        quantity.hedge = Hedge::vague;
        quantity.vague = figure.vague->name;
        quantity.vague_scale = figure.vague_scale;
        break;
      case Shape::zero:
        quantity.value = 0;
        break;
      case Shape::single:
        quantity.value = has_not_one(first, last, measure) ? 0 : measure.numeral.value;
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

  /// "has not held | one rally", "hasn't sold | one of them": none.
  bool has_not_one(TokenIterator first, TokenIterator last, const Measure& measure) const {
    static constexpr WordSet has("has", "have", "had");
    static constexpr WordSet not_words("not", "never");
    static constexpr WordSet has_not("hasn't", "haven't", "hadn't");
    if (last - first != 1 || first->key != word_key("one") || measure.unit || first - begin_ < 2) return false;
    if (last == end_ || last->key == word_key("more") || last->key == word_key("but")) return false;
    if (first[-1].kind != TokenKind::word || (first[-1].classes & bits(Category::preposition, Category::determiner)))
      return false;
    if (has_not.contains(first[-2])) return true;
    return not_words.contains(first[-2]) && first - begin_ >= 3 && has.contains(first[-3]);
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
    for (TokenIterator at = first; at != last; ++at)
      if (at->key == word_key("age")) quantity.dimension = Dimension::age;
    if (quantity.dimension == Dimension::age && quantity.unit.empty()) quantity.unit = "year";
    const Measure& measure = figure.first.measure;
    quantity.trend = figure.shape == Figure::Shape::change ? Trend::none : trend_before(where, quantity.dimension);
    if (quantity.value && *quantity.value < 0 && quantity.dimension == Dimension::percent) quantity.trend = Trend::down;
    switch (quantity.dimension) {
      case Dimension::count:
        return set_count_role(quantity, figure, where);
      case Dimension::percent:
        quantity.role = Role::percent;
        if (counts_share(last)) set_noun(quantity, last);
        break;
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
    } else if (tells_magnitude(where)) {
      quantity.role = Role::measure;
      quantity.dimension = Dimension::other;
      quantity.unit = "magnitude";
    } else if (tells_hour(where)) {
      quantity.role = Role::time;
    } else if (auto role = figure.vague ? std::nullopt : role_in_name(where)) {
      quantity.role = *role;
      quantity.trend = Trend::none;
    } else if (states_age(where)) {
      quantity.role = Role::age;
      quantity.dimension = Dimension::age;
      if (quantity.unit.empty()) quantity.unit = "year";
    } else {
      set_noun(quantity, where.last);
      bool share =
          figure.shape == Figure::Shape::share || (numeral.fraction && numeral.value < 1) || base_of_rate(where);
      if (year(where, quantity))
        quantity.role = Role::date;
      else if (share)
        quantity.role = Role::ratio;
      else
        quantity.role = explained(quantity, figure, where) ? Role::count : Role::unexplained;
    }
  }

  bool explained(const Quantity& quantity, const Figure& figure, const Surroundings& where) const {
    return !quantity.noun.empty() || figure.vague || figure.shape == Figure::Shape::zero ||
           quantity.trend != Trend::none || counted(where) || told_as_total(where) || labelled(where) ||
           changed_to(where);
  }

  /// "magnitude | 6.3", "a magnitude of | 6.3", "magnitude-| 6.3", "| 6.3 on the Richter scale".
  bool tells_magnitude(const Surroundings& where) const {
    constexpr std::ptrdiff_t on_the_richter = 3;
    TokenIterator at = where.first;
    bool joined = at - begin_ >= 2 && (at[-1].key == word_key("of") || (at[-1].mark == '-' && at[-1].glued));
    if (joined) --at;
    if (at != begin_ && at[-1].key == word_key("magnitude")) return true;
    return end_ - where.last >= on_the_richter && where.last->key == word_key("on") &&
           where.last[2].key == word_key("richter");
  }

  /// "at | three in the morning", "| 7.30 in the evening".
  bool before_part_of_day(const Surroundings& where) const {
    static constexpr WordSet leads("at", "about", "around", "until", "till", "before", "after", "by", "since", "from");
    constexpr std::ptrdiff_t words = 3;
    TokenIterator at = where.last;
    if (end_ - at < words || at->key != word_key("in") || at[1].key != word_key("the")) return false;
    bool hour = where.last[-1].decimals == 2 || leads.contains(*where.first) ||
                (where.first != begin_ && leads.contains(where.first[-1]));
    return hour &&
           (at[2].key == word_key("morning") || at[2].key == word_key("afternoon") || at[2].key == word_key("evening"));
  }
  /// "half past | three", "a quarter to | six".
  bool tells_hour(const Surroundings& where) const {
    constexpr std::ptrdiff_t words = 2;
    TokenIterator at = where.first;
    if (before_part_of_day(where)) return true;
    if (at - begin_ < words || where.last - at != 1) return false;
    bool quarter = at[-2].key == word_key("quarter");
    if (at[-1].key == word_key("to")) return quarter;
    return at[-1].key == word_key("past") && (quarter || at[-2].key == word_key("half") || begins_numeral(at[-2]));
  }

  /// Words for a number of people or things whose figure stands behind them.
  static bool is_total(const Token& token) {
    static constexpr WordSet words("toll", "total", "totals", "tally", "number", "numbers", "figure", "figures",
                                   "turnout", "attendance", "count", "crowd");
    return words.contains(token);
  }
  /// "bringing the total to | 13", "a turnout of | half a million", "the toll stood at 61 and | 74".
  bool told_as_total(const Surroundings& where) const {
    static constexpr WordSet leads("to", "at", "of", "and", "reached", "hit", "passed", "was", "is", "exceeded");
    constexpr std::ptrdiff_t reach = 12;
    TokenIterator at = where.first;
    if (at == begin_ || !leads.contains(at[-1])) return false;
    while (at != begin_ && where.first - at < reach) {
      if (is_total(*--at)) return true;
      if (at->kind == TokenKind::punctuation && at->mark != '-') return false;
    }
    return false;
  }
  /// "Deaths: | 61", "Injured: | 340" in a box of facts.
  bool labelled(const Surroundings& where) const {
    constexpr std::ptrdiff_t label = 2;
    TokenIterator at = where.first;
    if (at - begin_ < label || at[-1].mark != ':' || !at[-1].glued) return false;
    if (where.last != end_ && where.last->kind != TokenKind::punctuation) return false;
    constexpr std::uint64_t counted = bits(Category::event, Category::person, Category::thing);
    return (at[-label].classes & counted) || is_total(at[-label]) || looks_plural(at[-label], text_.text);
  }
  /// "rose by 14 to | 61", "rose 1.2 percent to | 5,432"
  bool changed_to(const Surroundings& where) const {
    if (out_.size() < 2 || where.first == begin_ || where.first[-1].key != word_key("to")) return false;
    const Quantity& by = out_[out_.size() - 2];
    return by.trend != Trend::none && text_.at(by.tokens.end) == where.first - 1;
  }

  /// "70% of the farms", "30 percent Democrats"; not "5 percent gains".
  bool counts_share(TokenIterator at) const {
    if (at == end_) return false;
    if (at->key == word_key("of")) return true;
    if (at->kind != TokenKind::word) return false;
    TokenIterator last = end_of_counted_noun(at, end_, text_.text);
    if (last == at || begins_date(at) || !looks_plural(last[-1], text_.text)) return false;
    return last[-1].capital || is(last[-1], Category::person);
  }

  /// "40 deaths per 100,000"
  bool base_of_rate(const Surroundings& where) const {
    TokenIterator first = where.first;
    if (first - begin_ < 2) return false;
    bool slash = first[-1].mark == '/' && first[-1].glued && first->glued && first[-2].kind == TokenKind::word &&
                 (where.last == end_ || !where.last->glued || where.last->kind == TokenKind::punctuation);
    return slash || first[-1].key == word_key("per");
  }

  /// "2018 sales" are a year's; "2000 people" are not.
  bool year(const Surroundings& where, const Quantity& quantity) const {
    const Token& token = *where.first;
    bool shaped = where.last - where.first == 1 && token.kind == TokenKind::number && token.digits == 4 &&
                  token.decimals == 0 && !token.grouped && token.value >= 1900 && token.value < 2100;
    if (!shaped || quantity.noun.empty() || !plural_noun(quantity)) return shaped;
    TokenIterator head = text_.at(quantity.tokens.end);
    return token.value != 1900 && token.value != 2000 && !is(*head, Category::person);
  }
  bool plural_noun(const Quantity& quantity) const {
    for (TokenIterator at = text_.at(quantity.tokens.end); at != end_ && at->span.begin < quantity.noun.end; ++at)
      if (looks_plural(*at, text_.text)) return true;
    return false;
  }

  /// The date that begins at `at` or holds it.
  const TokenRange* date_holding(TokenIterator at) const {
    auto date = std::find_if(dates_.begin() + static_cast<std::ptrdiff_t>(next_date_), dates_.end(),
                             [&](const TokenRange& range) { return range.end > index(at); });
    return date != dates_.end() && date->begin <= index(at) ? &*date : nullptr;
  }
  bool begins_date(TokenIterator at) const { return date_holding(at); }

  /// "of | the last 16 elections", "of | its only allies": what stands before the noun of a whole.
  TokenIterator behind_determiners(TokenIterator at) const {
    static constexpr WordSet possessives("his", "her", "its", "their", "my", "our", "your", "only", "own");
    static constexpr WordSet places("last", "past", "first", "next", "previous");
    auto number = [](const Token& token) { return is_number(token) || is(token, Category::cardinal); };
    while (at != end_ && (number(*at) || is(*at, Category::determiner) || possessives.contains(*at) ||
                          (places.contains(*at) && at + 1 != end_ && number(at[1]))))
      ++at;
    return at;
  }
  /// "of | the Senate's 45 Republicans": whose something is is not what is counted.
  TokenIterator behind_owners(TokenIterator at) const {
    constexpr int most = 3;
    for (int owners = 0; owners < most; owners++) {
      at = behind_determiners(at);
      const TokenRange* date = at == end_ ? nullptr : date_holding(at);
      TokenIterator last = date ? text_.at(date->end) : end_of_counted_noun(at, end_, text_.text);
      if (last == at || last >= end_ || last->kind != TokenKind::clitic) break;
      at = last + 1;
    }
    return at;
  }

  /// "many of | whom"
  static bool is_relative(const Token& token) {
    static constexpr WordSet words("whom", "which", "whose");
    return words.contains(token);
  }
  /// Adjectives may look like dates ("nine current justices", "five Sunday shows"); no noun is a date.
  void set_noun(Quantity& quantity, TokenIterator at) const {
    bool of = at != end_ && at->key == word_key("of");
    if (of || at[-1].key == word_key("of")) {
      if (of) ++at;
      if (at == end_ || is_relative(*at)) return;
      at = behind_owners(at);
    }
    while (at != end_ && at->mark == '-' && at->glued) ++at;
    if (at != end_ && at->key == word_key("more")) ++at;
    TokenIterator first = at;
    if (const TokenRange* date = at == end_ ? nullptr : date_holding(at); date && date->begin == index(at)) {
      if (is_number(*at) || (date->size() > 1 && is(*at, Category::time_word))) return;
      at = std::min(text_.at(date->end), end_);
    }
    TokenIterator last = end_of_counted_noun(at, end_, text_.text);
    if (last != at) quantity.noun = text_.span(tokens(first, or_another(last)));
  }
  /// "Republicans | or Republican-leaning independents"
  TokenIterator or_another(TokenIterator last) const {
    if (last == end_ || last->key != word_key("or") || !looks_plural(last[-1], text_.text)) return last;
    TokenIterator end = end_of_counted_noun(last + 1, end_, text_.text);
    return end != last + 1 && looks_plural(end[-1], text_.text) ? end : last;
  }

  /// A number without a noun that still counts: "16 were killed", "killing 20".
  bool counted(const Surroundings& where) const {
    if (where.last != end_ &&
        (where.last->classes & bits(Category::auxiliary, Category::event) || where.last->key == word_key("of")))
      return true;
    bool counting =
        end_ - where.last >= 2 && where.last->key == word_key("and") && where.last[1].key == word_key("counting");
    return counting || (where.first != begin_ && is(where.first[-1], Category::event));
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
    if (suspended && at != stop && at->mark == ',') ++at;
    if (at != stop && (at->key == word_key("or") || (suspended && at->key == word_key("and"))))
      ++at;
    else if (!suspended)
      return;
    if (at != stop) return;
    bare.dimension = named.dimension;
    bare.unit = named.unit;
    bare.role = named.role;
  }

  /// "100 kilometers (60 miles)", "296 hp (224 kW / 300 PS)", "17.5 points, or 0.22%": said again, so with the same
  /// hedge and trend.
  void restate() {
    if (out_.size() < 2) return;
    const Quantity& said = out_[out_.size() - 2];
    Quantity& again = out_.back();
    if (said.hedge == Hedge::vague || !restates(said, again)) return;
    if (again.trend == Trend::none) again.trend = said.trend;
    if (again.hedge == Hedge::exact && said.hedge != Hedge::range) again.hedge = said.hedge;
  }
  bool restates(const Quantity& said, const Quantity& again) const {
    TokenIterator at = text_.at(again.tokens.begin);
    if (at == begin_ || text_.at(said.tokens.begin) < begin_) return false;
    TokenIterator behind = text_.at(said.tokens.end);
    bool measures = said.dimension != Dimension::count && again.dimension != Dimension::count;
    if (at[-1].mark == '(' || at[-1].mark == '/') return measures && behind == at - 1;
    if (at[-1].key != word_key("or") || said.dimension == again.dimension) return false;
    if (!said.noun.empty() && said.dimension == Dimension::count && at - behind < 8)
      return at[-2].span.end <= said.noun.end + 2;
    return at - behind <= 2;
  }

  const Segmented& text_;
  const Lexicon& lexicon_;
  TokenIterator begin_, end_;
  TokenIterator core_;  ///< the first core of a figure that is not behind the reader
  std::span<const TokenRange> dates_;
  std::vector<Quantity>& out_;
  std::size_t next_date_ = 0;
};

}  // namespace

void read_quantities(const Segmented& text, const Sentence& sentence, const Lexicon& lexicon,
                     std::span<const TokenRange> dates, std::vector<Quantity>& out) {
  if (sentence.classes & core_classes) SentenceReader(text, sentence, lexicon, dates, out).run();
}

}  // namespace claimcheck::grammar
