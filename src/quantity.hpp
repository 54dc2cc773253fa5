#pragma once

#include "span.hpp"
#include "token.hpp"

#include <optional>
#include <string_view>

namespace claimcheck {

enum class Hedge : std::uint8_t { exact, about, at_least, more_than, up_to, less_than, nearly, range, vague };
enum class Trend : std::uint8_t { none, up, down };
enum class Dimension : std::uint8_t {
  count,
  percent,
  percentage_points,
  currency,
  age,
  duration,
  length,
  area,
  volume,
  mass,
  speed,
  temperature,
  information,
  frequency,
  power,
  energy,
  rate,
  other
};
/// What a number in the text is doing there. Every number has one; `unexplained` is an answer too.
enum class Role : std::uint8_t {
  claim,
  count,
  percent,
  money,
  measure,
  age,
  duration,
  ordinal,
  date,
  time,
  score,
  address,
  phone,
  identifier,
  list_number,
  ratio,
  pronoun,
  unexplained
};

std::string_view name(Hedge);
std::string_view name(Trend);
std::string_view name(Dimension);
std::string_view name(Role);
std::optional<Hedge> hedge_named(std::string_view);
std::optional<Dimension> dimension_named(std::string_view);

/// One number or vague quantity as the text has it. Bounds are inclusive; an absent bound is open.
/// "more than 3,000" of a count is [3001, open]; "at least 33" [33, open]; "dozens" by the profile, value absent.
struct Quantity {
  Span span;  ///< the hedge, the number and its unit, but not the counted noun
  TokenRange tokens;
  Span noun;  ///< the counted noun phrase ("Turkish soldiers"); empty if none
  std::optional<double> value;
  std::optional<double> low;
  std::optional<double> high;
  double step = 1;         ///< the place of the last digit written: 1,000,000 for "2 million", 1 for "1,250"
  std::string_view vague;  ///< the lexicon's name of a vague word ("dozens"), whose bounds the profile decides
  double vague_scale = 1;  ///< what a vague word counts: 100 for "several hundred"
  std::string_view unit;   ///< canonical unit from the lexicon ("km", "USD"); empty for counts
  Hedge hedge = Hedge::exact;
  Trend trend = Trend::none;
  Dimension dimension = Dimension::count;
  Role role = Role::unexplained;
};

}  // namespace claimcheck
