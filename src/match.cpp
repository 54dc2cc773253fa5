#include "match.hpp"

#include "words.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace claimcheck {
namespace {

constexpr std::array aspect_names = {"event", "unit", "group", "affiliation", "part", "place", "scope", "time"};
constexpr std::array likeness_names = {"same", "unstated", "unknown", "named", "narrower", "wider", "different"};

Likeness same_if(bool same) {
  return same ? Likeness::same : Likeness::different;
}

std::vector<WordKey> keys_of(std::string_view phrase) {
  std::vector<WordKey> keys;
  for (const PlainWord& word : plain_words(phrase)) keys.push_back(word.key);
  return keys;
}

WordKey mixed(WordKey state, std::uint64_t next) {
  return (std::rotl(state, 32) ^ next) * 0x9E3779B97F4A7C15ull;
}

/// One key for all words of a phrase, in their order; never 0.
WordKey key_of(const std::vector<WordKey>& words) {
  WordKey key = 1;
  for (WordKey word : words) key = mixed(key, word);
  return key | 1;
}

WordKey unit_key(const Quantity& quantity) {
  WordKey unit = quantity.dimension == Dimension::count ? 0 : word_key(quantity.unit);
  return mixed(unit, static_cast<std::uint64_t>(quantity.dimension));
}

bool all_among(const std::vector<WordKey>& some, const std::vector<WordKey>& others) {
  return std::all_of(some.begin(), some.end(),
                     [&](WordKey word) { return std::find(others.begin(), others.end(), word) != others.end(); });
}

const Claim& claim_of(const Traits& traits) {
  return *traits.statement->claim;
}

bool is_among(WordKey noun, const std::vector<WordKey>& nouns) {
  return std::find(nouns.begin(), nouns.end(), noun) != nouns.end();
}

bool is_listed(std::string_view event, const std::vector<std::string>& events) {
  return std::find(events.begin(), events.end(), event) != events.end();
}

bool has_no_group(const Traits& traits) {
  return traits.group == Taxonomy::unknown && claim_of(traits).subject.group.empty();
}
bool is_one_group(const Traits& a, const Traits& b) {
  if (a.group != Taxonomy::unknown) return a.group == b.group;
  return b.group == Taxonomy::unknown && claim_of(a).subject.group == claim_of(b).subject.group;
}

/// "Fatal shootings" are a part of the shootings.
Likeness match_things(const Subject& a, const Subject& b) {
  auto first = keys_of(a.text), second = keys_of(b.text);
  if (first.empty() || second.empty() || first.back() != second.back()) return Likeness::unknown;
  if (all_among(second, first)) return Likeness::narrower;
  return all_among(first, second) ? Likeness::wider : Likeness::unknown;
}

/// Within one group, "people" are all of them and "adults" some of them; "men" and "adults" may be the same.
Likeness match_nouns(const Traits& a, const Traits& b) {
  if (a.noun == b.noun || (a.generic && b.generic)) return Likeness::same;
  if (b.generic) return Likeness::narrower;
  return a.generic ? Likeness::wider : Likeness::unknown;
}

Likeness match_within_group(const Traits& a, const Traits& b) {
  if (a.subject == b.subject) return Likeness::same;
  if (a.group == Taxonomy::unknown) return Likeness::different;
  return a.thing ? match_things(claim_of(a).subject, claim_of(b).subject) : match_nouns(a, b);
}

/// A bare count ("12 posts") names no event that would tie it to a fact, so its words have to be the same, and they
/// have to say whose it is.
Likeness match_group(const Traits& a, const Traits& b, const Taxonomy& taxonomy) {
  constexpr WordKey bare = word_key("count");
  bool alike = a.subject == b.subject;
  if (a.event == bare) return same_if(alike && a.affiliation && b.affiliation);
  if (has_no_group(a) || has_no_group(b)) return same_if(alike);
  if (is_one_group(a, b)) return match_within_group(a, b);
  if (taxonomy.is_a(a.group, b.group)) return Likeness::narrower;
  return taxonomy.is_a(b.group, a.group) ? Likeness::wider : Likeness::different;
}

/// "government" and "Syrian government" are taken for the same side, and so are "U.S." and "American".
Likeness match_affiliation(const Traits& a, const Traits& b, const Gazetteer& gazetteer) {
  if (a.affiliation == b.affiliation) return Likeness::same;
  if (!a.affiliation || !b.affiliation) return Likeness::unknown;
  auto first = gazetteer.keys_by_country(*claim_of(a).subject.affiliation);
  auto second = gazetteer.keys_by_country(*claim_of(b).subject.affiliation);
  return same_if(all_among(first, second) || all_among(second, first));
}

/// A part of a stated total ("including four children") is compared with the same part only, never with a total.
Likeness match_part(const Traits& a, const Traits& b) {
  if (a.remainder || b.remainder) return a.remainder == b.remainder ? Likeness::unknown : Likeness::different;
  if (a.subgroup == b.subgroup) return Likeness::same;
  return is_one_group(a, b) && a.subject == b.subject ? Likeness::unknown : Likeness::different;
}

/// Whether the article that puts no place beside its figure names the other's.
bool names_the_place(const Claim& a, const Claim& b, const Kinship& kinship) {
  return a.place ? kinship.names(b.document, a.place->name) : kinship.names(a.document, b.place->name);
}

/// Paris in Texas, and Paris in France.
bool lie_in_other_regions(const Traits& a, const Traits& b, const Gazetteer& gazetteer) {
  if (!a.region || !b.region || a.region == b.region) return false;
  std::string first(region_behind_place(*a.statement, gazetteer)), second(region_behind_place(*b.statement, gazetteer));
  return !gazetteer.contains(first, second) && !gazetteer.contains(second, first);
}

Likeness match_place(const Traits& a, const Traits& b, const MatchContext& context) {
  if (a.place && a.place == b.place)
    return lie_in_other_regions(a, b, context.gazetteer) ? Likeness::different : Likeness::same;
  if (a.place == b.place) return Likeness::unstated;
  if (!a.place || !b.place)
    return names_the_place(claim_of(a), claim_of(b), context.kinship) ? Likeness::named : Likeness::unknown;
  const Gazetteer& gazetteer = context.gazetteer;
  const std::string &first = claim_of(a).place->name, &second = claim_of(b).place->name;
  if (gazetteer.contains(second, first)) return Likeness::narrower;
  if (gazetteer.contains(first, second)) return Likeness::wider;
  return gazetteer.knows(first) == gazetteer.knows(second) ? Likeness::different : Likeness::unknown;
}

bool is_running(Scope scope) {
  return scope == Scope::window || scope == Scope::cumulative;
}

/// A toll without a beginning may be the toll of one incident; a stretch of hours or days is always more.
Likeness match_scope(const Traits& a, const Traits& b) {
  if (a.scope == b.scope) return Likeness::same;
  if (is_running(a.scope) && is_running(b.scope)) return Likeness::same;
  auto standing = [](const Traits& incident, const Traits& other, Likeness part) {
    if (incident.scope != Scope::incident || !is_running(other.scope)) return Likeness::different;
    return other.dated || other.scope == Scope::window ? part : Likeness::unknown;
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
bool names_the_days(const Traits& undated, const Traits& dated) {
  const Reading* reading = undated.statement->reading;
  if (undated.dated || !dated.dated || !reading) return false;
  const Period& days = claim_of(dated).when->period;
  return std::any_of(reading->dates.begin(), reading->dates.end(), [&](const DateMention& date) {
    return date.period && date.period->first && date.period->last && contains(days, *date.period);
  });
}

Likeness match_incident_days(const Traits& a, const Traits& b) {
  if (!overlap(a.days, b.days))
    return names_the_days(a, b) || names_the_days(b, a) ? Likeness::unknown : Likeness::different;
  if (a.states_day && b.states_day) return Likeness::same;
  return a.dated || b.dated ? Likeness::unknown : Likeness::unstated;
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

Likeness match_time(const Traits& a, const Traits& b) {
  if (!is_running(a.scope) && !is_running(b.scope)) return match_incident_days(a, b);
  const Claim &first = claim_of(a), &second = claim_of(b);
  if (a.scope == Scope::cumulative && b.scope == Scope::cumulative) return match_beginnings(first, second);
  if (!overlap(a.days, b.days)) return Likeness::different;
  if (!a.dated && !b.dated) return Likeness::unstated;
  if (is_loose(first) || is_loose(second)) return Likeness::unknown;
  return match_stretches(a.days, b.days);
}

}  // namespace

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

/// "The toll from Monday's blast" is of what happened on Monday, "the toll since Monday" is not.
Scope scope_of(const Statement& statement) {
  const Claim& claim = *statement.claim;
  if (claim.scope != Scope::cumulative || !states_a_day(claim)) return claim.scope;
  std::string_view text = statement.text(),
                   behind = text.substr(std::min<std::size_t>(claim.when->span.end, text.size()));
  return behind.starts_with("'s ") || behind.starts_with("’s ") ? Scope::incident : claim.scope;
}

Traits traits_of(const Statement& statement, const MatchContext& context) {
  const Claim& claim = *statement.claim;
  auto words = keys_of(claim.subject.text);
  Traits traits;
  traits.statement = &statement;
  traits.event = word_key(counts_those_aboard(statement, context.rules) ? "aboard" : claim.event);
  traits.unit = unit_key(claim.quantity);
  traits.subject = key_of(words);
  traits.noun = words.empty() ? 0 : words.back();
  if (claim.subject.affiliation)
    traits.affiliation = key_of(context.gazetteer.keys_by_country(*claim.subject.affiliation));
  if (claim.place) traits.place = word_key(claim.place->name);
  if (auto region = region_behind_place(statement, context.gazetteer); !region.empty())
    traits.region = word_key(region);
  traits.days = days_of(statement, context.rules.tolerances);
  traits.group = context.taxonomy.number(claim.subject.group);
  traits.scope = scope_of(statement);
  traits.thing = context.taxonomy.is_a(traits.group, context.taxonomy.number("thing"));
  traits.generic = words.empty() || is_among(traits.noun, context.rules.generic_nouns);
  traits.subgroup = claim.subgroup;
  traits.remainder = claim.remainder;
  traits.dated = claim.when.has_value();
  traits.states_day = states_a_day(claim);
  traits.toll = is_listed(claim.event, context.rules.tolls);
  traits.ebbs = is_listed(claim.event, context.rules.ebbing);
  traits.moved = moved(statement, context.rules);
  traits.document = claim.document;
  traits.value = claim.quantity.value;
  return traits;
}

FactMatch match_subjects(const Traits& a, const Traits& b, const MatchContext& context) {
  FactMatch match;
  match[Aspect::event] = same_if(a.event == b.event);
  match[Aspect::unit] = same_if(a.unit == b.unit);
  match[Aspect::group] = match_group(a, b, context.taxonomy);
  match[Aspect::affiliation] = match_affiliation(a, b, context.gazetteer);
  match[Aspect::part] = match_part(a, b);
  match[Aspect::scope] = match_scope(a, b);
  return match;
}

void add_time(FactMatch& match, const Traits& a, const Traits& b) {
  match[Aspect::time] = match_time(a, b);
}

void add_place(FactMatch& match, const Traits& a, const Traits& b, const MatchContext& context) {
  match[Aspect::place] = match_place(a, b, context);
}

FactMatch match_claims(const Traits& a, const Traits& b, const MatchContext& context) {
  FactMatch match = match_subjects(a, b, context);
  add_time(match, a, b);
  add_place(match, a, b, context);
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
