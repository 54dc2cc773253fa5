#include "display_width.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace claimcheck {
namespace {

struct Range {
  char32_t first, last;
};
constexpr std::array<Range, 13> combining{{{0x0300, 0x036F},
                                           {0x0483, 0x0489},
                                           {0x0591, 0x05BD},
                                           {0x0610, 0x061A},
                                           {0x064B, 0x065F},
                                           {0x0670, 0x0670},
                                           {0x1AB0, 0x1AFF},
                                           {0x1DC0, 0x1DFF},
                                           {0x200B, 0x200F},
                                           {0x202A, 0x202E},
                                           {0x20D0, 0x20FF},
                                           {0xFE00, 0xFE0F},
                                           {0xFE20, 0xFE2F}}};
constexpr std::array<Range, 11> wide{{{0x1100, 0x115F},
                                      {0x2E80, 0x303E},
                                      {0x3041, 0xA4CF},
                                      {0xA960, 0xA97C},
                                      {0xAC00, 0xD7A3},
                                      {0xF900, 0xFAFF},
                                      {0xFE30, 0xFE6F},
                                      {0xFF01, 0xFF60},
                                      {0xFFE0, 0xFFE6},
                                      {0x1F300, 0x1FAFF},
                                      {0x20000, 0x3FFFD}}};

template <std::size_t n>
bool among(const std::array<Range, n>& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(), [c](Range r) { return r.first <= c && c <= r.last; });
}

struct Character {
  char32_t code;
  std::size_t bytes;
};

/// Takes a byte that does not begin a well-formed sequence for one character.
Character character_at(std::string_view text) {
  auto lead = static_cast<unsigned char>(text[0]);
  std::size_t bytes = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
  if (bytes == 1 || bytes > text.size()) return {lead, 1};
  char32_t code = lead & (0x7F >> bytes);
  for (std::size_t i = 1; i < bytes; i++) {
    auto next = static_cast<unsigned char>(text[i]);
    if ((next & 0xC0) != 0x80) return {lead, 1};
    code = code << 6 | (next & 0x3F);
  }
  return {code, bytes};
}

std::size_t columns_of(char32_t c) {
  constexpr char32_t first_of_other_width = 0x300;
  if (c < first_of_other_width) return 1;
  return among(combining, c) ? 0 : among(wide, c) ? 2 : 1;
}

/// The bytes of the longest beginning that fits.
std::size_t fitting(std::string_view text, std::size_t columns) {
  std::size_t at = 0;
  for (std::size_t used = 0; at < text.size();) {
    Character c = character_at(text.substr(at));
    used += columns_of(c.code);
    if (used > columns) break;
    at += c.bytes;
  }
  return at;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    Character c = character_at(text);
    width += columns_of(c.code);
    text.remove_prefix(c.bytes);
  }
  return width;
}

std::string_view fitting_end(std::string_view text, std::size_t columns) {
  for (std::size_t width = display_width(text); width > columns;) {
    Character c = character_at(text);
    width -= columns_of(c.code);
    text.remove_prefix(c.bytes);
  }
  return text;
}

std::string shorten(std::string_view text, std::size_t columns) {
  if (fitting(text, columns) == text.size()) return std::string(text);
  std::string_view kept = text.substr(0, fitting(text, columns ? columns - 1 : 0));
  while (!kept.empty() && kept.back() == ' ') kept.remove_suffix(1);
  return std::string(kept) + (columns ? "…" : "");
}

std::string padded(std::string_view text, std::size_t columns) {
  std::size_t width = display_width(text);
  return std::string(text) + std::string(width < columns ? columns - width : 0, ' ');
}

std::string one_line(std::string_view text) {
  std::string out;
  for (char c : text) {
    bool space = static_cast<unsigned char>(c) <= ' ' || c == 0x7F;
    if (!space) out += c;
    if (space && !out.empty() && out.back() != ' ') out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
  std::string line_text = one_line(text);
  std::string_view rest = line_text;
  std::vector<std::string> lines;
  while (!rest.empty()) {
    std::size_t end = fitting(rest, columns);
    if (end < rest.size() && rest[end] != ' ') {
      std::size_t space = rest.substr(0, end).rfind(' ');
      if (space != rest.npos && space > 0) end = space;
    }
    if (end == 0) end = character_at(rest).bytes;
    lines.emplace_back(rest.substr(0, end));
    rest.remove_prefix(end);
    if (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  }
  return lines;
}

}  // namespace claimcheck
