#pragma once

#include "date_expression.hpp"
#include "terminals.hpp"

/// The small parts that the date grammars share.
namespace claimcheck::grammar {

/// Stores what was read in a member of the rule's value.
template <auto Member>
constexpr auto set = [](auto& context) {
  auto& value = x3::_val(context);
  using Field = std::remove_reference_t<decltype(value.*Member)>;
  if constexpr (std::is_convertible_v<decltype(x3::_attr(context)), Field>) {
    value.*Member = x3::_attr(context);
  } else if constexpr (requires { typename Field::value_type; }) {
    value.*Member = static_cast<typename Field::value_type>(x3::_attr(context));
  } else {
    value.*Member = static_cast<Field>(x3::_attr(context));
  }
};

/// Stores a constant in a member of the rule's value.
template <auto Member, auto Constant>
constexpr auto put = [](auto& context) { x3::_val(context).*Member = Constant; };

constexpr auto as_form = [](auto& context) { x3::_val(context).form = x3::_attr(context); };

/// A number in digits, without decimals or separators, from `low` to `high`; its attribute is the value.
struct digits_parser : x3::parser<digits_parser> {
  using attribute_type = int;
  static constexpr bool has_attribute = true;

  constexpr digits_parser(TokenKind kind, unsigned shortest, unsigned longest, int from, int to)
      : wanted(kind), fewest(shortest), most(longest), low(from), high(to) {}

  template <class Context, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context&, RContext&, Attribute& attribute) const {
    if (first == last || first->kind != wanted || first->decimals || first->grouped) return false;
    if (first->digits < fewest || first->digits > most || first->value < low || first->value > high) return false;
    x3::traits::move_to(static_cast<int>(first->value), attribute);
    ++first;
    return true;
  }

  TokenKind wanted;
  unsigned fewest, most;
  int low, high;
};

/// The code of the longest lexicon phrase of a category and kind.
struct code_parser : x3::parser<code_parser> {
  using attribute_type = int;
  static constexpr bool has_attribute = true;

  constexpr code_parser(Category wanted, KindKey wanted_kind) : category(wanted), frame(wanted_kind) {}

  template <class Context, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RContext&, Attribute& attribute) const {
    if (first == last || !is(*first, category)) return false;
    const Lexicon& lexicon = x3::get<lexicon_tag>(context);
    Match match = lexicon.match(category, frame, first, last);
    if (!match) return false;
    x3::traits::move_to(match.lexeme->code, attribute);
    first = match.end;
    return true;
  }

  Category category;
  KindKey frame;
};
constexpr code_parser code(Category category, KindKey frame = {}) {
  return {category, frame};
}

/// Looks, behind an optional "the", for a token of these classes or one of these words: with what a form begins, so
/// that a form that cannot be there is not tried. Takes nothing.
template <std::size_t Count>
struct opening_parser : x3::parser<opening_parser<Count>> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  template <class... Words>
  constexpr explicit opening_parser(std::uint64_t wanted, const Words&... words)
      : classes(wanted), keys{word_key(words)...} {}

  template <class Context, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context&, RContext&, Attribute&) const {
    Iterator at = first;
    if (at != last && at->key == word_key("the")) ++at;
    if (at == last) return false;
    if (at->classes & classes) return true;
    for (WordKey key : keys)
      if (at->key == key) return true;
    return false;
  }

  std::uint64_t classes;
  std::array<WordKey, Count> keys;
};
template <class... Words>
constexpr auto opening(std::uint64_t classes, const Words&... words) {
  return opening_parser<sizeof...(Words)>(classes, words...);
}

/// With what a number begins, in digits or words.
constexpr std::uint64_t numerals = digits_class | bits(Category::cardinal, Category::ordinal, Category::fraction,
                                                       Category::scale, Category::multiplier, Category::sign);

/// A day of the month or a year in words: "the twenty-third", "nineteen ninety-six". In date_words.cpp.
bool read_day_in_words(Iterator& first, Iterator last, const Lexicon&, int& day);
bool read_year_in_words(Iterator& first, Iterator last, const Lexicon&, int& year);

const auto the = word("the");
const auto comma = mark(',');
const auto full_stop = glued_mark('.');
const auto hyphen_or_dash = mark('-');

const auto month = code(Category::month);
const auto weekday = code(Category::weekday);
const auto day_in_words = reader(read_day_in_words);
const auto year_in_words = reader(read_year_in_words);
const auto unit = code(Category::period_unit);
const auto four_digit_year = digits_parser(TokenKind::number, 4, 4, 1000, 2999);
const auto two_digits = digits_parser(TokenKind::number, 2, 2, 0, 99);
const auto month_number = digits_parser(TokenKind::number, 1, 2, 1, 12);
const auto day_digits = digits_parser(TokenKind::number, 1, 2, 1, 31);
const auto day_ordinal = digits_parser(TokenKind::ordinal, 1, 2, 1, 31);

}  // namespace claimcheck::grammar
