#pragma once

#include "token.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

namespace claimcheck {

/// Word → the categories that begin with it: a flat open-addressing table, one look-up for each word of the text. Most
/// words of a text are not in it, which one byte of their place tells: those bytes stay in the fastest cache.
class WordTable {
 public:
  WordTable() : marks_(16), slots_(16) {}

  struct Slot {
    WordKey key = 0;
    std::uint64_t classes = 0;
    std::uint32_t first = 0;  ///< where the word's phrases begin in the lexicon's list
  };

  /// Makes room for so many words, so that adding them does not have to.
  void reserve(std::size_t words) { grow(std::max(slots_.size(), std::bit_ceil(2 * words + 2))); }

  /// Adds the phrase at `index` of the lexicon's list, which holds the phrases of one first word side by side.
  void add(WordKey key, std::uint64_t classes, std::uint32_t index) {
    if (2 * (used_ + 1) > slots_.size()) grow(slots_.size() * 4);
    std::size_t i = place(key);
    Slot& slot = slots_[i];
    if (marks_[i] == free) used_++, slot.first = index;
    marks_[i] = mark_of(key);
    slot.key = key;
    slot.classes |= classes;
  }

  /// The word's slot, or null.
  const Slot* find(WordKey key) const {
    std::size_t i = place(key);
    return marks_[i] == free ? nullptr : &slots_[i];
  }
  std::uint64_t classes(WordKey key) const {
    const Slot* slot = find(key);
    return slot ? slot->classes : 0;
  }

 private:
  using Mark = std::uint8_t;
  static constexpr Mark free = 0;
  static Mark mark_of(WordKey key) { return static_cast<Mark>(key >> 56 | 1); }

  std::size_t place(WordKey key) const {
    const std::size_t mask = slots_.size() - 1;
    const Mark mark = mark_of(key);
    std::size_t i = (key ^ (key >> 32)) & mask;
    while (marks_[i] != free && (marks_[i] != mark || slots_[i].key != key)) i = (i + 1) & mask;
    return i;
  }
  void grow(std::size_t size) {
    std::vector<Slot> slots(size);
    std::vector<Mark> marks(size);
    slots_.swap(slots);
    marks_.swap(marks);
    for (std::size_t k = 0; k < slots.size(); k++) {
      if (marks[k] == free) continue;
      std::size_t i = place(slots[k].key);
      slots_[i] = slots[k];
      marks_[i] = marks[k];
    }
  }

  std::vector<Mark> marks_;  ///< of each slot: free, or a part of its key
  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace claimcheck
