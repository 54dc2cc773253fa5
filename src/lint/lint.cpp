#include "lint/lint.hpp"

#include "lint/against_sources.hpp"
#include "lint/checks.hpp"

namespace claimcheck {
namespace {

using Check = void (*)(const Draft&, Findings&);
constexpr Check against_itself[] = {check_weekdays};

}  // namespace

std::vector<Finding> lint(const LintInput& input, std::uint32_t index, const Desk& desk, const LintSettings& settings) {
  Draft draft = draft_of(input.articles, index, desk);
  Findings findings(desk.rules);
  for (Check check : against_itself) check(draft, findings);
  if (input.drafts < input.articles.documents.size()) check_against_sources(draft, input, settings, findings);
  return std::move(findings).sorted();
}

}  // namespace claimcheck
