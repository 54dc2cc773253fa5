#pragma once

#include "terminals.hpp"

#include <string_view>

namespace claimcheck::grammar {

/// `x3::with<text_tag>(text)[p]` is how a grammar sees the letters of unknown words.
struct text_tag;

/// What a part reader may look at besides the tokens.
struct Source {
  const Lexicon& lexicon;
  std::string_view text;
};

/// A piece of a phrase, with its lexicon entry if it has one.
struct Part {
  Iterator begin, end;
  const Lexeme* lexeme = nullptr;

  bool empty() const { return begin == end; }
};

/// A plain function over tokens as a parser; its attribute is the part that it read.
struct part_parser : x3::parser<part_parser> {
  using attribute_type = Part;
  using Function = bool (*)(Iterator&, Iterator, const Source&, Part&);
  static constexpr bool has_attribute = true;

  constexpr explicit part_parser(Function wanted) : function(wanted) {}

  template <class Context, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RContext&, Attribute& attribute) const {
    Part part{first, first, nullptr};
    Iterator at = first;
    if (first == last || !function(at, last, Source{x3::get<lexicon_tag>(context), x3::get<text_tag>(context)}, part))
      return false;
    part.end = first = at;
    x3::traits::move_to(part, attribute);
    return true;
  }

  Function function;
};

template <class Parser, class Attribute>
bool read_with(const Parser& parser, Iterator& first, Iterator last, const Source& source, Attribute& attribute) {
  return x3::parse(first, last, x3::with<text_tag>(source.text)[x3::with<lexicon_tag>(source.lexicon)[parser]],
                   attribute);
}

inline bool is_word(const Token& token) {
  return token.kind == TokenKind::word || token.kind == TokenKind::alphanumeric;
}

/// Whether a word ends so, in either case.
inline bool ends_in(const Token& token, std::string_view text, std::string_view ending) {
  std::string_view word = text.substr(token.span.begin, token.span.size());
  if (word.size() < ending.size() + 2) return false;
  word.remove_prefix(word.size() - ending.size());
  for (std::size_t i = 0; i < ending.size(); i++)
    if (lower_case(static_cast<unsigned char>(word[i])) != static_cast<unsigned char>(ending[i])) return false;
  return true;
}

/// "US" and "WHO" in mixed-case text are names, not pronouns.
inline bool is_acronym(Iterator at, Iterator last) {
  if (!at->all_caps || (at->key != word_key("us") && at->key != word_key("who"))) return false;
  return at + 1 == last || !is_word(*(at + 1)) || !(at + 1)->all_caps;
}

/// A closed-class word or a day or month: no part of a noun phrase.
inline bool is_closed(Iterator at, Iterator last, const Lexicon& lexicon) {
  constexpr std::uint64_t classes =
      bits(Category::determiner, Category::pronoun, Category::auxiliary, Category::preposition, Category::conjunction,
           Category::weekday, Category::month, Category::day_word);
  if (!(at->classes & classes) || is_acronym(at, last)) return false;
  for (Category category : {Category::determiner, Category::pronoun, Category::auxiliary, Category::preposition,
                            Category::conjunction, Category::weekday, Category::month, Category::day_word})
    if (lexicon.match(category, at, last)) return true;
  return false;
}

}  // namespace claimcheck::grammar
