#include "claim.hpp"

#include "chunk_terminals.hpp"
#include "circumstance.hpp"
#include "coordination.hpp"
#include "part.hpp"
#include "word_set.hpp"

#include <algorithm>

namespace claimcheck::grammar {
namespace {

/// One who bears an event, and whether as a part of the bearer before.
struct Borne {
  const Chunk* chunk = nullptr;
  bool part = false;
  const Chunk* event = nullptr;  ///< its own, if it is not the clause's
};

struct Clause {
  std::vector<Borne> bearers;
  const Chunk* event = nullptr;
};

bool may_be_object(ChunkIterator at, ChunkIterator last) {
  return at != last && (at->kind == ChunkKind::figure || at->kind == ChunkKind::singular ||
                        at->kind == ChunkKind::group || at->nominal);
}

/// The verb group says that its subject bore the event: "were killed", "killed" with no object behind it, "died".
bool happens_to_subject(ChunkIterator at, ChunkIterator last) {
  if (at->kind != ChunkKind::event || at->verb.infinitive) return false;
  const VerbGroup& verb = at->verb;
  if (verb.frames & frame_subject) return true;
  if (verb.frames & frame_state && (verb.be || !verb.have)) return true;
  if (!(verb.frames & frame_passive)) return false;
  if (verb.be) return true;
  return !verb.have && !(verb.frames & frame_active && may_be_object(at + 1, last));
}

bool happens_to_object(ChunkIterator at, ChunkIterator) {
  return at->kind == ChunkKind::event && at->verb.frames & frame_active &&
         !(at->verb.be && at->verb.frames & frame_passive);
}

template <std::uint8_t Frames>
bool has_frame(ChunkIterator at, ChunkIterator) {
  return at->kind == ChunkKind::event && at->verb.frames & Frames;
}

constexpr auto add_bearer = [](auto& context) {
  x3::_val(context).bearers.push_back({x3::_attr(context), false, nullptr});
};
constexpr auto add_part = [](auto& context) {
  x3::_val(context).bearers.push_back({x3::_attr(context), true, nullptr});
};
constexpr auto set_part_event = [](auto& context) { x3::_val(context).bearers.back().event = x3::_attr(context); };
constexpr auto set_event = [](auto& context) { x3::_val(context).event = x3::_attr(context); };
/// "officials and a guard was killed": two do not bear what is said of one.
constexpr auto set_event_of_all = [](auto& context) {
  Clause& clause = x3::_val(context);
  auto wholes = std::count_if(clause.bearers.begin(), clause.bearers.end(), [](const Borne& who) { return !who.part; });
  clause.event = x3::_attr(context);
  const Chunk* last = clause.bearers.back().chunk;
  bool several = wholes >= 2 || (last->several && last->kind == ChunkKind::figure && last + 1 != clause.event);
  x3::_pass(context) = !several || !clause.event->verb.singular;
};

struct parts_tag;
struct bearers_tag;
struct subject_clause_tag;
struct object_clause_tag;
struct governed_clause_tag;
struct headline_clause_tag;
struct forced_clause_tag;
struct caused_clause_tag;
struct nominal_clause_tag;
struct toll_clause_tag;
struct counted_toll_clause_tag;
struct among_clause_tag;
struct members_clause_tag;
struct membership_clause_tag;
struct along_clause_tag;
struct modified_clause_tag;
struct whole_clause_tag;
struct among_counted_tag;
struct of_counted_tag;
struct list_verb_tag;
struct list_predicate_tag;
const x3::rule<subject_clause_tag, Clause> subject_clause = "bearers before the verb";
const x3::rule<object_clause_tag, Clause> object_clause = "bearers behind the verb";
const x3::rule<governed_clause_tag, Clause> governed_clause = "bearers behind a preposition";
const x3::rule<headline_clause_tag, Clause> headline_clause = "one bearer without an article";
const x3::rule<forced_clause_tag, Clause> forced_clause = "bearers that were made to do it";
const x3::rule<caused_clause_tag, Clause> caused_clause = "made to do it";
const x3::rule<nominal_clause_tag, Clause> nominal_clause = "the deaths of 12";
const x3::rule<toll_clause_tag, Clause> toll_clause = "the death toll rose to 12";
const x3::rule<counted_toll_clause_tag, Clause> counted_toll_clause = "to 12 the number of dead";
const x3::rule<among_clause_tag, Clause> among_clause = "six civilians were among at least 22 killed";
const x3::rule<members_clause_tag, Clause> members_clause = "among the dead were three children";
const x3::rule<membership_clause_tag, Clause> membership_clause = "three children were among the dead";
const x3::rule<along_clause_tag, Clause> along_clause = "was killed along with two bodyguards";
const x3::rule<modified_clause_tag, Clause> modified_clause = "three wounded soldiers";
const x3::rule<list_predicate_tag, Clause> list_predicate = "what is said of all of a list";
const x3::rule<whole_clause_tag, Clause> whole_clause = "seven of the 12 dead";
const x3::rule<among_counted_tag, Clause> among_counted = "among the 12 dead were seven soldiers";
const x3::rule<of_counted_tag, Clause> of_counted = "of the 12 killed, seven were soldiers";
const x3::rule<list_verb_tag, Clause> list_verb = "what happened to all of a list";

using K = ChunkKind;

const auto happens_before = chunk_if(happens_to_subject);
const auto happens_behind = chunk_if(happens_to_object);
const auto patient = chunk(K::figure, K::singular);
const auto separator = chunk(K::comma) >> -chunk(K::conjunction) >> -chunk(K::apart) |
                       chunk(K::conjunction) >> -chunk(K::apart) | chunk(K::apart);
const auto prepositional = chunk(K::preposition, K::of, K::among, K::reached) >>
                           x3::repeat(1, 5)[chunk(K::other, K::group, K::place, K::date)];
// ", and five people, including a mayor," goes on with somebody else.
const auto aside = chunk(K::comma) >> !(chunk(K::conjunction) >> patient) >>
                       x3::repeat(1, 16)[other_than(K::comma, K::event, K::boundary)] >> chunk(K::comma) |
                   chunk(K::open) >> x3::repeat(0, 16)[other_than(K::close)] >> chunk(K::close) |
                   chunk(K::dash) >> x3::repeat(1, 16)[other_than(K::dash, K::event)] >> chunk(K::dash);
// "who shot": the one that the pronoun stands for did it.
const auto bare_verb = chunk_if([](ChunkIterator at, ChunkIterator) {
  return at->kind == K::event && !at->verb.be && !(at->verb.frames & (frame_subject | frame_state));
});
const auto relative =
    -chunk(K::comma) >> chunk(K::relative) >> !bare_verb
    >> x3::repeat(0, 12)[other_than(K::event, K::boundary, K::figure, K::quote, K::comma, K::relative)] >>
    !chunk(K::relative);
// "who had gathered for the prayer | were shot dead": the relative clause has a verb of its own.
const auto finite_verb = chunk_if([](ChunkIterator at, ChunkIterator last) {
  return happens_to_subject(at, last) && (at->verb.be || at->verb.frames & frame_subject);
});
const auto relative_clause =
    -chunk(K::comma) >>
    chunk(K::relative, K::whose) >> x3::repeat(0,
                                               8)[other_than(K::event, K::boundary, K::figure, K::quote, K::comma)] >>
    chunk(K::event) >> x3::repeat(0, 10)[other_than(K::event, K::boundary, K::figure, K::quote, K::conjunction)] >>
    &finite_verb;
const auto insert =
    x3::omit[prepositional | chunk(K::place, K::date, K::attribution, K::adverb) | aside | relative_clause | relative];

// ", including four children and two women": every figure of the list is a part of the bearer before it.
const auto part_break = chunk(K::conjunction) | chunk(K::comma) >> !chunk(K::conjunction);
const auto where_or_when = x3::omit[prepositional | chunk(K::place, K::date)];
const auto part = patient[add_part] >> x3::repeat(0, 2)[where_or_when];
const auto before_part = chunk(K::figure, K::singular, K::group, K::other);
const auto part_list = (part | chunk(K::group)) >> *(part_break >> (part | chunk(K::group)));
const auto part_joint = chunk(K::comma) >> -chunk(K::conjunction) | chunk(K::conjunction);
const auto part_or_group = part | chunk(K::group);
const auto whole_list = &(patient >> x3::repeat(0, 2)[where_or_when] >> part_joint >> (patient | chunk(K::group))) >>
                        part >> +(part_joint >> part_or_group);
// ", five of them seriously", ", two of whom were pregnant,"
const auto of_them = chunk_if([](ChunkIterator at, ChunkIterator) { return at->partitive; });
const auto part_tail =
    x3::repeat(0, 4)[chunk(K::auxiliary, K::adverb, K::other, K::group, K::preposition, K::place, K::date)];
const auto manner = chunk_if(has_frame<frame_manner>);
const auto parts_of_them = &(-chunk(K::comma) >> of_them >> part_tail >> !chunk(K::event)) >>
                           -chunk(K::comma) >> of_them[add_part] >> x3::omit[part_tail];
const auto parts =
    parts_of_them |
    -chunk(K::comma) >>
        chunk(K::including, K::among) >> x3::repeat(0, 2)[chunk(K::other, K::group) >> &before_part] >> part_list
    | chunk(K::dash, K::colon, K::open) >> whole_list >> -chunk(K::dash, K::close);

// "7 shot, 1 fatally"
const auto worse_part = -chunk(K::comma) >> -chunk(K::conjunction) >>
                        &(patient >> manner) >> patient[add_part] >> manner[set_part_event];

const auto finite = x3::repeat(0, 6)[insert] >> (happens_before | chunk(K::auxiliary));
// "killing his wife and | four daughters has been ...": several do not bear what is said of one.
const auto said_of_one = chunk_if([](ChunkIterator at, ChunkIterator) { return at->verb.singular; });
const auto several = chunk_if([](ChunkIterator at, ChunkIterator) { return at->kind == K::figure && at->several; });
const auto another_clause = several >> x3::repeat(0, 6)[insert] >> !said_of_one >>
                                (happens_before | chunk(K::auxiliary)) |
                            !several >> patient >> finite;
// "12 victims and | the gunman | were killed": somebody else whom nothing counts.
const auto companion = chunk(K::group) >> &(separator | -chunk(K::comma) >> happens_before);
// "two guards | who stood at the door | and a clerk"
const auto who_they_are =
    chunk(K::relative) >>
    x3::repeat(1, 8)[other_than(K::event, K::boundary, K::figure, K::singular, K::quote, K::comma, K::conjunction)] >>
    &(chunk(K::conjunction) >> patient);
const auto subject_list = patient[add_bearer] >> -parts >> -x3::omit[who_they_are] >>
                          *(separator >> !of_them >> (patient[add_bearer] >> -parts | x3::omit[companion]));
// "killed a farmer, | his wife | and three sons"
const auto another = chunk_if([](ChunkIterator at, ChunkIterator) {
                       return at->kind == K::group && at->subject.noun &&
                              at->subject.noun->category == Category::person;
                     }) >>
                     &(separator >> patient);
const auto object_list = patient[add_bearer] >> -parts >>
                         *(x3::repeat(0, 2)[where_or_when] >> separator >> !another_clause >>
                           (patient[add_bearer] >> -parts | x3::omit[another]));

// "eight died in Chile and | 12 in Peru"
const auto bare_figure = chunk_if([](ChunkIterator at, ChunkIterator) {
  return at->kind == K::figure && at->subject.tokens.empty() && !at->partitive && !at->verb.event;
});
// "nine died on Monday, and | four more on Tuesday"
const auto gapped_figure = chunk_if([](ChunkIterator at, ChunkIterator) {
  return at->kind == K::figure && (at->subject.tokens.empty() || at->subject.others) && !at->partitive &&
         !at->verb.event;
});
const auto where_else = chunk(K::place) | -chunk(K::preposition) >> chunk(K::date);
const auto gapped = (chunk(K::comma) >> -chunk(K::conjunction) | chunk(K::conjunction)) >>
                    &(gapped_figure >> where_else >> !happens_before) >>
                    gapped_figure[add_bearer] >> x3::omit[where_else];
// "were killed along with three gunmen"
const auto along = -chunk(K::comma) >> chunk(K::apart) >> !another_clause >> subject_list;
const auto subject_clause_def = subject_list >> x3::repeat(0, 6)[insert] >>
                                -chunk(K::comma) >> happens_before[set_event_of_all] >> *(parts | gapped | insert) >>
                                -worse_part >> -along;
// "the families of 12 soldiers killed on Monday": behind a preposition only a participle or a relative clause is
// theirs.
const auto participle = chunk_if([](ChunkIterator at, ChunkIterator last) {
  return happens_to_subject(at, last) && !at->verb.be && !at->verb.have &&
         (at->verb.participle || !(at->verb.frames & frame_subject));
});
const auto governed_clause_def = subject_list >> x3::repeat(0, 2)[x3::omit[chunk(K::place, K::date)]] >>
                                 (relative >> happens_before[set_event] | participle[set_event]) >> *(parts | insert) >>
                                 -worse_part;
// "Teen shot dead outside school"
const auto closing = chunk(K::comma, K::preposition, K::place, K::date, K::attribution, K::conjunction, K::boundary,
                           K::dash, K::close, K::quote, K::including, K::apart) |
                     x3::eoi;
const auto headline_clause_def = patient[add_bearer] >>
                                 *(separator >> patient[add_bearer]) >> x3::repeat(0, 3)[insert] >>
                                 happens_before[set_event] >> &closing;
// "… and their mother | all died"
const auto all = chunk_if([](ChunkIterator at, ChunkIterator) { return at->nominal; });
const auto list_verb_def = x3::repeat(0, 4)[insert] >> -chunk(K::comma) >> -x3::omit[all] >> happens_before[set_event];
const auto list_predicate_def = x3::repeat(0, 4)[insert] >>
                                (happens_before[set_event] | chunk(K::auxiliary)[set_event]);
const auto infinitive =
    chunk_if([](ChunkIterator at, ChunkIterator) { return at->kind == K::event && at->verb.infinitive; });
// "were forced to flee"
const auto forced_clause_def = subject_list >> x3::repeat(0, 6)[insert] >>
                               chunk_if([](ChunkIterator at, ChunkIterator) {
                                 return at->kind == K::auxiliary && at->verb.be;
                               }) >>
                               chunk(K::causative) >> infinitive[set_event];
// "killed the mayor of the town, as well as two farmers": the figure is not the first thing killed.
const auto uncounted = x3::repeat(
    1, 4)[x3::repeat(1, 2)[chunk(K::group, K::other, K::singular)] >>
          x3::repeat(0, 8)[chunk(K::group, K::other, K::singular, K::of, K::place, K::preposition)] >> separator];
// "shot three men | dead"
const auto outcome = chunk_if([](ChunkIterator at, ChunkIterator) {
  return at->kind == K::event && at->verb.frames & frame_state && !at->verb.be && !at->verb.have;
});
// "cost the insurer | £30 million", "raised a total of | $2 million"
const auto money = chunk_if([](ChunkIterator at, ChunkIterator) { return at->money; });
const auto spender = x3::repeat(1, 4)[chunk(K::group, K::other, K::of, K::adverb)];
const auto object_clause_def =
    happens_behind[set_event] >>
    x3::repeat(0, 2)[chunk(K::adverb) | -chunk(K::preposition) >> chunk(K::date, K::place)] >>
    (object_list | uncounted >> !another_clause >> object_list | spender >> money[add_bearer]) >> -outcome[set_event];
// "was killed near his home, along with two bodyguards"
const auto along_clause_def =
    happens_before[set_event] >>
    x3::repeat(0, 12)[bare_figure | other_than(K::event, K::boundary, K::figure, K::apart, K::quote)] >>
    chunk(K::apart) >> subject_list;
const auto caused_clause_def = chunk(K::causative) >> subject_list >> x3::repeat(0, 3)[insert] >> infinitive[set_event];
// "the murder on Monday of six farmers"
const auto nominal_clause_def = chunk_if(has_frame<frame_of>)[set_event] >>
                                x3::repeat(0, 3)[chunk(K::date, K::place, K::preposition)] >> chunk(K::of) >>
                                (subject_list | uncounted >> subject_list);
const auto change =
    chunk_if([](ChunkIterator at, ChunkIterator) { return at->kind == K::figure && !at->latest_tokens.empty(); });
const auto joint = chunk(K::reached, K::of, K::colon, K::auxiliary);
// ", which stood at 18 on Sunday," came before
const auto earlier_toll = -chunk(K::comma) >>
                          chunk(K::relative) >> x3::repeat(0, 3)[chunk(K::other, K::auxiliary, K::adverb)] >> joint >>
                          chunk(K::figure) >> x3::repeat(0, 6)[other_than(K::comma, K::figure, K::boundary)] >>
                          chunk(K::comma);
// "brought to | 19 the number of people killed"
const auto counted_toll_clause_def = chunk(K::figure)[add_bearer] >> x3::repeat(0, 1)[chunk(K::other)] >>
                                     chunk_if(has_frame<frame_toll>)[set_event];
// "stood at 18 on Sunday | and rose to 24"
const auto later_toll = x3::repeat(0, 2)[where_or_when] >> -chunk(K::comma) >> chunk(K::conjunction) >>
                        -chunk(K::other) >> chunk(K::reached) >> chunk(K::figure)[add_bearer];
const auto toll_clause_def =
    chunk_if(has_frame<frame_toll>)[set_event] >> -x3::omit[earlier_toll] >>
    x3::repeat(0, 10)[!(joint >> chunk(K::figure)) >> other_than(K::figure, K::boundary, K::quote, K::conjunction)] >>
    (change[add_bearer] | joint >> chunk(K::figure)[add_bearer]) >> -parts >> -later_toll;
const auto among_clause_def = -chunk(K::auxiliary) >> chunk(K::among) >>
                              chunk(K::figure)[add_bearer] >> x3::repeat(0, 4)[insert] >> happens_before[set_event];
// "the dead", "the wounded", "the deaths"
const auto of_the_toll = chunk_if(has_frame<frame_state | frame_passive | frame_count>);
const auto membership_clause_def = patient[add_part] >> chunk(K::auxiliary) >> chunk(K::among) >>
                                   -chunk(K::other) >> of_the_toll[set_event];
const auto members_clause_def = (chunk(K::among) >> -chunk(K::other) >> of_the_toll[set_event] >> chunk(K::auxiliary) |
                                 of_the_toll[set_event] >> chunk(K::including)) >>
                                part_list;
const auto modified_clause_def = chunk_if([](ChunkIterator at, ChunkIterator) {
                                   return (at->kind == K::figure || at->none) && at->verb.event != nullptr;
                                 })[add_bearer] >>
                                 -parts >> -(x3::repeat(0, 2)[where_or_when] >> +gapped);
// "seven | of the 12 dead |", "two of the 15 wounded | died"
const auto counted_event =
    chunk_if([](ChunkIterator at, ChunkIterator) { return at->kind == K::figure && at->verb.event != nullptr; });
const auto figure_chunk = chunk(K::figure);
const auto state_of_all = chunk_if([](ChunkIterator at, ChunkIterator) {
  return at->kind == K::event && at->verb.frames & (frame_state | frame_passive) && !at->verb.be && !at->verb.have;
});
const auto told_whole = counted_event[add_bearer] | (figure_chunk[add_bearer] >> state_of_all[set_event]);
const auto whole_clause_def = bare_figure[add_part] >> chunk(K::of) >> told_whole;
// "among the 12 dead | were | seven soldiers", "of the 12 people killed, | seven were soldiers"
const auto among_counted_def = chunk(K::among) >> told_whole >> chunk(K::auxiliary) >> part_list;
const auto of_counted_def = chunk(K::of) >> told_whole >> -chunk(K::comma) >> bare_figure[add_part] >>
                            &chunk(K::auxiliary);

BOOST_SPIRIT_DEFINE(subject_clause, governed_clause, headline_clause, forced_clause, object_clause, caused_clause,
                    nominal_clause, toll_clause, counted_toll_clause, among_clause, members_clause, membership_clause,
                    along_clause, modified_clause, list_verb, list_predicate, whole_clause, among_counted, of_counted)

}  // namespace

namespace {

/// Reads clauses from a sentence's chunks and gives each figure its frame.
class ClaimReader {
 public:
  ClaimReader(const Segmented& text, const Lexicon& lexicon, const std::vector<Chunk>& chunks, const Found& found,
              std::vector<ClaimFrame>& out)
      : text_(text),
        lexicon_(lexicon),
        chunks_(chunks),
        found_(found),
        out_(out),
        first_out_(static_cast<std::uint32_t>(out.size())),
        claim_of_(chunks.size(), no_claim) {}

  void run() {
    ChunkIterator at = chunks_.begin();
    while (at != chunks_.end()) {
      ChunkIterator before = at;
      if (!clause(at) || at == before) ++at;
    }
    plain_counts();
    for (std::uint32_t i = first_out_; i < out_.size(); i++)
      read_circumstances(text_, chunks_, found_, lexicon_, out_[i]);
    sums();
  }

 private:
  template <class Rule>
  bool read(const Rule& rule, ChunkIterator& at) {
    Clause clause;
    ChunkIterator end = at;
    if (!x3::parse(end, chunks_.end(), rule, clause) || clause.bearers.empty()) return false;
    emit(clause);
    at = end;
    return true;
  }

  bool clause(ChunkIterator& at) {
    switch (at->kind) {
      case ChunkKind::figure:
      case ChunkKind::singular:
        if (at->bare) return read(headline_clause, at);
        if (at != chunks_.begin() && (at - 1)->kind == ChunkKind::reached && read(counted_toll_clause, at)) return true;
        if (retold(at)) return ++at, true;
        if (part_of_whole(at)) return true;
        if (governed(at)) return among(at) || read(governed_clause, at) || read(modified_clause, at);
        return among(at) || read(membership_clause, at) || read(subject_clause, at) || read(forced_clause, at) ||
               read(modified_clause, at);
      case ChunkKind::event:
        return read(toll_clause, at) || read(members_clause, at) || read(nominal_clause, at) ||
               read(object_clause, at) || read(along_clause, at);
      case ChunkKind::causative:
        return read(caused_clause, at);
      case ChunkKind::among:
        return read(members_clause, at) || read(among_counted, at);
      case ChunkKind::of:
        return at == chunks_.begin() && read(of_counted, at);
      default:
        return false;
    }
  }

  /// Behind a preposition, but for "a group of 12 men", where the group is the 12 men.
  bool governed(ChunkIterator at) const {
    if (at == chunks_.begin()) return false;
    ChunkIterator before = at - 1;
    if (before->kind == ChunkKind::preposition || ends_clause(at)) return true;
    if (before->kind != ChunkKind::of) return false;
    return before == chunks_.begin() || !(before - 1)->subject.noun || (before - 1)->subject.noun->kind != "partitive";
  }

  /// "employs | 800 people, and | one worker died": the object of an unknown verb, behind which a clause begins.
  bool ends_clause(ChunkIterator at) const {
    ChunkIterator before = at - 1;
    return before->kind == ChunkKind::other && !before->nominal && is_word(text_.tokens[before->tokens.begin]) &&
           chunks_.end() - at > 3 && (at + 1)->kind == ChunkKind::comma && (at + 2)->kind == ChunkKind::conjunction;
  }

  /// "Six civilians were among at least 22 killed": the figure before is a part of the one behind.
  bool among(ChunkIterator& at) {
    ChunkIterator end = at + 1;
    Clause clause;
    if (!x3::parse(end, chunks_.end(), among_clause, clause)) return false;
    clause.bearers.push_back({&*at, true, at->verb.event ? &*at : nullptr});
    emit(clause);
    at = end;
    return true;
  }

  /// "Seven of the 12 dead were soldiers", "Two of the 15 wounded died": what the verb says is said of the part.
  bool part_of_whole(ChunkIterator& at) {
    Clause clause, verb;
    ChunkIterator end = at;
    if (!x3::parse(end, chunks_.end(), whole_clause, clause) || clause.bearers.size() != 2) return false;
    std::swap(clause.bearers.front(), clause.bearers.back());
    if (!clause.event) clause.event = clause.bearers.front().chunk;
    ChunkIterator behind = end;
    bool told = x3::parse(behind, chunks_.end(), list_verb, verb);
    if (told) {
      emit({{clause.bearers.front()}, clause.event});
      emit({{{clause.bearers.back().chunk, false, nullptr}}, verb.event});
    } else {
      emit(clause);
    }
    at = told ? behind : end;
    return true;
  }

  bool is_claimed(const Chunk& chunk) const { return claim_of_[place_of(&chunk)] != no_claim; }
  std::size_t place_of(const Chunk* chunk) const { return static_cast<std::size_t>(chunk - chunks_.data()); }

  /// "14 bodies and 30 | wounded": the noun says what became of the 14, no verb does.
  static bool says_itself(const Chunk& who, const Chunk& event) {
    bool counted = who.verb.event && who.verb.frames & frame_count;
    bool behind = &event > &who;
    if (counted && behind && std::any_of(&who, &event, [](const Chunk& one) { return one.kind == K::relative; }) &&
        std::any_of(&who + 1, &event, [](const Chunk& one) { return one.kind == K::figure; }))
      return true;  // "186 cases, and six patients who died"
    if (who.verb.event && is_deadly(who) && event.verb.event->name == "rescued")
      return true;  // "bodies were pulled out"
    return who.verb.event && who.verb.frames & frame_count && !(who.verb.frames & (frame_passive | frame_state)) &&
           &event > &who + 1 && !event.verb.be && !event.verb.have && !(event.verb.frames & frame_subject);
  }

  /// "police put the number at | 1,200", "the hospital said | 16", "the union says it was | 12", "and | 16 according to
  /// the hospital": another's figure for what was told before.
  bool retold(ChunkIterator at) {
    if (!last_event_ || at->kind != K::figure || !at->subject.tokens.empty() || at->verb.event || at->partitive)
      return false;
    if (!behind_speaker(at) && !before_speaker(at)) return false;
    Clause clause;
    clause.bearers.push_back({&*at, false, nullptr});
    clause.event = last_event_;
    emit(clause);
    return true;
  }

  bool behind_speaker(ChunkIterator at) const {
    constexpr std::ptrdiff_t most_between = 2;
    ChunkIterator before = at;
    while (before != chunks_.begin() && at - before < most_between && may_lead(*(before - 1))) --before;
    std::uint32_t begin = before == chunks_.end() ? 0 : before->tokens.begin;
    return before != chunks_.begin() && closes_clause(at + 1) &&
           std::any_of(found_.attributions.begin(), found_.attributions.end(),
                       [&](const AttributionFrame& frame) { return frame.tokens.end == begin; });
  }
  /// "at", "it was"
  bool may_lead(const Chunk& chunk) const {
    return chunk.kind == K::reached || chunk.kind == K::auxiliary ||
           text_.tokens[chunk.tokens.begin].key == word_key("it");
  }

  bool before_speaker(ChunkIterator at) const {
    return at - chunks_.begin() >= 2 && (at - 1)->kind == K::conjunction && at + 1 != chunks_.end() &&
           (at + 1)->kind == K::attribution;
  }

  bool closes_clause(ChunkIterator at) const {
    if (at == chunks_.end() || at->kind == K::comma || at->kind == K::boundary || at->kind == K::date ||
        at->kind == K::conjunction || at->kind == K::dash || at->kind == K::place || at->kind == K::quote)
      return true;
    return text_.tokens[at->tokens.begin].mark == '.' || text_.tokens[at->tokens.begin].key == word_key("at");
  }

  void emit(const Clause& clause) {
    std::optional<std::uint32_t> whole;
    for (const Borne& who : clause.bearers) {
      const Chunk* event = who.event ? who.event : clause.event ? clause.event : clause.bearers.front().chunk;
      if (says_itself(*who.chunk, *event)) event = who.chunk;
      if (is_claimed(*who.chunk) || !agrees(*who.chunk, *event->verb.event)) continue;
      claim_of_[place_of(who.chunk)] = static_cast<std::uint32_t>(out_.size());
      last_event_ = event;
      ClaimFrame& claim = frame(*who.chunk, event);
      claim.subgroup = who.part || of_the_dead(*who.chunk);
      if (who.event && whole) out_[*whole].mixed = true;
      if (!who.part && fared_worse(*who.chunk, claim)) out_[out_.size() - 2].mixed = true;
      if (who.part)
        claim.part_of = whole;
      else
        whole = static_cast<std::uint32_t>(out_.size() - 1);
    }
  }

  /// "four were shot and | two of them died", "4 shot, | 2 killed"
  bool fared_worse(const Chunk& who, const ClaimFrame& claim) const {
    if (out_.size() < first_out_ + 2 || claim.remainder || who.kind != K::figure) return false;
    const ClaimFrame& before = out_[out_.size() - 2];
    if (!before.event || before.event->counts_as.empty() || before.subgroup || !before.quantity) return false;
    if (!claim.event || claim.event->name != "killed") return false;
    std::uint32_t behind = found_.quantities[who.index].tokens.end;
    bool of_those = who.partitive || (behind < text_.tokens.size() && text_.tokens[behind].key == word_key("of"));
    if (!of_those && !who.subject.tokens.empty()) return false;
    return found_.quantities[who.index].value < found_.quantities[*before.quantity].value;
  }

  /// Money is raised and people are killed, not the other way about.
  bool agrees(const Chunk& who, const Lexeme& event) const {
    auto bearer = bearer_of(event);
    if (who.money || bearer == Bearer::money) return who.money && bearer == Bearer::money && !limits(who);
    if (bearer == Bearer::person && !may_be_person(who.subject, text_)) return false;
    if (event.running && who.subject.attackers) return false;  // fugitives
    if (!event.only.empty() && !who.subject.head.empty()) {
      WordKey noun = text_.tokens[who.subject.head.end - 1].key;
      if (std::find(event.only.begin(), event.only.end(), noun) == event.only.end()) return false;
    }
    if (!who.subject.noun || bearer == Bearer::anything) return true;
    return who.subject.noun->category == (bearer == Bearer::person ? Category::person : Category::thing);
  }

  /// "raise the $16.7 trillion debt ceiling"
  static bool limits(const Chunk& sum) { return sum.definite && !sum.subject.tokens.empty(); }

  /// "one of five children hurt": five were, where no verb says it of the one.
  bool one_of_those(const Chunk& who, const Chunk* event) const {
    return who.whole && event && found_.quantities[who.index].value == 1 && event->verb.frames & frame_passive &&
           !event->verb.be && !event->verb.have;
  }

  /// "have fled", and "has forced a million to flee".
  bool perfect(const Chunk& event) const {
    if (event.verb.have) return true;
    std::size_t at = place_of(&event);
    if (at >= 3 && !event.verb.be && chunks_[at - 2].kind == K::conjunction && chunks_[at - 1].kind == K::figure &&
        chunks_[at - 3].kind == K::event)
      return chunks_[at - 3].verb.have;  // "have been killed and | thousands | displaced"
    while (event.verb.infinitive && at > 0 && chunks_[at].kind != ChunkKind::causative) at--;
    return at > 0 && chunks_[at].kind == ChunkKind::causative && chunks_[at - 1].verb.have;
  }

  /// "the number of dead | could | reach 200"
  bool projected(const Chunk& toll, const Chunk& figure) const {
    return std::any_of(&toll, std::max(&toll, &figure),
                       [](const Chunk& chunk) { return chunk.kind == ChunkKind::auxiliary && chunk.verb.projected; });
  }

  /// "rushed to | save 150 people", but "managed to | save 150 people", "forced 12 to | flee".
  bool intended(const Chunk& event) const {
    if (!event.verb.infinitive || event.verb.have || event.tokens.begin == 0) return false;
    static constexpr WordSet done("managed", "manages", "able", "helped", "helping", "used", "continued", "continues",
                                  "continuing", "went", "came", "gone", "lived", "appears", "appeared", "seem", "seems",
                                  "seemed", "proved", "known", "found", "shown", "enough", "chose", "began", "started");
    if (done.contains(text_.tokens[event.tokens.begin - 1]) || is_used_for(event)) return false;
    for (std::size_t at = place_of(&event); at > 0 && chunks_[at - 1].kind != K::boundary; at--)
      if (chunks_[at - 1].kind == K::causative) return false;
    return !event.verb.be;
  }

  /// "used a rifle | to kill 12", "took | to killing"
  bool is_used_for(const Chunk& event) const {
    static constexpr WordSet used("used", "using", "took", "wielded");
    constexpr std::uint32_t reach = 16;
    std::uint32_t begin = event.tokens.begin, first = chunks_.front().tokens.begin;
    for (std::uint32_t i = begin; i > first && begin - i < reach; i--)
      if (used.contains(text_.tokens[i - 1])) return true;
    return false;
  }

  /// "would slash the budget, cut taxes and | spend $25 billion": the first verb's modal is the last one's too.
  bool carried_on(const Chunk& event) const {
    constexpr std::size_t reach = 14;
    std::size_t at = place_of(&event);
    if (at == 0 || (chunks_[at - 1].kind != K::conjunction && chunks_[at - 1].kind != K::comma)) return false;
    const Token& verb = text_.tokens[event.tokens.begin];
    static constexpr WordSet as_in_the_past("shot", "hurt", "cost", "hit", "cut", "fled", "lost", "spent", "slain",
                                            "dead");
    for (std::string_view ending : {"ed", "ing", "s"})
      if (ends_in(verb, text_.text, ending)) return false;
    if (as_in_the_past.contains(verb) || !(event.verb.frames & frame_active) || event.verb.be || event.verb.have)
      return false;
    for (std::size_t i = at - 1; i > 0 && at - i < reach; i--) {
      const Chunk& before = chunks_[i - 1];
      if (before.kind == K::boundary || before.kind == K::relative || before.kind == K::quote) return false;
      if (before.verb.projected && (before.kind == K::auxiliary || before.kind == K::event)) return true;
    }
    return false;
  }

  /// "needed | 214 votes", "would send | 1,000 troops", "the 214 votes | they need": counted, and not there yet.
  bool prospective(const Chunk& figure) const {
    constexpr std::size_t reach = 4;
    std::size_t at = place_of(&figure);
    if (at >= 2 && chunks_[at - 1].kind == ChunkKind::conjunction && chunks_[at - 2].kind == ChunkKind::figure) at -= 2;
    for (std::size_t i = at; i > 0 && at - i < reach; i--) {
      const Chunk& before = chunks_[i - 1];
      if (before.kind == ChunkKind::auxiliary) return before.verb.projected;
      if (before.kind == ChunkKind::boundary || before.kind == ChunkKind::comma || before.kind == ChunkKind::event ||
          before.kind == ChunkKind::relative || before.kind == ChunkKind::figure)
        return false;
    }
    const Chunk* behind = &figure + 1;
    return behind < chunks_.data() + chunks_.size() && needed(*behind);
  }
  bool needed(const Chunk& chunk) const {
    return chunk.kind == ChunkKind::auxiliary && chunk.verb.projected && !chunk.verb.be &&
           is(text_.tokens[chunk.tokens.begin], Category::projection);
  }

  static void take_subject(ClaimFrame& claim, const SubjectFrame& subject) {
    claim.subject = subject.tokens;
    claim.head = subject.head;
    claim.affiliation = subject.affiliation;
    claim.noun = subject.noun;
  }

  ClaimFrame& frame(const Chunk& who, const Chunk* event) {
    ClaimFrame& claim = out_.emplace_back();
    claim.tokens = who.tokens;
    if (!who.latest_tokens.empty()) claim.latest = who.latest.value, claim.latest_tokens = who.latest_tokens;
    if (who.kind == ChunkKind::figure) claim.quantity = one_of_those(who, event) ? *who.whole : who.index;
    take_subject(claim, who.subject);
    if (event) {
      claim.event = event->verb.event;
      claim.perfect = perfect(*event);
      claim.denied = event->verb.negated;
      if (event->verb.projected || (event->verb.frames & frame_toll && projected(*event, who)) || intended(*event) ||
          carried_on(*event))
        claim.scope = Scope::projection;
      claim.tokens.begin = std::min(claim.tokens.begin, event->tokens.begin);
      claim.tokens.end = std::max(claim.tokens.end, event->tokens.end);
    }
    if (event == nullptr || event == &who)
      if (claim.scope == Scope::incident && prospective(who)) claim.scope = Scope::projection;
    if (who.increment && claim.scope == Scope::incident && !first_of_kind(claim)) claim.scope = Scope::increment;
    claim.counter = who.counter;
    claim.none = who.none;
    claim.remainder = event && others(who) && !contrasted(who, *event);
    bool toll = event && event != &who && event->verb.frames & frame_toll;
    bool nobody_named = claim.subject.empty() && (who.kind == ChunkKind::figure || who.none);
    if (who.subject.others || (!toll && nobody_named && who.subject.noun == nullptr)) antecedent(claim, who);
    return claim;
  }

  /// "Eleven of the dead were under 20."
  bool of_the_dead(const Chunk& who) const {
    std::size_t of = place_of(&who) + 1;
    if (of >= chunks_.size() || chunks_[of].kind != ChunkKind::of) return false;
    std::size_t event = of + 1;
    if (event < chunks_.size() && chunks_[event].kind == ChunkKind::other) event++;
    return event < chunks_.size() && chunks_[event].kind == ChunkKind::event &&
           chunks_[event].verb.frames & (frame_state | frame_count);
  }

  bool others(const Chunk& who) const {
    const TokenRange& words = who.subject.tokens;
    return who.subject.others || (!words.empty() && text_.tokens[words.begin].key == word_key("other"));
  }

  /// "killed a guard and wounded two others": others than the dead, so these are all the wounded.
  bool contrasted(const Chunk& who, const Chunk& event) const {
    return std::any_of(chunks_.data(), &who, [&](const Chunk& before) {
      const Lexeme* other = before.verb.event;
      return &before != &event && other && other->counts_as.empty() && other->name != event.verb.event->name;
    });
  }

  /// "Five died and 23 more were hurt": nobody was said to be hurt before.
  bool first_of_kind(const ClaimFrame& claim) const {
    return out_.size() >= first_out_ + 2 && claim.event && out_[out_.size() - 2].event &&
           out_[out_.size() - 2].event->name != claim.event->name;
  }

  /// "several others", "12" without a noun: whoever the claim before spoke of.
  void antecedent(ClaimFrame& claim, const Chunk& who) const {
    if (who.partitive) return counted_before(claim, who);
    std::size_t last = out_.size() - 1;
    while (last > first_out_ && out_[last - 1].subgroup) last--;
    if (last == first_out_) return;
    const ClaimFrame& before = out_[last - 1];
    bool things = claim.event && bearer_of(*claim.event) == Bearer::thing;
    if (!before.noun || before.noun->category != (things ? Category::thing : Category::person)) return;
    if (who.kind == ChunkKind::figure && is_somebody(before)) return;
    claim.noun = before.noun;
    claim.affiliation = before.affiliation;
    claim.head = before.head;
    claim.subject = before.subject;
  }

  /// "A woman died and five others were hurt": not five women.
  bool is_somebody(const ClaimFrame& claim) const {
    std::string_view group = claim.noun->name;
    bool one = !claim.quantity || found_.quantities[*claim.quantity].value == 1;
    return one && (group == "man" || group == "woman" || group == "child" || group == "gunman" || group == "attacker" ||
                   group == "suspect");
  }

  /// "230 passengers, 14 of whom": those counted just before.
  void counted_before(ClaimFrame& claim, const Chunk& who) const {
    for (std::size_t i = place_of(&who); i-- > 0;) {
      const Chunk& before = chunks_[i];
      if (before.kind != ChunkKind::figure || !before.subject.noun) continue;
      take_subject(claim, before.subject);
      return;
    }
  }

  /// "some 2016 hopefuls"
  bool is_year(const Quantity& quantity) const {
    const Token& number = text_.tokens[quantity.tokens.end - 1];
    return number.kind == TokenKind::number && number.digits == 4 && !number.grouped && number.decimals == 0 &&
           number.value >= 1900 && number.value < 2100;
  }

  /// What was counted without anything happening to it: "12 observation posts".
  void plain_counts() {
    for (const Chunk& chunk : chunks_) {
      if (chunk.kind != ChunkKind::figure || chunk.definite || chunk.subject.tokens.empty() || is_claimed(chunk))
        continue;
      if (!is_countable(chunk.subject, text_) || is_year(found_.quantities[chunk.index])) continue;
      bool thing = chunk.subject.noun && chunk.subject.noun->category == Category::thing;
      if (counts_alone(found_.quantities[chunk.index], thing)) frame(chunk, nullptr);
    }
  }

  /// "his wife and four daughters" are five.
  void sums() {
    bool listed = false, happened = false, deadly = false;
    for (const Chunk& chunk : chunks_) {
      listed |= chunk.kind == ChunkKind::conjunction || chunk.kind == ChunkKind::comma;
      if (chunk.kind != ChunkKind::event) continue;
      happened |= bearer_of(*chunk.verb.event) == Bearer::person;
      deadly |= is_deadly(chunk);
    }
    if (!listed || !happened) return;
    for (ChunkIterator at = chunks_.begin(); at != chunks_.end();) {
      ChunkIterator begin = at;
      Coordination list;
      bool may_begin = at->kind == ChunkKind::figure || at->kind == ChunkKind::singular ||
                       at->kind == ChunkKind::group || (deadly && at->kind == ChunkKind::other);
      if (may_begin && read_coordination(at, chunks_, text_, lexicon_, list))
        sum(list, begin, at);
      else
        ++at;
    }
  }

  void sum(const Coordination& list, ChunkIterator begin, ChunkIterator end) {
    const Chunk* event = event_of(begin, end);
    auto members = list.members();
    if (members.empty()) return event && may_bear(list, *event) ? add_sum(list, *event) : void();
    if (!std::all_of(members.begin(), members.end(), [&](const Chunk* one) { return adds_up(*one, *members.front()); }))
      return;
    if (list.apposable && list.singles == 0 && is_detailed(members)) return set_parts(members);
    const ClaimFrame& first = out_[claim_of_[place_of(members.front())]];
    if (list.singles > 0 && (!event || event->verb.event->name != first.event->name)) return;
    ClaimFrame claim = first;
    claim.remainder = first.remainder && list.tokens.begin == members.front()->tokens.begin;
    claim.quantity.reset();
    for (const Chunk* one : members) {
      ClaimFrame& member = out_[claim_of_[place_of(one)]];
      claim.tokens.begin = std::min(claim.tokens.begin, member.tokens.begin);
      claim.tokens.end = std::max(claim.tokens.end, member.tokens.end);
      member.part_of = static_cast<std::uint32_t>(out_.size());
    }
    out_.push_back(claim);
    set_sum(out_.back(), list);
  }

  double size_of(const Chunk& member) const {
    const ClaimFrame& claim = out_[claim_of_[place_of(&member)]];
    return claim.quantity ? found_.quantities[*claim.quantity].value.value_or(0) : 1;
  }

  /// "Three civilians, two women and a man": the rest says who the first are.
  bool is_detailed(std::span<const Chunk* const> members) const {
    double rest = 0;
    for (const Chunk* one : members.subspan(1)) {
      if (are_others(*members.front(), *one)) return false;
      rest += size_of(*one);
    }
    return members.size() > 2 && rest == size_of(*members.front());
  }
  /// Men are no women, and neither are children.
  static bool are_others(const Chunk& first, const Chunk& other) {
    auto kin = [](const Chunk& one) {
      std::string_view group = one.subject.noun ? one.subject.noun->name : "";
      return group == "man" || group == "woman" || group == "child" ? group : "";
    };
    return !kin(first).empty() && kin(first) != kin(other);
  }
  void set_parts(std::span<const Chunk* const> members) {
    for (const Chunk* one : members.subspan(1)) {
      ClaimFrame& detail = out_[claim_of_[place_of(one)]];
      detail.subgroup = true;
      detail.part_of = claim_of_[place_of(members.front())];
    }
  }

  void add_sum(const Coordination& list, const Chunk& event) {
    ClaimFrame& claim = out_.emplace_back();
    claim.tokens = {std::min(list.tokens.begin, event.tokens.begin), std::max(list.tokens.end, event.tokens.end)};
    claim.event = event.verb.event;
    claim.perfect = perfect(event);
    claim.denied = event.verb.negated;
    if (event.verb.projected) claim.scope = Scope::projection;
    set_sum(claim, list);
    read_circumstances(text_, chunks_, found_, lexicon_, claim);
  }

  static void set_sum(ClaimFrame& claim, const Coordination& list) {
    claim.subject = claim.head = claim.affiliation = {};
    claim.noun = list.noun;
    claim.counter = list.tokens;
    claim.tokens.begin = std::min(claim.tokens.begin, list.tokens.begin);
    claim.tokens.end = std::max(claim.tokens.end, list.tokens.end);
    claim.sum = true;
    claim.singles = list.singles;
    claim.with_attackers = list.attackers;
  }

  /// The verb or noun that says of a whole list what happened to it; none where both its sides have one.
  const Chunk* event_of(ChunkIterator begin, ChunkIterator end) const {
    ChunkIterator before = begin;
    while (before != chunks_.begin() && (before - 1)->kind == ChunkKind::adverb) --before;
    bool nominal = before - chunks_.begin() >= 2 && (before - 1)->kind == ChunkKind::of &&
                   has_frame<frame_of>(before - 2, chunks_.end());
    if (nominal) return &*(before - 2);
    Clause clause;
    ChunkIterator behind = end;
    bool subject = x3::parse(behind, chunks_.end(), list_verb, clause) && !clause.event->verb.singular;
    bool object = before != chunks_.begin() && happens_to_object(before - 1, chunks_.end());
    if (object) return goes_on(end) ? nullptr : &*(before - 1);
    return subject ? clause.event : nullptr;
  }

  /// "shot two men and | his wife | was killed": the last of the list has a verb of its own; "four daughters has" has
  /// not.
  bool goes_on(ChunkIterator end) const {
    const Chunk& last = *(end - 1);
    Clause clause;
    ChunkIterator at = end;
    if (!x3::parse(at, chunks_.end(), list_predicate, clause)) return false;
    bool many = last.kind == ChunkKind::figure && last.several;
    return !many || !clause.event->verb.singular;
  }

  static bool is_deadly(const Chunk& event) { return event.verb.event->name == "killed"; }

  /// A name by itself may be a company's or a team's, which can be hurt but not killed.
  static bool may_bear(const Coordination& list, const Chunk& event) {
    return bearer_of(*event.verb.event) == Bearer::person && (!list.names || is_deadly(event));
  }

  /// Whether one member's figure can be added to another's: of the same event, place and scope, and not vague.
  bool adds_up(const Chunk& one, const Chunk& other) const {
    if (!is_claimed(one) || !is_claimed(other)) return false;
    const ClaimFrame &claim = out_[claim_of_[place_of(&one)]], &first = out_[claim_of_[place_of(&other)]];
    if (!claim.event || !first.event || claim.event->name != first.event->name) return false;
    bool alike = claim.place.begin == first.place.begin && claim.scope == first.scope && claim.denied == first.denied;
    if (!alike || claim.subgroup || claim.none || claim.latest || bearer_of(*claim.event) != Bearer::person)
      return false;
    if (!claim.quantity) return true;
    const Quantity& figure = found_.quantities[*claim.quantity];
    return figure.value &&
           (figure.hedge == Hedge::exact || figure.hedge == Hedge::at_least || figure.hedge == Hedge::more_than);
  }

  const Segmented& text_;
  const Lexicon& lexicon_;
  const std::vector<Chunk>& chunks_;
  const Found& found_;
  std::vector<ClaimFrame>& out_;
  std::uint32_t first_out_;
  static constexpr std::uint32_t no_claim = ~std::uint32_t{0};
  std::vector<std::uint32_t> claim_of_;  ///< of each chunk that is a figure or one person
  const Chunk* last_event_ = nullptr;
};

}  // namespace

void read_claims(const Segmented& text, const Lexicon& lexicon, const std::vector<Chunk>& chunks, const Found& found,
                 std::vector<ClaimFrame>& out) {
  ClaimReader(text, lexicon, chunks, found, out).run();
}

}  // namespace claimcheck::grammar
