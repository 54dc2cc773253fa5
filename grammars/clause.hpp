#pragma once

#include "chunk_terminals.hpp"

#include <cstdint>
#include <vector>

namespace claimcheck::grammar {

/// One who bears an event, and whether as a part of the bearer before.
struct Borne {
  const Chunk* chunk = nullptr;
  bool part = false;
  const Chunk* event = nullptr;  ///< its own, if it is not the clause's
};

struct Clause {
  std::vector<Borne> bearers;
  const Chunk* event = nullptr;
};

/// The ways in which a clause says to whom its event happened.
enum class ClauseKind : std::uint8_t {
  subject,         ///< bearers before the verb
  governed,        ///< bearers behind a preposition
  headline,        ///< one bearer without an article
  forced,          ///< bearers that were made to do it
  object,          ///< bearers behind the verb
  caused,          ///< made to do it
  nominal,         ///< the deaths of 12
  toll,            ///< the death toll rose to 12
  counted_toll,    ///< to 12 the number of dead
  among,           ///< six civilians were among at least 22 killed
  members,         ///< among the dead were three children
  membership,      ///< three children were among the dead
  along,           ///< was killed along with two bodyguards
  modified,        ///< three wounded soldiers
  whole,           ///< seven of the 12 dead
  among_counted,   ///< among the 12 dead were seven soldiers
  of_counted,      ///< of the 12 killed, seven were soldiers
  list_verb,       ///< what happened to all of a list
  list_predicate,  ///< what is said of all of a list
};

/// Reads a clause of one kind from `at` on and moves `at` behind it; false, and `at` as it was, if there is none.
bool read_clause(ClauseKind, ChunkIterator& at, ChunkIterator end, Clause&);

/// The verb group's object bears the event: "killed | 12".
bool happens_to_object(ChunkIterator at);

inline bool has_frames(const Chunk& chunk, std::uint8_t frames) {
  return chunk.kind == ChunkKind::event && chunk.verb.frames & frames;
}

}  // namespace claimcheck::grammar
