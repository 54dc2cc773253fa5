#include "verb_group.hpp"

#include "part.hpp"

namespace claimcheck::grammar {

bool ends_in_ly(const Token& token, std::string_view text) {
  return token.span.size() > 4 && ends_in(token, text, "ly");
}

namespace {

/// The longest event phrase at a token, with every frame that the same event has for it.
struct event_parser : x3::parser<event_parser> {
  using attribute_type = VerbGroup;
  static constexpr bool has_attribute = true;

  template <class Context, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RContext&, Attribute& attribute) const {
    if (first == last || !is(*first, Category::event)) return false;
    thread_local std::vector<Match> found;
    x3::get<lexicon_tag>(context).matches(Category::event, first, last, found);
    if (found.empty()) return false;
    VerbGroup group;
    group.event = chosen(found, last);
    for (const Match& match : found)
      if (match.end == found.front().end && match.lexeme->name == group.event->name)
        group.frames |= static_cast<std::uint8_t>(match.lexeme->code);
    first = found.front().end;
    x3::traits::move_to(group, attribute);
    return true;
  }

  /// "shootings | of 12" are those shot, "12 shootings" attacks.
  static const Lexeme* chosen(const std::vector<Match>& found, Iterator last) {
    Iterator behind = found.front().end;
    bool of = behind != last && behind->key == word_key("of");
    for (const Match& match : found)
      if (match.end == behind && ((match.lexeme->code & frame_of) != 0) == of) return match.lexeme;
    return found.front().lexeme;
  }
};

/// "also", "reportedly": lexicon modifiers and words in -ly.
struct adverb_parser : x3::parser<adverb_parser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  template <class Context, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RContext&, Attribute&) const {
    if (first == last || first->kind != TokenKind::word) return false;
    if (is(*first, Category::event) || is(*first, Category::cardinal)) return false;
    bool in_ly = ends_in_ly(*first, x3::get<text_tag>(context));
    if (!in_ly && !no_adjective(first, last, x3::get<lexicon_tag>(context))) return false;
    ++first;
    return true;
  }

  static bool no_adjective(Iterator at, Iterator last, const Lexicon& lexicon) {
    Match match = lexicon.match(Category::modifier, at, last);
    return match && match.lexeme->name == "adverb";
  }
};

const event_parser event_word;
const adverb_parser adverb;
const auto be = named(Category::helper, "be");
const auto have = named(Category::helper, "have");
const auto of_one = word("was", "is", "has", "wasn't", "isn't", "hasn't");
const auto modal = named(Category::helper, "modal");
const auto negated = named(Category::helper, "negated");
const auto reported = named(Category::helper, "reported");
const auto to = named(Category::helper, "to");

constexpr auto set_be = [](auto& context) { x3::_val(context).be = true; };
constexpr auto set_have = [](auto& context) { x3::_val(context).have = true; };
constexpr auto set_singular = [](auto& context) { x3::_val(context).singular = true; };
constexpr auto set_negated = [](auto& context) { x3::_val(context).negated = true; };
constexpr auto set_projected = [](auto& context) { x3::_val(context).projected = true; };
constexpr auto set_infinitive = [](auto& context) { x3::_val(context).infinitive = true; };
constexpr auto set_event = [](auto& context) {
  VerbGroup& group = x3::_val(context);
  const VerbGroup& read = x3::_attr(context);
  group.event = read.event;
  group.frames = read.frames;
};

struct verb_group_tag;
struct auxiliaries_tag;
const x3::rule<verb_group_tag, VerbGroup> verb_group = "verb group";
const x3::rule<auxiliaries_tag, VerbGroup> auxiliaries = "auxiliaries";

// "believed | to have died": what is said of the subject, not what it is to do.
constexpr auto begin_again = [](auto& context) { x3::_val(context).be = false; };
const auto reported_infinitive = (to >> &(be | have | event_word))[begin_again];
const auto helper = -(&of_one >> x3::eps[set_singular]) >>
                    (be[set_be] | have[set_have] | modal[set_projected] | negated[set_negated] |
                     (phrase(Category::projection)[set_projected] >> -reported_infinitive) | adverb);
const auto since = word("since") >> &be;
const auto verb_group_def =
    *(helper | since | word("all", "both", "each") | (reported >> (&event_word | reported_infinitive)) |
      (to >> &(helper | event_word))[set_infinitive]) >>
    event_word[set_event];
const auto auxiliaries_def = +helper;

BOOST_SPIRIT_DEFINE(verb_group, auxiliaries)

template <class Rule>
bool read(const Rule& rule, TokenIterator& first, TokenIterator last, const Lexicon& lexicon, const Segmented& text,
          VerbGroup& group) {
  return x3::parse(first, last, x3::with<lexicon_tag>(lexicon)[x3::with<text_tag>(text.text)[rule]], group);
}

}  // namespace

bool read_verb_group(TokenIterator& first, TokenIterator last, const Lexicon& lexicon, const Segmented& text,
                     VerbGroup& group) {
  return read(verb_group, first, last, lexicon, text, group);
}

bool read_auxiliaries(TokenIterator& first, TokenIterator last, const Lexicon& lexicon, const Segmented& text,
                      VerbGroup& group) {
  return read(auxiliaries, first, last, lexicon, text, group);
}

bool read_event(TokenIterator& first, TokenIterator last, const Lexicon& lexicon, VerbGroup& group) {
  return x3::parse(first, last, x3::with<lexicon_tag>(lexicon)[event_word], group);
}

}  // namespace claimcheck::grammar
