#pragma once

#include "number.hpp"

namespace claimcheck::grammar {

/// A part of a numeral that its scale words belong to: "two hundred and two thousand", "3 hundred", "1.5 million".
struct Term {
  double value = 0;
  double step = 1;
  double scale = 1;  ///< the last scale word's value
  double room = 0;   ///< what may follow must be smaller: 100 behind "hundred", 1e6 behind "million"
  bool words = false;
  bool decimals = false;
  bool bare = false;  ///< digits alone
};

enum class Link { none, conjunction, comma };

/// Folds terms into one numeral as long as each can follow the last: "one million" + "two thousand" + "two hundred and
/// three".
class NumeralBuilder {
 public:
  NumeralBuilder() = default;
  explicit NumeralBuilder(const Term& first) : last_(first), first_(first), value_(first.value) {}

  /// False, and no change, if the term cannot follow: the numeral ended before it.
  bool extend(const Term& next, Link link) {
    if (!can_follow(next, link)) return false;
    value_ += next.value;
    last_ = next;
    words_ |= next.words;
    return true;
  }

  Numeral numeral() const { return {value_, last_.step, last_.scale, first_.words || words_, false, false}; }

 private:
  bool can_follow(const Term& next, Link link) const {
    if (next.value <= 0 || next.value >= last_.room || first_.decimals || next.bare) return false;
    if (link == Link::conjunction) return first_.words || next.value >= 100 || next.words == first_.words;
    if (link == Link::comma) return first_.words && next.words && next.value >= 100;
    return next.words || next.scale > 1 || next.value >= 100;
  }

  Term last_, first_;
  double value_ = 0;
  bool words_ = false;
};

}  // namespace claimcheck::grammar
