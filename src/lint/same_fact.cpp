#include "lint/checks.hpp"
#include "lint/citation.hpp"
#include "lint/codes.hpp"
#include "verdicts.hpp"
#include "words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace claimcheck {
namespace {

class SameFact {
 public:
  SameFact(const LintArticle& draft, Findings& findings)
      : draft_(draft), findings_(findings), context_(draft.match_context()) {
    for (const LintText& text : draft.texts)
      for (const Claim& claim : text.reading->claims)
        if (is_checked({&text, &claim}) && !is_head(claim)) claims_.push_back({&text, &claim});
  }

  void run() {
    for (std::size_t i = 0; i < claims_.size(); i++)
      for (std::size_t j = i + 1; j < claims_.size(); j++) check(claims_[i], claims_[j]);
  }

 private:
  bool is_checked(const PlacedClaim& placed) const {
    const Claim& claim = *placed.claim;
    bool happened = claim.event != "count" || counts_those_aboard(draft_.statement(placed), draft_.desk.rules);
    return happened && claim.quantity.value.value_or(claim.quantity.low.value_or(0)) >= 2 && !claim.subgroup &&
           !claim.denied && !claim.quantity.span.empty();
  }

  /// Two figures for one fact, in sentences that state the same place or day.
  void check(const PlacedClaim& a, const PlacedClaim& b) {
    if (a.claim->event != b.claim->event) return;
    if (a.claim->sentence == b.claim->sentence && a.text == b.text) return;
    Comparison c = compare_statements(draft_.statement(a), draft_.statement(b), context_);
    bool certain = disagree(c) && !c.match.inferred() && states_place_or_day(c) &&
                   c.match[Aspect::group] == Likeness::same && same_nouns(*a.claim, *b.claim);
    if (!certain || counters_of(c) == Counters::differ || !draft_.may_be_one(c.a, c.b)) return;
    findings_.add(check::two_figures,
                  fmt::format("{} here, {} there, for one fact.", quoted(*a.text, a.claim->quantity.span),
                              quoted(*b.text, b.claim->quantity.span)),
                  {*a.claim, *b.claim});
  }

  static bool states_place_or_day(const Comparison& c) {
    const Claim &a = *c.a.claim, &b = *c.b.claim;
    return (a.place && b.place && c.match[Aspect::place] == Likeness::same) ||
           (a.when && b.when && c.match[Aspect::time] == Likeness::same);
  }

  static bool same_nouns(const Claim& a, const Claim& b) {
    auto first = words_of(a.subject.text), second = words_of(b.subject.text);
    return !first.empty() && !second.empty() && first.back() == second.back();
  }

  const LintArticle& draft_;
  Findings& findings_;
  MatchContext context_;
  std::vector<PlacedClaim> claims_;
};

}  // namespace

void check_same_fact(const LintArticle& draft, Findings& findings) {
  SameFact(draft, findings).run();
}

}  // namespace claimcheck
