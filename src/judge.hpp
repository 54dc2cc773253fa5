#pragma once

#include "claimcheck.hpp"
#include "verdicts.hpp"

#include <vector>

namespace claimcheck {

/// What a pair is judged to be when its figures agree: not a rule, and no finding.
inline constexpr std::string_view agreement = "agreement";

/// What is no rule and no finding, but tells the facts which claims are about one thing: both figures can be true;
/// another counter's higher toll some days later; the second says that it replaces the first.
inline constexpr std::string_view one_thing = "one-thing", outgrown = "outgrown", revised = "revised";
inline bool is_reported(std::string_view code) {
  return code != one_thing && code != outgrown && code != revised;
}

/// A verdict on two statements, as indexes into the statements.
struct Judged {
  std::string_view code;
  std::uint32_t a = 0, b = 0;
  bool inferred = false;  ///< it is assumed that they mean one event
  bool same_day = false;  ///< both state the same day
};

/// What became of two statements that were held side by side.
enum class Outcome : std::uint8_t {
  apart,            ///< something tells the facts apart
  attackers,        ///< only one counts those who did it
  other_happening,  ///< two kinds of happening, or two times of one day
  strangers,        ///< neither place nor day in common, and the articles share no names
  loose,            ///< figures too far apart, money or votes, without a place or a day that both state
  same_article,     ///< within one article only a headline is held against what the body says first
  compatible,       ///< one fact, and both figures can be true
  agree,
  reported,
  given,    ///< the other article has this figure too
  beside,   ///< the article names the other figure beside its own
  adds_up,  ///< what is missing stands beside the lower figure
  closer,   ///< the other article has a figure that is nearer
  single,   ///< one person, without a day that both state
  rivals,   ///< the other article has several figures, without a day that both state
};

struct Weighed {
  std::uint32_t a = 0, b = 0;
  FactMatch match;
  Outcome outcome = Outcome::apart;
  std::string_view code;  ///< of what was reported
};

/// Every verdict on every pair, in no particular order. `weighed`, if given, takes the pairs that were looked at, in
/// the order of the statements.
std::vector<Judged> judge(const std::vector<Statement>&, const Kinship&, const Desk&,
                          std::vector<Weighed>* weighed = nullptr);

}  // namespace claimcheck
