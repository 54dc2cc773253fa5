#include "judge.hpp"

#include "blocks.hpp"
#include "happenings.hpp"
#include "kinship.hpp"
#include "sort_once.hpp"

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
  return !c.match.inferred() && (one_figure || shares_place_or_time(c.match));
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
        happenings_(desk.rules.happenings),
        context_{desk.taxonomy,    desk.gazetteer, desk.rules.tolerances, desk.rules.generic_nouns,
                 desk.rules.tolls, kinship_},
        ledger_(weigh) {
    traits_.reserve(statements_.size());
    for (const Statement& statement : statements_) traits_.push_back(traits_of(statement, context_));
  }

  std::vector<Judged> run() {
    for_each_pair(traits_, context_, [&](Index a, Index b) { compare(a, b); });
    sort_once(given_), sort_once(given_that_day_), sort_once(rivals_), sort_once(agreeing_), sort_once(parts_);
    for (const Judged& pair : vague_) judge_vague(pair);
    judge_sums();
    tell_once();
    for (const Judged& pair : contradictions_) find_revision(pair);
    for (const Judged& pair : replacements_) replace(pair);
    for (const Judged& pair : contradictions_) {
      if (is_stale(pair)) {
        report(stale(pair, published(pair.a) < published(pair.b) ? pair.b : pair.a));
      } else if (auto explained = explanation(pair)) {
        ledger_.note(pair.a, pair.b, *explained);
      } else {
        report(told_in_passing(in_circulation(pair)));
      }
    }
    for (Index part = 0; part < statements_.size(); part++) judge_part(part);
    return std::move(judged_);
  }

  std::vector<Weighed> weighed() const { return ledger_.take(); }

 private:
  using Side = std::uint64_t;  ///< a statement, and a document
  using Sides = std::vector<Side>;
  using Links = std::vector<std::pair<Side, Index>>;  ///< from a side, or a statement, to statements

  static Side side(Index statement, Index document) { return Side{statement} << 32 | document; }

  static bool holds(const Sides& sides, Side side) { return std::binary_search(sides.begin(), sides.end(), side); }
  static std::span<const Links::value_type> linked(const Links& links, Side from) {
    auto first = std::lower_bound(links.begin(), links.end(), Links::value_type{from, 0});
    auto last = std::lower_bound(first, links.end(), Links::value_type{from + 1, 0});
    return {first, last};
  }

  const Tolerances& tolerances() const { return desk_.rules.tolerances; }
  const Claim& claim(Index statement) const { return *statements_[statement].claim; }
  Index document(Index statement) const { return claim(statement).document; }
  std::optional<Day> published(Index statement) const { return statements_[statement].document->published; }

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
    if (!toll && !shares_place_or_time(c.match)) return true;
    bool forecasts = c.a.claim->scope == Scope::projection && counters_of(c) != Counters::same;
    return forecasts || times_apart(c.first, c.second) > tolerances().far_apart;
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
    bool one_happening = is_one_happening(c);
    if (disagree(c) && one_happening && !claim(a).sum && !claim(b).sum) {
      rivals_.emplace_back(side(a, document(b)), b);
      rivals_.emplace_back(side(b, document(a)), a);
    }
    bool sets_apart = one_happening && !claim(a).with_attackers && !claim(b).with_attackers;
    for (const VerdictKind& kind : pair_verdicts()) {
      if (!kind.applies(c, tolerances()) || (kind.contradicts && !sets_apart)) continue;
      if (kind.code == verdict::vague_against_exact)
        vague_.push_back(judged(kind.code, a, b, c));
      else if (kind.contradicts)
        contradictions_.push_back(judged(kind.code, a, b, c));
      else
        report(judged(kind.code, a, b, c));
    }
    if (is_misdated(c, tolerances()) && happenings_of(c) == Happenings::Kinship::same)
      contradictions_.push_back(judged(verdict::date_conflict, a, b, c));
    if (is_part_of_whole(c)) {
      auto [part, whole] = c.overall == Likeness::narrower ? std::pair{a, b} : std::pair{b, a};
      if (!claim(whole).sum) parts_.emplace_back(side(whole, document(part)), part);
    }
    if (c.overall != Likeness::same && c.overall != Likeness::different && (replaces(a, b) || replaces(b, a)))
      replacements_.push_back(judged(revised, a, b, c));
    if (tells_of_one_fact(c)) judged_.push_back(judged(one_thing, a, b, c));
    if (outgrows(c, tolerances())) judged_.push_back(judged(outgrown, a, b, c));
  }

  Happenings::Kinship happenings_of(const Comparison& c) const {
    auto sentence = [](const Statement& one) { return one.claim->sentence.of(one.document->field(one.claim->field)); };
    return happenings_.compare(sentence(c.a), sentence(c.b));
  }

  /// Of one year's happenings told in passing not all are one: they are where they share a kind or a day, or where
  /// nothing but their place is known.
  bool is_one_happening(const Comparison& c) const {
    if (!is_background(c.a, tolerances()) || !is_background(c.b, tolerances())) return true;
    if (c.match[Aspect::time] == Likeness::same) return true;
    auto kinship = happenings_of(c);
    return kinship == Happenings::Kinship::same ||
           (kinship == Happenings::Kinship::unknown && c.match[Aspect::place] == Likeness::same);
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
      given_.push_back(side(figure, document(giver)));
      if (c.match[Aspect::time] == Likeness::same) given_that_day_.push_back(given_.back());
    }
    if (!agree(c, tolerances())) return;
    agreeing_.emplace_back(a, b);
    agreeing_.emplace_back(b, a);
    report(judged(agreement, a, b, c));
    if (drifts(traits_[a], traits_[b])) report(judged(verdict::group_drift, a, b, c));
  }

  /// The number is of no use against the vague word of an article that has it too.
  void judge_vague(const Judged& pair) {
    bool a_vague = claim(pair.a).quantity.hedge == Hedge::vague;
    Index vague = a_vague ? pair.a : pair.b, exact = a_vague ? pair.b : pair.a;
    if (holds(given_, side(exact, document(vague))))
      ledger_.note(pair.a, pair.b, Outcome::given);
    else
      report(pair);
  }

  /// A list's sum is not told where its members are, nor a member where the sum is: "four men and two women" against
  /// "five men and two women" is one difference, against "seven people" another.
  void tell_once() {
    if (std::none_of(statements_.begin(), statements_.end(), [](const Statement& one) { return one.claim->sum; }))
      return;
    std::vector<std::pair<Index, Index>> told;
    for (const Judged& pair : contradictions_) told.emplace_back(pair.a, pair.b), told.emplace_back(pair.b, pair.a);
    sort_once(told), sort_once(told_);
    auto in = [](const auto& pairs, Index a, Index b) {
      return std::binary_search(pairs.begin(), pairs.end(), std::pair{a, b});
    };
    auto any_member = [&](Index sum, auto holds) {
      std::vector<Index> members = members_of(sum);
      return std::any_of(members.begin(), members.end(), holds);
    };
    std::erase_if(contradictions_, [&](const Judged& pair) {
      for (auto [one, other] : {std::pair{pair.a, pair.b}, std::pair{pair.b, pair.a}}) {
        if (claim(one).sum && any_member(one, [&, other = other](Index member) {
              return in(told_, member, other) ||
                     any_member(other, [&](Index counterpart) { return in(told, member, counterpart); });
            }))
          return true;
        if (auto sum = sum_of(one); sum && !sum_of(other) && in(told, *sum, other)) return true;
      }
      return false;
    });
  }

  /// The list that a claim is a member of.
  std::optional<Index> sum_of(Index member) const {
    const Claim& one = claim(member);
    if (!one.part_of || one.subgroup) return std::nullopt;
    return index_of(statements_[member].reading->claims[*one.part_of], member);
  }

  std::vector<Index> members_of(Index sum) const {
    std::vector<Index> members;
    if (!claim(sum).sum) return members;
    const auto& claims = statements_[sum].reading->claims;
    for (const Claim& one : claims)
      if (one.part_of && &claims[*one.part_of] == &claim(sum)) members.push_back(index_of(one, sum));
    return members;
  }

  /// Whether the first says that its figure stands in the place of one like the second.
  bool replaces(Index newer, Index older) const {
    return claim(newer).earlier && claim(newer).earlier == claim(older).quantity.value && !claim(older).denied;
  }

  /// A later article that says which figure it replaces ("revised from 6 to 5") closes that figure.
  void find_revision(const Judged& pair) {
    for (auto [older, newer] : {std::pair{pair.a, pair.b}, {pair.b, pair.a}}) {
      if (!replaces(newer, older)) continue;
      if (document(older) == document(newer) || published(newer) < published(older)) continue;
      revised_by_[older].push_back(newer);
      judged_.push_back({revised, older, newer, pair.inferred, pair.same_day});
    }
  }

  /// "The toll was revised from six to five" closes the six miners too, though it does not say who they were.
  void replace(const Judged& pair) {
    find_revision(pair);
    if (is_stale(pair)) report(stale(pair, published(pair.a) < published(pair.b) ? pair.b : pair.a));
  }

  /// Whether one figure is closed by an article that gives the other one, or one like it.
  bool is_revised(const Judged& pair) const { return closes(pair.a, pair.b) || closes(pair.b, pair.a); }

  bool closes(Index newer, Index older) const {
    auto revisions = revised_by_.find(older);
    if (revisions == revised_by_.end()) return false;
    return std::any_of(revisions->second.begin(), revisions->second.end(), [&](Index revision) {
      return revision == newer ||
             (published(older) <= published(newer) && claim(revision).quantity.value == claim(newer).quantity.value);
    });
  }

  /// Whether an article still gives a figure after another one has said that it was replaced.
  bool is_stale(const Judged& pair) const {
    auto stale = [&](Index late, Index revision) {
      return replaces(revision, late) && published(late) && published(revision) &&
             *published(late) > *published(revision) && !holds(given_, side(revision, document(late)));
    };
    return pair.code != verdict::date_conflict && (stale(pair.a, pair.b) || stale(pair.b, pair.a));
  }

  /// Inside one article only a headline and what the body says first are held against each other.
  void note_within_document(Index a, Index b, const Comparison& c) {
    if (says_the_same(c) && c.overall == Likeness::same) judged_.push_back({one_thing, a, b, false, false});
    if (is_head(claim(a)) == is_head(claim(b))) return;
    Index head = is_head(claim(a)) ? a : b;
    if (says_the_same(c)) given_.push_back(side(head, document(head)));
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

  /// Nothing is in conflict with an article that gives both figures or names the other one beside its own ("revised
  /// from 18 to 17"), or whose figures add up to the other one. Without a day that both state, a single person and one
  /// of several figures, unless both articles begin with it, are not taken for the other article's figure.
  std::optional<Outcome> explanation(const Judged& pair) const {
    auto [code, a, b, inferred, same_day] = pair;
    if (code != verdict::date_conflict && is_revised(pair)) return Outcome::beside;
    const Sides& given = code == verdict::date_conflict ? given_that_day_ : given_;
    if (holds(given, side(a, document(b))) || holds(given, side(b, document(a)))) return Outcome::given;
    if (code != verdict::date_conflict) {
      if (names_beside(a, b) || names_beside(b, a)) return Outcome::beside;
      if (adds_up(pair)) return Outcome::adds_up;
    }
    if (!same_day && (is_single(a) || is_single(b))) return Outcome::single;
    bool leading = leads(a) && leads(b);
    if (same_day || leading) {
      double much = same_day ? 1 : much_closer;
      if (has_closer(a, b, much) || has_closer(b, a, much)) return Outcome::closer;
      return std::nullopt;
    }
    if (has_rivals(a, b) || has_rivals(b, a)) return Outcome::rivals;
    return std::nullopt;
  }

  /// An article's first figure of a kind, which is that of its own story: the headline's, or what the body begins with.
  bool leads(Index statement) const {
    const Claim& own = claim(statement);
    if (own.subgroup || own.remainder || own.scope != Scope::incident) return false;
    Index before = statement;
    while (before > 0 && document(before - 1) == document(statement)) {
      const Claim& other = claim(--before);
      if (other.event == own.event && !agree(compare_figures(own.quantity, other.quantity, tolerances(), own.event)))
        return false;
    }
    return true;
  }

  /// One person, or a list of such: those whom a sentence names need not be all.
  bool is_single(Index statement) const {
    const Claim& one = claim(statement);
    if (!one.sum) return one.quantity.value == 1;
    std::vector<Index> members = members_of(statement);
    return std::all_of(members.begin(), members.end(), [&](Index member) { return is_single(member); });
  }

  /// "One dead, four hurt" is "five shot": what is missing from the lower figure stands beside it, or is the dead.
  bool adds_up(const Judged& pair) const {
    auto a = claim(pair.a).quantity.value, b = claim(pair.b).quantity.value;
    if (!a || !b) return false;
    Index lower = *a < *b ? pair.a : pair.b, higher = *a < *b ? pair.b : pair.a;
    double missing = std::abs(*a - *b);
    return has_missing(lower, lower, missing) || has_missing(higher, lower, missing);
  }

  /// Whether the document of `where` has a claim of the missing figure beside `lower`, or of that many killed.
  bool has_missing(Index where, Index lower, double missing) const {
    Index first = where, last = where;
    while (first > 0 && document(first - 1) == document(where)) first--;
    while (last + 1 < statements_.size() && document(last + 1) == document(where)) last++;
    for (Index i = first; i <= last; i++) {
      const Claim& other = claim(i);
      bool beside = where == lower && other.sentence == claim(lower).sentence && other.field == claim(lower).field;
      bool dead = claim(lower).event == "injured" && other.event == "killed" && can_be_of_it(i, lower);
      bool same_event = other.event == claim(lower).event && !other.subgroup && !other.sum;
      if (i != lower && other.quantity.value == missing && (dead || (beside && same_event))) return true;
    }
    return false;
  }

  /// Whether neither place nor day tells them apart.
  bool can_be_of_it(Index statement, Index other) const {
    FactMatch match = match_claims(traits_[statement], traits_[other], context_);
    return match[Aspect::place] != Likeness::different && match[Aspect::time] != Likeness::different;
  }

  /// Whether the article of `statement` has the figure of `other` in the same sentence, or right beside its own.
  bool names_beside(Index statement, Index other) const {
    const Claim& own = claim(statement);
    const std::optional<double>& value = claim(other).quantity.value;
    const Reading& reading = *statements_[statement].reading;
    if (!value) return false;
    auto touches_own = [&](const Quantity& figure) {
      return any_figure(reading, [&](const Quantity& near) {
        return near.value == own.quantity.value && (is_beside(near, figure) || is_beside(figure, near));
      });
    };
    auto is_named = [&](const Quantity& figure) {
      if (figure.value != value || figure.span == own.quantity.span || is_of_another_event(figure, own, reading))
        return false;
      return own.sentence.contains(figure.span) || touches_own(figure);
    };
    return is_changed_from(own.quantity, *value, reading) || any_figure(reading, is_named);
  }

  /// The two hurt beside "two dead" are no other count of the dead.
  static bool is_of_another_event(const Quantity& figure, const Claim& own, const Reading& reading) {
    auto counts = [&](const Claim& claim) { return claim.field == own.field && claim.quantity.span == figure.span; };
    auto found = std::find_if(reading.claims.begin(), reading.claims.end(), counts);
    return found != reading.claims.end() && found->event != own.event && found->event != "count" &&
           std::none_of(found, reading.claims.end(),
                        [&](const Claim& claim) { return counts(claim) && claim.event == own.event; });
  }

  template <class Predicate>
  static bool any_figure(const Reading& reading, Predicate holds) {
    return std::any_of(reading.quantities.begin(), reading.quantities.end(), holds) ||
           std::any_of(reading.claims.begin(), reading.claims.end(),
                       [&](const Claim& claim) { return holds(claim.quantity); });
  }

  /// "From 18 to 17", anywhere in the article.
  static bool is_changed_from(const Quantity& own, double other, const Reading& reading) {
    auto ends_are = [&](std::optional<double> one, std::optional<double> two) {
      return own.value && ((one == own.value && two == other) || (two == own.value && one == other));
    };
    return std::any_of(reading.claims.begin(), reading.claims.end(),
                       [&](const Claim& claim) { return ends_are(claim.earlier, claim.quantity.value); }) ||
           any_figure(reading, [&](const Quantity& figure) {
             return figure.hedge == Hedge::range && ends_are(figure.low, figure.high);
           });
  }

  /// "18, now 17".
  static bool is_beside(const Quantity& first, const Quantity& second) {
    constexpr std::uint32_t few_words = 12;
    return first.span.end <= second.span.begin && second.span.begin - first.span.end <= few_words;
  }

  static constexpr double much_closer = 3;

  /// Whether the other article has a figure that is closer, so many times: of two parties' votes, one is meant.
  bool has_closer(Index statement, Index other, double times) const {
    if (!claim(statement).quantity.value || !claim(other).quantity.value) return false;
    auto distance = [&](Index rival) {
      return std::abs(*claim(statement).quantity.value - claim(rival).quantity.value.value_or(0));
    };
    auto rivals = linked(rivals_, side(statement, document(other)));
    return std::any_of(rivals.begin(), rivals.end(),
                       [&](const auto& link) { return times * distance(link.second) < distance(other); });
  }

  bool has_rivals(Index statement, Index other) const {
    auto rivals = linked(rivals_, side(statement, document(other)));
    if (rivals.empty()) return false;
    const Quantity& first = claim(rivals.front().second).quantity;
    return std::any_of(rivals.begin(), rivals.end(), [&](const auto& link) {
      const Claim& rival = claim(link.second);
      return !agree(compare_figures(first, rival.quantity, tolerances(), rival.event));
    });
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
      later += *published(giver) > day && !names_beside(giver, newer);
      return *published(giver) != day;
    };
    bool apart = count(old);
    for (const auto& link : linked(agreeing_, old)) apart &= count(link.second);
    return before && apart && later <= linked(agreeing_, newer).size() + 1;
  }

  /// A figure that somebody gave before the older article, or still gives after the newer one, is no update: the
  /// article that gives it after the newer one was in print is stale.
  Judged in_circulation(Judged pair) const {
    if (pair.code != verdict::updated_figure && pair.code != verdict::falling_toll) return pair;
    bool a_first = published(pair.a) < published(pair.b);
    Index older = a_first ? pair.a : pair.b, newer = a_first ? pair.b : pair.a;
    auto any_published = [&](Index of, auto when) {
      auto alike = linked(agreeing_, of);
      return std::any_of(alike.begin(), alike.end(),
                         [&](const auto& link) { return published(link.second) && when(*published(link.second)); });
    };
    bool grew = pair.code == verdict::updated_figure;
    if (!grew && is_replaced(newer, older)) return stale(pair, newer);
    bool known_before = any_published(newer, [&](Day day) { return day <= *published(older); });
    bool still_given = any_published(older, [&](Day day) { return day >= *published(newer); });
    if (known_before || (still_given && !(grew && is_replaced(older, newer)))) pair.code = verdict::figure_conflict;
    return pair;
  }

  /// A part against the total that its own article gives.
  void judge_part(Index part) {
    const Claim& one = claim(part);
    const auto& claims = statements_[part].reading->claims;
    if (!one.part_of || *one.part_of >= claims.size()) return;
    const Claim& total = claims[*one.part_of];
    bool exceeded = exceeds(interval_of(one.quantity, tolerances()), interval_of(total.quantity, tolerances()));
    bool collective = total.quantity.value == 1;  // "a family of six, including four children"
    if (one.event == total.event && one.denied == total.denied && exceeded && !collective)
      report({verdict::part_exceeds_whole, index_of(total, part), part, false});
  }

  /// What one article's parts come to, against the whole that another gives.
  void judge_sums() {
    for (std::size_t begin = 0, end = 0; begin < parts_.size(); begin = end) {
      Side of = parts_[begin].first;
      std::vector<Index> parts;
      for (; end < parts_.size() && parts_[end].first == of; end++) parts.push_back(parts_[end].second);
      bool own_total = holds(given_, of) || !linked(rivals_, of).empty();
      if (parts.size() > 1 && !own_total) judge_sum(static_cast<Index>(of >> 32), parts);
    }
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

  /// The claims of one reading stand near each other.
  Index index_of(const Claim& wanted, Index near) const {
    Index first = near, last = near;
    while (true) {
      if (&claim(first) == &wanted) return first;
      if (&claim(last) == &wanted) return last;
      if (first > 0) first--;
      if (last + 1 < statements_.size()) last++;
    }
  }

  const std::vector<Statement>& statements_;
  const Desk& desk_;
  const Kinship& kinship_;
  Happenings happenings_;
  MatchContext context_;
  std::vector<Traits> traits_;  ///< of the statements
  std::vector<Judged> judged_, contradictions_, vague_, replacements_;
  Links agreeing_;  ///< from statements to those of other documents; these are sorted once they are all there
  Links rivals_;    ///< from sides to the document's statements
  Links parts_;     ///< from a whole and a document to the parts of it that the document gives
  std::vector<std::pair<Index, Index>> told_;  ///< parts, and the whole that they were set against
  Sides given_, given_that_day_;               ///< the statement's figure stands in the document too
  Ledger ledger_;
  std::unordered_map<Index, std::vector<Index>> revised_by_;
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
