#include "subject.hpp"

#include "part.hpp"
#include "word_set.hpp"

#include <algorithm>

namespace claimcheck::grammar {
namespace {

/// A noun phrase as it grows: the last noun read is its head.
struct Phrase {
  Iterator begin, end;
  Part head;
  Part affiliation;
  bool others = false;
};

constexpr WordKey us_key = word_key("us");

bool hyphen_follows(Iterator at, Iterator last) {
  return at != last && at->mark == '-' && at->glued && !at->long_dash && at + 1 != last && (at + 1)->glued &&
         (at + 1)->kind == TokenKind::word;
}

constexpr std::uint64_t closed =
    bits(Category::determiner, Category::pronoun, Category::auxiliary, Category::preposition, Category::conjunction);

/// No noun phrase goes beyond it: a mark, or a word of a closed class that is nothing else ("following", "US",
/// "off-duty").
bool ends_phrase(const Token& token) {
  constexpr std::uint64_t open =
      bits(Category::affiliation, Category::modifier, Category::stop_noun, Category::cardinal);
  if (token.kind == TokenKind::punctuation)
    return !(token.mark == '"' || token.mark == '\'' || token.mark == '&' || (token.mark == '-' && token.glued));
  if (!(token.classes & closed) || token.classes & open || token.glued) return false;
  return token.key != word_key("of") && token.key != word_key("and") && token.key != word_key("or");
}

/// The person or thing named at `at`, longest phrase first; those of one frame only if `frame` is given.
Match noun_at(Iterator at, Iterator last, const Lexicon& lexicon, KindKey frame = {}) {
  Match person = lexicon.match(Category::person, frame, at, last);
  Match thing = lexicon.match(Category::thing, frame, at, last);
  return thing && (!person || thing.end > person.end) ? thing : person;
}

bool is_plural(const Lexeme& noun) {
  return noun.kind == "plural" || noun.kind == "partitive";
}

bool is_participle(Iterator at, Iterator last, const Source& source) {
  return source.lexicon.match(Category::stop_noun, at, last) || ends_in(*at, source.text, "ed") ||
         ends_in(*at, source.text, "ing");
}

bool is_adverb(Iterator at, Iterator last, const Source& source) {
  Match match = source.lexicon.match(Category::modifier, at, last);
  return match ? match.lexeme->name == "adverb" : ends_in(*at, source.text, "ly");
}

bool read_noun(Iterator& at, Iterator last, const Source& source, Part& part) {
  Match match = noun_at(at, last, source.lexicon);
  if (!match || hyphen_follows(match.end, last)) return false;
  part.lexeme = match.lexeme;
  at = match.end;
  return true;
}

/// A noun that a phrase can end with and rarely goes beyond: a plural, or a common noun with a name behind it.
bool read_closing_noun(Iterator& at, Iterator last, const Source& source, Part& part) {
  bool lower = !at->capital;
  if (!read_noun(at, last, source, part)) return false;
  if (is_plural(*part.lexeme)) return true;
  return lower && part.lexeme->kind == "singular" && at != last && at->capital && !is(*at, Category::affiliation) &&
         !(at->classes & closed);
}

/// What may follow a plural within the phrase: "women soldiers", "army personnel", not "rebels attack".
bool read_further_noun(Iterator& at, Iterator last, const Source& source, Part& part) {
  return read_noun(at, last, source, part) && part.lexeme->kind != "singular";
}

/// "relatives of the 49 people killed": the figure counts others than the relatives.
bool are_kin_of_counted(Iterator at, Iterator of, Iterator last) {
  static constexpr WordSet kin("relatives", "family", "families", "followers", "supporters");
  if (!kin.contains(*at) || of == last || of->key != word_key("of")) return false;
  Iterator next = of + 1;
  while (next != last && next->classes & bits(Category::determiner, Category::pronoun)) ++next;
  return next != last && (next->kind == TokenKind::number || is(*next, Category::cardinal));
}

bool read_partitive(Iterator& at, Iterator last, const Source& source, Part& part) {
  Match match = noun_at(at, last, source.lexicon, "partitive");
  if (!match || are_kin_of_counted(at, match.end, last)) return false;
  part.lexeme = noun_at(at, last, source.lexicon).lexeme;
  at = match.end;
  return true;
}

bool read_affiliation(Iterator& at, Iterator last, const Source& source, Part& part) {
  if (at->key == us_key && !is_acronym(at, last)) return false;
  Match match = source.lexicon.match(Category::affiliation, at, last);
  if (!match || hyphen_follows(match.end, last)) return false;
  part.lexeme = match.lexeme;
  at = match.end;
  return true;
}

/// "St." of "St. Louis": its full stop ends nothing.
bool is_saint(Iterator at, Iterator last) {
  static constexpr WordSet saints("st", "ste", "ft", "mt");
  return at->capital && saints.contains(*at) && at + 2 < last && (at + 1)->mark == '.' && (at + 1)->glued &&
         (at + 2)->capital;
}

bool read_word(Iterator& at, Iterator last, const Source& source, Part&) {
  constexpr std::uint64_t never = bits(Category::cardinal, Category::scale);
  if (!is_word(*at) || (at->classes & never) || is_closed(at, last, source.lexicon)) return false;
  if (at->key == word_key("others")) return false;
  at += is_saint(at, last) ? 2 : 1;
  return true;
}

bool read_participle(Iterator& at, Iterator last, const Source& source, Part&) {
  if (!is_word(*at) || !is_participle(at, last, source)) return false;
  Match stop = source.lexicon.match(Category::stop_noun, at, last);
  if (stop && stop.lexeme->name == "verb") return false;
  ++at;
  return true;
}

bool read_adverb(Iterator& at, Iterator last, const Source& source, Part&) {
  if (!is_word(*at) || !is_adverb(at, last, source)) return false;
  ++at;
  return true;
}

bool read_adjective(Iterator& at, Iterator last, const Source& source, Part&) {
  Match match = source.lexicon.match(Category::modifier, at, last);
  if (!match || match.lexeme->name == "adverb") return false;
  at = match.end;
  return true;
}

/// A word of which we only know that it is no verb, participle, adjective or adverb.
bool read_unknown_noun(Iterator& at, Iterator last, const Source& source, Part& part) {
  if (is_participle(at, last, source) || is_adverb(at, last, source) || is(*at, Category::modifier)) return false;
  if (noun_at(at, last, source.lexicon)) return false;
  return read_word(at, last, source, part);
}

const part_parser noun{read_noun};
const part_parser closing_noun{read_closing_noun};
const part_parser further_noun{read_further_noun};
const part_parser partitive{read_partitive};
const part_parser affiliation{read_affiliation};
const part_parser any_word{read_word};
const part_parser participle{read_participle};
const part_parser adverb{read_adverb};
const part_parser adjective{read_adjective};
const part_parser unknown_noun{read_unknown_noun};

constexpr auto take_head = [](auto& context) { x3::_val(context).head = x3::_attr(context); };
constexpr auto take_affiliation = [](auto& context) {
  Part& taken = x3::_val(context).affiliation;
  const Part& part = x3::_attr(context);
  if (taken.begin == taken.end)
    taken = part;
  else if (taken.end == part.begin)
    taken.end = part.end;
};
constexpr auto take_all = [](auto& context) { x3::_val(context) = x3::_attr(context); };

/// "soldiers and rebels": the first keeps the head, unless it was only an adjective ("Turkish and Syrian soldiers").
constexpr auto take_second = [](auto& context) {
  Phrase& phrase = x3::_val(context);
  const Phrase& second = x3::_attr(context);
  if (phrase.head.begin == phrase.head.end) phrase.head = second.head;
};
/// "members of the security forces": people named behind "of" are the head, anything else leaves it where it is.
constexpr auto take_whole = [](auto& context) {
  Phrase& phrase = x3::_val(context);
  const Phrase& whole_phrase = x3::_attr(context);
  const Lexeme* inner = whole_phrase.head.lexeme;
  const Lexeme* outer = phrase.head.lexeme;
  bool measured = outer && outer->category == Category::thing;
  if (measured || (inner && inner->category == Category::person)) phrase.head = whole_phrase.head;
  phrase.affiliation = whole_phrase.affiliation;
};
constexpr auto take_others = [](auto& context) {
  x3::_val(context).head = x3::_attr(context);
  x3::_val(context).others = true;
};

bool read_others(Iterator& at, Iterator last, const Source&, Part&) {
  WordKey key = at->key;
  if (key != word_key("others") && key != word_key("more")) return false;
  ++at;
  return key == word_key("others") || at == last || at->key != word_key("than");
}
bool read_them(Iterator& at, Iterator, const Source&, Part&) {
  WordKey key = at->key;
  if (key != word_key("them") && key != word_key("those") && key != word_key("whom") && key != word_key("which") &&
      key != word_key("these"))
    return false;
  ++at;
  return true;
}
const part_parser others_word{read_others};
const part_parser them{read_them};

const auto any = skip_if([](const Token& token) { return is_word(token) || token.kind == TokenKind::number; });
const auto glued_any = skip_if([](const Token& token) { return is_word(token) && token.glued; });
const auto glued_hyphen = skip_if([](const Token& t) { return t.mark == '-' && t.glued && !t.long_dash; });
const auto opening_quote =
    skip_if([](const Token& token) { return token.mark == '"' || (token.mark == '\'' && token.opening); });
const auto clitic = skip_if([](const Token& token) { return token.kind == TokenKind::clitic; });

struct nominal_tag;
struct plain_tag;
struct second_tag;
struct counted_tag;
struct subject_tag;
const x3::rule<nominal_tag, Phrase> nominal = "nominal";
const x3::rule<plain_tag, Phrase> plain = "plain";
const x3::rule<second_tag, Phrase> second = "second";
const x3::rule<counted_tag, Phrase> counted = "counted";
const x3::rule<subject_tag, Phrase> subject = "subject";

const auto prefix = any >> glued_hyphen >> &glued_any;
const auto compound = x3::raw[+(!noun >> any >> glued_hyphen >> &glued_any) >> !noun >> glued_any];
constexpr auto take_compound = [](auto& context) {
  x3::_val(context).head = Part{x3::_attr(context).begin(), x3::_attr(context).end(), nullptr};
};
const auto possessive = clitic | (glued_mark('\'') >> !skip_if([](const Token& token) { return token.glued; }));

const auto follows = &(any_word | prefix | opening_quote);
const auto early = !noun >> !affiliation >> x3::omit[(adverb | participle | adjective) >> follows];
const auto side = !closing_noun >> affiliation[take_affiliation] >> -clitic >>
                  (follows | &(word("and", "or") >> affiliation));
const auto loose = side | (!closing_noun >> noun)[take_head] | compound[take_compound] | prefix |
                   x3::omit[!noun >> (participle | adverb) >> &noun] | x3::omit[!noun >> adjective >> follows] |
                   unknown_noun[take_head] |

                   (opening_quote >> &x3::omit[noun | affiliation | unknown_noun]);

// "33 | Turkish soldiers": modifiers and nouns, of which the last is the head.
const auto nominal_def = -opening_quote >> *early >> ((*(loose >> -(possessive >> follows)) >>
                                                       closing_noun[take_head] >> *further_noun[take_head]) |
                                                      (+(loose >> -(possessive >> follows))));
const auto plain_def = nominal[take_all] >> *(possessive >> nominal[take_all]) >>
                       -(word("and", "or", "&") >> second[take_second]);
const auto second_def =
    *(side | x3::omit[!closing_noun >> noun >> &noun]) >> further_noun[take_head] >> *further_noun[take_head];
const auto determiner = x3::omit[phrase(Category::determiner)];
const auto pronoun = x3::omit[phrase(Category::pronoun)];
const auto figure = x3::omit[kind(TokenKind::number) | starts(bits(Category::cardinal))];
const auto whole_of = word("of") >> -(determiner | pronoun) >> -figure;
const auto counted_def = *early >> partitive[take_head] >> whole_of >> plain[take_whole];
const auto subject_def = &word("others") >> others_word[take_others] | counted[take_all] | plain[take_all] |
                         others_word[take_others] |
                         (word("of") >> ((them[take_others] >> !any_word) |
                                         (-(determiner | pronoun) >> -figure >>
                                          (counted[take_all] | plain[take_all] | others_word[take_others]))));

BOOST_SPIRIT_DEFINE(nominal, plain, second, counted, subject)

}  // namespace

bool read_subject(TokenIterator& first, TokenIterator last, const Lexicon& lexicon, const Segmented& segmented,
                  SubjectFrame& frame) {
  Iterator at = first;
  Phrase phrase{};
  if (!read_with(subject, at, last, Source{lexicon, segmented.text}, phrase)) return false;
  if (phrase.head.begin == phrase.head.end) return false;
  auto index = [&](Iterator it) { return static_cast<std::uint32_t>(it - segmented.tokens.begin()); };
  auto range = [&](const Part& part) { return TokenRange{index(part.begin), index(part.end)}; };
  frame = {};
  frame.tokens = {index(first), index(at)};
  frame.head = range(phrase.head);
  frame.noun = phrase.head.lexeme;
  frame.others = phrase.others;
  frame.attackers = static_cast<bool>(lexicon.match(Category::attacker, phrase.head.begin, last));
  if (phrase.affiliation.begin != phrase.affiliation.end)
    frame.affiliation = range(phrase.affiliation);
  else if (lexicon.match(Category::affiliation, phrase.head.begin, phrase.head.end))
    frame.affiliation = frame.head;
  first = at;
  return true;
}

bool is_one(const SubjectFrame& subject, const Segmented& text) {
  if (subject.noun->kind == "singular") return true;
  return std::any_of(text.at(subject.tokens.begin), text.at(subject.tokens.end), [](const Token& token) {
    return token.key == word_key("member") || token.key == word_key("employee");
  });
}

bool is_countable(const SubjectFrame& subject, const Segmented& text) {
  if (subject.noun) return subject.noun->kind != "abstract";
  if (subject.others || subject.head.empty() || !subject.affiliation.empty()) return true;
  return ends_in(text.tokens[subject.head.end - 1], text.text, "s");
}

bool may_be_person(const SubjectFrame& subject, const Segmented& text) {
  if (subject.noun || subject.others || subject.head.empty() || !subject.affiliation.empty()) return true;
  const Token& head = text.tokens[subject.head.end - 1];
  if (head.capital && !head.all_caps) return true;
  constexpr std::string_view endings[] = {"ers", "ors", "ists", "ians", "ees", "mates",
                                          "men", "er",  "or",   "ist",  "ian", "ee"};
  return std::any_of(std::begin(endings), std::end(endings),
                     [&](std::string_view ending) { return ends_in(head, text.text, ending); });
}

bool noun_in_reach(TokenIterator first, TokenIterator last) {
  bool behind_of = false;  // "any of the …"
  for (TokenIterator at = first; at != last; ++at) {
    if (at->classes & bits(Category::person, Category::thing)) return true;
    if (is_saint(at, last)) {
      ++at;
      continue;
    }
    behind_of = at->key == word_key("of") || (behind_of && at->classes & bits(Category::determiner, Category::pronoun));
    if (!behind_of && ends_phrase(*at) && !hyphen_follows(at + 1, last)) return false;
  }
  return false;
}

}  // namespace claimcheck::grammar
