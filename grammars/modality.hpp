#pragma once

#include "chunk.hpp"

namespace claimcheck::grammar {

/// Whether what a verb says has happened: from the helpers before it, also those of the verb that it goes on from.
class Modality {
 public:
  Modality(const Segmented& text, const std::vector<Chunk>& chunks) : text_(text), chunks_(chunks) {}

  /// Counted up to now: "have fled", and "has forced a million to flee".
  bool perfect(const Chunk& event) const;

  /// Not, or not yet, so: "could kill", "rushed to save 12", "would cut fees and spend $25 million".
  bool projected(const Chunk& event) const;

  /// "the number of dead | could | reach 200"
  bool projected_toll(const Chunk& toll, const Chunk& figure) const;

  /// A figure without an event that is not there yet: "needed | 214 votes", "would send | 1,000 troops".
  bool prospective(const Chunk& figure) const;

 private:
  bool intended(const Chunk& event) const;
  bool is_used_for(const Chunk& event) const;
  bool carried_on(const Chunk& event) const;
  bool needed(const Chunk&) const;
  std::size_t place_of(const Chunk& chunk) const { return static_cast<std::size_t>(&chunk - chunks_.data()); }

  const Segmented& text_;
  const std::vector<Chunk>& chunks_;
};

}  // namespace claimcheck::grammar
