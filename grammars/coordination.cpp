#include "coordination.hpp"

#include "chunk_terminals.hpp"
#include "part.hpp"
#include "word_set.hpp"

#include <algorithm>

namespace claimcheck::grammar {
namespace {

using K = ChunkKind;

/// A list as it grows.
struct List {
  Coordination found;
  const Chunk* last = nullptr;  ///< the noun phrase of the last member; null for a name
  std::uint8_t determined = 0;  ///< "the wife", "a wife"
  std::uint8_t bare = 0;        ///< "wife"
  std::uint8_t figures = 0;     ///< "four" of "four men and a woman"
  bool nameless = false;        ///< some figure has no noun: "3" of "kills 3, self"
  bool closed = false;          ///< "and" stands before the last member
  bool loose = false;           ///< only a comma stands before some member
  bool broken = false;          ///< what follows cannot be another person: "a teacher and mother"

  std::size_t size() const { return found.figures + found.singles; }
};

/// `x3::with<segmented_tag>(text)[p]` is how a grammar over chunks sees the tokens.
struct segmented_tag;

template <class Predicate>
struct chunk_in_text : x3::parser<chunk_in_text<Predicate>> {
  using attribute_type = const Chunk*;
  static constexpr bool has_attribute = true;

  constexpr explicit chunk_in_text(Predicate wanted) : predicate(wanted) {}

  template <class Context, class RContext, class Attribute>
  bool parse(ChunkIterator& first, const ChunkIterator& last, const Context& context, RContext&,
             Attribute& attribute) const {
    if (first == last || !predicate(*first, x3::get<segmented_tag>(context), x3::get<lexicon_tag>(context)))
      return false;
    x3::traits::move_to(&*first, attribute);
    ++first;
    return true;
  }

  Predicate predicate;
};

const Token& first_token(const Chunk& chunk, const Segmented& text) {
  return text.tokens[chunk.tokens.begin];
}

bool is_person(const Chunk& chunk) {
  const Lexeme* noun = chunk.subject.noun;
  return noun && noun->category == Category::person && noun->name != "family" && noun->name != "member" &&
         noun->kind != "mass";
}

/// "men and women" behind one figure or article is no single member.
bool joins(const SubjectFrame& subject, const Segmented& text) {
  return std::any_of(text.at(subject.tokens.begin), text.at(subject.tokens.end),
                     [](const Token& token) { return token.key == word_key("and") || token.key == word_key("or"); });
}

bool has_own_figure(const Chunk& chunk, const Segmented& text, const Lexicon&) {
  if (chunk.none || chunk.money || chunk.partitive || chunk.verb.event || !chunk.latest_tokens.empty()) return false;
  if (chunk.kind == K::figure) return is_person(chunk) || (!chunk.subject.noun && may_be_person(chunk.subject, text));
  if (chunk.kind != K::singular || (joins(chunk.subject, text) && !chunk.subject.tokens.empty())) return false;
  return is_person(chunk) || chunk.subject.tokens.empty();
}

/// "his wife", "the driver", "wife": one, though no figure says so.
bool is_one_person(const Chunk& chunk, const Segmented& text, const Lexicon&) {
  static constexpr WordSet of_many("every", "each", "either", "neither", "any", "no", "some", "all", "such", "what",
                                   "which");
  return chunk.kind == K::group && is_person(chunk) && chunk.subject.noun->kind == "singular" && !chunk.none &&
         !of_many.contains(first_token(chunk, text)) && !joins(chunk.subject, text);
}

bool is_clitic(const Chunk& chunk, const Segmented& text, const Lexicon&) {
  return first_token(chunk, text).kind == TokenKind::clitic;
}

bool is_name_word(const Chunk& chunk, const Segmented& text, const Lexicon& lexicon) {
  const Token& token = first_token(chunk, text);
  constexpr std::uint64_t common = bits(Category::month, Category::weekday, Category::event, Category::thing,
                                        Category::claimant, Category::speech, Category::person);
  if (chunk.kind != K::other || chunk.tokens.size() != 1 || chunk.nominal || !is_word(token) || !token.capital ||
      token.all_caps || token.classes & common)
    return false;
  TokenIterator at = text.at(chunk.tokens.begin);
  return !is_closed(at, at + 1, lexicon) && !lexicon.match(Category::affiliation, at, at + 1);
}

bool is_initial_stop(const Chunk& chunk, const Segmented& text, const Lexicon&) {
  const Token& token = first_token(chunk, text);
  return chunk.tokens.size() == 1 && token.mark == '.' && token.glued && chunk.tokens.begin > 0 &&
         text.tokens[chunk.tokens.begin - 1].span.size() <= 2;
}

bool is_age(const Chunk& chunk, const Segmented& text, const Lexicon&) {
  return chunk.kind == K::other && first_token(chunk, text).kind == TokenKind::number;
}

bool is_self(const Chunk& chunk, const Segmented& text, const Lexicon&) {
  static constexpr WordSet selves("himself", "herself", "self");
  return chunk.tokens.size() == 1 && selves.contains(first_token(chunk, text));
}

bool is_and(const Chunk& chunk, const Segmented& text, const Lexicon&) {
  return (chunk.kind == K::conjunction || chunk.kind == K::other) &&
         (first_token(chunk, text).key == word_key("and") || first_token(chunk, text).mark == '&');
}

bool is_both(const Chunk& chunk, const Segmented& text, const Lexicon&) {
  return chunk.nominal && first_token(chunk, text).key == word_key("both");
}

void add_group(List& list, const Lexeme* noun) {
  Coordination& found = list.found;
  if (list.size() == 0) found.noun = noun;
  if (!found.noun || !noun || found.noun->name != noun->name) found.noun = nullptr;
}

/// Whether two nouns without an article of their own are two persons: "a man and woman", not "a teacher and mother".
bool are_two(const Chunk* before, const Chunk& bare) {
  auto is_kin = [](std::string_view group) { return group == "man" || group == "woman" || group == "child"; };
  if (!before || !before->subject.noun || before->kind == K::figure) return false;
  std::string_view first = before->subject.noun->name, second = bare.subject.noun->name;
  return is_kin(first) && is_kin(second) && first != second;
}

void add_person(List& list, const Chunk& chunk, bool bare) {
  add_group(list, chunk.subject.noun);
  if (bare && list.determined && !are_two(list.last, chunk)) list.broken = true;
  list.found.attackers |= chunk.subject.attackers;
  (bare ? list.bare : list.determined)++;
  list.last = &chunk;
}

constexpr auto add_counted = [](auto& context) {
  List& list = x3::_val(context);
  const Chunk& chunk = *x3::_attr(context);
  x3::_pass(context) = list.found.figures < Coordination::most;
  if (!x3::_pass(context)) return;
  if (chunk.kind == K::figure) {
    list.figures++;
    list.nameless |= chunk.subject.tokens.empty();
  }
  add_person(list, chunk, chunk.bare);
  list.found.counted[list.found.figures++] = &chunk;
};
constexpr auto add_definite = [](auto& context) {
  List& list = x3::_val(context);
  add_person(list, *x3::_attr(context), false);
  list.found.singles++;
};
constexpr auto add_bare = [](auto& context) {
  List& list = x3::_val(context);
  add_person(list, *x3::_attr(context), true);
  list.found.singles++;
};
constexpr auto add_name = [](auto& context) {
  List& list = x3::_val(context);
  add_group(list, nullptr);
  list.found.singles++;
  list.found.names = true;
  list.last = nullptr;
};
constexpr auto add_self = [](auto& context) {
  List& list = x3::_val(context);
  add_group(list, nullptr);
  list.found.singles++;
  list.found.attackers = list.closed = true;
};
constexpr auto by_and = [](auto& context) { x3::_val(context).closed = true; };
constexpr auto by_comma = [](auto& context) {
  List& list = x3::_val(context);
  list.broken |= list.closed;
  if (list.size() == 2) list.found.apposable = true;
  list.loose = true;
};

struct persons_tag;
const x3::rule<persons_tag, List> persons = "persons";

const chunk_in_text own_figure{has_own_figure};
const chunk_in_text one_person{is_one_person};
const chunk_in_text determined_person{[](const Chunk& chunk, const Segmented& text, const Lexicon& lexicon) {
  const Token& first = first_token(chunk, text);
  return first.classes & bits(Category::determiner, Category::pronoun) && first.key != word_key("both") &&
         is_one_person(chunk, text, lexicon);
}};
const chunk_in_text possessed{[](const Chunk& chunk, const Segmented& text, const Lexicon& lexicon) {
  return is(first_token(chunk, text), Category::pronoun) && is_one_person(chunk, text, lexicon);
}};
const chunk_in_text clitic{is_clitic};
const chunk_in_text name_word{is_name_word};
const chunk_in_text initial_stop{is_initial_stop};
const chunk_in_text age_figure{is_age};
const chunk_in_text self{is_self};
const chunk_in_text and_word{is_and};
const chunk_in_text both{is_both};

// "Abu Mahdi | al Muhandi"
const chunk_in_text particle{[](const Chunk& chunk, const Segmented& text, const Lexicon&) {
  static constexpr WordSet particles("al", "el", "de", "da", "del", "di", "la", "bin", "ibn", "van", "von", "der");
  return chunk.tokens.size() == 1 && particles.contains(first_token(chunk, text));
}};
const auto full_name = name_word >> -initial_stop >>
                       x3::repeat(1, 4)[x3::repeat(0, 2)[particle] >> name_word >> -initial_stop];
const auto age = chunk(K::comma) >> age_figure;
// "a girl | at her home and ..."
const chunk_in_text plain_word{[](const Chunk& chunk, const Segmented& text, const Lexicon&) {
  bool thing = chunk.subject.noun && chunk.subject.noun->category == Category::thing;
  return chunk.kind == K::other ? is_word(first_token(chunk, text)) : thing && chunk.kind != K::figure;
}};
const auto where = chunk(K::preposition, K::reached) >> x3::repeat(1, 3)[plain_word] >> &and_word;
const auto apposed = x3::omit[x3::repeat(0, 4)[name_word] >> -(age | where)];
const auto owner = x3::omit[x3::repeat(1, 4)[name_word] >> clitic];
const auto described = own_figure[add_counted] | owner >> one_person[add_definite] | determined_person[add_definite] |
                       one_person[add_bare];
const auto named = x3::omit[full_name >> -age | name_word >> (age | &(and_word >> possessed))] >> x3::eps[add_name];
const auto member = described >> apposed | named;
// "both Lindsay and his son", "both Lindsay and Duncan"
const auto pair = &(both >> name_word >> and_word) >> x3::omit[both >> name_word >> and_word] >> x3::eps[add_name] >>
                  (member | x3::omit[name_word] >> x3::eps[add_name]) >> x3::eps[by_and];
const auto itself =
    x3::omit[(chunk(K::comma) >> -and_word | and_word) >> -chunk(K::adverb) >> self] >> x3::eps[add_self];
const auto another = x3::omit[-chunk(K::comma) >> and_word] >> member >> x3::eps[by_and] |
                     x3::omit[chunk(K::comma)] >> member >> x3::eps[by_comma] | itself;
const auto persons_def = pair | x3::omit[-both] >> member >> +another;

BOOST_SPIRIT_DEFINE(persons)

/// The members are of one kind, and are persons of their own: what stands behind a comma may describe the one before.
bool is_sound(const List& list) {
  if (list.broken || (list.nameless && list.figures > 1)) return false;
  if (list.found.names && list.determined + list.bare > 0) return list.size() == 2 && !list.loose;
  bool headline = list.bare > 0 || (list.last && list.last->subject.others);
  return list.closed || headline;
}

bool may_begin(const Chunk& chunk, const Segmented& text) {
  if (chunk.kind == K::other) return chunk.nominal || first_token(chunk, text).capital;
  return !chunk.subject.noun || is_person(chunk);
}

bool may_go_on(ChunkIterator at, ChunkIterator end) {
  return at != end && (at->kind == K::comma || at->kind == K::conjunction || at->kind == K::other ||
                       at->kind == K::preposition || at->kind == K::reached || at->kind == K::group);
}

bool is_nominal(const Chunk& chunk) {
  return chunk.kind == K::figure || chunk.kind == K::singular || chunk.kind == K::group || chunk.kind == K::other ||
         chunk.kind == K::of;
}

/// "On Monday, | a man and his son", "In the fire, | ..": what stands before the comma is no member.
bool opens_sentence(ChunkIterator begin, ChunkIterator end) {
  const Chunk& first = *begin;
  bool phrase = first.kind == K::preposition || first.kind == K::date || first.kind == K::place ||
                first.kind == K::boundary || first.kind == K::adverb;
  return phrase && std::none_of(begin, end, [](const Chunk& chunk) { return chunk.kind == K::conjunction; });
}

/// Nothing before the list belongs to it: "the mayor, | a guard and a cook", "a dog and | a man and his son".
bool begins_list(ChunkIterator begin, ChunkIterator at, bool headline, const Segmented& text, const Lexicon& lexicon) {
  if (at == begin) return true;
  const Chunk& before = *(at - 1);
  bool joined = before.kind == K::comma || before.kind == K::conjunction;
  if (joined && at - 1 == begin) return true;
  if (before.kind == K::conjunction) return !is_nominal(*(at - 2)) && (at - 2)->kind != K::comma;
  if (before.kind == K::comma)
    return (at - 2)->kind == K::date || (at - 2)->kind == K::place || (at - 2)->kind == K::attribution ||
           (headline && (at - 2)->kind == K::event) || opens_sentence(begin, at - 1);
  if (is_age(before, text, lexicon)) return begins_list(begin, at - 1, headline, text, lexicon);
  bool noun = before.kind == K::figure || before.kind == K::singular || before.kind == K::group;
  return !noun && before.kind != K::preposition && before.kind != K::apart && before.kind != K::including &&
         before.kind != K::among && !is_name_word(before, text, lexicon) && !is_clitic(before, text, lexicon);
}

/// "the two guards | of his house"
ChunkIterator behind_of(ChunkIterator at, ChunkIterator end) {
  if (at == end || at->kind != K::of) return at;
  constexpr int reach = 4;
  for (int i = 0; at != end && i < reach && (at->kind == K::of || is_nominal(*at) || at->kind == K::place); i++) ++at;
  return at;
}

/// Nor anything behind it: "a man and his son, | and a dog".
bool ends_list(ChunkIterator at, ChunkIterator end, bool closed) {
  at = behind_of(at, end);
  if (at == end) return true;
  if (at->kind == K::of || at->kind == K::apart || at->kind == K::including || at->kind == K::group) return false;
  if (at->kind == K::comma && closed && (at + 1 == end || (at + 1)->kind != K::conjunction)) return true;
  if (at->kind != K::comma && at->kind != K::conjunction) return true;
  if (at->kind == K::comma) ++at;
  bool joined = at != end && at->kind == K::conjunction;
  if (!joined && !closed) return false;
  if (joined) ++at;
  return at == end || !is_nominal(*at);
}

}  // namespace

bool read_coordination(ChunkIterator& first, const std::vector<Chunk>& chunks, const Segmented& text,
                       const Lexicon& lexicon, Coordination& out) {
  if (!may_begin(*first, text) || !may_go_on(first + 1, chunks.end())) return false;
  ChunkIterator at = first;
  List read{};
  auto in_text = x3::with<segmented_tag>(text)[x3::with<lexicon_tag>(lexicon)[persons]];
  if (!x3::parse(at, chunks.end(), in_text, read) || !is_sound(read)) return false;
  if (!begins_list(chunks.begin(), first, read.determined == 0, text, lexicon) ||
      !ends_list(at, chunks.end(), read.closed))
    return false;
  out = read.found;
  out.tokens = {first->tokens.begin, (at - 1)->tokens.end};
  while (text.tokens[out.tokens.end - 1].mark == ',') out.tokens.end--;
  first = at;
  return true;
}

}  // namespace claimcheck::grammar
