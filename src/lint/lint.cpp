#include "lint/lint.hpp"

#include "lint/against_sources.hpp"
#include "lint/checks.hpp"

namespace claimcheck {
namespace {

using Check = void (*)(const LintArticle&, Findings&);
constexpr Check against_itself[] = {check_headlines,      check_same_fact, check_totals,     check_parts,
                                    check_shares,         check_changes,   check_weekdays,   check_impossible_dates,
                                    check_restated_dates, check_durations, check_births,     check_conversions,
                                    check_ranges,         check_scales,    check_casualties, check_numeral_style};

std::vector<LintArticle> sources_of(const LintInput& input, const Desk& desk, const Kinship& kinship) {
  std::vector<LintArticle> sources;
  for (auto i = input.drafts; i < input.articles.documents.size(); i++)
    sources.push_back(lint_article(input.articles, i, desk, kinship));
  return sources;
}

}  // namespace

std::vector<Finding> lint(const LintInput& input, std::uint32_t index, const Desk& desk, const LintSettings& settings) {
  std::optional<Kinship> own;
  const Kinship& kinship = input.kinship ? *input.kinship : own.emplace(input.articles.documents, desk.lexicon);
  LintArticle draft = lint_article(input.articles, index, desk, kinship);
  for (LintText& text : draft.texts) text.ties = read_ties(text, desk.lexicon);
  Findings findings(desk.rules);
  for (Check check : against_itself) check(draft, findings);
  if (input.drafts < input.articles.documents.size()) {
    std::vector<LintArticle> sources = sources_of(input, desk, kinship);
    check_against_sources(draft, sources, settings, findings);
    check_copied_dates(draft, sources, findings);
    check_copied_places(draft, sources, findings);
  }
  return std::move(findings).sorted();
}

}  // namespace claimcheck
