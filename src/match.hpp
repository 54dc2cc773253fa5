#pragma once

#include "claim.hpp"
#include "document.hpp"
#include "gazetteer.hpp"
#include "kinship.hpp"
#include "normalize.hpp"
#include "rule.hpp"
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

/// A claim with the document it stands in.
struct Statement {
  const Claim* claim = nullptr;
  const Document* document = nullptr;
  const Reading* reading = nullptr;  ///< everything else that was read there
};

/// What is known of places, groups and articles, and how far apart days may lie.
struct MatchContext {
  const Taxonomy& taxonomy;
  const Gazetteer& gazetteer;
  const Tolerances& tolerances;
  const std::vector<std::string>& generic_nouns;
  const std::vector<std::string>& tolls;
  const Kinship& kinship;
};

FactMatch match_claims(const Statement&, const Statement&, const MatchContext&);

/// Whether a subject says no more than that people are meant.
bool is_generic(const Subject&, const MatchContext&);

/// The days that a claim covers: those it states, else those that its scope and published date leave.
Period days_of(const Statement&, const Tolerances&);

/// "same event, group narrower, place unknown: only one of them states it".
std::string why(const FactMatch&);

/// Whether two claims are tied to one event by a place or a day that both state.
bool shares_place_or_time(const FactMatch&);

}  // namespace claimcheck
