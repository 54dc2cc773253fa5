#include "lint/checks.hpp"
#include "lint/citation.hpp"
#include "lint/codes.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace claimcheck {
namespace {

bool counts_casualties(const LintText& text, const Quantity& figure) {
  if (figure.noun.empty() || !figure.value) return false;
  std::string noun = words_of(text, figure.noun);
  return noun.ends_with("casualties") || noun.ends_with("Casualties");
}

const Claim* with_figure(const LintText& text, std::string_view event, double value) {
  for (const Claim& claim : text.reading->claims)
    if (claim.event == event && claim.quantity.value == value && !claim.denied && !claim.sum) return &claim;
  return nullptr;
}

/// "12 casualties and 30 injured": the injured are casualties too.
const Claim* injured_beside(const LintText& text, const Quantity& figure) {
  Span sentence = text.sentence_of(figure.span).span;
  for (const Claim& claim : text.reading->claims)
    if (claim.event == "injured" && claim.sentence == sentence && !claim.denied && claim.quantity.value > 0 &&
        !claim.quantity.span.overlaps(figure.span) && !claim.subgroup)
      return &claim;
  return nullptr;
}

}  // namespace

void check_casualties(const LintArticle& draft, Findings& findings) {
  for (const LintText& text : draft.texts)
    for (const Quantity& figure : text.reading->quantities) {
      if (!counts_casualties(text, figure) || *figure.value < 2) continue;
      if (const Claim* dead = with_figure(text, "killed", *figure.value);
          dead && !dead->quantity.span.overlaps(figure.span))
        findings.add(check::casualties_for_deaths,
                     fmt::format("{} casualties, and {} killed: casualties are the dead and the injured.",
                                 words_of(text, figure.span), words_of(text, dead->quantity.span)),
                     {evidence(text, figure), *dead});
      else if (const Claim* injured = injured_beside(text, figure))
        findings.add(check::casualties_for_deaths,
                     fmt::format("{} casualties beside {} injured: casualties are the dead and the injured.",
                                 words_of(text, figure.span), words_of(text, injured->quantity.span)),
                     {evidence(text, figure), *injured});
    }
}

}  // namespace claimcheck
