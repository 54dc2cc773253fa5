#pragma once

#include "claim.hpp"
#include "cues.hpp"
#include "document.hpp"
#include "gazetteer.hpp"
#include "kinship.hpp"
#include "normalize.hpp"
#include "rules.hpp"
#include "taxonomy.hpp"

#include <array>

namespace claimcheck {

/// What two claims are compared by before their figures are.
enum class Aspect : std::uint8_t { event, unit, group, affiliation, part, place, scope, time };
constexpr std::size_t aspect_count = 8;
std::string_view name(Aspect);

/// How one claim stands to another in one aspect, or altogether.
enum class Likeness : std::uint8_t {
  same,
  unstated,  ///< neither says
  unknown,   ///< only one says, or one too roughly: nothing tells them apart
  named,     ///< only one says so beside its figure, but the other's article names it too
  narrower,  ///< the first is a part of the second: Idlib in Syria, civilians among people, Thursday in last week
  wider,     ///< the second is a part of the first
  different,
};
std::string_view name(Likeness);

/// Why two claims were taken to speak of the same fact, or not: the answer of `compare --why`.
struct FactMatch {
  std::array<Likeness, aspect_count> aspects{};

  Likeness operator[](Aspect aspect) const { return aspects[static_cast<std::size_t>(aspect)]; }
  Likeness& operator[](Aspect aspect) { return aspects[static_cast<std::size_t>(aspect)]; }
  /// All aspects together; different also where one aspect is narrower and another wider.
  Likeness overall() const;
  /// Whether something had to be assumed that one of them says and the other does not.
  bool inferred() const;
  /// Whether the claims differ in this aspect and in no other.
  bool only_different(Aspect) const;
};

/// What is known of places, groups and articles, and how far apart days may lie.
struct MatchContext {
  const Taxonomy& taxonomy;
  const Gazetteer& gazetteer;
  const Rules& rules;
  const Kinship& kinship;
};

/// What a claim is compared by, gathered once and small, so that comparing two of many neither reads their words again
/// nor looks for them all over the memory. Words are known by their keys; 0 is none.
struct Traits {
  const Statement* statement = nullptr;
  WordKey event = 0;
  WordKey unit = 0;         ///< the dimension too
  WordKey subject = 0;      ///< all of its words
  WordKey noun = 0;         ///< the last of them
  WordKey affiliation = 0;  ///< all of its words
  WordKey place = 0;
  WordKey region = 0;  ///< named right behind the place
  Taxonomy::Number group = Taxonomy::unknown;
  Scope scope = Scope::incident;
  bool thing = false;      ///< nobody, but what people have or do
  bool generic = false;    ///< says no more than that people are meant
  bool subgroup = false;   ///< of some larger figure
  bool remainder = false;  ///< besides those who were named before
  bool dated = false;      ///< says when
  bool toll = false;       ///< grows while it is counted
  bool ebbs = false;       ///< and falls, as people are found
  bool states_day = false;
  Moved moved = Moved::no;
  std::uint32_t document = 0;
  Period days;  ///< see days_of
  std::optional<double> value;
};
Traits traits_of(const Statement&, const MatchContext&);

/// Who or what is counted: every aspect but time and place. Where this tells two claims apart, nothing else counts.
FactMatch match_subjects(const Traits&, const Traits&, const MatchContext&);
/// Time, and place, which is dearest and comes last.
void add_time(FactMatch&, const Traits&, const Traits&);
void add_place(FactMatch&, const Traits&, const Traits&, const MatchContext&);
FactMatch match_claims(const Traits&, const Traits&, const MatchContext&);
inline FactMatch match_claims(const Statement& a, const Statement& b, const MatchContext& context) {
  return match_claims(traits_of(a, context), traits_of(b, context), context);
}

/// The days that a claim covers: those it states, else those that its scope and published date leave.
Period days_of(const Statement&, const Tolerances&);

/// "same event, group narrower, place unknown: only one of them states it".
std::string why(const FactMatch&);

/// Whether two claims are tied to one event by a place or a day that both state.
bool shares_place_or_time(const FactMatch&);

}  // namespace claimcheck
