#pragma once

#include "token.hpp"

#include <cstdint>
#include <vector>

namespace claimcheck {

/// Word → the categories that begin with it: a flat open-addressing table, one look-up for each word of the text.
class WordTable {
 public:
  WordTable() : slots_(16) {}

  struct Slot {
    WordKey key = 0;
    std::uint64_t classes = 0;
    std::uint32_t first = 0;  ///< where the word's phrases begin in the lexicon's list
  };

  /// Adds the phrase at `index` of the lexicon's list, which holds the phrases of one first word side by side.
  void add(WordKey key, std::uint64_t classes, std::uint32_t index) {
    if (2 * (used_ + 1) > slots_.size()) grow();
    Slot& slot = find(slots_, key);
    if (slot.key == 0) used_++, slot.first = index;
    slot.key = key;
    slot.classes |= classes;
  }

  std::uint64_t classes(WordKey key) const { return at(key).classes; }

  /// The word's slot, or the empty slot where the search for it ends.
  const Slot& at(WordKey key) const {
    std::size_t mask = slots_.size() - 1;
    std::size_t i = place(key, mask);
    while (slots_[i].key != key && slots_[i].key != 0) i = (i + 1) & mask;
    return slots_[i];
  }

 private:
  static std::size_t place(WordKey key, std::size_t mask) { return (key ^ (key >> 32)) & mask; }
  static Slot& find(std::vector<Slot>& slots, WordKey key) {
    std::size_t mask = slots.size() - 1;
    std::size_t i = place(key, mask);
    while (slots[i].key != 0 && slots[i].key != key) i = (i + 1) & mask;
    return slots[i];
  }
  void grow() {
    std::vector<Slot> larger(slots_.size() * 4);
    for (const Slot& slot : slots_)
      if (slot.key != 0) find(larger, slot.key) = slot;
    slots_.swap(larger);
  }

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace claimcheck
