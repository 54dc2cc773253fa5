#include "lint/checks.hpp"
#include "lint/citation.hpp"
#include "lint/codes.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace claimcheck {
namespace {

using grammar::TiedFigures;

bool all_plain(const TiedFigures& tie) {
  return std::all_of(tie.figures.begin(), tie.figures.end(),
                     [](const Quantity* figure) { return figure->hedge == Hedge::exact && figure->step <= 1; });
}

}  // namespace

void check_totals(const LintArticle& draft, Findings& findings) {
  for (const LintText& text : draft.texts)
    for (const TiedFigures& tie : text.ties.figures) {
      if (tie.kind != TiedFigures::Kind::sum || !all_plain(tie)) continue;
      double sum = 0;
      std::vector<std::string> parts;
      std::vector<Evidence> places;
      for (const Quantity* figure : tie.figures) {
        places.push_back(evidence(text, *figure));
        if (figure == tie.figures.front()) continue;
        sum += *figure->value;
        parts.push_back(words_of(text, figure->span));
      }
      if (sum != *tie.figures.front()->value)
        findings.add(check::total_against_parts,
                     fmt::format("{} make {:.0f}, not {}.", fmt::join(parts, " and "), sum,
                                 words_of(text, tie.figures.front()->span)),
                     std::move(places));
    }
}

}  // namespace claimcheck
