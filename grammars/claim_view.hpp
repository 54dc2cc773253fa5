#pragma once

#include "chunk.hpp"
#include "claim_frame.hpp"

namespace claimcheck::grammar {

/// A claim among the chunks of its sentence: what reads its day, its place or its scope looks from here.
class ClaimView {
 public:
  using Index = std::size_t;

  ClaimView(const Segmented&, const std::vector<Chunk>&, const Found&, const Lexicon&, ClaimFrame&);

 protected:
  const Segmented& text_;
  const std::vector<Chunk>& chunks_;
  const Found& found_;
  const Lexicon& lexicon_;
  ClaimFrame& claim_;
  Index first_ = 0, last_ = 0;  ///< the claim's own chunks
  Index figure_ = 0;            ///< the figure among them
  Index begin_ = 0, end_ = 0;   ///< its clause

 private:
  bool begins_aside(Index) const;
  bool is_own_figure(const Chunk&) const;
};

/// "Ghent, | where | 12 had died"
bool is_where(const Segmented&, const Chunk& boundary);

}  // namespace claimcheck::grammar
