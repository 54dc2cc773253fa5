#pragma once

#include "span.hpp"

#include <string>
#include <vector>

namespace claimcheck {

/// The bytes that a text was taken out of, and where each piece of the text stands in them.
class Markup {
 public:
  explicit Markup(std::string bytes) : bytes_(std::move(bytes)) {}

  /// Says that the text's next `length` bytes are what `in_bytes` spells; pieces are told in the order of the text.
  void add(std::uint32_t length, Span in_bytes);

  /// The same for a text that was taken out of a part of the bytes, beginning at `begin`.
  void add(const Markup& part, std::uint32_t begin);

  const std::string& bytes() const { return bytes_; }
  /// Where a span of the text stands in the bytes.
  Span in_bytes(Span in_text) const;

 private:
  struct Piece {
    Span text, bytes;
    bool verbatim() const { return text.size() == bytes.size(); }
  };
  const Piece& piece_at(std::uint32_t offset) const;

  std::string bytes_;
  std::vector<Piece> pieces_;
};

}  // namespace claimcheck
