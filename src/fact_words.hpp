#pragma once

#include "fact.hpp"

#include <string>
#include <vector>

namespace claimcheck {

/// "1,250", "2.5 million", "5 million USD".
std::string number_words(double, std::string_view unit = {});

/// "at least 33", "more than 3,000", "dozens of": what goes before the noun. Without one, "dozens".
std::string figure_phrase(const FactFigure&, std::string_view unit = {});
std::string bare_figure(const FactFigure&, std::string_view unit = {});

/// "15 to 16", "33 or more", "15 to 18, best 16".
std::string range_words(const Fact&);

/// "A, B and C"; beyond `most` the rest is counted.
std::string listed(const std::vector<std::string>&, std::size_t most);

/// A bound or a vague word, which other figures may fit.
bool is_bound(const FactFigure&);
bool fits(const FactFigure& bound, double value);

/// Exactly one person or thing.
bool is_one(const Fact&);

/// "9 March 2020: 12; 10 March 2020: 15"
std::string series_words(const Fact&);

}  // namespace claimcheck
