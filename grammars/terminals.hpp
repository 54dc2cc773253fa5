#pragma once

#include "lexicon.hpp"
#include "token.hpp"

#include <boost/spirit/home/x3.hpp>

#include <array>
#include <string_view>

/// Spirit X3 over tokens. A grammar file includes this, keeps its rules to itself, and offers a plain function;
/// `reader(function)` makes that function a parser in the next grammar, so each file compiles on its own.
namespace claimcheck::grammar {

namespace x3 = boost::spirit::x3;
using Iterator = TokenIterator;

/// `x3::with<lexicon_tag>(lexicon)[p]` is how a grammar sees the lexicon.
struct lexicon_tag;

/// One token that satisfies the predicate; its attribute is the token.
template <class Predicate>
struct token_if : x3::parser<token_if<Predicate>> {
  using attribute_type = const Token*;
  static constexpr bool has_attribute = true;

  constexpr explicit token_if(Predicate wanted) : predicate(wanted) {}

  template <class Context, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context&, RContext&, Attribute& attribute) const {
    if (first == last || !predicate(*first)) return false;
    x3::traits::move_to(&*first, attribute);
    ++first;
    return true;
  }

  Predicate predicate;
};

/// One token that satisfies the predicate; without attribute.
template <class Predicate>
struct skip_if : x3::parser<skip_if<Predicate>> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  constexpr explicit skip_if(Predicate wanted) : predicate(wanted) {}

  template <class Context, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context&, RContext&, Attribute&) const {
    if (first == last || !predicate(*first)) return false;
    ++first;
    return true;
  }

  Predicate predicate;
};

/// A literal word, or one of several: word("of"), word("to", "until").
template <class... Words>
constexpr auto word(const Words&... words) {
  std::array<WordKey, sizeof...(Words)> keys{word_key(words)...};
  return skip_if([keys](const Token& token) {
    for (WordKey key : keys)
      if (token.key == key) return true;
    return false;
  });
}

/// A punctuation mark; `glued_mark` only without white space before it.
constexpr auto mark(char wanted) {
  return skip_if([wanted](const Token& token) { return token.mark == wanted; });
}
constexpr auto glued_mark(char wanted) {
  return skip_if([wanted](const Token& token) { return token.mark == wanted && token.glued; });
}
/// A hyphen or dash that may stand between the parts of a compound ("twenty-one", "28-year-old").
constexpr auto hyphen() {
  return skip_if([](const Token& token) { return token.mark == '-' && !token.long_dash; });
}

/// A token of one kind.
constexpr auto kind(TokenKind wanted) {
  return token_if([wanted](const Token& token) { return token.kind == wanted; });
}

/// A token that begins some phrase of one of these categories.
constexpr auto starts(std::uint64_t classes) {
  return token_if([classes](const Token& token) { return (token.classes & classes) != 0; });
}

/// The longest lexicon phrase of a category; its attribute is the lexeme.
struct phrase_parser : x3::parser<phrase_parser> {
  using attribute_type = const Lexeme*;
  static constexpr bool has_attribute = true;

  constexpr phrase_parser(Category wanted, KindKey wanted_kind) : category(wanted), frame(wanted_kind) {}

  template <class Context, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RContext&, Attribute& attribute) const {
    if (first == last || !is(*first, category)) return false;
    const Lexicon& lexicon = x3::get<lexicon_tag>(context);
    Match match = lexicon.match(category, frame, first, last);
    if (!match) return false;
    x3::traits::move_to(match.lexeme, attribute);
    first = match.end;
    return true;
  }

  Category category;
  KindKey frame;
};
constexpr phrase_parser phrase(Category category, KindKey frame = {}) {
  return {category, frame};
}

/// The longest phrase of a category, if it has this name; without attribute.
struct named_parser : x3::parser<named_parser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  constexpr named_parser(Category wanted, std::string_view wanted_name) : category(wanted), name(wanted_name) {}

  template <class Context, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RContext&, Attribute&) const {
    if (first == last || !is(*first, category)) return false;
    const Lexicon& lexicon = x3::get<lexicon_tag>(context);
    Match match = lexicon.match(category, first, last);
    if (!match || match.lexeme->name != name) return false;
    first = match.end;
    return true;
  }

  Category category;
  std::string_view name;
};
constexpr named_parser named(Category category, std::string_view name) {
  return {category, name};
}

/// Another grammar's plain function `bool read(Iterator& first, Iterator last, const Lexicon&, Value&)` as a parser.
template <class Value>
struct reader_parser : x3::parser<reader_parser<Value>> {
  using attribute_type = Value;
  using Function = bool (*)(Iterator&, Iterator, const Lexicon&, Value&);
  static constexpr bool has_attribute = true;

  constexpr explicit reader_parser(Function wanted) : function(wanted) {}

  template <class Context, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RContext&, Attribute& attribute) const {
    Iterator at = first;
    Value value{};
    if (!function(at, last, x3::get<lexicon_tag>(context), value)) return false;
    x3::traits::move_to(std::move(value), attribute);
    first = at;
    return true;
  }

  Function function;
};
template <class Value>
constexpr reader_parser<Value> reader(bool (*function)(Iterator&, Iterator, const Lexicon&, Value&)) {
  return reader_parser<Value>(function);
}

/// Parses into a fresh attribute and hands it over on success only: a failed branch leaves no trace.
template <class Subject>
struct whole_directive : x3::unary_parser<Subject, whole_directive<Subject>> {
  using base_type = x3::unary_parser<Subject, whole_directive<Subject>>;
  static constexpr bool is_pass_through_unary = true;
  static constexpr bool handles_container = Subject::handles_container;

  constexpr explicit whole_directive(const Subject& wanted) : base_type(wanted) {}

  template <class Context, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RContext& rcontext,
             Attribute& attribute) const {
    Attribute fresh{};
    Iterator at = first;
    if (!this->subject.parse(at, last, context, rcontext, fresh)) return false;
    attribute = std::move(fresh);
    first = at;
    return true;
  }
};
struct whole_generator {
  template <class Subject>
  constexpr auto operator[](const Subject& subject) const {
    return whole_directive<typename x3::extension::as_parser<Subject>::value_type>(x3::as_parser(subject));
  }
};
constexpr whole_generator whole{};

/// Runs a grammar at `first`; on success moves `first` behind what was read.
template <class Parser, class Attribute>
bool read_with(const Parser& parser, Iterator& first, Iterator last, const Lexicon& lexicon, Attribute& attribute) {
  return x3::parse(first, last, x3::with<lexicon_tag>(lexicon)[parser], attribute);
}

}  // namespace claimcheck::grammar
