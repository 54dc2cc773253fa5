#pragma once

#include "passage.hpp"
#include "quantity.hpp"

#include <optional>

namespace claimcheck::grammar {

/// Where a number stands: everything that decides what it is doing there.
struct Surroundings {
  const Segmented& text;
  const Lexicon& lexicon;
  TokenIterator begin, end;   ///< the sentence
  TokenIterator first, last;  ///< the number with hedge and unit
};

/// A written form that is no quantity at all: "10:27 PM", "2-1", "+1-222-2222", "192.168.1.2". Moves `first` behind it.
std::optional<Role> read_form(TokenIterator& first, const Surroundings&);

/// The role of a bare number in a name or place: "Route 9", "S&P 500", "COVID-19", "10 Downing Street", "1.
/// Introduction".
std::optional<Role> role_in_name(const Surroundings&);

/// "Air Force One", "Ocean's Eleven": a capital number word right behind a capital name.
bool word_in_name(const Surroundings&);

/// "Senard, 65, said", "aged 34", "ages 8 and 11", "when she was 12", "adults over 60". In stated_age.cpp.
bool states_age(const Surroundings&);

/// Where "late 80s" and "mid-20s" begin whose number this is: what stands in front tells a decade of a life ("his")
/// from one of a century. In stated_age.cpp.
TokenIterator before_decade(TokenIterator number, TokenIterator sentence_begin);

/// How the verb or particle before a number moves its subject: "rose by 5%", "down 34 cents".
Trend trend_before(const Surroundings&, Dimension);

}  // namespace claimcheck::grammar
