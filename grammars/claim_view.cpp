#include "claim_view.hpp"

namespace claimcheck::grammar {

ClaimView::ClaimView(const Segmented& text, const std::vector<Chunk>& chunks, const Found& found,
                     const Lexicon& lexicon, ClaimFrame& claim)
    : text_(text), chunks_(chunks), found_(found), lexicon_(lexicon), claim_(claim) {
  while (first_ < chunks_.size() && chunks_[first_].tokens.end <= claim_.tokens.begin) first_++;
  last_ = figure_ = first_;
  while (figure_ + 1 < chunks_.size() && !is_own_figure(chunks_[figure_])) figure_++;
  while (last_ < chunks_.size() && chunks_[last_].tokens.begin < claim_.tokens.end) last_++;
  begin_ = first_;
  while (begin_ > 0 && chunks_[begin_ - 1].kind != ChunkKind::boundary) begin_--;
  end_ = last_;
  while (end_ < chunks_.size() && chunks_[end_].kind != ChunkKind::boundary && !begins_aside(end_)) end_++;
}

/// "killed 40 people, | with two countries reporting cases on Friday"
bool ClaimView::begins_aside(Index i) const {
  return chunks_[i].kind == ChunkKind::comma && i + 1 < chunks_.size() &&
         text_.tokens[chunks_[i + 1].tokens.begin].key == word_key("with");
}

bool ClaimView::is_own_figure(const Chunk& chunk) const {
  if (claim_.quantity)
    return chunk.kind == ChunkKind::figure && (claim_.quantity == chunk.index || claim_.quantity == chunk.whole);
  return chunk.tokens.end > claim_.counter.begin;
}

bool is_where(const Segmented& text, const Chunk& boundary) {
  return boundary.kind == ChunkKind::boundary && text.tokens[boundary.tokens.begin].key == word_key("where");
}

}  // namespace claimcheck::grammar
