#pragma once

#include "token.hpp"

#include <array>
#include <bit>
#include <string_view>

namespace claimcheck::grammar {

/// A fixed set of words that only one grammar asks for; words that a desk may want to change are in rules/lexicon. Laid
/// out at compile time with few collisions, so that a look-up is one comparison or two.
template <std::size_t Count>
class WordSet {
 public:
  template <class... Words>
  consteval explicit WordSet(const Words&... words) {
    (insert(word_key(words)), ...);
  }

  constexpr bool contains(WordKey key) const {
    for (std::size_t i = place(key); slots_[i] != 0; i = (i + 1) % slots)
      if (slots_[i] == key) return true;
    return false;
  }
  constexpr bool contains(const Token& token) const { return contains(token.key); }

 private:
  static constexpr std::size_t slots = std::bit_ceil(4 * Count);

  static constexpr std::size_t place(WordKey key) { return (key ^ (key >> 32)) % slots; }
  consteval void insert(WordKey key) {
    std::size_t i = place(key);
    while (slots_[i] != 0) i = (i + 1) % slots;
    slots_[i] = key;
  }

  std::array<WordKey, slots> slots_{};
};
template <class... Words>
WordSet(const Words&...) -> WordSet<sizeof...(Words)>;

}  // namespace claimcheck::grammar
