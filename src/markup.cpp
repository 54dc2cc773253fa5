#include "markup.hpp"

#include <algorithm>

namespace claimcheck {

void Markup::add(std::uint32_t length, Span in_bytes) {
  std::uint32_t begin = pieces_.empty() ? 0 : pieces_.back().text.end;
  Piece piece{{begin, begin + length}, in_bytes};
  if (!pieces_.empty() && piece.verbatim() && pieces_.back().verbatim() && pieces_.back().bytes.end == in_bytes.begin) {
    pieces_.back() = {cover(pieces_.back().text, piece.text), cover(pieces_.back().bytes, piece.bytes)};
  } else {
    pieces_.push_back(piece);
  }
}

void Markup::add(const Markup& part, std::uint32_t begin) {
  for (const Piece& piece : part.pieces_) add(piece.text.size(), {begin + piece.bytes.begin, begin + piece.bytes.end});
}

const Markup::Piece& Markup::piece_at(std::uint32_t offset) const {
  auto after = [](std::uint32_t at, const Piece& piece) { return at < piece.text.end; };
  auto found = std::upper_bound(pieces_.begin(), pieces_.end(), offset, after);
  return found == pieces_.end() ? pieces_.back() : *found;
}

Span Markup::in_bytes(Span span) const {
  if (span.empty() || pieces_.empty()) return {};
  const Piece& first = piece_at(span.begin);
  const Piece& last = piece_at(span.end - 1);
  std::uint32_t begin = first.verbatim() ? first.bytes.begin + (span.begin - first.text.begin) : first.bytes.begin;
  std::uint32_t end = last.verbatim() ? last.bytes.begin + (span.end - last.text.begin) : last.bytes.end;
  return {std::min(begin, end), std::max(begin, end)};
}

}  // namespace claimcheck
