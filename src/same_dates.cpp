#include "same_dates.hpp"

#include "disjoint_sets.hpp"
#include "wording.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace claimcheck {
namespace {

constexpr std::size_t names_in_common = 1;
constexpr date::days widest_beginning{31};  ///< "since the end of February" begins within so many days

/// The days on which it happened or began; nullopt where the text is too vague to agree with anything.
std::optional<Period> days_of(const Occurrence& occurrence) {
  if (!occurrence.date.period || !occurrence.date.period->first) return std::nullopt;
  Period period = *occurrence.date.period;
  if (period.precision != Precision::day && period.precision != Precision::week && period.precision != Precision::month)
    return std::nullopt;
  if (!period.last) {
    bool exact = period.precision == Precision::day;
    date::year_month_day first = civil(*period.first);
    period.last = exact ? *period.first
                        : std::min(*period.first + widest_beginning, Day{first.year() / first.month() / date::last});
  }
  return period;
}

bool share_names(const Occurrence& a, const Occurrence& b) {
  std::vector<WordKey> common;
  std::set_intersection(a.names.begin(), a.names.end(), b.names.begin(), b.names.end(), std::back_inserter(common));
  return common.size() >= names_in_common;
}

bool agree(const Occurrence& a, const Occurrence& b) {
  if (a.kind != b.kind || a.document == b.document || !share_names(a, b)) return false;
  auto first = days_of(a), second = days_of(b);
  bool one_is_a_day = first && second && (first->precision == Precision::day || second->precision == Precision::day);
  return one_is_a_day && overlap(*first, *second);
}

Finding describe(const std::vector<const Occurrence*>& members, const std::vector<Document>& documents,
                 const Rule& rule) {
  Finding finding;
  finding.rule = rule.code;
  finding.rule_name = rule.name;
  finding.severity = rule.severity;
  finding.scope = "across-sources";
  finding.event = members.front()->kind;
  std::vector<std::string> words;
  for (const Occurrence* member : members) {
    finding.evidence.push_back(DateEvidence{member->document, member->field, member->date});
    Period days = *days_of(*member);
    if (!finding.when || days.precision < finding.when->precision) finding.when = days;
    std::string quoted = fmt::format("“{}”", member->date.span.of(documents[member->document].field(member->field)));
    if (std::find(words.begin(), words.end(), quoted) == words.end()) words.push_back(quoted);
  }
  finding.message =
      fmt::format("The {} is dated alike, {}: {}.", finding.event, readable(*finding.when), fmt::join(words, ", "));
  return finding;
}

/// Of one article's several mentions of the day the first is enough.
std::vector<const Occurrence*> first_of_each(const std::vector<const Occurrence*>& members) {
  std::vector<const Occurrence*> out;
  std::set<std::uint32_t> seen;
  for (const Occurrence* member : members)
    if (seen.insert(member->document).second) out.push_back(member);
  return out;
}

}  // namespace

std::vector<Finding> same_dates(const std::vector<const Reading*>& readings, const std::vector<Document>& documents,
                                const Rule& rule) {
  std::vector<const Occurrence*> all;
  for (const Reading* reading : readings)
    for (const Occurrence& occurrence : reading->occurrences) all.push_back(&occurrence);
  DisjointSets sets(all.size());
  std::set<std::uint32_t> involved;
  std::map<std::string_view, std::vector<std::uint32_t>> by_kind;
  for (std::uint32_t i = 0; i < all.size(); i++) {
    std::vector<std::uint32_t>& before = by_kind[all[i]->kind];
    for (std::uint32_t other : before) {
      if (!agree(*all[other], *all[i])) continue;
      sets.join(other, i);
      involved.insert({other, i});
    }
    before.push_back(i);
  }
  std::map<std::uint32_t, std::vector<const Occurrence*>> components;
  for (std::uint32_t i : involved) components[sets.find(i)].push_back(all[i]);
  std::vector<Finding> out;
  for (const auto& [root, members] : components) out.push_back(describe(first_of_each(members), documents, rule));
  return out;
}

}  // namespace claimcheck
