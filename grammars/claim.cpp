#include "claim.hpp"

#include "circumstance.hpp"
#include "clause.hpp"
#include "coordination.hpp"
#include "modality.hpp"
#include "part.hpp"

#include <algorithm>

namespace claimcheck::grammar {
namespace {

using K = ChunkKind;

/// Reads clauses from a sentence's chunks and gives each figure its frame.
class ClaimReader {
 public:
  ClaimReader(const Segmented& text, const Lexicon& lexicon, const std::vector<Chunk>& chunks, const Found& found,
              std::vector<ClaimFrame>& out)
      : text_(text),
        lexicon_(lexicon),
        chunks_(chunks),
        found_(found),
        modality_(text, chunks),
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
  bool read(ClauseKind kind, ChunkIterator& at) {
    Clause clause;
    ChunkIterator end = at;
    if (!read_clause(kind, end, chunks_.end(), clause) || clause.bearers.empty()) return false;
    emit(clause);
    at = end;
    return true;
  }

  bool clause(ChunkIterator& at) {
    switch (at->kind) {
      case ChunkKind::figure:
      case ChunkKind::singular:
        if (at->bare) return read(ClauseKind::headline, at);
        if (at != chunks_.begin() && (at - 1)->kind == ChunkKind::reached && read(ClauseKind::counted_toll, at))
          return true;
        if (retold(at)) return ++at, true;
        if (part_of_whole(at)) return true;
        if (governed(at)) return among(at) || read(ClauseKind::governed, at) || read(ClauseKind::modified, at);
        return among(at) || read(ClauseKind::membership, at) || read(ClauseKind::subject, at) ||
               read(ClauseKind::forced, at) || read(ClauseKind::modified, at);
      case ChunkKind::event:
        return read(ClauseKind::toll, at) || read(ClauseKind::members, at) || read(ClauseKind::nominal, at) ||
               read(ClauseKind::object, at) || read(ClauseKind::along, at);
      case ChunkKind::causative:
        return read(ClauseKind::caused, at);
      case ChunkKind::among:
        return read(ClauseKind::members, at) || read(ClauseKind::among_counted, at);
      case ChunkKind::of:
        return at == chunks_.begin() && read(ClauseKind::of_counted, at);
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
    if (!read_clause(ClauseKind::among, end, chunks_.end(), clause)) return false;
    clause.bearers.push_back({&*at, true, at->verb.event ? &*at : nullptr});
    emit(clause);
    at = end;
    return true;
  }

  /// "Seven of the 12 dead were soldiers", "Two of the 15 wounded died": what the verb says is said of the part.
  bool part_of_whole(ChunkIterator& at) {
    Clause clause, verb;
    ChunkIterator end = at;
    if (!read_clause(ClauseKind::whole, end, chunks_.end(), clause) || clause.bearers.size() != 2) return false;
    std::swap(clause.bearers.front(), clause.bearers.back());
    if (!clause.event) clause.event = clause.bearers.front().chunk;
    ChunkIterator behind = end;
    bool told = read_clause(ClauseKind::list_verb, behind, chunks_.end(), verb);
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
      claim.perfect = modality_.perfect(*event);
      claim.denied = event->verb.negated;
      if (modality_.projected(*event) || (event->verb.frames & frame_toll && modality_.projected_toll(*event, who)))
        claim.scope = Scope::projection;
      claim.tokens.begin = std::min(claim.tokens.begin, event->tokens.begin);
      claim.tokens.end = std::max(claim.tokens.end, event->tokens.end);
    }
    if (event == nullptr || event == &who)
      if (claim.scope == Scope::incident && modality_.prospective(who)) claim.scope = Scope::projection;
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
    auto kin = [](const Chunk& one) -> std::string_view {
      if (!one.subject.noun) return {};
      std::string_view group = one.subject.noun->name;
      return group == "man" || group == "woman" || group == "child" ? group : std::string_view();
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
    claim.perfect = modality_.perfect(event);
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
    bool nominal =
        before - chunks_.begin() >= 2 && (before - 1)->kind == ChunkKind::of && has_frames(*(before - 2), frame_of);
    if (nominal) return &*(before - 2);
    Clause clause;
    ChunkIterator behind = end;
    bool subject = read_clause(ClauseKind::list_verb, behind, chunks_.end(), clause) && !clause.event->verb.singular;
    bool object = before != chunks_.begin() && happens_to_object(before - 1);
    if (object) return goes_on(end) ? nullptr : &*(before - 1);
    return subject ? clause.event : nullptr;
  }

  /// "shot two men and | his wife | was killed": the last of the list has a verb of its own; "four daughters has" has
  /// not.
  bool goes_on(ChunkIterator end) const {
    const Chunk& last = *(end - 1);
    Clause clause;
    ChunkIterator at = end;
    if (!read_clause(ClauseKind::list_predicate, at, chunks_.end(), clause)) return false;
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
  Modality modality_;
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
