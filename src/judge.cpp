#include "judge.hpp"

#include "blocks.hpp"
#include "explanation.hpp"
#include "happenings.hpp"
#include "kinship.hpp"
#include "sort_once.hpp"
#include "statements.hpp"
#include "words.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

namespace claimcheck {
namespace {

using Index = std::uint32_t;

bool is_head(const Claim& claim) {
  return claim.field == Field::title || claim.shape == TextShape::headline || claim.shape == TextShape::deck;
}

/// How many times the least of one figure is the most of the other; 1 where they meet.
double times_apart(const Interval& a, const Interval& b) {
  auto times = [](const Interval& high, const Interval& low) {
    return high.low && low.high && *high.low > *low.high ? *high.low / std::max(*low.high, 1.0) : 1.0;
  };
  return std::max(times(a, b), times(b, a));
}

/// Both mean one event: nothing is said by only one of them, and they share a place, a day, or a figure of some size.
bool is_certain(const Comparison& c, const Tolerances& tolerances) {
  auto size = [](const Statement& statement) { return statement.claim->quantity.value.value_or(0); };
  bool large = std::min(size(c.a), size(c.b)) >= tolerances.distinctive_figure;
  bool one_figure = large && c.figures != FigureRelation::conflict;
  bool of_ships = c.a.claim->event == "count";  // of which there may be several
  return !c.match.inferred() && !of_ships && (one_figure || shares_place_or_time(c.match));
}

/// Keeps what became of each pair, if anybody wants to know.
class Ledger {
 public:
  explicit Ledger(bool wanted) : wanted_(wanted) {}

  bool is_wanted() const { return wanted_; }

  void note(std::uint32_t a, std::uint32_t b, Outcome outcome, std::string_view code = {}) {
    if (!wanted_) return;
    Weighed& entry = pairs_[{a, b}];
    if (entry.outcome == Outcome::reported) return;
    entry.outcome = outcome, entry.code = code;
  }
  void note(std::uint32_t a, std::uint32_t b, const FactMatch& match, Outcome outcome) {
    if (!wanted_) return;
    pairs_[{a, b}].match = match;
    note(a, b, outcome);
  }

  std::vector<Weighed> take() const {
    std::vector<Weighed> out;
    for (const auto& [pair, entry] : pairs_) {
      out.push_back(entry);
      out.back().a = pair.first, out.back().b = pair.second;
    }
    return out;
  }

 private:
  bool wanted_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Weighed> pairs_;
};

class Judge {
 public:
  Judge(const std::vector<Statement>& statements, const Kinship& kinship, const Desk& desk, bool weigh)
      : statements_(statements),
        desk_(desk),
        kinship_(kinship),
        happenings_(desk.rules.happenings, desk.rules.kindred),
        context_{desk.taxonomy, desk.gazetteer, desk.rules, kinship_},
        explanation_(statements_, traits_, links_, context_),
        ledger_(weigh) {
    attackers_.resize(statements.size());
    traits_.reserve(statements.size());
    for (const Statement& statement : statements) traits_.push_back(traits_of(statement, context_));
  }

  std::vector<Judged> run() {
    for_each_pair(traits_, context_, [&](Index a, Index b) { compare(a, b); });
    links_.sort();
    for (const Judged& pair : vague_) judge_vague(pair);
    judge_sums();
    judge_casualties();
    tell_once();
    for (const Judged& pair : contradictions_) find_revision(pair);
    for (const Judged& pair : replacements_) replace(pair);
    updates_ = differences(contradictions_, verdict::updated_figure);
    for (const Judged& pair : contradictions_) {
      if (is_stale(pair)) {
        report(stale(pair, published(pair.a) < published(pair.b) ? pair.b : pair.a));
      } else if (auto explained = explanation_.of(pair)) {
        ledger_.note(pair.a, pair.b, *explained);
      } else {
        report(told_in_passing(newer_where_undated(in_circulation(pair))));
      }
    }
    for (Index part = 0; part < statements_.size(); part++) judge_part(part);
    tell_differences_once();
    return std::move(judged_);
  }

  std::vector<Weighed> weighed() const { return ledger_.take(); }

 private:
  const Tolerances& tolerances() const { return desk_.rules.tolerances; }
  const Claim& claim(Index statement) const { return statements_.claim(statement); }
  Index document(Index statement) const { return statements_.document(statement); }
  std::optional<Day> published(Index statement) const { return statements_.published(statement); }

  void compare(Index a, Index b) {
    const Traits &first = traits_[a], &second = traits_[b];
    FactMatch match = match_subjects(first, second, context_);
    auto tells_apart = [&] { return match.overall() == Likeness::different && !may_be_misdated(first, second, match); };
    if (!ledger_.is_wanted() && tells_apart()) return;
    add_time(match, first, second);
    if (!ledger_.is_wanted() && tells_apart()) return;
    add_place(match, first, second, context_);
    bool one_fact = match.overall() != Likeness::different;
    bool within = first.document == second.document;
    ledger_.note(a, b, match, !one_fact ? Outcome::apart : within ? Outcome::same_article : Outcome::compatible);
    if (tells_apart()) return;
    Comparison c = compare_statements(first, second, match, tolerances());
    if (within) {
      note_within_document(a, b, c);
    } else if (is_loose(c, first.toll)) {
      ledger_.note(a, b, Outcome::loose);
    } else if (shares_place_or_time(c.match) || kinship_.related(document(a), document(b))) {
      note(a, b, c);
    } else if (one_fact) {
      ledger_.note(a, b, Outcome::strangers);
    }
  }

  /// Whether nothing but names in common would tie two figures that are not alike: a campaign's spending is not
  /// another's, a model's forecast not another model's.
  bool is_loose(const Comparison& c, bool toll) const {
    if (agree(c.figures) || is_certain(c, tolerances())) return false;
    if (!toll && !shares_place_or_time(c.match)) return !is_one_account(c);
    bool forecasts = c.a.claim->scope == Scope::projection && counters_of(c) != Counters::same;
    return forecasts || times_apart(c.first, c.second) > tolerances().far_apart;
  }

  /// What somebody who is named earned or lost in one stated time.
  static bool is_one_account(const Comparison& c) {
    const auto &first = c.a.claim->when, &second = c.b.claim->when;
    if (c.a.claim->quantity.dimension != Dimension::currency || !first || !second) return false;
    bool closed = first->period.first && first->period.last && first->period.precision != Precision::vague;
    return closed && first->period == second->period && name_one_owner(c.a, c.b);
  }

  /// Whether it may be one happening after all, on a wrong day: only if the figure is the same.
  static bool may_be_misdated(const Traits& a, const Traits& b, const FactMatch& match) {
    return a.value == b.value && match.only_different(Aspect::time);
  }

  void report(const Judged& pair) {
    judged_.push_back(pair);
    ledger_.note(pair.a, pair.b, pair.code == agreement ? Outcome::agree : Outcome::reported, pair.code);
  }

  void note(Index a, Index b, const Comparison& c) {
    if (says_the_same(c)) note_same(a, b, c);
    if (disagree(c) && is_one_happening(c) && !claim(a).sum && !claim(b).sum) {
      links_.rivals.emplace_back(Links::side(a, document(b)), b);
      links_.rivals.emplace_back(Links::side(b, document(a)), a);
    }
    for (const VerdictKind& kind : pair_verdicts()) {
      if (!kind.applies(c, tolerances())) continue;
      if (kind.code == verdict::vague_against_exact)
        vague_.push_back(judged(kind.code, a, b, c));
      else if (!kind.contradicts)
        report(judged(kind.code, a, b, c));
      else if (auto apart = set_apart(a, b, c, kind.code))
        ledger_.note(a, b, *apart);
      else
        contradictions_.push_back(judged(kind.code, a, b, c));
    }
    if (is_misdated(c, tolerances()) && happenings_of(c) == Happenings::Kinship::same)
      contradictions_.push_back(judged(verdict::date_conflict, a, b, c));
    if (is_part_of_whole(c)) {
      auto [part, whole] = c.overall == Likeness::narrower ? std::pair{a, b} : std::pair{b, a};
      if (!claim(whole).sum) links_.parts.emplace_back(Links::side(whole, document(part)), part);
    }
    if (c.overall != Likeness::same && c.overall != Likeness::different &&
        (statements_.replaces(a, b) || statements_.replaces(b, a)))
      replacements_.push_back(judged(revised, a, b, c));
    if (tells_of_one_fact(c)) judged_.push_back(judged(one_thing, a, b, c));
    if (outgrows(c, tolerances())) judged_.push_back(judged(outgrown, a, b, c));
  }

  Happenings::Kinship happenings_of(const Comparison& c) const {
    return happenings_.compare(c.a.sentence(), c.b.sentence());
  }

  /// What keeps two claims from contradicting each other, though they look like one fact.
  std::optional<Outcome> set_apart(Index a, Index b, const Comparison& c, std::string_view code) {
    if (claim(a).with_attackers || claim(b).with_attackers || !count_alike(a, b)) return Outcome::attackers;
    if (!is_one_happening(c) || !count_one_fate(c) || (code == verdict::date_conflict && is_one_night(c)))
      return Outcome::other_happening;
    return std::nullopt;
  }

  /// Who was evacuated need not have lost a home.
  bool count_one_fate(const Comparison& c) const {
    auto says = [this](const Statement& one, std::string_view cue) {
      auto words = plain_words(one.claim->span.of(one.text()));
      return std::any_of(words.begin(), words.end(),
                         [&](const PlainWord& word) { return desk_.rules.is_cue(cue, word.key); });
    };
    auto only_homeless = [&](const Statement& one) { return says(one, "homeless") && !says(one, "evacuated"); };
    return !(says(c.a, "evacuated") && only_homeless(c.b)) && !(only_homeless(c.a) && says(c.b, "evacuated"));
  }

  /// Whether both count those who did it, or neither.
  bool count_alike(Index a, Index b) { return counts_attackers_too(a) == counts_attackers_too(b); }

  bool counts_attackers_too(Index statement) {
    std::optional<bool>& known = attackers_[statement];
    if (!known) known = counts_attackers(statements_[statement], desk_.rules, desk_.lexicon);
    return *known;
  }

  /// Not a blaze and a bus crash, nor what happened in the morning and at night. Of one year's happenings told in
  /// passing not all are one: they are where they share a kind or a day, or where nothing but their place is known.
  bool is_one_happening(const Comparison& c) const {
    auto kinship = happenings_of(c);
    if (!is_background(c.a, tolerances()) || !is_background(c.b, tolerances()))
      return kinship != Happenings::Kinship::different &&
             !(c.match[Aspect::time] == Likeness::same && exclude(day_part_of(c.a), day_part_of(c.b)));
    if (c.match[Aspect::time] == Likeness::same) return true;
    return kinship == Happenings::Kinship::same || is_one_account(c) ||
           (kinship == Happenings::Kinship::unknown && c.match[Aspect::place] == Likeness::same);
  }

  DayPart day_part_of(const Statement& statement) const { return day_part(statement, desk_.rules); }

  /// Monday night and early on Tuesday.
  bool is_one_night(const Comparison& c) const {
    if (!c.a.claim->when || !c.b.claim->when) return false;
    bool a_first = c.a.claim->when->period.first < c.b.claim->when->period.first;
    const Statement &evening = a_first ? c.a : c.b, &morning = a_first ? c.b : c.a;
    const auto &dawn = morning.claim->when->period.first, &dusk = evening.claim->when->period.last;
    return dawn && dusk && *dawn - *dusk == date::days{1} && day_part_of(evening).late && day_part_of(morning).early;
  }

  Judged told_in_passing(Judged pair) const {
    bool past = is_background(statements_[pair.a], tolerances()) && is_background(statements_[pair.b], tolerances());
    bool years_differ = pair.code == verdict::date_conflict;
    if (!past || (pair.code != verdict::figure_conflict && !years_differ)) return pair;
    return {verdict::background_differs, pair.a, pair.b, pair.inferred || years_differ, pair.same_day};
  }

  Judged judged(std::string_view code, Index a, Index b, const Comparison& c) const {
    return {code, a, b, !is_certain(c, tolerances()), c.match[Aspect::time] == Likeness::same};
  }

  void note_same(Index a, Index b, const Comparison& c) {
    for (auto [figure, giver] : {std::pair{a, b}, std::pair{b, a}}) {
      if (claim(giver).sum && !claim(figure).sum) continue;  // those whom a sentence lists need not be all
      links_.given.push_back(Links::side(figure, document(giver)));
      if (c.match[Aspect::time] == Likeness::same) links_.given_that_day.push_back(links_.given.back());
    }
    if (!agree(c, tolerances()) || !count_alike(a, b)) return;
    links_.agreeing.emplace_back(a, b);
    links_.agreeing.emplace_back(b, a);
    report(judged(agreement, a, b, c));
    if (drifts(traits_[a], traits_[b])) report(judged(verdict::group_drift, a, b, c));
  }

  /// The number is of no use against the vague word of an article that has it too.
  void judge_vague(const Judged& pair) {
    bool a_vague = claim(pair.a).quantity.hedge == Hedge::vague;
    Index vague = a_vague ? pair.a : pair.b, exact = a_vague ? pair.b : pair.a;
    if (Links::holds(links_.given, Links::side(exact, document(vague))))
      ledger_.note(pair.a, pair.b, Outcome::given);
    else
      report(pair);
  }

  /// A list's sum is not told where its members are, nor a member where the sum is: "four men and two women" against
  /// "five men and two women" is one difference, against "seven people" another.
  void tell_once() {
    if (std::none_of(traits_.begin(), traits_.end(), [](const Traits& one) { return one.statement->claim->sum; }))
      return;
    std::vector<std::pair<Index, Index>> told;
    for (const Judged& pair : contradictions_) told.emplace_back(pair.a, pair.b), told.emplace_back(pair.b, pair.a);
    sort_once(told), sort_once(told_);
    auto in = [](const auto& pairs, Index a, Index b) {
      return std::binary_search(pairs.begin(), pairs.end(), std::pair{a, b});
    };
    auto any_member = [&](Index sum, auto holds) {
      std::vector<Index> members = statements_.members_of(sum);
      return std::any_of(members.begin(), members.end(), holds);
    };
    std::erase_if(contradictions_, [&](const Judged& pair) {
      for (auto [one, other] : {std::pair{pair.a, pair.b}, std::pair{pair.b, pair.a}}) {
        if (claim(one).sum && any_member(one, [&, other = other](Index member) {
              return in(told_, member, other) ||
                     any_member(other, [&](Index counterpart) { return in(told, member, counterpart); });
            }))
          return true;
        if (auto sum = statements_.sum_of(one); sum && !statements_.sum_of(other) && in(told, *sum, other)) return true;
      }
      return false;
    });
  }

  /// A later article that says which figure it replaces ("revised from 6 to 5") closes that figure.
  void find_revision(const Judged& pair) {
    for (auto [older, newer] : {std::pair{pair.a, pair.b}, {pair.b, pair.a}}) {
      if (!statements_.replaces(newer, older)) continue;
      if (document(older) == document(newer) || published(newer) < published(older)) continue;
      links_.revised_by[older].push_back(newer);
      judged_.push_back({revised, older, newer, pair.inferred, pair.same_day});
    }
  }

  /// "The toll was revised from six to five" closes the six miners too, though it does not say who they were.
  void replace(const Judged& pair) {
    find_revision(pair);
    if (is_stale(pair)) report(stale(pair, published(pair.a) < published(pair.b) ? pair.b : pair.a));
  }

  /// Whether an article still gives a figure after another one has said that it was replaced.
  bool is_stale(const Judged& pair) const {
    auto stale = [&](Index late, Index revision) {
      return statements_.replaces(revision, late) && published(late) && published(revision) &&
             *published(late) > *published(revision) &&
             !Links::holds(links_.given, Links::side(revision, document(late)));
    };
    return pair.code != verdict::date_conflict && (stale(pair.a, pair.b) || stale(pair.b, pair.a));
  }

  /// Inside one article only a headline and what the body says first are held against each other.
  void note_within_document(Index a, Index b, const Comparison& c) {
    if (says_the_same(c) && c.overall == Likeness::same) judged_.push_back({one_thing, a, b, false, false});
    if (is_head(claim(a)) == is_head(claim(b))) return;
    Index head = is_head(claim(a)) ? a : b;
    if (says_the_same(c)) links_.given.push_back(Links::side(head, document(head)));
    Index body = head == a ? b : a;
    if (disagree(c) && c.match[Aspect::group] == Likeness::same && shares_place_or_time(c.match) &&
        is_first_in_body(body))
      contradictions_.push_back({verdict::figure_conflict, head, body, true});
  }

  bool is_first_in_body(Index statement) const {
    for (Index before = statement; before-- > 0 && document(before) == document(statement);)
      if (!is_head(claim(before)) && claim(before).event == claim(statement).event) return false;
    return true;
  }

  static Judged stale(const Judged& pair, Index late) {
    return {verdict::stale_figure, late, late == pair.a ? pair.b : pair.a, pair.inferred, pair.same_day};
  }

  /// Whether a figure was in print only before `newer`, or after it in no more articles than give the newer figure.
  bool is_replaced(Index old, Index newer) const {
    Day day = *published(newer);
    std::size_t later = 0;
    bool before = false;
    auto count = [&](Index giver) {
      if (!published(giver)) return true;
      before |= *published(giver) < day;
      later += *published(giver) > day && !explanation_.names_beside(giver, newer);
      return *published(giver) != day;
    };
    bool apart = count(old);
    for (const auto& link : Links::linked(links_.agreeing, old)) apart &= count(link.second);
    return before && apart && later <= Links::linked(links_.agreeing, newer).size() + 1;
  }

  /// A figure that somebody gave before the older article, or still gives after the newer one, is no update: the
  /// article that gives it after the newer one was in print is stale.
  Judged in_circulation(Judged pair) const {
    if (pair.code != verdict::updated_figure && pair.code != verdict::falling_toll) return pair;
    bool a_first = published(pair.a) < published(pair.b);
    Index older = a_first ? pair.a : pair.b, newer = a_first ? pair.b : pair.a;
    auto any_published = [&](Index of, auto when) {
      auto alike = Links::linked(links_.agreeing, of);
      return std::any_of(alike.begin(), alike.end(),
                         [&](const auto& link) { return published(link.second) && when(*published(link.second)); });
    };
    bool grew = pair.code == verdict::updated_figure;
    bool foreseen = grew && counters_of(statements_[older], statements_[newer]) == Counters::differ;
    if (foreseen) return pair;
    if (!grew && is_replaced(newer, older)) return stale(pair, newer);
    bool known_before = any_published(newer, [&](Day day) { return day <= *published(older); });
    bool still_given = any_published(older, [&](Day day) { return day >= *published(newer); });
    if (known_before || (still_given && !(grew && is_replaced(older, newer)))) pair.code = verdict::figure_conflict;
    return pair;
  }

  /// An article without a day that gives a later article's newer figure is no conflict with the older one.
  Judged newer_where_undated(Judged pair) const {
    for (auto [undated, older] : {std::pair{pair.a, pair.b}, std::pair{pair.b, pair.a}}) {
      if (pair.code != verdict::figure_conflict || published(undated) || !published(older)) continue;
      auto is_update = [this, old = older](const auto& link) {
        return published(old) < published(link.second) &&
               std::binary_search(updates_.begin(), updates_.end(), difference(old, link.second));
      };
      auto alike = Links::linked(links_.agreeing, undated);
      if (std::any_of(alike.begin(), alike.end(), is_update)) pair.code = verdict::updated_figure;
    }
    return pair;
  }

  /// Two articles' headlines may name nobody where their sentences name two counters: what is a conflict there is not
  /// told as an update too.
  void tell_differences_once() {
    Differences conflicts = differences(judged_, verdict::figure_conflict);
    std::erase_if(judged_, [&](const Judged& pair) {
      return pair.code == verdict::updated_figure &&
             std::binary_search(conflicts.begin(), conflicts.end(), difference(pair.a, pair.b));
    });
  }

  using Figure = std::pair<Index, std::optional<double>>;  ///< of a document
  using Differences = std::vector<std::pair<Figure, Figure>>;

  Differences::value_type difference(Index a, Index b) const {
    auto figure = [this](Index one) { return Figure{document(one), claim(one).quantity.value}; };
    return std::minmax(figure(a), figure(b));
  }

  Differences differences(const std::vector<Judged>& pairs, std::string_view code) const {
    Differences out;
    for (const Judged& pair : pairs)
      if (pair.code == code) out.push_back(difference(pair.a, pair.b));
    sort_once(out);
    return out;
  }

  /// A part against the total that its own article gives.
  void judge_part(Index part) {
    const Claim& one = claim(part);
    std::optional<Index> whole = statements_.whole_of(part);
    if (!whole) return;
    const Claim& total = claim(*whole);
    bool exceeded = exceeds(interval_of(one.quantity, tolerances()), interval_of(total.quantity, tolerances()));
    bool collective = total.quantity.value == 1;  // "a family of six, including four children"
    if (one.event == total.event && one.denied == total.denied && exceeded && !collective)
      report({verdict::part_exceeds_whole, *whole, part, false});
  }

  /// What one article's parts come to, against the whole that another gives.
  void judge_sums() {
    const Links::List& links = links_.parts;
    for (std::size_t begin = 0, end = 0; begin < links.size(); begin = end) {
      Links::Side of = links[begin].first;
      std::vector<Index> parts;
      for (; end < links.size() && links[end].first == of; end++) parts.push_back(links[end].second);
      bool own_total = Links::holds(links_.given, of) || !Links::linked(links_.rivals, of).empty();
      if (parts.size() > 1 && !own_total) judge_sum(static_cast<Index>(of >> 32), parts);
    }
  }

  /// "Forty people killed or wounded" in one article, "12 killed and 35 wounded" in another's sentence.
  void judge_casualties() {
    std::map<std::pair<WordKey, Day>, std::vector<Index>> dead;  ///< by place and day
    auto key = [this](Index one) { return std::pair(traits_[one].place, *claim(one).when->period.first); };
    for (Index i = 0; i < statements_.size(); i++)
      if (is_of_day(i) && claim(i).event == "killed") dead[key(i)].push_back(i);
    for (Index whole = 0; whole < statements_.size(); whole++) {
      bool counts_both = claim(whole).event == "casualty" || claim(whole).event == "shot";
      if (!counts_both || !is_of_day(whole)) continue;
      for (Index killed : dead[key(whole)])
        if (auto injured = beside(killed, "injured")) judge_casualties(whole, killed, *injured);
    }
  }

  /// A count of people with a place and a day, and no part of another.
  bool is_of_day(Index statement) const {
    const Claim& one = claim(statement);
    return traits_[statement].place && traits_[statement].states_day && one.quantity.hedge == Hedge::exact &&
           one.quantity.value && !one.subgroup && !one.denied && traits_[statement].scope == Scope::incident &&
           traits_[statement].generic;
  }

  /// What the same sentence gives of another event.
  std::optional<Index> beside(Index statement, std::string_view event) const {
    for (Index i = statement + 1; i < statements_.size() && document(i) == document(statement); i++)
      if (claim(i).event == event && claim(i).sentence == claim(statement).sentence && is_of_day(i)) return i;
    return std::nullopt;
  }

  void judge_casualties(Index whole, Index killed, Index injured) {
    if (document(whole) == document(killed) || published(whole) != published(killed)) return;
    if (*claim(killed).quantity.value + *claim(injured).quantity.value == *claim(whole).quantity.value) return;
    for (Index part : {killed, injured})
      report({verdict::parts_against_total, std::min(part, whole), std::max(part, whole), false, true});
  }

  void judge_sum(Index whole, const std::vector<Index>& parts) {
    for (const Rules::Partition& partition : desk_.rules.partitions) {
      std::vector<Index> chosen = parts_of(partition, parts);
      if (chosen.size() < 2) continue;
      Interval sum{0, 0}, total = interval_of(claim(whole).quantity, tolerances());
      for (Index part : chosen) add(sum, interval_of(claim(part).quantity, tolerances()));
      bool all = partition.complete && chosen.size() == partition.parts.size() && chosen.size() == parts.size();
      bool too_many = exceeds(sum, total) && published(whole) >= published(parts.front());
      bool too_few = all && exceeds(total, sum) && published(parts.front()) >= published(whole);
      if (!too_many && !too_few) continue;
      for (Index part : chosen) {
        report({verdict::parts_against_total, std::min(part, whole), std::max(part, whole), false, true});
        told_.emplace_back(part, whole);
      }
      return;
    }
  }

  /// One claim for each part of a partition that is given, all in one sentence; none if a part is given twice.
  std::vector<Index> parts_of(const Rules::Partition& partition, const std::vector<Index>& parts) const {
    std::vector<Index> chosen;
    for (const std::string& group : partition.parts) {
      auto is_group = [&](Index part) { return desk_.taxonomy.is_a(claim(part).subject.group, group); };
      if (std::count_if(parts.begin(), parts.end(), is_group) > 1) return {};
      auto found = std::find_if(parts.begin(), parts.end(), is_group);
      if (found != parts.end()) chosen.push_back(*found);
    }
    bool together = std::all_of(chosen.begin(), chosen.end(), [&](Index part) {
      return claim(part).sentence == claim(chosen.front()).sentence && claim(part).field == claim(chosen.front()).field;
    });
    return together ? chosen : std::vector<Index>();
  }

  static void add(Interval& sum, const Interval& part) {
    auto both = [](std::optional<double> a, std::optional<double> b) {
      return a && b ? std::optional(*a + *b) : std::nullopt;
    };
    sum = {both(sum.low, part.low), both(sum.high, part.high)};
  }

  Statements statements_;
  const Desk& desk_;
  const Kinship& kinship_;
  Happenings happenings_;
  MatchContext context_;
  std::vector<Traits> traits_;                  ///< of the statements
  std::vector<std::optional<bool>> attackers_;  ///< of those that somebody asked about: see count_alike
  std::vector<Judged> judged_, contradictions_, vague_, replacements_;
  Links links_;                                ///< sorted once they are all there
  Differences updates_;                        ///< as they were found, whatever came of them
  std::vector<std::pair<Index, Index>> told_;  ///< parts, and the whole that they were set against
  Explanation explanation_;
  Ledger ledger_;
};

}  // namespace

std::vector<Judged> judge(const std::vector<Statement>& statements, const Kinship& kinship, const Desk& desk,
                          std::vector<Weighed>* weighed) {
  Judge judge(statements, kinship, desk, weighed != nullptr);
  std::vector<Judged> judged = judge.run();
  if (weighed) *weighed = judge.weighed();
  return judged;
}

}  // namespace claimcheck
