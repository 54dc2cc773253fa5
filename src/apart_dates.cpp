#include "apart_dates.hpp"

#include "disjoint_sets.hpp"
#include "sort_once.hpp"
#include "words.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace claimcheck {
namespace {

constexpr date::days nearby{3};         ///< a slip moves a happening by no more
constexpr std::size_t least_names = 2;  ///< that two happenings have in common
constexpr std::size_t most_between = 8;

using Index = std::uint32_t;
using Names = std::vector<WordKey>;

std::size_t shared(const Names& a, const Names& b) {
  Names common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  return common.size();
}

std::optional<Day> day_of(const Occurrence& occurrence) {
  const auto& period = occurrence.date.period;
  bool day = period && period->precision == Precision::day && period->first && period->first == period->last;
  return day ? period->first : std::nullopt;
}

class ApartDates {
 public:
  ApartDates(const std::vector<const Reading*>& readings, const std::vector<Document>& documents, const Desk& desk)
      : documents_(documents), desk_(desk) {
    for (const Lexeme& lexeme : desk.lexicon.lexemes())
      if (lexeme.category == Category::occurrence) kinds_[lexeme.name].push_back(lexeme.words.front());
    for (const Reading* reading : readings)
      for (const Occurrence& occurrence : reading->occurrences) {
        if (!is_once(occurrence.kind) || !day_of(occurrence)) continue;
        days_[{occurrence.document, occurrence.kind}].push_back(*day_of(occurrence));
        if (is_tied(occurrence)) tied_.push_back(&occurrence);
      }
  }

  std::vector<std::vector<const Occurrence*>> run() {
    std::map<std::pair<std::string_view, WordKey>, std::vector<Index>> shelves;
    for (Index i = 0; i < tied_.size(); i++)
      for (WordKey name : tied_[i]->names) shelves[{tied_[i]->kind, name}].push_back(i);
    DisjointSets sets(tied_.size());
    std::vector<Index> involved;
    for (auto& [key, shelf] : shelves)
      for_near_pairs(shelf, [&](Index a, Index b) {
        if (!conflict(*tied_[a], *tied_[b])) return;
        sets.join(a, b);
        involved.insert(involved.end(), {a, b});
      });
    sort_once(involved);
    std::vector<std::vector<const Occurrence*>> out;
    sets.for_each_set(involved, [&](const std::vector<Index>& members) {
      auto& set = out.emplace_back();
      for (Index member : members) set.push_back(tied_[member]);
    });
    return out;
  }

 private:
  bool is_once(std::string_view kind) const {
    const auto& once = desk_.rules.once;
    return std::find(once.begin(), once.end(), kind) != once.end();
  }

  template <class Take>
  void for_near_pairs(std::vector<Index>& shelf, Take take) const {
    std::stable_sort(shelf.begin(), shelf.end(),
                     [this](Index a, Index b) { return day_of(*tied_[a]) < day_of(*tied_[b]); });
    for (std::size_t i = 0; i < shelf.size(); i++)
      for (std::size_t k = i + 1; k < shelf.size() && *day_of(*tied_[shelf[k]]) - *day_of(*tied_[shelf[i]]) <= nearby;
           k++)
        take(shelf[i], shelf[k]);
  }

  bool conflict(const Occurrence& a, const Occurrence& b) const {
    return a.document != b.document && day_of(a) != day_of(b) && shared(a.names, b.names) >= least_names &&
           !has_on(a.document, b) && !has_on(b.document, a);
  }

  /// Whether the document has such a happening on the day of the other one too.
  bool has_on(Index document, const Occurrence& other) const {
    const std::vector<Day>& days = days_.at({document, other.kind});
    return std::find(days.begin(), days.end(), *day_of(other)) != days.end();
  }

  /// "Capsized off Mindoro on Sunday", "Sunday's sinking", "the earthquake that struck Malatya on Monday".
  bool is_tied(const Occurrence& occurrence) const {
    std::string_view text = documents_[occurrence.document].field(occurrence.field);
    Span date = occurrence.date.span;
    std::string_view behind = text.substr(date.end);
    for (std::string_view possessive : {"'s ", "’s "})
      if (behind.starts_with(possessive)) return is_kind(first_word(behind.substr(possessive.size())), occurrence.kind);
    std::size_t begin = date.begin - std::min<std::size_t>(date.begin, max_bytes);
    std::string_view before = text.substr(begin, date.begin - begin);
    auto words = plain_words(before);
    for (std::size_t i = words.size(), steps = 0; i-- > 0 && steps <= most_between; steps++) {
      if (is_kind(words[i].key, occurrence.kind)) return before.find_first_of(".;\n", words[i].span.end) == before.npos;
      if (!may_stand_between(words[i], before)) return false;
    }
    return false;
  }

  static WordKey first_word(std::string_view text) {
    auto words = plain_words(text.substr(0, text.find(' ')));
    return words.empty() ? 0 : words.front().key;
  }

  bool is_kind(WordKey word, std::string_view kind) const {
    const std::vector<WordKey>& words = kinds_.at(kind);
    return std::find(words.begin(), words.end(), word) != words.end();
  }

  bool may_stand_between(const PlainWord& word, std::string_view text) const {
    constexpr std::uint64_t small = bits(Category::preposition, Category::determiner, Category::pronoun);
    char first = text[word.span.begin];
    return (first >= 'A' && first <= 'Z') || desk_.rules.is_cue("struck", word.key) ||
           desk_.lexicon.words().classes(word.key) & small;
  }

  static constexpr std::size_t max_bytes = 120;
  const std::vector<Document>& documents_;
  const Desk& desk_;
  std::map<std::string_view, std::vector<WordKey>> kinds_;  ///< the words that each kind begins with
  std::map<std::pair<std::uint32_t, std::string_view>, std::vector<Day>> days_;  ///< by document and kind
  std::vector<const Occurrence*> tied_;
};

}  // namespace

std::vector<Finding> apart_dates(const std::vector<const Reading*>& readings, const std::vector<Document>& documents,
                                 const Desk& desk, const Rule& rule) {
  std::vector<Finding> out;
  for (const auto& members : ApartDates(readings, documents, desk).run()) {
    Finding& finding = out.emplace_back();
    finding.rule = rule.code;
    finding.rule_name = rule.name;
    finding.severity = rule.severity;
    finding.scope = "across-sources";
    finding.event = members.front()->kind;
    std::set<std::pair<std::uint32_t, Day>> seen;
    for (const Occurrence* member : members)
      if (seen.insert({member->document, *member->date.period->first}).second)
        finding.evidence.push_back(DateEvidence{member->document, member->field, member->date});
  }
  return out;
}

}  // namespace claimcheck
