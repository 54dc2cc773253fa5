#include "lint/checks.hpp"
#include "lint/citation.hpp"
#include "lint/codes.hpp"
#include "verdicts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace claimcheck {
namespace {

bool is_counted(const Claim& claim) {
  return claim.event != "count" && !claim.denied && !claim.quantity.span.empty() && claim.quantity.low.value_or(2) >= 2;
}

bool is_whole(const Claim& claim) {
  return !claim.subgroup && !claim.part_of && !claim.remainder && !claim.with_attackers;
}

double count_of(const Claim& claim) {
  return claim.quantity.value.value_or(claim.quantity.low.value_or(0));
}

/// The headline is of the article's own story, so its figure is that of the first one of the kind that the body gives,
/// whatever else the two say of place and day.
class Headlines {
 public:
  Headlines(const LintArticle& draft, Findings& findings)
      : draft_(draft), findings_(findings), context_(draft.match_context()) {
    for (const LintText& text : draft.texts)
      for (const Claim& claim : text.reading->claims) take({&text, &claim});
  }

  void run() {
    for (const PlacedClaim& head : heads_)
      if (is_whole(*head.claim)) check(head);
  }

 private:
  void take(const PlacedClaim& placed) {
    const Claim& claim = *placed.claim;
    if (claim.event == "killed" && !claim.denied) deaths_.push_back(count_of(claim));
    if (is_counted(claim)) (is_head(claim) ? heads_ : body_).push_back(placed);
  }

  void check(const PlacedClaim& head) {
    std::vector<const PlacedClaim*> same;
    for (const PlacedClaim& body : body_)
      if (body.claim->event == head.claim->event) same.push_back(&body);
    bool confirmed = std::any_of(same.begin(), same.end(), [&](const PlacedClaim* body) {
      return agree(compare_figures(head.claim->quantity, body->claim->quantity, context_.rules.tolerances));
    });
    auto first = std::find_if(same.begin(), same.end(), [](const PlacedClaim* body) { return is_whole(*body->claim); });
    if (confirmed || first == same.end() || stands_in_body(*head.claim)) return;
    if (includes_deaths(*head.claim, *(*first)->claim) || goes_on(*head.claim, **first)) return;
    Comparison c = compare_statements(draft_.statement(head), draft_.statement(**first), context_);
    if (!contradict(c, same.size() == 1) || !draft_.may_be_one(c.a, c.b)) return;
    findings_.add(check::headline_against_body,
                  fmt::format("{} in the {}, {} in the body.", quoted(*head.text, head.claim->quantity.span),
                              head.claim->field == Field::title ? "title" : name(head.claim->shape),
                              quoted(*(*first)->text, (*first)->claim->quantity.span)),
                  {*head.claim, *(*first)->claim});
  }

  /// "1 dead, 4 injured" are "five people shot".
  bool includes_deaths(const Claim& head, const Claim& body) const {
    double apart = std::abs(count_of(head) - count_of(body));
    return head.event == "injured" && std::find(deaths_.begin(), deaths_.end(), apart) != deaths_.end();
  }

  /// "Three were found in the yard. Another victim ...": the rest of the headline's total.
  static bool goes_on(const Claim& head, const PlacedClaim& body) {
    double rest = count_of(head) - count_of(*body.claim);
    const LintText& text = *body.text;
    for (std::uint32_t at = 1; at + 1 < text.text.tokens.size(); at++) {
      const Token& token = text.text.tokens[at];
      if (token.span.begin < body.claim->span.begin || !is(token, Category::increment)) continue;
      if (added_at(text, at) == rest) return true;
    }
    return false;
  }

  /// How many "another victim", "another three" and "four more" add.
  static double added_at(const LintText& text, std::uint32_t at) {
    for (const Quantity& figure : text.quantities_in({at - 1, at + 2}))
      if (figure.value && (figure.tokens.begin == at + 1 || figure.tokens.contains(at - 1))) return *figure.value;
    return is(text.text.tokens[at + 1], Category::person) ? 1 : 0;
  }

  /// The parts of a headline's total may be told one by one: they contradict it only where one alone is larger, or
  /// where nothing else is told.
  bool contradict(const Comparison& c, bool alone) const {
    auto different = [&](Aspect aspect) { return c.match[aspect] == Likeness::different; };
    if (c.figures != FigureRelation::conflict || different(Aspect::unit) || different(Aspect::affiliation) ||
        different(Aspect::scope) || (c.a.claim->when && different(Aspect::time)))
      return false;
    bool of_story = c.a.claim->shape != TextShape::deck;
    if (!of_story && c.overall != Likeness::same) return false;
    switch (c.match[Aspect::group]) {
      case Likeness::same:
        return true;
      case Likeness::wider:
        return alone || exceeds(c.second, c.first);
      case Likeness::narrower:
        return exceeds(c.first, c.second);
      default:
        return false;
    }
  }

  /// Whether the figure stands in the body without its event: "All six victims are from the town."
  bool stands_in_body(const Claim& head) const {
    for (const LintText& text : draft_.texts)
      for (const Quantity& figure : text.reading->quantities) {
        bool itself = text.reading->field == head.field && figure.span.overlaps(head.quantity.span);
        bool counts = figure.role == Role::count || figure.role == Role::unexplained;
        if (counts && !itself && figure.value && figure.value == head.quantity.value && may_count_people(text, figure))
          return true;
      }
    return false;
  }

  static bool may_count_people(const LintText& text, const Quantity& figure) {
    if (figure.noun.empty()) return true;
    for (TokenIterator at = text.at(figure.tokens.end); at->span.begin < figure.noun.end; ++at)
      if (at->classes & bit(Category::person)) return true;
    return false;
  }

  const LintArticle& draft_;
  Findings& findings_;
  MatchContext context_;
  std::vector<PlacedClaim> heads_, body_;
  std::vector<double> deaths_;
};

}  // namespace

void check_headlines(const LintArticle& draft, Findings& findings) {
  Headlines(draft, findings).run();
}

}  // namespace claimcheck
