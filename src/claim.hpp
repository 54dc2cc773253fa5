#pragma once

#include "calendar.hpp"
#include "document.hpp"
#include "quantity.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace claimcheck {

/// incident: one event; window: a stated stretch of time ("in the last 24 hours"); cumulative: a toll since or up to
/// a time; increment: added to an earlier toll ("two more bodies"); projection: not (yet) so ("could reach").
enum class Scope : std::uint8_t { incident, window, cumulative, increment, projection };
std::string_view name(Scope);

/// Where in the article's layout a sentence stands.
enum class TextShape : std::uint8_t { body, headline, deck, dateline, byline, caption, correction, residue };
std::string_view name(TextShape);

/// Who or what was counted.
struct Subject {
  Span span;
  std::string text;                        ///< "Turkish soldiers"; for "others" the words that it stands for
  std::string_view group;                  ///< from the taxonomy: "soldier", "civilian", "person", "vehicle"
  std::optional<std::string> affiliation;  ///< "Turkish", "government", "rebel"
};

struct Place {
  Span span;
  std::string name;  ///< canonical where the gazetteer knows it, otherwise the words in the text
};

struct When {
  Span span;
  Period period;
};

struct Attribution {
  Span span;
  std::string name;       ///< "White Helmets", "Turkish defence ministry"
  std::string_view kind;  ///< official, monitor, hospital, belligerent, witness, agency…; empty if unknown
};

/// A figure with its frame: who, what happened, how many, where, when, and who says so.
struct Claim {
  std::uint32_t document = 0;  ///< index into the run's documents
  Field field = Field::text;
  Span span;  ///< from the first to the last word of figure, subject and event
  Span sentence;
  std::string_view event;  ///< lexicon name: "killed", "displaced", "count"…
  Subject subject;
  Quantity quantity;
  std::optional<Place> place;
  std::optional<When> when;
  std::optional<Attribution> attribution;
  Scope scope = Scope::incident;
  TextShape shape = TextShape::body;
  std::optional<double> earlier;         ///< the figure that it says it replaces: of "revised from 18 to 17" the 18
  std::optional<std::uint32_t> part_of;  ///< index, in the same document's claims, of the total this is a part of, or
                                         ///< of the sum that it is a member of
  bool subgroup = false;        ///< a part of some larger figure, named (`part_of`) or not; never compared with a total
  bool remainder = false;       ///< "two others" besides those to whom the same happened; never compared with a total
  bool sum = false;             ///< of a list: "his wife and four daughters" are five; the four are `part_of` it
  bool with_attackers = false;  ///< of a sum: those who did it are counted too
  bool denied = false;
  bool quoted = false;
};

}  // namespace claimcheck
