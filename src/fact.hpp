#pragma once

#include "calendar.hpp"
#include "claim.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {

/// Who gives a figure, and where.
struct FactSource {
  std::uint32_t document = 0;
  Field field = Field::text;
  Span span;              ///< the figure's words
  std::string counter;    ///< as a sentence names it: "the White Helmets"; empty if the article names nobody
  std::size_t voice = 0;  ///< the same for all who quote one counter, and for copies of one report that names none
  std::size_t tier = 0;   ///< how credible the profile takes the counter to be; 0 is the best
  bool of_enemy = false;  ///< a belligerent's count of its enemy
};

/// One of the figures that a fact is given, with everybody who gives it.
struct FactFigure {
  std::optional<double> value, low, high;
  Hedge hedge = Hedge::exact;
  std::string_view vague;  ///< the lexicon's name of a vague word
  std::string words;       ///< as the first source has it: "at least 33"
  std::vector<FactSource> sources;
  std::size_t origins = 0;  ///< copies of one report count once
  std::size_t voices = 0;   ///< so do all who quote one counter
  bool superseded = false;  ///< a later article has a newer figure
  bool best = false;
};

/// How a profile chose the best figure.
enum class BestBy : std::uint8_t { none, agreed, tier, majority, latest, lowest, highest };
std::string_view name(BestBy);
std::optional<BestBy> best_by_named(std::string_view);

/// What was in print on one day of publication; absent where the day is not known.
struct SeriesPoint {
  std::optional<Day> published;
  std::vector<std::uint32_t> figures;  ///< indexes into the fact's figures
};

/// The claims of several articles about one thing, and what a profile makes of their figures.
struct Fact {
  std::string event;
  std::string subject;
  std::string_view group;
  std::string place;
  std::optional<Period> when;
  Scope scope = Scope::incident;
  Dimension dimension = Dimension::count;
  std::string_view unit;
  std::optional<double> low, best, high;
  bool open_above = false;  ///< `high` is an "at least"
  BestBy best_by = BestBy::none;
  std::vector<FactFigure> figures;  ///< by size
  std::vector<SeriesPoint> series;  ///< by day; empty unless the figure changed from one day to another
  std::vector<std::string> denied_by;
  std::vector<std::uint32_t> documents;
  std::size_t origins = 0;
  std::string sentence;  ///< all of it in words
};

}  // namespace claimcheck
