#include "reconcile.hpp"

#include "apart_dates.hpp"
#include "disjoint_sets.hpp"
#include "facts.hpp"
#include "judge.hpp"
#include "origins.hpp"
#include "reasons.hpp"
#include "same_dates.hpp"
#include "sort_once.hpp"
#include "wording.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace claimcheck {
namespace {

/// Verdicts that rest on an assumption are no more than warnings. A misquoted counter or a stated total assumes
/// nothing.
bool may_be_inferred(std::string_view code) {
  return code == verdict::figure_conflict || code == verdict::background_differs;
}

/// Files mostly come in order, and looking is cheaper than sorting.
template <class List, class Before>
void put_in_order(List& list, Before before) {
  if (!std::is_sorted(list.begin(), list.end(), before)) std::stable_sort(list.begin(), list.end(), before);
}

class Reconciler {
 public:
  Reconciler(const std::vector<Document>& documents, const std::vector<Reading>& readings, const Desk& desk)
      : documents_(documents), readings_(readings), desk_(desk), passages_(desk.lexicon, desk.rules.tolerances) {}

  Verdict run(Why why) {
    order_documents();
    read_words();
    std::vector<Origin> sources = origins();
    origin_of_.resize(documents_.size());
    for (std::uint32_t i = 0; i < sources.size(); i++)
      for (std::uint32_t document : sources[i].documents) origin_of_[document] = i;
    collect_statements();
    std::vector<Weighed> weighed;
    std::vector<Judged> judged = judge(statements_, *kinship_, desk_, why == Why::wanted ? &weighed : nullptr);
    if (why == Why::unwanted) kinship_.reset();
    std::vector<Fact> facts = gather_facts(statements_, judged, documents_, sources, desk_);
    assemble(std::move(judged));
    find_ambiguous_dates();
    find_apart_dates();
    find_same_dates();
    Verdict verdict{std::move(findings_), std::move(agreements_), std::move(sources), {}, std::move(facts)};
    if (why == Why::wanted) verdict.comparisons = give_reasons(weighed, statements_, *kinship_, desk_);
    std::stable_sort(verdict.findings.begin(), verdict.findings.end(),
                     [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
    return verdict;
  }

 private:
  const Tolerances& tolerances() const { return desk_.rules.tolerances; }
  std::uint32_t document_index(std::uint32_t statement) const { return statements_[statement].claim->document; }

  /// By id and path, so that nothing depends on the order in which the files were named.
  void order_documents() {
    for (std::uint32_t i = 0; i < documents_.size(); i++) order_.push_back(i);
    auto before = [this](std::uint32_t a, std::uint32_t b) {
      auto key = [this](std::uint32_t i) { return std::tie(documents_[i].id, documents_[i].path, documents_[i].text); };
      return key(a) < key(b);
    };
    put_in_order(order_, before);
    rank_.resize(order_.size());
    for (std::uint32_t i = 0; i < order_.size(); i++) rank_[order_[i]] = i;
    for (const Reading& reading : readings_) ordered_.push_back(&reading);
    auto earlier = [this](const Reading* a, const Reading* b) { return rank_[a->document] < rank_[b->document]; };
    put_in_order(ordered_, earlier);
  }

  void collect_statements() {
    std::size_t count = 0;
    for (const Reading& reading : readings_) count += reading.claims.size();
    statements_.reserve(count);
    auto before = [](const Statement& a, const Statement& b) {
      auto key = [](const Statement& s) {
        return std::tuple(s.claim->field == Field::text, s.claim->span.begin, s.claim->span.end,
                          s.claim->quantity.span.begin);
      };
      return key(a) < key(b);
    };
    std::size_t first = 0;
    for (const Reading* reading : ordered_) {
      if (first < statements_.size() && statements_[first].claim->document != reading->document)
        first = statements_.size();
      for (const Claim& claim : reading->claims) statements_.push_back({&claim, &documents_[claim.document], reading});
      std::stable_sort(statements_.begin() + static_cast<std::ptrdiff_t>(first), statements_.end(), before);
    }
    shown_in_.resize(statements_.size());
  }

  /// One finding for each set of claims that a verdict connects.
  void assemble(std::vector<Judged> judged) {
    std::map<std::string_view, std::vector<Judged>> by_code;
    for (const Judged& pair : judged)
      if (is_reported(pair.code)) by_code[pair.code].push_back(pair);
    judged = {};
    for (auto& [code, pairs] : by_code) {
      DisjointSets sets(statements_.size());
      std::vector<std::uint32_t> involved, certain;
      for (const Judged& pair : pairs) {
        sets.join(pair.a, pair.b);
        involved.insert(involved.end(), {pair.a, pair.b});
      }
      for (const Judged& pair : pairs)
        if (!pair.inferred) certain.push_back(sets.find(pair.a));
      std::vector<Judged>().swap(pairs);
      sort_once(involved), sort_once(certain);
      sets.for_each_set(involved, [&](const std::vector<std::uint32_t>& members) {
        add(code, members, !std::binary_search(certain.begin(), certain.end(), sets.find(members.front())));
      });
    }
  }

  void add(std::string_view code, const std::vector<std::uint32_t>& members, bool inferred) {
    std::vector<std::uint32_t> shown = best_of_each(members);
    Finding finding;
    describe(finding, shown);
    if (code == agreement || code == verdict::group_drift || code == verdict::quoted_article) {
      add_agreement(std::move(finding), code, shown);
      return;
    }
    const Rule* rule = desk_.rules.find_rule(code);
    if (!rule || !rule->on) return;
    finding.rule = rule->code;
    finding.rule_name = rule->name;
    bool undated = may_be_newer(code, shown);
    bool found = may_have_ebbed(code, shown);
    bool assumed = (inferred && may_be_inferred(code)) || undated || found;
    finding.severity = assumed ? std::min(rule->severity, Severity::warning) : rule->severity;
    finding.message = message_for(finding, documents_);
    if (undated)
      finding.message += " Or one figure is newer: not every article says when it was published.";
    else if (found)
      finding.message += " Or one figure is newer: the number falls as people are found, freed or go home.";
    if (code == verdict::counter_quoted_twice && is_one_origin(shown))
      finding.message += " They are copies of one report: one of them changed the figure.";
    cover(shown);
    findings_.push_back(std::move(finding));
  }

  bool is_one_origin(const std::vector<std::uint32_t>& shown) const {
    return std::all_of(shown.begin(), shown.end(), [&](std::uint32_t statement) {
      return origin_of_[document_index(statement)] == origin_of_[document_index(shown.front())];
    });
  }

  /// Whether articles give two figures of one of these events.
  bool is_conflict_of(std::string_view code, const std::vector<std::uint32_t>& shown,
                      const std::vector<std::string>& events) const {
    const Claim& first = *statements_[shown.front()].claim;
    bool across = std::any_of(shown.begin(), shown.end(),
                              [&](std::uint32_t statement) { return document_index(statement) != first.document; });
    bool conflict = code == verdict::figure_conflict || code == verdict::counter_quoted_twice;
    return conflict && across && std::find(events.begin(), events.end(), first.event) != events.end();
  }

  /// Whether a toll may have grown from one article to the other, of which nobody knows when they were published.
  bool may_be_newer(std::string_view code, const std::vector<std::uint32_t>& shown) const {
    return is_conflict_of(code, shown, desk_.rules.tolls) &&
           std::any_of(shown.begin(), shown.end(),
                       [&](std::uint32_t statement) { return !statements_[statement].document->published; });
  }

  /// Whether people may have been found from the morning's article to the evening's: "twelve are still missing".
  bool may_have_ebbed(std::string_view code, const std::vector<std::uint32_t>& shown) const {
    return is_conflict_of(code, shown, desk_.rules.ebbing) &&
           std::any_of(shown.begin(), shown.end(), [&](std::uint32_t statement) {
             auto words = plain_words(statements_[statement].sentence());
             return std::any_of(words.begin(), words.end(),
                                [&](const PlainWord& word) { return desk_.rules.is_cue("left", word.key); });
           });
  }

  /// Articles that say the very same are not listed again where a finding or a drift already shows all of them.
  void add_agreement(Finding finding, std::string_view code, const std::vector<std::uint32_t>& members) {
    finding.rule = code == agreement ? agreement_code(members) : code;
    if (finding.rule == agreement && is_covered(members)) return;
    const Rule* rule = desk_.rules.find_rule(finding.rule);
    if (rule && !rule->on) return;
    finding.rule_name = rule ? std::string_view(rule->name) : agreement;
    finding.message = message_for(finding, documents_);
    cover(members);
    agreements_.push_back(std::move(finding));
  }

  std::string_view agreement_code(const std::vector<std::uint32_t>& members) const {
    auto relation = FigureRelation::identical;
    for (std::uint32_t a : members)
      for (std::uint32_t b : members)
        if (a < b)
          relation = std::max(relation, compare_figures(statements_[a].claim->quantity, statements_[b].claim->quantity,
                                                        tolerances(), statements_[a].claim->event));
    if (relation == FigureRelation::identical) return agreement;
    return relation == FigureRelation::hedge_differs ? verdict::hedge_differs : verdict::same_up_to_rounding;
  }

  void cover(const std::vector<std::uint32_t>& shown) {
    shown_count_++;
    for (std::uint32_t statement : shown) {
      std::uint32_t& last = shown_in_[statement];
      if (last) further_.emplace(statement, last);
      last = shown_count_;
    }
  }

  std::vector<std::uint32_t> shown_by(std::uint32_t statement) const {
    std::vector<std::uint32_t> out;
    if (shown_in_[statement]) out.push_back(shown_in_[statement]);
    auto [begin, end] = further_.equal_range(statement);
    for (; begin != end; ++begin) out.push_back(begin->second);
    std::sort(out.begin(), out.end());
    return out;
  }

  /// What a finding already shows in full is not listed again among the agreements.
  bool is_covered(const std::vector<std::uint32_t>& members) const {
    if (std::any_of(members.begin(), members.end(), [this](std::uint32_t member) { return !shown_in_[member]; }))
      return false;
    std::vector<std::uint32_t> common = shown_by(members.front());
    for (std::uint32_t member : members) {
      if (common.empty()) return false;
      std::vector<std::uint32_t> both, other = shown_by(member);
      std::set_intersection(common.begin(), common.end(), other.begin(), other.end(), std::back_inserter(both));
      common.swap(both);
    }
    return !common.empty();
  }

  /// An article that says the same figure of the same group several times is quoted once, where it says most.
  std::vector<std::uint32_t> best_of_each(const std::vector<std::uint32_t>& members) const {
    using Said =
        std::tuple<std::uint32_t, std::string_view, std::optional<double>, std::optional<double>, std::string_view>;
    std::vector<std::pair<Said, std::uint32_t>> said;
    said.reserve(members.size());
    for (std::uint32_t member : members) {
      const Claim& claim = *statements_[member].claim;
      std::string_view counter = claim.attribution ? std::string_view(claim.attribution->name) : "";
      said.push_back(
          {{rank_[claim.document], claim.subject.group, claim.quantity.low, claim.quantity.high, counter}, member});
    }
    std::sort(said.begin(), said.end());
    std::vector<std::uint32_t> out;
    for (std::size_t begin = 0, end = 0; begin < said.size(); begin = end) {
      std::uint32_t best = said[begin].second;
      for (; end < said.size() && said[end].first == said[begin].first; end++)
        if (detail(best) < detail(said[end].second)) best = said[end].second;
      out.push_back(best);
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  int detail(std::uint32_t statement) const {
    const Claim& claim = *statements_[statement].claim;
    return claim.place.has_value() + claim.when.has_value() + claim.attribution.has_value() +
           (claim.shape == TextShape::body);
  }

  void describe(Finding& finding, const std::vector<std::uint32_t>& members) const {
    bool one_document = true;
    finding.evidence.reserve(members.size());
    for (std::uint32_t member : members) {
      finding.evidence.push_back(*statements_[member].claim);
      one_document &= document_index(member) == document_index(members.front());
    }
    finding.scope = one_document ? "within-document" : "across-sources";
    const Statement& first = statements_[members.front()];
    finding.event = counts_those_aboard(first, desk_.rules) ? "aboard" : first.claim->event;
    finding.place = common_place(members);
    finding.when = common_time(members);
  }

  /// The smallest place that no claim contradicts.
  std::string common_place(const std::vector<std::uint32_t>& members) const {
    std::string place;
    for (std::uint32_t member : members) {
      const auto& stated = statements_[member].claim->place;
      if (!stated || stated->name == place) continue;
      if (place.empty() || desk_.gazetteer.contains(place, stated->name)) {
        place = stated->name;
      } else if (!desk_.gazetteer.contains(stated->name, place)) {
        return "";
      }
    }
    return place;
  }

  std::optional<Period> common_time(const std::vector<std::uint32_t>& members) const {
    std::optional<Period> time;
    for (std::uint32_t member : members) {
      const auto& when = statements_[member].claim->when;
      if (!when) continue;
      if (time && (time->first != when->period.first || time->last != when->period.last)) return std::nullopt;
      time = when->period;
    }
    return time;
  }

  /// A date that one reading makes the published day is that day.
  static bool is_published_day(const DateMention& date, const Document& document) {
    return document.published && date.period && date.period->first == document.published;
  }

  void find_ambiguous_dates() {
    const Rule* rule = desk_.rules.find_rule(verdict::ambiguous_date);
    if (!rule || !rule->on) return;
    for (const Reading* reading : ordered_)
      for (const DateMention& date : reading->dates)
        if (date.ambiguous_order && !is_published_day(date, documents_[reading->document]))
          add_ambiguous_date(*rule, *reading, date);
  }

  void add_ambiguous_date(const Rule& rule, const Reading& reading, const DateMention& date) {
    Finding finding;
    finding.rule = rule.code;
    finding.rule_name = rule.name;
    finding.severity = rule.severity;
    finding.scope = "within-document";
    finding.event = "date";
    finding.when = date.period;
    finding.evidence.push_back(DateEvidence{reading.document, reading.field, date});
    finding.message = message_for(finding, documents_);
    findings_.push_back(std::move(finding));
  }

  /// Where a figure has not shown already that two articles date one happening differently.
  void find_apart_dates() {
    const Rule* rule = desk_.rules.find_rule(verdict::date_conflict);
    if (!rule || !rule->on) return;
    for (Finding& finding : apart_dates(ordered_, documents_, desk_, *rule)) {
      if (is_told(finding)) continue;
      finding.message = message_for(finding, documents_);
      findings_.push_back(std::move(finding));
    }
  }

  bool is_told(const Finding& finding) const {
    return std::any_of(findings_.begin(), findings_.end(), [&](const Finding& other) {
      return other.rule == finding.rule && std::all_of(finding.evidence.begin(), finding.evidence.end(),
                                                       [&](const Evidence& one) { return shows(other, one); });
    });
  }

  static bool shows(const Finding& finding, const Evidence& wanted) {
    auto document = [](const Evidence& evidence) {
      return std::visit([](const auto& one) { return one.document; }, evidence);
    };
    return std::any_of(finding.evidence.begin(), finding.evidence.end(),
                       [&](const Evidence& one) { return document(one) == document(wanted); });
  }

  void find_same_dates() {
    const Rule* rule = desk_.rules.find_rule(verdict::same_date);
    if (!rule || !rule->on) return;
    for (Finding& finding : same_dates(ordered_, documents_, *rule)) agreements_.push_back(std::move(finding));
  }

  /// Every text once, for all who compare words.
  void read_words() {
    Kinship::Reader names(documents_, desk_.lexicon);
    std::vector<PlainWord> words;
    for (std::uint32_t index : order_) {
      plain_words(documents_[index].text, words);
      passages_.add(documents_[index], words);
      names.add(index, words);
    }
    kinship_ = std::move(names).kinship();
  }

  std::vector<Origin> origins() {
    std::vector<Origin> found = passages_.find();
    for (Origin& origin : found) {
      for (std::uint32_t& index : origin.documents) index = order_[index];
      for (Origin::SharedPassage& passage : origin.shared) passage.document = order_[passage.document];
    }
    return found;
  }

  const std::vector<Document>& documents_;
  const std::vector<Reading>& readings_;
  const Desk& desk_;
  OriginFinder passages_;
  std::optional<Kinship> kinship_;
  std::vector<std::uint32_t> origin_of_;     ///< by document
  std::vector<std::uint32_t> order_, rank_;  ///< documents in order; the place of each in it
  std::vector<const Reading*> ordered_;      ///< in the order of the documents
  std::vector<Statement> statements_;        ///< the same
  std::vector<std::uint32_t> shown_in_;      ///< for each statement the last finding that shows it, counted from 1
  std::unordered_multimap<std::uint32_t, std::uint32_t> further_;  ///< statement → the other findings that show it
  std::uint32_t shown_count_ = 0;
  std::vector<Finding> findings_, agreements_;
};

}  // namespace

Verdict reconcile(const std::vector<Document>& documents, const std::vector<Reading>& readings, const Desk& desk,
                  Why why) {
  return Reconciler(documents, readings, desk).run(why);
}

void keep_comparable(Reading& reading) {
  auto counts = [](const Quantity& quantity) {
    constexpr std::array counting = {Role::count,   Role::percent, Role::money,
                                     Role::measure, Role::age,     Role::unexplained};
    return std::find(counting.begin(), counting.end(), quantity.role) != counting.end();
  };
  std::erase_if(reading.quantities, [&](const Quantity& quantity) { return !counts(quantity); });
  reading.quantities.shrink_to_fit();
  reading.dates.shrink_to_fit();
  reading.occurrences.shrink_to_fit();
}

}  // namespace claimcheck
