#include "match.hpp"

#include "words.hpp"

#include <algorithm>
#include <cmath>

namespace claimcheck {
namespace {

constexpr std::array aspect_names = {"event", "unit", "group", "affiliation", "part", "place", "scope", "time"};
constexpr std::array likeness_names = {"same", "unstated", "unknown", "named", "narrower", "wider", "different"};

Likeness same_if(bool same) {
  return same ? Likeness::same : Likeness::different;
}

Likeness match_unit(const Quantity& a, const Quantity& b) {
  return same_if(a.dimension == b.dimension && (a.dimension == Dimension::count || a.unit == b.unit));
}

std::vector<WordKey> keys_of(std::string_view phrase) {
  std::vector<WordKey> keys;
  for (const PlainWord& word : plain_words(phrase)) keys.push_back(word.key);
  return keys;
}

bool same_words(const Subject& a, const Subject& b) {
  return a.text == b.text || keys_of(a.text) == keys_of(b.text);
}

std::string head_noun(const Subject& subject) {
  auto words = words_of(subject.text);
  return words.empty() ? std::string() : words.back();
}

bool is_generic_noun(const std::string& noun, const MatchContext& context) {
  const auto& generic = context.generic_nouns;
  return noun.empty() || std::find(generic.begin(), generic.end(), noun) != generic.end();
}

bool all_among(const std::vector<WordKey>& some, const std::vector<WordKey>& others) {
  return std::all_of(some.begin(), some.end(),
                     [&](WordKey word) { return std::find(others.begin(), others.end(), word) != others.end(); });
}

/// "Fatal shootings" are a part of the shootings.
Likeness match_things(const Subject& a, const Subject& b) {
  auto first = keys_of(a.text), second = keys_of(b.text);
  if (first.empty() || second.empty() || first.back() != second.back()) return Likeness::unknown;
  if (all_among(second, first)) return Likeness::narrower;
  return all_among(first, second) ? Likeness::wider : Likeness::unknown;
}

/// Within one group, "people" are all of them and "adults" some of them; "men" and "adults" may be the same.
Likeness match_nouns(const Subject& a, const Subject& b, const MatchContext& context) {
  std::string first = head_noun(a), second = head_noun(b);
  bool first_generic = is_generic_noun(first, context), second_generic = is_generic_noun(second, context);
  if (first == second || (first_generic && second_generic)) return Likeness::same;
  if (second_generic) return Likeness::narrower;
  return first_generic ? Likeness::wider : Likeness::unknown;
}

/// A bare count ("12 posts") names no event that would tie it to a fact, so its words have to be the same, and they
/// have to say whose it is.
Likeness match_group(const Claim& a, const Claim& b, const MatchContext& context) {
  const Taxonomy& taxonomy = context.taxonomy;
  bool alike = same_words(a.subject, b.subject);
  if (a.event == "count") return same_if(alike && a.subject.affiliation && b.subject.affiliation);
  if (a.subject.group.empty() || b.subject.group.empty()) return same_if(alike);
  if (a.subject.group == b.subject.group) {
    if (alike) return Likeness::same;
    if (taxonomy.is_a(a.subject.group, "thing")) return match_things(a.subject, b.subject);
    return taxonomy.knows(a.subject.group) ? match_nouns(a.subject, b.subject, context) : Likeness::different;
  }
  if (taxonomy.is_a(a.subject.group, b.subject.group)) return Likeness::narrower;
  if (taxonomy.is_a(b.subject.group, a.subject.group)) return Likeness::wider;
  return Likeness::different;
}

/// "government" and "Syrian government" are taken for the same side.
Likeness match_affiliation(const Subject& a, const Subject& b) {
  if (!a.affiliation && !b.affiliation) return Likeness::same;
  if (!a.affiliation || !b.affiliation) return Likeness::unknown;
  auto first = keys_of(*a.affiliation), second = keys_of(*b.affiliation);
  return same_if(all_among(first, second) || all_among(second, first));
}

/// A part of a stated total ("including four children") is compared with the same part only, never with a total.
Likeness match_part(const Claim& a, const Claim& b) {
  if (a.remainder || b.remainder) return a.remainder == b.remainder ? Likeness::unknown : Likeness::different;
  if (a.subgroup == b.subgroup) return Likeness::same;
  return a.subject.group == b.subject.group && same_words(a.subject, b.subject) ? Likeness::unknown
                                                                                : Likeness::different;
}

Likeness match_place(const std::optional<Place>& a, const std::optional<Place>& b, const Gazetteer& gazetteer) {
  if (!a && !b) return Likeness::unstated;
  if (!a || !b) return Likeness::unknown;
  if (word_key(a->name) == word_key(b->name)) return Likeness::same;
  if (gazetteer.contains(b->name, a->name)) return Likeness::narrower;
  if (gazetteer.contains(a->name, b->name)) return Likeness::wider;
  bool comparable = gazetteer.knows(a->name) == gazetteer.knows(b->name);
  return comparable ? Likeness::different : Likeness::unknown;
}

/// Whether the article that puts no place beside its figure names the other's.
bool names_the_place(const Claim& a, const Claim& b, const Kinship& kinship) {
  return a.place ? kinship.names(b.document, a.place->name) : kinship.names(a.document, b.place->name);
}

bool is_running(Scope scope) {
  return scope == Scope::window || scope == Scope::cumulative;
}

/// A toll without a beginning may be the toll of one incident; a stretch of hours or days is always more.
Likeness match_scope(const Claim& a, const Claim& b) {
  if (a.scope == b.scope) return Likeness::same;
  if (is_running(a.scope) && is_running(b.scope)) return Likeness::same;
  auto standing = [](const Claim& incident, const Claim& other, Likeness part) {
    if (incident.scope != Scope::incident || !is_running(other.scope)) return Likeness::different;
    return other.when || other.scope == Scope::window ? part : Likeness::unknown;
  };
  return a.scope == Scope::incident ? standing(a, b, Likeness::narrower) : standing(b, a, Likeness::wider);
}

bool states_a_day(const Claim& claim) {
  return claim.when && claim.when->period.precision == Precision::day && claim.when->period.first &&
         claim.when->period.first == claim.when->period.last;
}

bool is_loose(const Claim& claim) {
  return !claim.when || claim.when->period.precision == Precision::vague;
}

/// Whether an article that puts no time beside its figure names the other claim's days elsewhere.
bool names_the_days(const Statement& undated, const Statement& dated) {
  if (undated.claim->when || !dated.claim->when || !undated.reading) return false;
  const Period& days = dated.claim->when->period;
  return std::any_of(undated.reading->dates.begin(), undated.reading->dates.end(), [&](const DateMention& date) {
    return date.period && date.period->first && date.period->last && contains(days, *date.period);
  });
}

Likeness match_incident_days(const Statement& a, const Statement& b, const Tolerances& tolerances) {
  Period first = days_of(a, tolerances), second = days_of(b, tolerances);
  if (!overlap(first, second))
    return names_the_days(a, b) || names_the_days(b, a) ? Likeness::unknown : Likeness::different;
  if (states_a_day(*a.claim) && states_a_day(*b.claim)) return Likeness::same;
  return a.claim->when || b.claim->when ? Likeness::unknown : Likeness::unstated;
}

/// Tolls are compared by where they begin; how far they reach is the published date, which an update moves.
Likeness match_beginnings(const Claim& a, const Claim& b) {
  if (!a.when && !b.when) return Likeness::unstated;
  if (is_loose(a) || is_loose(b) || !a.when->period.first || !b.when->period.first) return Likeness::unknown;
  const Period &first = a.when->period, &second = b.when->period;
  bool coarse = first.precision != Precision::day || second.precision != Precision::day;
  if (first.first == second.first) return Likeness::same;
  if (coarse && first.last && second.last && overlap(first, second)) return Likeness::unknown;
  return *first.first < *second.first ? Likeness::wider : Likeness::narrower;
}

Likeness match_stretches(const Period& a, const Period& b) {
  if (a.first == b.first && a.last == b.last) return Likeness::same;
  if (contains(b, a)) return Likeness::narrower;
  return contains(a, b) ? Likeness::wider : Likeness::different;
}

Likeness match_time(const Statement& a, const Statement& b, const Tolerances& tolerances) {
  const Claim &first = *a.claim, &second = *b.claim;
  if (!is_running(first.scope) && !is_running(second.scope)) return match_incident_days(a, b, tolerances);
  if (first.scope == Scope::cumulative && second.scope == Scope::cumulative) return match_beginnings(first, second);
  Period days = days_of(a, tolerances), others = days_of(b, tolerances);
  if (!overlap(days, others)) return Likeness::different;
  if (!first.when && !second.when) return Likeness::unstated;
  if (is_loose(first) || is_loose(second)) return Likeness::unknown;
  return match_stretches(days, others);
}

}  // namespace

bool is_generic(const Subject& subject, const MatchContext& context) {
  return is_generic_noun(head_noun(subject), context);
}

std::string_view name(Aspect aspect) {
  return aspect_names[static_cast<std::size_t>(aspect)];
}
std::string_view name(Likeness likeness) {
  return likeness_names[static_cast<std::size_t>(likeness)];
}

Likeness FactMatch::overall() const {
  auto any = [this](Likeness wanted) { return std::find(aspects.begin(), aspects.end(), wanted) != aspects.end(); };
  bool narrower = any(Likeness::narrower), wider = any(Likeness::wider);
  if (any(Likeness::different) || (narrower && wider)) return Likeness::different;
  return narrower ? Likeness::narrower : wider ? Likeness::wider : Likeness::same;
}

bool FactMatch::inferred() const {
  return std::find(aspects.begin(), aspects.end(), Likeness::unknown) != aspects.end();
}

bool FactMatch::only_different(Aspect wanted) const {
  FactMatch others = *this;
  others[wanted] = Likeness::same;
  return (*this)[wanted] == Likeness::different && others.overall() != Likeness::different;
}

Period days_of(const Statement& statement, const Tolerances& tolerances) {
  const Claim& claim = *statement.claim;
  std::optional<Day> published = statement.document->published;
  if (claim.when) {
    Period period = claim.when->period;
    if (claim.scope == Scope::cumulative && period.first) period.last = published;
    return period;
  }
  std::optional<Day> earliest;
  double reach = claim.scope == Scope::incident ? tolerances.undated_days : tolerances.story_days;
  if (published) earliest = *published - date::days{std::lround(reach)};
  return {earliest, published, Precision::vague};
}

FactMatch match_claims(const Statement& a, const Statement& b, const MatchContext& context) {
  const Claim &first = *a.claim, &second = *b.claim;
  FactMatch match;
  match[Aspect::event] = same_if(first.event == second.event);
  match[Aspect::unit] = match_unit(first.quantity, second.quantity);
  match[Aspect::group] = match_group(first, second, context);
  match[Aspect::affiliation] = match_affiliation(first.subject, second.subject);
  match[Aspect::part] = match_part(first, second);
  match[Aspect::place] = match_place(first.place, second.place, context.gazetteer);
  if (first.place.has_value() != second.place.has_value() && names_the_place(first, second, context.kinship))
    match[Aspect::place] = Likeness::named;
  match[Aspect::scope] = match_scope(first, second);
  match[Aspect::time] = match_time(a, b, context.tolerances);
  return match;
}

bool shares_place_or_time(const FactMatch& match) {
  return match[Aspect::place] == Likeness::same || match[Aspect::time] == Likeness::same;
}

std::string why(const FactMatch& match) {
  std::string out;
  for (std::size_t i = 0; i < aspect_count; i++) {
    if (i) out += ", ";
    out += std::string(aspect_names[i]) + " " + std::string(name(match.aspects[i]));
  }
  return out;
}

}  // namespace claimcheck
