#include "document.hpp"

namespace claimcheck {

Position position_of(std::string_view text, std::uint32_t offset) {
  Position position;
  for (std::uint32_t i = 0; i < offset && i < text.size(); i++) {
    auto byte = static_cast<unsigned char>(text[i]);
    if (byte == '\n') {
      position.line++;
      position.column = 1;
    } else if ((byte & 0xC0) != 0x80) {
      position.column++;
    }
  }
  return position;
}

Position Document::position(Field which, std::uint32_t offset) const {
  return position_of(given(which), given(which, {offset, offset + 1}).begin);
}

}  // namespace claimcheck
