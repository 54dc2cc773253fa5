#include "facts.hpp"

#include "best_figure.hpp"
#include "counter.hpp"
#include "disjoint_sets.hpp"
#include "display_width.hpp"
#include "fact_sentence.hpp"
#include "fact_words.hpp"
#include "sort_once.hpp"
#include "wording.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace claimcheck {
namespace {

using Index = std::uint32_t;
using Members = std::vector<Index>;

/// Verdicts on two claims that say that both are about one thing.
bool ties(std::string_view code) {
  return !is_reported(code) || code == agreement || code == verdict::figure_conflict ||
         code == verdict::counter_quoted_twice || code == verdict::updated_figure || code == verdict::falling_toll ||
         code == verdict::vague_bounds_apart || code == verdict::stale_figure || code == verdict::background_differs ||
         code == verdict::denied_against_asserted;
}

bool is_count_of_the_past(const Claim& claim) {
  return claim.scope != Scope::increment && claim.scope != Scope::projection;
}

std::optional<double> size_of(const FactFigure& figure) {
  return figure.value ? figure.value : figure.low ? figure.low : figure.high;
}

class Gatherer {
 public:
  Gatherer(const std::vector<Statement>& statements, const std::vector<Judged>& judged,
           const std::vector<Document>& documents, const std::vector<Origin>& origins, const Desk& desk)
      : statements_(statements),
        judged_(judged),
        documents_(documents),
        desk_(desk),
        sets_(statements.size()),
        participles_(desk.lexicon),
        superseded_(statements.size()) {
    origin_of_.resize(documents.size());
    for (std::size_t i = 0; i < origins.size(); i++)
      for (Index document : origins[i].documents) origin_of_[document] = i;
  }

  std::vector<Fact> run() {
    join_certain();
    join_assumed();
    find_superseded();
    find_quoted();
    std::vector<Fact> facts;
    sets_.for_each_set(involved_, [&](const Members& members) {
      if (!is_of_several(members)) return;
      if (std::optional<Fact> fact = fact_of(members)) facts.push_back(std::move(*fact));
    });
    return facts;
  }

 private:
  const Claim& claim(Index statement) const { return *statements_[statement].claim; }
  const Document& document(Index statement) const { return *statements_[statement].document; }

  bool is_tie(const Judged& pair) const {
    return ties(pair.code) && is_count_of_the_past(claim(pair.a)) && is_count_of_the_past(claim(pair.b));
  }

  void join_certain() {
    for (const Judged& pair : judged_) {
      if (!is_tie(pair)) continue;
      involved_.insert(involved_.end(), {pair.a, pair.b});
      if (!pair.inferred) sets_.join(pair.a, pair.b);
    }
    sort_once(involved_);
  }

  /// What is known of a set of claims before any assumption: the days and places that they state.
  struct Known {
    std::vector<const Period*> periods;
    std::vector<std::string_view> places;
  };

  static bool can_be_one_day(const Known& a, const Known& b) {
    return std::all_of(a.periods.begin(), a.periods.end(), [&](const Period* one) {
      return std::all_of(b.periods.begin(), b.periods.end(), [&](const Period* two) { return overlap(*one, *two); });
    });
  }

  bool can_be_one_place(const Known& a, const Known& b) const {
    const Gazetteer& gazetteer = desk_.gazetteer;
    return std::all_of(a.places.begin(), a.places.end(), [&](std::string_view one) {
      return std::all_of(b.places.begin(), b.places.end(), [&](std::string_view two) {
        return one == two || gazetteer.contains(one, two) || gazetteer.contains(two, one);
      });
    });
  }

  using Tie = std::pair<Index, Index>;  ///< from one set to another, by their smallest members

  bool can_be_one(const Known& a, const Known& b) const { return can_be_one_day(a, b) && can_be_one_place(a, b); }

  /// Joins sets that are assumed to be one, unless one of them could as well be joined to a set that contradicts the
  /// other. What is decided depends on the certain sets only, not on the order of the ties.
  void join_assumed() {
    std::vector<Tie> near;
    for (const Judged& pair : judged_) {
      if (!is_tie(pair) || !pair.inferred) continue;
      Index a = sets_.find(pair.a), b = sets_.find(pair.b);
      if (a != b) near.insert(near.end(), {{a, b}, {b, a}});
    }
    sort_once(near);
    std::unordered_map<Index, Known> known = known_of(near);
    auto has_rival = [&](Index a, Index b) {
      auto first = std::lower_bound(near.begin(), near.end(), Tie{a, 0});
      for (; first != near.end() && first->first == a; ++first)
        if (first->second != b && !can_be_one(known.at(first->second), known.at(b))) return true;
      return false;
    };
    std::vector<Tie> joins;
    for (auto [a, b] : near)
      if (a < b && can_be_one(known.at(a), known.at(b)) && !has_rival(a, b) && !has_rival(b, a))
        joins.emplace_back(a, b);
    for (auto [a, b] : joins) sets_.join(a, b);
  }

  /// What is known of the sets that somebody is assumed to be one with.
  std::unordered_map<Index, Known> known_of(const std::vector<Tie>& near) {
    std::unordered_map<Index, Known> known;
    for (const Tie& tie : near) known[tie.first];
    for (Index member : involved_) {
      auto set = known.find(sets_.find(member));
      if (set == known.end()) continue;
      if (claim(member).when) set->second.periods.push_back(&claim(member).when->period);
      if (claim(member).place) set->second.places.push_back(claim(member).place->name);
    }
    return known;
  }

  /// The claims that a later article's figure has replaced.
  void find_superseded() {
    for (const Judged& pair : judged_) {
      if (pair.code == revised || pair.code == verdict::stale_figure) superseded_[pair.a] = true;
      if (pair.code != verdict::updated_figure && pair.code != outgrown) continue;
      bool a_older = document(pair.a).published < document(pair.b).published;
      superseded_[a_older ? pair.a : pair.b] = true;
    }
  }

  bool is_of_several(const Members& members) const {
    return std::any_of(members.begin(), members.end(),
                       [&](Index member) { return claim(member).document != claim(members.front()).document; });
  }

  /// Who has a figure from another article is linked to what that article says. Where it names nobody, it is itself
  /// the counter that they name.
  void find_quoted() {
    for (const Judged& pair : judged_) {
      if (pair.code != verdict::quoted_article) continue;
      bool first = quotes(statements_[pair.a], statements_[pair.b]);
      Index quoting = first ? pair.a : pair.b, quoted = first ? pair.b : pair.a;
      quoted_[quoting] = quoted;
      if (claim(quoted).attribution) continue;
      std::size_t voice = *named_voice(claim(quoting));
      auto [own, fresh] = own_voices_.try_emplace(origin_of_[claim(quoted).document], voice);
      own->second = std::min(own->second, voice);
    }
  }

  /// The claim that a figure is quoted from, however many articles have handed it on.
  Index source_claim(Index member) const {
    std::size_t steps = 0;
    for (auto next = quoted_.find(member); next != quoted_.end() && steps++ < quoted_.size();
         next = quoted_.find(member))
      member = next->second;
    return member;
  }

  static std::optional<std::size_t> named_voice(const Claim& claim) {
    auto name = claim.attribution ? counter_name(*claim.attribution) : std::vector<std::string>();
    return name.empty() ? std::nullopt : std::optional(word_key(fmt::format("{}", fmt::join(name, " "))));
  }

  /// Named counters are voices by their name, others by their origin.
  std::size_t voice_of(Index member) const {
    const Claim& one = claim(source_claim(member));
    if (auto named = named_voice(one)) return *named;
    std::size_t origin = origin_of_[one.document];
    auto own = own_voices_.find(origin);
    return own == own_voices_.end() ? origin : own->second;
  }

  FactSource source_of(Index member) const {
    const Claim& one = claim(member);
    FactSource source;
    source.document = one.document;
    source.field = one.field;
    source.span = one.quantity.span.empty() ? one.span : one.quantity.span;
    source.counter = spoken_counter(one, document(member));
    source.voice = voice_of(member);
    source.tier = desk_.rules.profile.tier_of(one.attribution ? one.attribution->kind : "");
    source.of_enemy = counts_its_enemy(one, desk_.taxonomy, desk_.gazetteer);
    return source;
  }

  using FigureKey =
      std::tuple<std::optional<double>, std::optional<double>, std::optional<double>, Hedge, std::string_view>;
  static FigureKey key_of(const Quantity& quantity) {
    return {quantity.value, quantity.low, quantity.high, quantity.hedge, quantity.vague};
  }

  /// The words of a vague figure keep their "of": "dozens of".
  std::string words_of_figure(Index member) const {
    const Claim& one = claim(member);
    std::string words = figure_words(one, document(member));
    bool of = one_line(one.quantity.span.of(document(member).field(one.field))).ends_with(" of");
    return of ? words + " of" : words;
  }

  std::vector<FactFigure> figures_of(const Members& members) {
    std::vector<std::pair<FigureKey, Index>> given;
    for (Index member : members)
      if (!claim(member).denied) given.emplace_back(key_of(claim(member).quantity), member);
    std::sort(given.begin(), given.end());
    std::vector<FactFigure> out;
    for (std::size_t begin = 0, end = 0; begin < given.size(); begin = end) {
      Members givers;
      for (; end < given.size() && given[end].first == given[begin].first; end++) givers.push_back(given[end].second);
      out.push_back(figure_of(givers));
    }
    for (FactFigure& figure : out) figure.voices = voices_for(figure, out);
    std::stable_sort(out.begin(), out.end(),
                     [](const FactFigure& a, const FactFigure& b) { return size_of(a) < size_of(b); });
    return out;
  }

  FactFigure figure_of(const Members& givers) {
    const Quantity& quantity = claim(givers.front()).quantity;
    FactFigure figure;
    figure.value = quantity.value, figure.low = quantity.low, figure.high = quantity.high;
    figure.hedge = quantity.hedge, figure.vague = quantity.vague;
    figure.words = words_of_figure(givers.front());
    figure.superseded = true;
    for (Index giver : givers) {
      figure.superseded &= superseded_[giver];
      add_source(figure, source_of(giver));
    }
    std::vector<std::size_t> origins;
    for (const FactSource& source : figure.sources) origins.push_back(origin_of_[source.document]);
    sort_once(origins);
    figure.origins = origins.size();
    return figure;
  }

  /// Who is quoted with a figure, but gives another one in an article of its own, is no voice for it.
  std::size_t voices_for(const FactFigure& figure, const std::vector<FactFigure>& all) const {
    std::vector<std::size_t> voices;
    for (const FactSource& source : figure.sources) {
      auto gives = [&](const FactFigure& other) { return gives_itself(other, source.voice); };
      if (gives(figure) || std::none_of(all.begin(), all.end(), gives)) voices.push_back(source.voice);
    }
    sort_once(voices);
    return voices.size();
  }

  bool gives_itself(const FactFigure& figure, std::size_t voice) const {
    return std::any_of(figure.sources.begin(), figure.sources.end(), [&](const FactSource& source) {
      return source.voice == voice && source.counter.empty() && own_voices_.contains(origin_of_[source.document]);
    });
  }

  /// An article that gives a figure with and without its counter gives it once.
  static void add_source(FactFigure& figure, FactSource source) {
    for (FactSource& other : figure.sources) {
      if (other.document != source.document) continue;
      if (source.counter.empty() || source.voice == other.voice) return;
      if (other.counter.empty()) {
        other = std::move(source);
        return;
      }
    }
    figure.sources.push_back(std::move(source));
  }

  std::optional<Fact> fact_of(const Members& members) {
    Fact fact;
    const Claim& first = claim(members.front());
    fact.event = counts_those_aboard(statements_[members.front()], desk_.rules) ? "aboard" : first.event;
    fact.scope = first.scope;
    fact.dimension = first.quantity.dimension;
    if (first.quantity.dimension != Dimension::count) fact.unit = first.quantity.unit;
    fact.figures = figures_of(members);
    if (fact.figures.empty()) return std::nullopt;
    choose_best(fact, documents_, desk_.rules.profile);
    describe(fact, members);
    count_documents(fact, members);
    fact.denied_by = deniers(members);
    fact.series = series_of(fact, members);
    fact.sentence = fact_sentence(fact, caveats_, documents_, participles_);
    return fact;
  }

  /// The claims that stand, asserted and not replaced; `best` ones alone, if there are any.
  Members told_by(const Fact& fact, const Members& members, bool only_best) const {
    Members out;
    for (Index member : members) {
      bool best = std::any_of(fact.figures.begin(), fact.figures.end(), [&](const FactFigure& figure) {
        return (figure.best || !only_best) && is_of(figure, member);
      });
      if (best && !superseded_[member]) out.push_back(member);
    }
    return out.empty() && only_best ? told_by(fact, members, false) : out.empty() ? members : out;
  }

  /// By the claims that give the best figure, and where they say nothing by the others.
  void describe(Fact& fact, const Members& members) {
    caveats_ = {};
    Members told = told_by(fact, members, true), all = told_by(fact, members, false);
    describe_subject(fact, told);
    describe_place(fact, told);
    if (fact.place.empty() && !caveats_.places_differ) describe_place(fact, all);
    describe_time(fact, told);
    if (!fact.when && !caveats_.dates_differ) describe_time(fact, all);
  }

  /// The smallest of the places that are stated, if it lies in all the others.
  void describe_place(Fact& fact, const Members& told) {
    for (Index member : told) {
      const auto& place = claim(member).place;
      caveats_.some_unplaced |= !place;
      if (!place || place->name == fact.place) continue;
      if (fact.place.empty() || desk_.gazetteer.contains(fact.place, place->name)) fact.place = place->name;
      caveats_.places_differ |= fact.place != place->name && !desk_.gazetteer.contains(place->name, fact.place);
    }
    if (caveats_.places_differ) fact.place.clear();
  }

  /// The shortest of the times that are stated, if it lies in all the others.
  void describe_time(Fact& fact, const Members& told) {
    std::vector<Period> periods;
    for (Index member : told) {
      const auto& when = claim(member).when;
      caveats_.some_undated |= !when;
      if (when) periods.push_back(when->period);
    }
    for (const Period& period : periods) {
      bool closer = !fact.when || (contains(*fact.when, period) && period.precision != Precision::vague) ||
                    (fact.when->precision == Precision::vague && period.precision != Precision::vague);
      if (closer) fact.when = period;
    }
    if (!fact.when || fact.when->precision == Precision::vague) return;
    caveats_.dates_differ = std::any_of(periods.begin(), periods.end(), [&](const Period& period) {
      return period.precision != Precision::vague && !contains(period, *fact.when);
    });
    if (caveats_.dates_differ) fact.when.reset();
  }

  /// Whom or what the figures count, in the words of the widest group: all civilians are people.
  void describe_subject(Fact& fact, const Members& told) const {
    fact.group = claim(told.front()).subject.group;
    for (Index member : told)
      if (desk_.taxonomy.is_a(fact.group, claim(member).subject.group)) fact.group = claim(member).subject.group;
    bool one = is_one(fact);
    for (Index member : told) {
      const Claim& candidate = claim(member);
      bool fits_number = (candidate.quantity.value == 1) == one;
      if (candidate.subject.group != fact.group || !fits_number || candidate.subject.text.empty()) continue;
      fact.subject = subject_words(candidate);
      return;
    }
    bool person = fact.group.empty() || desk_.taxonomy.is_a(fact.group, "person");
    fact.subject = person ? (one ? "person" : "people") : one_line(claim(told.front()).subject.text);
  }

  /// Without the words that only its own sentence explains, and without the capital of a sentence's first word.
  static std::string subject_words(const Claim& claim) {
    std::string text = one_line(claim.subject.text);
    for (std::string_view lead : {"the ", "The ", "other ", "Other ", "its ", "their ", "more "})
      if (text.starts_with(lead)) text.erase(0, lead.size());
    if (text == "others" || text == "Others") return "people";
    bool side = claim.subject.affiliation && text.starts_with(*claim.subject.affiliation);
    bool plain = text.size() > 1 && text[1] >= 'a' && text[1] <= 'z' && text.find(' ') == text.npos;
    if (plain && !side) text[0] = static_cast<char>(lower_case(static_cast<unsigned char>(text[0])));
    return text;
  }

  void count_documents(Fact& fact, const Members& members) const {
    std::vector<std::size_t> origins;
    for (Index member : members) {
      Index document = claim(member).document;
      if (fact.documents.empty() || fact.documents.back() != document) fact.documents.push_back(document);
      origins.push_back(origin_of_[document]);
    }
    sort_once(origins);
    fact.origins = origins.size();
  }

  std::vector<std::string> deniers(const Members& members) const {
    std::vector<std::string> out;
    for (Index member : members) {
      if (!claim(member).denied) continue;
      std::string who = spoken_counter(claim(member), document(member));
      if (who.empty()) who = source_name(document(member));
      if (std::find(out.begin(), out.end(), who) == out.end()) out.push_back(who);
    }
    return out;
  }

  /// A toll's figures by the day of publication, if they are not the same on all of them.
  std::vector<SeriesPoint> series_of(const Fact& fact, const Members& members) const {
    const auto& tolls = desk_.rules.tolls;
    if (std::find(tolls.begin(), tolls.end(), fact.event) == tolls.end()) return {};
    std::map<std::pair<bool, std::optional<Day>>, std::set<Index>> by_day;
    for (Index member : members) {
      auto day = document(member).published;
      for (Index i = 0; i < fact.figures.size(); i++)
        if (is_of(fact.figures[i], member)) by_day[{!day, day}].insert(i);
    }
    std::vector<SeriesPoint> out;
    std::set<std::set<std::optional<double>>> sizes;
    for (const auto& [day, figures] : by_day) {
      out.push_back({day.second, {figures.begin(), figures.end()}});
      std::set<std::optional<double>> of_day;
      for (Index index : figures) of_day.insert(size_of(fact.figures[index]));
      sizes.insert(std::move(of_day));
    }
    return sizes.size() > 1 ? out : std::vector<SeriesPoint>();
  }

  bool is_of(const FactFigure& figure, Index member) const {
    const Claim& one = claim(member);
    return !one.denied &&
           key_of(one.quantity) == FigureKey(figure.value, figure.low, figure.high, figure.hedge, figure.vague);
  }

  const std::vector<Statement>& statements_;
  const std::vector<Judged>& judged_;
  const std::vector<Document>& documents_;
  const Desk& desk_;
  DisjointSets sets_;
  Participles participles_;
  std::vector<std::size_t> origin_of_;
  Members involved_;  ///< all claims that something ties to another, sorted
  std::vector<bool> superseded_;
  std::unordered_map<Index, Index> quoted_;  ///< from a claim to the one in another article that it quotes
  std::unordered_map<std::size_t, std::size_t> own_voices_;  ///< of origins that others name as their counter
  FactCaveats caveats_;                                      ///< of the fact that is being described
};

}  // namespace

std::vector<Fact> gather_facts(const std::vector<Statement>& statements, const std::vector<Judged>& judged,
                               const std::vector<Document>& documents, const std::vector<Origin>& origins,
                               const Desk& desk) {
  return Gatherer(statements, judged, documents, origins, desk).run();
}

}  // namespace claimcheck
