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

/// Occurrences of one kind that share a name, by the day on which they happened or, where the text is less exact, by
/// the days between which.
struct Shelf {
  std::map<Day, std::vector<std::uint32_t>> days;
  std::vector<std::uint32_t> wide;
};

class Joiner {
 public:
  explicit Joiner(const std::vector<const Occurrence*>& all) : all_(all), sets_(all.size()), joined_(all.size()) {}

  void run(const Shelf& shelf) {
    for (const auto& [day, members] : shelf.days) join_day(members);
    for (std::uint32_t wide : shelf.wide) {
      Period period = *days_of(*all_[wide]);
      for (auto at = shelf.days.lower_bound(*period.first); at != shelf.days.end() && at->first <= *period.last; ++at)
        join_wide(wide, at->second);
    }
  }

  std::map<std::uint32_t, std::vector<const Occurrence*>> components() {
    std::map<std::uint32_t, std::vector<const Occurrence*>> out;
    for (std::uint32_t i = 0; i < all_.size(); i++)
      if (joined_[i]) out[sets_.find(i)].push_back(all_[i]);
    return out;
  }

 private:
  bool apart(std::uint32_t a, std::uint32_t b) const { return all_[a]->document != all_[b]->document; }

  void join(std::uint32_t a, std::uint32_t b) {
    sets_.join(a, b);
    joined_[a] = joined_[b] = true;
  }

  /// As soon as two articles are among them, each has one to agree with.
  void join_day(const std::vector<std::uint32_t>& members) {
    bool several = std::any_of(members.begin(), members.end(), [&](auto member) { return apart(members[0], member); });
    for (std::uint32_t member : members)
      if (several) join(members[0], member);
  }

  void join_wide(std::uint32_t wide, const std::vector<std::uint32_t>& members) {
    for (std::uint32_t member : members)
      if (apart(wide, member)) join(wide, member);
  }

  const std::vector<const Occurrence*>& all_;
  DisjointSets sets_;
  std::vector<bool> joined_;
};

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
  std::map<std::pair<std::string_view, WordKey>, Shelf> shelves;
  for (std::uint32_t i = 0; i < all.size(); i++) {
    std::optional<Period> days = days_of(*all[i]);
    for (WordKey name : all[i]->names) {
      if (!days) break;
      Shelf& shelf = shelves[{all[i]->kind, name}];
      if (days->precision != Precision::day) shelf.wide.push_back(i);
      Day last = std::min(*days->last, *days->first + widest_beginning);
      for (Day day = *days->first; days->precision == Precision::day && day <= last; day += date::days{1})
        shelf.days[day].push_back(i);
    }
  }
  Joiner joiner(all);
  for (const auto& [key, shelf] : shelves) joiner.run(shelf);
  std::vector<Finding> out;
  for (const auto& [root, members] : joiner.components())
    out.push_back(describe(first_of_each(members), documents, rule));
  return out;
}

}  // namespace claimcheck
