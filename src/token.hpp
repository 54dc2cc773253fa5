#pragma once

#include "span.hpp"

#include <bit>
#include <cstdint>
#include <vector>

namespace claimcheck {

/// A word's identity: a 64-bit hash of its lower-cased bytes. Grammar literals are hashed at compile time,
/// so comparing a token with a literal is one integer comparison.
using WordKey = std::uint64_t;

constexpr unsigned char lower_case(unsigned char byte) {
  return byte >= 'A' && byte <= 'Z' ? byte + 32 : byte;
}

/// Takes a word's lower-cased bytes, of which it mixes eight at a time into the key.
class WordHash {
 public:
  static constexpr unsigned block_size = 8;

  constexpr void append(unsigned char byte) {
    block_ |= std::uint64_t{byte} << (8 * filled_);
    if (++filled_ == block_size) append_block(block_), block_ = 0, filled_ = 0;
  }
  /// Eight bytes, the first in the lowest; only where a multiple of eight came before.
  constexpr void append_block(std::uint64_t bytes) { state_ = std::rotl(mix(bytes), 32); }
  /// The key of all bytes and these last few, fewer than eight; only where a multiple of eight came before.
  constexpr WordKey key_with(std::uint64_t last_bytes) const { return mix(last_bytes); }
  constexpr WordKey key() const { return mix(block_); }

 private:
  constexpr std::uint64_t mix(std::uint64_t bytes) const { return (state_ ^ bytes) * 0x9E3779B97F4A7C15ull; }

  std::uint64_t state_ = 0xCBF29CE484222325ull;
  std::uint64_t block_ = 0;
  unsigned filled_ = 0;
};

constexpr WordKey word_key(std::string_view word) {
  WordHash hash;
  for (unsigned char byte : word) hash.append(lower_case(byte));
  return hash.key();
}

enum class TokenKind : std::uint8_t {
  word,          ///< letters, possibly with inner apostrophes ("O'Brien") or an acronym's full stops ("U.S.")
  number,        ///< digits with their grouping and decimals: "1,250", "2.5", "1 250"
  ordinal,       ///< digits with an ordinal ending: "4th"
  fraction,      ///< a vulgar-fraction character: "½"
  alphanumeric,  ///< letters and digits run together: "A320", "H1N1"
  clitic,        ///< "'s" or a bare "'" after a plural
  currency,      ///< "$", "£", "€", "¥", "₹"
  punctuation,   ///< everything else that is written
};

/// The top bit of Token::classes: a currency sign, or a word that is a whole currency code and may cling to its digits
/// ("EUR50m").
constexpr std::uint64_t currency_code_class = std::uint64_t{1} << 63;

/// The bit below it: a number, ordinal or fraction that is written in digits.
constexpr std::uint64_t digits_class = std::uint64_t{1} << 62;

/// One token. `mark` is the punctuation's canonical ASCII character: any dash is '-', any quote '"' or '\'',
/// the ellipsis is '.' with `ellipsis` set.
struct Token {
  Span span;
  WordKey key = 0;            ///< words, clitics and alphanumerics
  std::uint64_t classes = 0;  ///< the lexicon categories that begin with this word, one bit each, and the two above
  double value = 0;           ///< numbers, ordinals and fractions
  std::uint32_t lexemes = 0;  ///< where the lexicon's runs of phrases that begin with this word stand in its list
  // Packed into 40 bytes, so that an article's tokens stay close to the processor.
  std::uint16_t digits : 6 = 0;    ///< before the decimal point; more than 63 count as 63
  std::uint16_t decimals : 5 = 0;  ///< digits after it; more than 31 count as 31
  bool grouped : 1 = false;        ///< the number has thousands separators
  bool long_dash : 1 = false;      ///< an en or em dash, not a hyphen
  bool opening : 1 = false;        ///< a quote that can only open
  bool ellipsis : 1 = false;
  bool acronym : 1 = false;  ///< has full stops inside it, and ends with one: "U.S."
  TokenKind kind : 3 = TokenKind::punctuation;
  bool glued : 1 = false;       ///< no white space before it
  bool capital : 1 = false;     ///< begins with an upper-case letter
  bool all_caps : 1 = false;    ///< two letters or more, none of them lower case
  bool line_start : 1 = false;  ///< the first token of its line
  bool quoted : 1 = false;      ///< stands inside a quotation (set by segment)
  char mark = 0;
};
static_assert(sizeof(Token) == 40);

using TokenIterator = std::vector<Token>::const_iterator;

/// A half-open range of token indexes.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool empty() const { return begin == end; }
  std::uint32_t size() const { return end - begin; }
  bool contains(std::uint32_t index) const { return begin <= index && index < end; }
};

}  // namespace claimcheck
