#include "reasons.hpp"

#include "display_width.hpp"
#include "wording.hpp"
#include "words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <tuple>

namespace claimcheck {
namespace {

struct OutcomeWords {
  Outcome outcome;
  std::string_view words;
};
constexpr std::array outcomes{
    OutcomeWords{Outcome::strangers,
                 "nothing ties the articles to one story: neither a place, a day nor a name is shared"},
    OutcomeWords{Outcome::loose,
                 "not held against each other: only a place or a day that both state would tie figures so unlike, "
                 "projections, sums of money or votes"},
    OutcomeWords{Outcome::attackers, "not held against each other: only one counts those who did it"},
    OutcomeWords{Outcome::other_happening,
                 "not held against each other: two kinds of happening, or the morning and the evening"},
    OutcomeWords{Outcome::compatible, "both figures can be true"},
    OutcomeWords{Outcome::agree, "the figures agree"},
    OutcomeWords{Outcome::given, "not reported: the other article has this figure too"},
    OutcomeWords{Outcome::beside, "not reported: one article names the other's figure beside its own"},
    OutcomeWords{Outcome::adds_up, "not reported: what is missing stands beside the lower figure"},
    OutcomeWords{Outcome::closer, "not reported: the other article has a figure that comes nearer"},
    OutcomeWords{Outcome::single, "not reported: a single person, on no day that both state"},
    OutcomeWords{Outcome::rivals, "not reported: the other article has several figures, on no day that both state"}};

std::string who(const Claim& claim) {
  std::string words = one_line(claim.subject.text);
  if (!words.empty()) return words;
  if (claim.subject.group.empty()) return "whoever is counted";
  return claim.subject.group == "person" ? "people" : std::string(claim.subject.group);
}

std::string when(const Statement& statement) {
  if (statement.claim->when) return readable(statement.claim->when->period);
  const auto& published = statement.document->published;
  return published ? fmt::format("no stated day, published {}", readable(*published)) : "no stated day";
}

/// "a is a part of b", whichever of the two is the narrower.
std::string part_of(Likeness likeness, const std::string& a, const std::string& b, std::string_view verb) {
  return likeness == Likeness::narrower ? fmt::format("{} {} {}", a, verb, b) : fmt::format("{} {} {}", b, verb, a);
}

std::string group_reason(Likeness likeness, const Claim& a, const Claim& b) {
  switch (likeness) {
    case Likeness::same:
      return who(a) == who(b) ? fmt::format("both count {}", who(a))
                              : fmt::format("{} and {} are one group", who(a), who(b));
    case Likeness::narrower:
    case Likeness::wider:
      return part_of(likeness, who(a), who(b), "may be a part of the");
    case Likeness::different:
      return who(a) == who(b) ? fmt::format("nothing says that these are the same {}", who(a))
                              : fmt::format("{} are not {}", who(a), who(b));
    default:
      return fmt::format("{} and {} may be the same", who(a), who(b));
  }
}

std::string affiliation_reason(Likeness likeness, const Claim& a, const Claim& b) {
  const auto &first = a.subject.affiliation, &second = b.subject.affiliation;
  if (likeness == Likeness::unknown) return fmt::format("only one says whose they are ({})", first ? *first : *second);
  if (likeness == Likeness::different) return fmt::format("{} is not {}", *first, *second);
  return first ? fmt::format("both {}", *first) : "";
}

std::string part_reason(Likeness likeness, const Claim& a, const Claim& b) {
  if (likeness == Likeness::same) return "";
  bool rest = a.remainder || b.remainder;
  if (likeness == Likeness::unknown)
    return rest ? "both count others than those named before" : "only one is said to be a part of a larger figure";
  return rest ? "one counts only others than those named before" : "one is a part of a larger figure, the other is not";
}

std::string place_reason(Likeness likeness, const Claim& a, const Claim& b) {
  std::string first = a.place ? one_line(a.place->name) : "", second = b.place ? one_line(b.place->name) : "";
  const std::string& stated = first.empty() ? second : first;
  switch (likeness) {
    case Likeness::same:
      return fmt::format("both in {}", first);
    case Likeness::unstated:
      return "neither says where";
    case Likeness::named:
      return fmt::format("only one says where ({}), and the other article names it", stated);
    case Likeness::narrower:
    case Likeness::wider:
      return part_of(likeness, first, second, "lies in");
    case Likeness::different:
      return fmt::format("{} is not {}", first, second);
    default:
      break;
  }
  if (first.empty() || second.empty()) return fmt::format("only one says where ({})", stated);
  return fmt::format("{} may lie in {}, or the other way about", first, second);
}

std::string scope_reason(Likeness likeness, const Claim& a, const Claim& b) {
  std::string first(name(a.scope)), second(name(b.scope));
  switch (likeness) {
    case Likeness::same:
      return "";
    case Likeness::narrower:
    case Likeness::wider:
      return part_of(likeness, first, second, "figure against a figure that is");
    case Likeness::different:
      return fmt::format("{} is not {}", first, second);
    default:
      return fmt::format("{} and {} may be the same", first, second);
  }
}

std::string time_reason(Likeness likeness, const Statement& a, const Statement& b) {
  switch (likeness) {
    case Likeness::same:
      return fmt::format("both {}", when(a));
    case Likeness::unstated:
      return "neither says when, in articles of the same days";
    case Likeness::narrower:
    case Likeness::wider:
      return part_of(likeness, when(a), when(b), "lies within");
    case Likeness::different:
      if (a.claim->when && b.claim->when) return fmt::format("{} is not {}", when(a), when(b));
      return fmt::format("too far apart: {}, and {}", when(a), when(b));
    default:
      return fmt::format("{} and {} may be the same", when(a), when(b));
  }
}

std::string reason(Aspect aspect, Likeness likeness, const Statement& a, const Statement& b) {
  switch (aspect) {
    case Aspect::event:
      return likeness == Likeness::same ? fmt::format("both {}", a.claim->event)
                                        : fmt::format("{} is not {}", a.claim->event, b.claim->event);
    case Aspect::unit:
      return likeness == Likeness::same ? "" : "the units differ";
    case Aspect::group:
      return group_reason(likeness, *a.claim, *b.claim);
    case Aspect::affiliation:
      return affiliation_reason(likeness, *a.claim, *b.claim);
    case Aspect::part:
      return part_reason(likeness, *a.claim, *b.claim);
    case Aspect::place:
      return place_reason(likeness, *a.claim, *b.claim);
    case Aspect::scope:
      return scope_reason(likeness, *a.claim, *b.claim);
    case Aspect::time:
      return time_reason(likeness, a, b);
  }
  return "";
}

std::size_t differences(const FactMatch& match) {
  return static_cast<std::size_t>(std::count(match.aspects.begin(), match.aspects.end(), Likeness::different));
}

class Reasons {
 public:
  Reasons(const std::vector<Statement>& statements, const Kinship& kinship, const Desk& desk)
      : statements_(statements), desk_(desk), kinship_(kinship) {}

  Comparisons run(const std::vector<Weighed>& weighed) {
    Comparisons out;
    std::vector<Weighed> apart;
    for (const Weighed& pair : weighed) {
      if (is_unsaid(pair)) continue;
      if (is_apart(pair))
        apart.push_back(pair);
      else if (out.compared_in_all++ < comparisons_shown)
        out.compared.push_back(describe(pair));
    }
    add_unmet(weighed, apart);
    out.apart_in_all = apart.size();
    std::stable_sort(apart.begin(), apart.end(),
                     [](const Weighed& a, const Weighed& b) { return differences(a.match) < differences(b.match); });
    for (const Weighed& pair : apart)
      if (out.apart.size() < comparisons_shown) out.apart.push_back(describe(pair));
    return out;
  }

 private:
  static bool is_apart(const Weighed& pair) {
    return pair.outcome == Outcome::apart || pair.outcome == Outcome::strangers;
  }

  /// What one article says twice is not what a reader asks about.
  bool is_unsaid(const Weighed& pair) const {
    bool within = statements_[pair.a].claim->document == statements_[pair.b].claim->document;
    return within && pair.outcome != Outcome::reported;
  }

  /// Pairs of one event that never met, so that a reader sees why; in a large run only the first of them.
  void add_unmet(const std::vector<Weighed>& weighed, std::vector<Weighed>& apart) const {
    constexpr std::size_t enough = 2000;
    MatchContext context{desk_.taxonomy, desk_.gazetteer, desk_.rules, kinship_};
    auto before = [](const Weighed& a, const Weighed& b) { return std::tie(a.a, a.b) < std::tie(b.a, b.b); };
    std::size_t looked_at = 0;
    for (std::uint32_t a = 0; a < statements_.size(); a++) {
      for (std::uint32_t b = a + 1; b < statements_.size(); b++) {
        if (++looked_at > enough * enough || apart.size() >= enough) return;
        const Claim &first = *statements_[a].claim, &second = *statements_[b].claim;
        if (first.event != second.event || first.document == second.document) continue;
        Weighed pair{a, b, {}, Outcome::apart, {}};
        if (std::binary_search(weighed.begin(), weighed.end(), pair, before)) continue;
        pair.match = match_claims(statements_[a], statements_[b], context);
        if (pair.match.overall() != Likeness::different) pair.outcome = Outcome::strangers;
        apart.push_back(pair);
      }
    }
  }

  PairReasons describe(const Weighed& pair) const {
    const Statement &a = statements_[pair.a], &b = statements_[pair.b];
    PairReasons out{*a.claim, *b.claim, {}, {}, {}};
    bool mixed = pair.outcome == Outcome::apart && differences(pair.match) == 0;
    for (std::size_t i = 0; i < aspect_count; i++) {
      auto aspect = static_cast<Aspect>(i);
      Likeness likeness = pair.match[aspect];
      bool telling = pair.outcome != Outcome::apart || mixed || likeness == Likeness::different;
      std::string words = telling ? reason(aspect, likeness, a, b) : "";
      if (!words.empty()) out.reasons.push_back(std::move(words));
    }
    if (mixed) out.reasons.push_back("narrower in one thing and wider in another");
    out.outcome = outcome(pair);
    if (const Rule* rule = desk_.rules.find_rule(pair.code)) out.rule = rule->code;
    return out;
  }

  std::string outcome(const Weighed& pair) const {
    if (const Rule* rule = desk_.rules.find_rule(pair.code)) return fmt::format("{} {}", rule->code, rule->name);
    for (const OutcomeWords& entry : outcomes)
      if (entry.outcome == pair.outcome) return std::string(entry.words);
    return "";
  }

  const std::vector<Statement>& statements_;
  const Desk& desk_;
  const Kinship& kinship_;
};

}  // namespace

Comparisons give_reasons(const std::vector<Weighed>& weighed, const std::vector<Statement>& statements,
                         const Kinship& kinship, const Desk& desk) {
  return Reasons(statements, kinship, desk).run(weighed);
}

}  // namespace claimcheck
