#include "clause.hpp"

#include <algorithm>

namespace claimcheck::grammar {

bool happens_to_object(ChunkIterator at) {
  return at->kind == ChunkKind::event && at->verb.frames & frame_active &&
         !(at->verb.be && at->verb.frames & frame_passive);
}

namespace {

bool may_be_object(ChunkIterator at, ChunkIterator last) {
  return at != last && (at->kind == ChunkKind::figure || at->kind == ChunkKind::singular ||
                        at->kind == ChunkKind::group || at->nominal || at->object);
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

template <std::uint8_t Frames>
bool has_frame(ChunkIterator at, ChunkIterator) {
  return has_frames(*at, Frames);
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
const auto happens_behind = chunk_if([](ChunkIterator at, ChunkIterator) { return happens_to_object(at); });
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
const auto state_of_all = chunk_if([](ChunkIterator at, ChunkIterator) {
  return at->kind == K::event && at->verb.frames & (frame_state | frame_passive) && !at->verb.be && !at->verb.have;
});
const auto told_whole = counted_event[add_bearer] | (chunk(K::figure)[add_bearer] >> state_of_all[set_event]);
const auto whole_clause_def = bare_figure[add_part] >> chunk(K::of) >> told_whole;
// "among the 12 dead | were | seven soldiers", "of the 12 people killed, | seven were soldiers"
const auto among_counted_def = chunk(K::among) >> told_whole >> chunk(K::auxiliary) >> part_list;
const auto of_counted_def = chunk(K::of) >> told_whole >> -chunk(K::comma) >> bare_figure[add_part] >>
                            &chunk(K::auxiliary);

BOOST_SPIRIT_DEFINE(subject_clause, governed_clause, headline_clause, forced_clause, object_clause, caused_clause,
                    nominal_clause, toll_clause, counted_toll_clause, among_clause, members_clause, membership_clause,
                    along_clause, modified_clause, list_verb, list_predicate, whole_clause, among_counted, of_counted)

}  // namespace

bool read_clause(ClauseKind kind, ChunkIterator& at, ChunkIterator end, Clause& clause) {
  auto read = [&](const auto& rule) { return x3::parse(at, end, rule, clause); };
  switch (kind) {
    case ClauseKind::subject:
      return read(subject_clause);
    case ClauseKind::governed:
      return read(governed_clause);
    case ClauseKind::headline:
      return read(headline_clause);
    case ClauseKind::forced:
      return read(forced_clause);
    case ClauseKind::object:
      return read(object_clause);
    case ClauseKind::caused:
      return read(caused_clause);
    case ClauseKind::nominal:
      return read(nominal_clause);
    case ClauseKind::toll:
      return read(toll_clause);
    case ClauseKind::counted_toll:
      return read(counted_toll_clause);
    case ClauseKind::among:
      return read(among_clause);
    case ClauseKind::members:
      return read(members_clause);
    case ClauseKind::membership:
      return read(membership_clause);
    case ClauseKind::along:
      return read(along_clause);
    case ClauseKind::modified:
      return read(modified_clause);
    case ClauseKind::whole:
      return read(whole_clause);
    case ClauseKind::among_counted:
      return read(among_counted);
    case ClauseKind::of_counted:
      return read(of_counted);
    case ClauseKind::list_verb:
      return read(list_verb);
    case ClauseKind::list_predicate:
      return read(list_predicate);
  }
  return false;
}

}  // namespace claimcheck::grammar
