#pragma once

#include "gazetteer.hpp"
#include "lexicon.hpp"
#include "rules.hpp"
#include "statement.hpp"

#include <string_view>

namespace claimcheck {

/// What the words around a figure say of it, beyond what was read of it. Data: rules/rules.yaml, `cues`.

/// Whether a figure stands in the place of an earlier one: "rose to 61", "lowered the toll to 47", "revised to 47".
enum class Moved : std::uint8_t { no, up, down, revised };
Moved moved(const Statement&, const Rules&);

/// Whether those who did it are counted too: "eight people, including the gunman".
bool counts_attackers(const Statement&, const Rules&, const Lexicon&);

/// Whether those on a ship or plane are counted: "carrying 187 people", "187 people on board".
bool counts_those_aboard(const Statement&, const Rules&);

/// The part of its day: "Monday night", "early on Tuesday". "Overnight" may be either.
struct DayPart {
  bool early = false, late = false;
};
DayPart day_part(const Statement&, const Rules&);
/// Whether one is in the morning and the other in the evening.
bool exclude(DayPart, DayPart);

/// The region or country named right behind the place: Texas in "Paris, Texas,"; empty if there is none.
std::string_view region_behind_place(const Statement&, const Gazetteer&);

/// Whether the names nearest before the two figures are alike: "Halden Motors lost $1.2 billion".
bool name_one_owner(const Statement&, const Statement&);

}  // namespace claimcheck
