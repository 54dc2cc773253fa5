#pragma once

#include "claim.hpp"
#include "document.hpp"
#include "gazetteer.hpp"
#include "taxonomy.hpp"

#include <string>
#include <vector>

namespace claimcheck {

/// The words by which two articles are found to name the same counter: "the White Helmets" and "White Helmets" are one.
std::vector<std::string> counter_name(const Attribution&);

/// The counter as a sentence goes on with it: "the White Helmets", "police"; empty if the article names nobody.
std::string spoken_counter(const Claim&, const Document&);

/// The counter's name on one line, without the capital of a sentence's first word; empty if the article names nobody.
std::string counter_words(const Claim&);

/// Whether a side in a war counts what it did to the other: the army that says how many rebels it killed.
bool counts_its_enemy(const Claim&, const Taxonomy&, const Gazetteer&);

}  // namespace claimcheck
