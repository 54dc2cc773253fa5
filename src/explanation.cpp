#include "explanation.hpp"

#include "sort_once.hpp"

#include <algorithm>
#include <cmath>

namespace claimcheck {
namespace {

constexpr double much_closer = 3;
constexpr std::uint32_t few_characters = 12;

template <class Predicate>
bool any_figure(const Reading& reading, Predicate holds) {
  return std::any_of(reading.quantities.begin(), reading.quantities.end(), holds) ||
         std::any_of(reading.claims.begin(), reading.claims.end(),
                     [&](const Claim& claim) { return holds(claim.quantity); });
}

/// "From 18 to 17", anywhere in the article.
bool is_changed_from(const Quantity& own, double other, const Reading& reading) {
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
bool is_beside(const Quantity& first, const Quantity& second) {
  return first.span.end <= second.span.begin && second.span.begin - first.span.end <= few_characters;
}

/// The two hurt beside "two dead" are no other count of the dead.
bool is_of_another_event(const Quantity& figure, const Claim& own, const Reading& reading) {
  auto counts = [&](const Claim& claim) { return claim.field == own.field && claim.quantity.span == figure.span; };
  auto found = std::find_if(reading.claims.begin(), reading.claims.end(), counts);
  return found != reading.claims.end() && found->event != own.event && found->event != "count" &&
         std::none_of(found, reading.claims.end(),
                      [&](const Claim& claim) { return counts(claim) && claim.event == own.event; });
}

}  // namespace

bool Links::holds(const Sides& sides, Side side) {
  return std::binary_search(sides.begin(), sides.end(), side);
}

std::span<const Links::List::value_type> Links::linked(const List& links, Side from) {
  auto first = std::lower_bound(links.begin(), links.end(), List::value_type{from, 0});
  auto last = std::lower_bound(first, links.end(), List::value_type{from + 1, 0});
  return {first, last};
}

void Links::sort() {
  sort_once(given), sort_once(given_that_day), sort_once(rivals), sort_once(agreeing), sort_once(parts);
}

Explanation::Explanation(const Statements& statements, const std::vector<Traits>& traits, const Links& links,
                         const MatchContext& context)
    : statements_(statements), traits_(traits), links_(links), context_(context) {}

std::optional<Outcome> Explanation::of(const Judged& pair) const {
  auto [code, a, b, inferred, same_day] = pair;
  if (code != verdict::date_conflict && is_revised(pair)) return Outcome::beside;
  const Links::Sides& given = code == verdict::date_conflict ? links_.given_that_day : links_.given;
  if (Links::holds(given, Links::side(a, document(b))) || Links::holds(given, Links::side(b, document(a))))
    return Outcome::given;
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

/// Whether one figure is closed by an article that gives the other one, or one like it.
bool Explanation::is_revised(const Judged& pair) const {
  return closes(pair.a, pair.b) || closes(pair.b, pair.a);
}

bool Explanation::closes(Index newer, Index older) const {
  auto revisions = links_.revised_by.find(older);
  if (revisions == links_.revised_by.end()) return false;
  return std::any_of(revisions->second.begin(), revisions->second.end(), [&](Index revision) {
    return revision == newer ||
           (published(older) <= published(newer) && claim(revision).quantity.value == claim(newer).quantity.value);
  });
}

/// An article's first figure of a kind, which is that of its own story: the headline's, or what the body begins with.
bool Explanation::leads(Index statement) const {
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
bool Explanation::is_single(Index statement) const {
  const Claim& one = claim(statement);
  if (!one.sum) return one.quantity.value == 1;
  std::vector<Index> members = statements_.members_of(statement);
  return std::all_of(members.begin(), members.end(), [&](Index member) { return is_single(member); });
}

/// "One dead, four hurt" is "five shot": what is missing from the lower figure stands beside it, or is the dead.
bool Explanation::adds_up(const Judged& pair) const {
  auto a = claim(pair.a).quantity.value, b = claim(pair.b).quantity.value;
  if (!a || !b) return false;
  Index lower = *a < *b ? pair.a : pair.b, higher = *a < *b ? pair.b : pair.a;
  double missing = std::abs(*a - *b);
  return has_missing(lower, lower, missing) || has_missing(higher, lower, missing);
}

/// Whether the document of `where` has a claim of the missing figure beside `lower`, or of that many killed.
bool Explanation::has_missing(Index where, Index lower, double missing) const {
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
bool Explanation::can_be_of_it(Index statement, Index other) const {
  FactMatch match = match_claims(traits_[statement], traits_[other], context_);
  return match[Aspect::place] != Likeness::different && match[Aspect::time] != Likeness::different;
}

bool Explanation::names_beside(Index statement, Index other) const {
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

/// Whether the other article has a figure that is closer, so many times: of two parties' votes, one is meant.
bool Explanation::has_closer(Index statement, Index other, double times) const {
  if (!claim(statement).quantity.value || !claim(other).quantity.value) return false;
  auto distance = [&](Index rival) {
    return std::abs(*claim(statement).quantity.value - claim(rival).quantity.value.value_or(0));
  };
  auto rivals = Links::linked(links_.rivals, Links::side(statement, document(other)));
  return std::any_of(rivals.begin(), rivals.end(),
                     [&](const auto& link) { return times * distance(link.second) < distance(other); });
}

bool Explanation::has_rivals(Index statement, Index other) const {
  auto rivals = Links::linked(links_.rivals, Links::side(statement, document(other)));
  if (rivals.empty()) return false;
  const Quantity& first = claim(rivals.front().second).quantity;
  return std::any_of(rivals.begin(), rivals.end(), [&](const auto& link) {
    const Claim& rival = claim(link.second);
    return !agree(compare_figures(first, rival.quantity, tolerances(), rival.event));
  });
}

}  // namespace claimcheck
