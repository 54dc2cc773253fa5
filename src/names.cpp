#include "calendar.hpp"
#include "claim.hpp"
#include "date_expression.hpp"
#include "finding.hpp"
#include "quantity.hpp"

#include <array>

namespace claimcheck {
namespace {

constexpr std::array hedges = {"exact",     "about",  "at_least", "more_than", "up_to",
                               "less_than", "nearly", "range",    "vague"};
constexpr std::array trends = {"none", "up", "down"};
constexpr std::array dimensions = {
    "count", "percent", "percentage_points", "currency",    "age",       "duration", "length", "area", "volume",
    "mass",  "speed",   "temperature",       "information", "frequency", "power",    "energy", "rate", "other"};
constexpr std::array roles = {"claim",    "count",      "percent",     "money", "measure", "age",
                              "duration", "ordinal",    "date",        "time",  "score",   "address",
                              "phone",    "identifier", "list_number", "ratio", "pronoun", "unexplained"};
constexpr std::array precisions = {"day", "week", "month", "quarter", "season", "year", "decade", "century", "vague"};
constexpr std::array leans = {"nearest", "last", "current", "next", "upcoming", "latest", "same", "before", "after"};
constexpr std::array parts = {"whole",   "early", "middle",     "late",        "start", "end",
                              "earlier", "later", "first_half", "second_half", "rest"};
constexpr std::array openings = {"closed", "since", "until", "before", "after", "by"};
constexpr std::array period_units = {"second", "minute",  "hour",      "day",    "business_day",
                                     "week",   "weekend", "fortnight", "month",  "quarter",
                                     "season", "half",    "year",      "decade", "century"};
constexpr std::array scopes = {"incident", "window", "cumulative", "increment", "projection"};
constexpr std::array shapes = {"body", "headline", "deck", "dateline", "byline", "caption", "correction", "residue"};
constexpr std::array severities = {"info", "warning", "error"};
constexpr std::array fields = {"text", "title"};
constexpr std::array sources = {"unknown", "manifest", "option", "record", "article"};

template <class Enum, class Names>
std::string_view at(const Names& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

template <class Enum, class Names>
std::optional<Enum> find(const Names& names, std::string_view wanted) {
  for (std::size_t i = 0; i < names.size(); i++)
    if (names[i] == wanted) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace

std::string_view name(Hedge value) {
  return at(hedges, value);
}
std::string_view name(Trend value) {
  return at(trends, value);
}
std::string_view name(Dimension value) {
  return at(dimensions, value);
}
std::string_view name(Role value) {
  return at(roles, value);
}
std::string_view name(Precision value) {
  return at(precisions, value);
}
std::string_view name(Scope value) {
  return at(scopes, value);
}
std::string_view name(TextShape value) {
  return at(shapes, value);
}
std::string_view name(Severity value) {
  return at(severities, value);
}
std::string_view name(Field value) {
  return at(fields, value);
}
std::string_view name(PublishedFrom value) {
  return at(sources, value);
}
std::optional<Hedge> hedge_named(std::string_view wanted) {
  return find<Hedge>(hedges, wanted);
}
std::optional<Dimension> dimension_named(std::string_view wanted) {
  return find<Dimension>(dimensions, wanted);
}
std::optional<Lean> lean_named(std::string_view wanted) {
  return find<Lean>(leans, wanted);
}
std::optional<Part> part_named(std::string_view wanted) {
  return find<Part>(parts, wanted);
}
std::optional<Opening> opening_named(std::string_view wanted) {
  return find<Opening>(openings, wanted);
}
std::optional<PeriodUnit> period_unit_named(std::string_view wanted) {
  return find<PeriodUnit>(period_units, wanted);
}
std::optional<Severity> severity_named(std::string_view wanted) {
  return find<Severity>(severities, wanted);
}

}  // namespace claimcheck
