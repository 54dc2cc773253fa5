#pragma once

#include "attribution.hpp"
#include "date_expression.hpp"
#include "frame.hpp"
#include "number.hpp"
#include "passage.hpp"
#include "place.hpp"
#include "quantity.hpp"
#include "subject.hpp"
#include "verb_group.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace claimcheck::grammar {

/// What stands between the words and the clause: the claim grammar reads chunks as the other grammars read tokens.
enum class ChunkKind : std::uint8_t {
  figure,     ///< a counted noun phrase, or a bare figure: "at least 33 Turkish soldiers", "12"
  singular,   ///< one person or thing: "a 26-year-old man"
  group,      ///< people or things without a figure: "the passengers", "civilians"
  event,      ///< a verb group or noun of an event: "have been killed", "died", "the deaths"
  auxiliary,  ///< "were", "has been" without an event behind it
  adverb,     ///< "there", "only" without a verb behind it
  place,
  date,
  attribution,
  preposition,
  of,
  among,      ///< "among", "among them"
  including,  ///< "including", "among them", "as well as"… that introduces a part
  apart,      ///< "along with", "in addition to", "besides": not a part
  comma,
  dash,
  open,
  close,
  quote,
  colon,
  conjunction,  ///< "and", "or"
  boundary,     ///< "while", "but", ";": another clause begins
  since,
  relative,   ///< "who", "which", "that"
  whose,      ///< "whose": what follows is said of somebody else
  causative,  ///< "forced", "drove"
  left,       ///< "left", "leaving": the state follows its bearer
  reached,    ///< what joins a toll to its figure: "to", "at", "stands at", "reached"
  other
};

struct Chunk {
  ChunkKind kind = ChunkKind::other;
  TokenRange tokens;
  std::uint32_t index = 0;  ///< figure: of the quantity; date, place, attribution: of its frame
  SubjectFrame subject;     ///< figure, singular, group
  VerbGroup verb;  ///< event; for a figure the event its noun phrase contains ("three wounded men", "12 deaths")
  Numeral latest;  ///< figure: of "from 12 to 15" the 15
  TokenRange latest_tokens;            ///< where it stands; empty where the figure is no change
  std::optional<std::uint32_t> whole;  ///< figure: the quantity that it is one of ("one of | five children hurt")
  bool definite = false;               ///< "the two men", "his three children"
  bool several = false;                ///< figure: two or more
  bool money = false;                  ///< figure: a sum
  bool increment = false;              ///< "two more", "another five"
  bool partitive = false;              ///< "two of them", "14 of whom"
  bool nominal = false;                ///< other: a determiner with a noun that the lexicon does not know behind it
  bool object = false;                 ///< other: a name or a share, which a verb may have as its object
  bool bare = false;                   ///< singular: without an article, at a headline's start
  bool none = false;                   ///< singular: "no one", "none of the passengers"
  TokenRange counter;                  ///< singular: "a", "no one"
};

/// What the earlier grammars found in one sentence.
struct Found {
  std::span<const Quantity> quantities;
  std::span<const DateExpression> dates;
  std::span<const AttributionFrame> attributions;
  std::span<const PlaceFrame> places;
};

/// Whether a figure can be somebody's count or a sum of money, not a date, a score, a name, or "many".
bool countable(const Quantity&);

/// Whether a figure is worth a claim though nothing happened to what it counts: ten of anything, or two of a thing that
/// the lexicon knows ("12 observation posts").
bool counts_alone(const Quantity&, bool known_thing);

/// Splits a sentence into chunks.
void read_chunks(const Segmented&, const Sentence&, const Lexicon&, const Found&, std::vector<Chunk>& out);

}  // namespace claimcheck::grammar
