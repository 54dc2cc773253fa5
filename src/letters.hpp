#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace claimcheck {

/// The ASCII letters with which eight bytes of text begin, found without a look at each.
struct Letters8 {
  std::uint64_t lower;     ///< the letters in lower case, the first in the lowest byte; zeros behind them
  std::uint64_t capitals;  ///< 0x20 in the byte of each capital
  std::uint64_t cases;     ///< 0x20 in the byte of each letter
  unsigned count;          ///< how many there are, at most 8

  /// Beyond the end of the text nothing is read, and nothing is a letter.
  static Letters8 at(std::string_view text, std::size_t from) {
    constexpr std::uint64_t ones = 0x0101010101010101ull;
    std::uint64_t bytes = load(text, from);
    std::uint64_t folded = bytes | 0x20 * ones, low = folded & 0x7F * ones;
    std::uint64_t letters = (low + (0x80 - 'a') * ones) & ~(low + (0x80 - 'z' - 1) * ones) & ~bytes & 0x80 * ones;
    unsigned count = static_cast<unsigned>(std::countr_zero(~letters & 0x80 * ones)) / 8;
    std::uint64_t mask = count == 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << 8 * count) - 1;
    std::uint64_t cases = 0x20 * ones & mask;
    return {folded & mask, ~bytes & cases, cases, count};
  }

  bool all_capitals() const { return capitals == cases; }

 private:
  static std::uint64_t load(std::string_view text, std::size_t from) {
    std::uint64_t bytes = 0;
    if (from + sizeof bytes <= text.size())
      std::memcpy(&bytes, text.data() + from, sizeof bytes);
    else
      std::memcpy(&bytes, text.data() + from, text.size() - from);
    if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
    return bytes;
  }
};

}  // namespace claimcheck
