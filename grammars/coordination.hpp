#pragma once

#include "chunk.hpp"

#include <array>
#include <cstdint>
#include <span>

namespace claimcheck::grammar {

/// Persons in one list, each of whom is one or has a figure: "his wife and four daughters", "both Ana Ruiz and her
/// son".
struct Coordination {
  static constexpr std::size_t most = 8;

  std::array<const Chunk*, most> counted{};  ///< the members that have a figure, or an article, of their own
  std::uint8_t figures = 0;                  ///< how many of them
  std::uint8_t singles = 0;                  ///< "his wife", "himself", "Ana Ruiz": one each
  bool names = false;                        ///< some member is known by name only
  bool attackers = false;                    ///< those who did it are among them
  bool apposable = false;  ///< a comma stands behind the first: "three civilians, two women and a man"
  TokenRange tokens;
  const Lexeme* noun = nullptr;  ///< of all members, where they are of one group

  std::span<const Chunk* const> members() const { return std::span(counted).first(figures); }
};

/// Reads the list that begins with the chunk at `first`, if it is one and nothing before or behind goes on with it.
bool read_coordination(std::vector<Chunk>::const_iterator& first, const std::vector<Chunk>& chunks, const Segmented&,
                       const Lexicon&, Coordination&);

}  // namespace claimcheck::grammar
