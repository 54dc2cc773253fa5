#include "lint/against_sources.hpp"

#include "lint/codes.hpp"
#include "lint/wording.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace claimcheck {
namespace {

bool is_in_sources(const Claim& claim, const LintInput& input) {
  return std::any_of(input.articles.readings.begin(), input.articles.readings.end(), [&](const Reading& reading) {
    return reading.document >= input.drafts &&
           std::any_of(reading.quantities.begin(), reading.quantities.end(), [&](const Quantity& quantity) {
             return quantity.low == claim.quantity.low && quantity.high == claim.quantity.high;
           });
  });
}

}  // namespace

void check_against_sources(const Draft& draft, const LintInput& input, const LintSettings& settings,
                           Findings& findings) {
  Severity severity = settings.require_support ? Severity::error : Severity::info;
  for (const DraftText& text : draft.texts)
    for (const Claim& claim : text.reading->claims)
      if (!claim.quantity.span.empty() && !is_in_sources(claim, input))
        findings.add(check::not_found,
                     fmt::format("“{}” is in none of the sources.", text_of(text, claim.quantity.span)), {claim},
                     severity);
}

}  // namespace claimcheck
