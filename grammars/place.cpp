#include "place.hpp"

#include "part.hpp"
#include "word_set.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace claimcheck::grammar {
namespace {

/// A place as written: its name, the larger place beside it, and what it is.
struct Reading {
  Part name;
  Part within;
  PlaceLink link = PlaceLink::in;
};

constexpr int description_reach = 5;  ///< words between the article and "city of": "the rebel-held northern Syrian"
constexpr int dateline_reach = 16;    ///< tokens between a dateline's place and its dash

bool is_capital_word(const Token& token) {
  return is_word(token) && token.capital;
}

bool glued_join(Iterator at, Iterator last) {
  return at != last && at->kind == TokenKind::punctuation && at->glued && !at->long_dash &&
         (at->mark == '-' || at->mark == '.' || at->mark == '\'') && at + 1 != last && is_capital_word(*(at + 1)) &&
         (at->mark == '.' || (at + 1)->glued);
}

bool is_shouting(Iterator at, Iterator last) {
  return at->all_caps && at + 1 != last && is_word(*(at + 1)) && ((at + 1)->all_caps || (at + 1)->span.size() == 1);
}

Match place_word_at(Iterator at, Iterator last, const Lexicon& lexicon, std::string_view name) {
  if (at == last || !is(*at, Category::place_word)) return {};
  Match match = lexicon.match(Category::place_word, at, last);
  return match && match.lexeme->name == name ? match : Match{};
}

/// "County" of "Cook County"; a full name ends with it.
Match site_at(Iterator at, Iterator last, const Lexicon& lexicon) {
  Match match = place_word_at(at, last, lexicon, "site");
  return match && at->capital ? match : Match{};
}

/// "Lake" of "Lake Victoria"; a full name begins with it.
Match front_at(Iterator at, Iterator last, const Lexicon& lexicon) {
  if (!at->capital || !is(*at, Category::place_word)) return {};
  thread_local std::vector<Match> found;
  lexicon.matches(Category::place_word, at, last, found);
  auto front = std::find_if(found.begin(), found.end(), [](const Match& one) { return one.lexeme->name == "front"; });
  return front == found.end() ? Match{} : *front;
}

/// A word that can stand in a place's name: a capital, and nothing that we know as something else.
bool is_name_word(Iterator at, Iterator last, const Source& source) {
  if (!is_capital_word(*at) || is_closed(at, last, source.lexicon)) return false;
  for (Category category :
       {Category::person_title, Category::speech, Category::auxiliary, Category::season, Category::holiday})
    if (source.lexicon.match(category, at, last)) return false;
  return !place_word_at(at, last, source.lexicon, "not");
}

/// A name of the gazetteer, written with a capital.
bool read_known(Iterator& at, Iterator last, const Source& source, Part&) {
  if (!at->capital || (at->key == word_key("us") && !is_acronym(at, last))) return false;
  Iterator end = source.lexicon.match_place_name(at, last);
  if (end == at || (end == at + 1 && is(*at, Category::place_word))) return false;
  constexpr std::uint64_t common =
      bits(Category::determiner, Category::preposition, Category::conjunction, Category::auxiliary, Category::modifier,
           Category::stop_noun, Category::event, Category::person, Category::month, Category::weekday);
  if (end == at + 1 && (at->classes & common) &&
      (at->all_caps || is(*at, Category::month) || is(*at, Category::weekday)))
    return false;
  at = end;
  return true;
}

/// Capitals up to a place's own word: "Cook County", "Tahrir Square", "Austin Peay State University".
bool read_site_name(Iterator& at, Iterator last, const Source& source, Part&) {
  Iterator end = at;
  for (Iterator next = at; next != last && next - at < 7;) {
    if (Match site = site_at(next, last, source.lexicon); site && next != at) {
      end = next = site.end;
      continue;
    }
    if (glued_join(next, last) ||
        (next->kind == TokenKind::ordinal && next + 1 != last && site_at(next + 1, last, source.lexicon))) {
      ++next;
      continue;
    }
    bool inner = next != at && (next->mark == '&' || next->key == word_key("of") || next->key == word_key("de") ||
                                next->key == word_key("la"));
    if (!inner && !is_name_word(next, last, source)) break;
    ++next;
  }
  if (end == at) return false;
  at = end;
  return true;
}

/// "Lake Victoria", "Gulf of Aden".
bool read_fronted_name(Iterator& at, Iterator last, const Source& source, Part&) {
  Match front = front_at(at, last, source.lexicon);
  if (!front || front.end == last || front.end->all_caps || !is_name_word(front.end, last, source)) return false;
  at = front.end + 1;
  return true;
}

/// "Gate 7 of", "Route 9": a number that counts nothing belongs to the name of something smaller than a place.
bool is_numbered(Iterator end, Iterator last) {
  if (end == last || end->kind != TokenKind::number) return false;
  return end + 1 == last || (end + 1)->kind == TokenKind::punctuation || is(*(end + 1), Category::preposition);
}

/// A run of capitals that the gazetteer does not know; in all-capitals text nothing tells it from other words.
bool read_unknown(Iterator& at, Iterator last, const Source& source, Part&) {
  if (is_shouting(at, last) || at->all_caps || !is_name_word(at, last, source)) return false;
  for (Category other :
       {Category::claimant, Category::affiliation, Category::person, Category::thing, Category::place_word})
    if (source.lexicon.match(other, at, last)) return false;
  Iterator end = at + 1;
  while (end != last) {
    if (glued_join(end, last)) {
      end += 2;
    } else if (is_name_word(end, last, source) && !end->all_caps) {
      ++end;
    } else {
      break;
    }
  }
  bool possessive = end != last && end->kind == TokenKind::clitic;
  // "in Weekend Shootings": a headline's words
  bool happening = std::any_of(at + 1, end, [](const Token& token) { return is(token, Category::event); });
  if (possessive || happening || is_numbered(end, last)) return false;
  at = end;
  return true;
}

/// "South Shore": the direction is a part of a name that nothing else knows.
bool read_directed(Iterator& at, Iterator last, const Source& source, Part& part) {
  if (!at->capital || at->all_caps) return false;
  Match direction = place_word_at(at, last, source.lexicon, "direction");
  if (!direction || direction.end == last || !is_capital_word(*direction.end)) return false;
  if (source.lexicon.match_place_name(direction.end, last) != direction.end) return false;
  Iterator rest = direction.end;
  if (!read_unknown(rest, last, source, part)) return false;
  at = rest;
  return true;
}

/// Capitals before a region's or settlement's word in all-capitals text: "SAN MIGUEL DEPARTMENT", "LA ESPERANZA FARM".
bool read_described(Iterator& at, Iterator last, const Source& source, Part&) {
  Iterator begin = at;
  if (source.lexicon.match(Category::affiliation, at, last)) return false;
  while (at != last && at - begin < 4 && is_capital_word(*at) && !is(*at, Category::place_word) &&
         !is_closed(at, last, source.lexicon))
    ++at;
  if (at == begin || at == last) return false;
  Match word = source.lexicon.match(Category::place_word, at, last);
  return word && (word.lexeme->name == "region" || word.lexeme->name == "settlement" || word.lexeme->name == "site");
}

/// The capitals that open a dateline.
bool read_shouted(Iterator& at, Iterator last, const Source& source, Part&) {
  Iterator begin = at;
  while (at != last && is_word(*at) && at->all_caps && !is_closed(at, last, source.lexicon)) ++at;
  return at != begin;
}

/// Capitals behind "the town of" in all-capitals text.
bool read_shouted_name(Iterator& at, Iterator last, const Source& source, Part&) {
  constexpr std::uint64_t verbal = bits(Category::event, Category::stop_noun, Category::speech);
  Iterator begin = at;
  while (at != last && at - begin < 4 && at->all_caps && is_word(*at) && !(at->classes & verbal) &&
         !is_closed(at, last, source.lexicon))
    ++at;
  return at != begin;
}

bool read_place_word(Iterator& at, Iterator last, const Source& source, Part& part) {
  Match match = source.lexicon.match(Category::place_word, at, last);
  if (!match || match.lexeme->name == "not" || match.lexeme->name == "direction") return false;
  part.lexeme = match.lexeme;
  at = match.end;
  return true;
}

bool read_direction(Iterator& at, Iterator last, const Source& source, Part&) {
  Match match = place_word_at(at, last, source.lexicon, "direction");
  if (!match) return false;
  at = match.end;
  return true;
}

bool read_attack(Iterator& at, Iterator last, const Source& source, Part&) {
  Match match = source.lexicon.match(Category::thing, at, last);
  if (!match || match.lexeme->name != "attack") return false;
  at = match.end;
  return true;
}

const part_parser known{read_known};
const part_parser site_name{read_site_name};
const part_parser fronted_name{read_fronted_name};
const part_parser unknown{read_unknown};
const part_parser directed{read_directed};
const part_parser described{read_described};
const part_parser place_word{read_place_word};
const part_parser direction{read_direction};
const part_parser attack{read_attack};
const part_parser shouted{read_shouted};
const part_parser shouted_name{read_shouted_name};

constexpr auto take_name = [](auto& context) { x3::_val(context).name = x3::_attr(context); };
constexpr auto take_within = [](auto& context) { x3::_val(context).within = x3::_attr(context); };
constexpr auto take_place = [](auto& context) {
  PlaceLink link = x3::_val(context).link;
  x3::_val(context) = x3::_attr(context);
  x3::_val(context).link = link;
};
constexpr auto take_link = [](auto& context) {
  constexpr std::array<std::pair<std::string_view, PlaceLink>, 5> links = {{{"in", PlaceLink::in},
                                                                            {"at", PlaceLink::at},
                                                                            {"near", PlaceLink::near},
                                                                            {"from", PlaceLink::from},
                                                                            {"toward", PlaceLink::toward}}};
  for (auto [name, link] : links)
    if (x3::_attr(context)->name == name) x3::_val(context).link = link;
};

struct named_tag;
struct surely_named_tag;
struct site_tag;
struct owned_tag;
struct place_tag;
struct sure_place_tag;
struct prepositional_tag;
struct attacked_tag;
struct dateline_tag;
struct modifier_tag;
struct struck_tag;
struct subject_tag;
const x3::rule<named_tag, Reading> named = "named";
const x3::rule<surely_named_tag, Reading> surely_named = "surely_named";
const x3::rule<site_tag, Reading> site = "site";
const x3::rule<owned_tag, Reading> owned = "owned";
const x3::rule<place_tag, Reading> place = "place";
const x3::rule<sure_place_tag, Reading> sure_place = "sure_place";
const x3::rule<prepositional_tag, Reading> prepositional = "prepositional";
const x3::rule<attacked_tag, Reading> attacked = "attacked";
const x3::rule<dateline_tag, Reading> dateline = "dateline";
const x3::rule<modifier_tag, Reading> modifier = "modifier";
const x3::rule<struck_tag, Reading> struck = "struck";
const x3::rule<subject_tag, Reading> subject = "subject";

const auto article = x3::omit[phrase(Category::determiner)];
const auto clitic = skip_if([](const Token& token) { return token.kind == TokenKind::clitic; });
const auto small_word = skip_if([](const Token& token) {
  return (is_word(token) && !is(token, Category::preposition)) || token.kind == TokenKind::number ||
         (token.mark == '-' && token.glued && !token.long_dash);
});
const auto place_words = x3::omit[+place_word];
const auto directions = x3::omit[*direction];
const auto adjectives = x3::omit[x3::repeat(0, +description_reach)[!place_word >> small_word]];

// "…, Syria", "…, in northern Syria", "…, the northwestern province of Syria", "… district of Nairobi"
// "Sanibel, Fla.,"
const auto abbreviation = -(glued_mark('.') >> &mark(','));
const auto beside = mark(',') >> ((-word("in") >> directions >> known[take_within] >> abbreviation) |
                                  (article >> adjectives >> place_words >> word("of", "in") >> known[take_within]));
const auto described_as = -(place_words >> -(word("of") >> known[take_within]));
const auto sure_name = site_name[take_name] | fronted_name[take_name] | known[take_name] | described[take_name];
const auto surely_named_def = sure_name >> described_as >> -beside;
const auto site_def = (site_name[take_name] | fronted_name[take_name]) >> -beside;
const auto named_def = surely_named[take_place] | (unknown[take_name] >> described_as >> -beside);

// "Syria's northwestern Idlib province"
const auto owned_def = known[take_within] >> clitic >> directions >>
                       (sure_name | (unknown[take_name] >> &place_words)) >> -place_words;

// "the Ardan district", "the rebel-held town of Ardan", "northern Syria"
const auto description = -article >> adjectives >> place_words >> word("of") >> -article;
const auto sure_place_def =
    (-article >> (owned[take_place] | surely_named[take_place])) |
    (description >> (owned[take_place] | named[take_place] | (shouted_name[take_name] >> -beside))) |
    (article >> (directed[take_name] | (directions >> unknown[take_name])) >> &place_words >> described_as) |
    (-article >> directions >> (owned[take_place] | surely_named[take_place]));
const auto place_def =
    sure_place[take_place] | (-article >> directed[take_name] >> -beside) | (directions >> named[take_place]);

// "A RAID NEAR ZACAPA.": behind "near" and before a mark even capitals among capitals are a name.
const auto before_mark =
    x3::eoi | &skip_if([](const Token& token) { return token.kind == TokenKind::punctuation && !token.glued; }) |
    &mark('.') | &mark(',');
const auto shouted_near =
    &word("near") >> phrase(Category::place_preposition, "any")[take_link] >> shouted_name[take_name] >> before_mark;

// "into the Sava River" is where it fell, "into Serbia" where it went.
const auto prepositional_def =
    (phrase(Category::place_preposition, "site")[take_link] >> -article >> site[take_place]) |
    (phrase(Category::place_preposition, "any")[take_link] >> place[take_place]) |
    (phrase(Category::place_preposition, "sure")[take_link] >> sure_place[take_place]) | shouted_near;

// "raids on Idlib", "the shelling of Idlib"
const auto attacked_def = word("on", "of") >> sure_place[take_place];

// "a quake struck | Malatya province"
const auto struck_def = skip_if([](const Token& token) { return is_word(token); }) >> sure_place[take_place];

// "Florida | has reported 1,471 deaths"
const auto figure = kind(TokenKind::number) | starts(bits(Category::cardinal, Category::hedge_before, Category::vague));
const auto toll = word("deaths", "cases", "fatalities", "infections", "homicides", "murders", "shootings", "killings",
                       "hospitalizations", "hospitalisations", "injuries");
const auto force = word("police", "officers", "deputies", "firefighters", "paramedics");
const auto subject_def = known[take_name] >> &force |
                         known[take_name] >> &(clitic >> x3::repeat(0, 2)[!toll >> !word("toll") >> small_word] >>
                                               (toll | word("toll"))) |
                         known[take_name] >>
                             &(-word("has", "have", "had") >> -word("reported", "recorded", "confirmed", "registered",
                                                                    "saw", "seen", "counted", "logged") >>
                               &figure >> x3::repeat(1, 5)[!toll >> small_word] >> toll);

// "Idlib province", "Kabul bombing"
const auto modifier_def = known[take_name] >>
                          (place_words | &(x3::repeat(0, 2)[!attack >> small_word] >> x3::omit[attack]));

// "BEIRUT (Reuters) -", "LIMA, 9 JAN 90 --"
const auto dash = skip_if([](const Token& token) { return token.mark == '-' && !token.glued; });
const auto filling = !dash >> skip_if([](const Token& token) { return token.mark != '.' || token.glued; });
const auto dateline_def = (known[take_name] | shouted[take_name]) >> -(mark(',') >> directions >> known[take_within]) >>
                          (dash | (x3::repeat(0, +dateline_reach)[filling] >> dash));

BOOST_SPIRIT_DEFINE(named, surely_named, site, owned, place, sure_place, prepositional, attacked, dateline, modifier,
                    struck, subject)

bool has_bracket(Iterator first, Iterator last) {
  return std::any_of(first, last, [](const Token& token) { return token.mark == '('; });
}

class Places {
 public:
  Places(const Segmented& text, const Sentence& sentence, const Lexicon& lexicon, std::vector<PlaceFrame>& out)
      : text_(text),
        lexicon_(lexicon),
        out_(out),
        at_(text.at(sentence.tokens.begin)),
        last_(text.at(sentence.tokens.end)),
        paragraph_start_(sentence.paragraph_start) {}

  void run() {
    if (at_ != last_) read_dateline();
    while (at_ != last_)
      if (!read()) ++at_;
  }

 private:
  bool read() {
    if (is(*at_, Category::place_preposition))
      return (read_as(prepositional) || attacked_there()) && (read_further(), true);
    if (at_->key == word_key("of")) return attacked_there() && (read_further(), true);
    if (!is_word(*at_)) return false;
    if (!at_->capital) return may_strike(*at_) && read_as(struck, PlaceLink::at);
    if (lexicon_.match_place_name(at_, last_) == at_) return false;
    return read_as(owned, PlaceLink::possessive) || read_as(modifier, PlaceLink::modifier) ||
           read_as(subject, PlaceLink::in);
  }

  static bool may_strike(const Token& word) {
    static constexpr WordSet verbs("struck", "strikes", "hit", "hits", "rocked", "rocks", "shook", "shakes", "jolted",
                                   "jolts", "battered", "pounded", "devastated", "ravaged", "lashed", "swept");
    return verbs.contains(word);
  }

  /// "raids on Idlib" happen there; a report on Idlib need not.
  bool attacked_there() {
    if (at_->key == word_key("on")) return after_attack() && read_as(attacked, PlaceLink::at);
    return at_ != text_.tokens.begin() && is_bombed(*(at_ - 1)) && read_as(attacked, PlaceLink::at);
  }
  /// "the shelling of Idlib", but not "the shooting of Michael"
  static bool is_bombed(const Token& word) {
    static constexpr WordSet bombed("bombing", "bombings", "bombardment", "shelling", "siege");
    return bombed.contains(word);
  }
  bool after_attack() const {
    if (at_ == text_.tokens.begin()) return false;
    Match match = lexicon_.match(Category::thing, at_ - 1, at_);
    return match && match.lexeme->name == "attack";
  }

  template <class Rule>
  bool read_as(const Rule& rule, std::optional<PlaceLink> link = std::nullopt) {
    Iterator at = at_;
    Reading reading{};
    if (!read_with(rule, at, last_, Source{lexicon_, text_.text}, reading) || is_claimant(reading.name)) return false;
    PlaceLink linked = link.value_or(reading.link);
    bool loose = linked == PlaceLink::toward || linked == PlaceLink::at;
    if (describes(reading.name, at)) return false;
    if (loose && at != last_ && at->kind == TokenKind::clitic) return false;
    add(reading, at, linked);
    return true;
  }

  /// "the U.S. | Consulate": a nation's, not there.
  bool describes(Part name, Iterator end) const {
    if (end == last_ || name.end != end || name.begin == at_ || !is(*(name.begin - 1), Category::determiner))
      return false;
    return is_capital_word(*end) && !end->all_caps && is(*name.begin, Category::affiliation) &&
           !is_closed(end, last_, lexicon_);
  }

  /// "in Idlib and Aleppo": the second has the first's link.
  void read_further() {
    while (at_ != last_ && (at_->mark == ',' || at_->key == word_key("and") || at_->key == word_key("or"))) {
      Iterator at = at_ + 1;
      Reading reading{};
      if (at == last_ || !read_with(surely_named, at, last_, Source{lexicon_, text_.text}, reading)) return;
      if (at != last_ && at->kind == TokenKind::clitic) return;
      add(reading, at, out_.back().link);
    }
  }

  /// Only at the start of a paragraph, in capitals or with the agency in brackets.
  void read_dateline() {
    if (!at_->capital || !(paragraph_start_ || at_ == text_.tokens.begin())) return;
    Iterator at = at_;
    Reading reading{};
    if (!read_with(dateline, at, last_, Source{lexicon_, text_.text}, reading)) return;
    if (!at_->all_caps && !has_bracket(at_, at)) return;
    add(reading, at, PlaceLink::dateline);
  }

  /// "in Washington Post": a longer name that is no place.
  bool is_claimant(Part name) const {
    Match match = lexicon_.match(Category::claimant, name.begin, last_);
    return match && match.end >= name.end && !lexicon_.match(Category::place_word, name.end - 1, last_);
  }

  void add(const Reading& reading, Iterator end, PlaceLink link) {
    PlaceFrame& frame = out_.emplace_back();
    frame.tokens = range({at_, end, nullptr});
    frame.name = range(reading.name);
    if (!reading.within.empty()) frame.within = range(reading.within);
    frame.link = link;
    at_ = end;
  }

  TokenRange range(Part part) const {
    auto index = [&](Iterator at) { return static_cast<std::uint32_t>(at - text_.tokens.begin()); };
    return {index(part.begin), index(part.end)};
  }

  const Segmented& text_;
  const Lexicon& lexicon_;
  std::vector<PlaceFrame>& out_;
  Iterator at_, last_;
  bool paragraph_start_;
};

}  // namespace

void read_places(const Segmented& text, const Sentence& sentence, const Lexicon& lexicon,
                 std::vector<PlaceFrame>& out) {
  Places(text, sentence, lexicon, out).run();
}

}  // namespace claimcheck::grammar
