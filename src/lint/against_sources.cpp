#include "lint/against_sources.hpp"

#include "interval.hpp"
#include "lint/alignment.hpp"
#include "lint/citation.hpp"
#include "lint/codes.hpp"
#include "verdicts.hpp"
#include "words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace claimcheck {
namespace {

constexpr std::size_t nearest_sentences = 6;

/// A figure with the text that it stands in.
struct Placed {
  const LintText* text = nullptr;
  const Quantity* figure = nullptr;
  bool copied = false;  ///< in a source: its sentence is the draft's, word for word
};

bool is_checked(const Quantity& figure) {
  switch (figure.role) {
    case Role::claim:
    case Role::count:
    case Role::percent:
    case Role::money:
    case Role::measure:
    case Role::ratio:
    case Role::unexplained:
      return figure.value || figure.low || figure.high;
    case Role::age:
    case Role::duration:
      return figure.value.has_value();
    default:
      return false;
  }
}

bool same_kind(const Quantity& a, const Quantity& b) {
  return a.dimension == b.dimension && a.unit == b.unit;
}
bool same_value(const Quantity& a, const Quantity& b) {
  if (a.value && b.value) return std::abs(*a.value - *b.value) <= 1e-9 * std::abs(*a.value);
  return a.low == b.low && a.high == b.high;
}

/// A count with a count, also where one of them could be a year; not a count with an age or with "the fifth".
bool is_comparable(const Quantity& a, const Quantity& b) {
  return a.dimension == b.dimension && b.role != Role::ordinal;
}

/// The place of the last digit that says something: 100 for "2,500", 1 for "1,540".
double place_of(const Quantity& figure) {
  double place = figure.step;
  while (std::fmod(*figure.value, place * 10) == 0) place *= 10;
  return place;
}

/// "More than 1,500" for 1,590, "nearly 1,600" for 1,590; but not "at least 1,600".
bool is_true_bound(const Quantity& figure, const Quantity& source) {
  switch (figure.hedge) {
    case Hedge::at_least:
    case Hedge::more_than:
      return *figure.value <= *source.value;
    case Hedge::up_to:
    case Hedge::less_than:
    case Hedge::nearly:
      return *figure.value >= *source.value;
    default:
      return true;
  }
}

/// The draft's figure is the source's, rounded to the last digit that the draft has. Below a hundred nobody rounds
/// without saying so.
bool is_rounding(const Quantity& figure, const Quantity& source) {
  if (!figure.value || !source.value || *figure.value == 0 || *source.value == 0) return false;
  double place = place_of(figure), difference = std::abs(*figure.value - *source.value);
  bool hedged = figure.hedge != Hedge::exact;
  if (!hedged && place < 100 && figure.step >= 1) return false;
  return place > place_of(source) && difference <= (hedged ? place : place / 2) && is_true_bound(figure, source);
}

bool is_forgiven(const Quantity& figure, const Quantity& source, const Tolerances& tolerances) {
  bool about = figure.hedge == Hedge::about || figure.hedge == Hedge::nearly;
  bool hedged = figure.hedge != Hedge::exact;
  double share = std::abs(*figure.value - *source.value) / std::abs(*source.value);
  return share <= (about ? tolerances.about : hedged ? tolerances.rounding : tolerances.plain_rounding);
}

/// One of them is a range or a vague word that the other lies in: "several" and 6.
bool is_within(const Quantity& a, const Quantity& b) {
  auto lies_in = [](const Quantity& one, const Quantity& range) {
    return !range.value && range.low && range.high && one.value && *range.low <= *one.value &&
           *one.value <= *range.high;
  };
  return lies_in(a, b) || lies_in(b, a);
}

/// "the coast guard" and "coast guard", "Norling" and "Mayor Edda Norling" are one counter.
bool same_counter(const Attribution& a, const Attribution& b) {
  auto first = words_of(a.name), second = words_of(b.name);
  return std::any_of(first.begin(), first.end(), [&](const std::string& word) {
    return word != "the" && std::find(second.begin(), second.end(), word) != second.end();
  });
}

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != text.npos;
}

/// "Two schools", "six of them": a number of things that is written as a word and that nothing happened to.
bool is_small_plain_count(const Quantity& figure, const Claim* claim, std::string_view words) {
  bool plain = claim ? claim->event == "count" : figure.role == Role::count || figure.role == Role::unexplained;
  return plain && figure.value && *figure.value < 10 && !has_digit(words);
}

/// The length of a time that a date names: "in the past 24 hours".
bool is_within_date(const Placed& figure) {
  const auto& dates = figure.text->reading->dates;
  return std::any_of(dates.begin(), dates.end(),
                     [&](const DateMention& date) { return date.span.overlaps(figure.figure->span); });
}

/// Whether an editor would ask where the figure comes from: not of "several", "half", a telephone number, a score, or
/// "two schools". A number of which it is not known what it says has to look like a count ("3,100 more").
bool wants_source(const Placed& figure) {
  std::string_view words = figure.text->words(figure.figure->span);
  if (figure.figure->role == Role::unexplained) return words.find(',') != words.npos;
  bool in_words_only = figure.figure->hedge == Hedge::vague || figure.figure->role == Role::ratio;
  if (in_words_only && !has_digit(words)) return false;
  return !is_small_plain_count(*figure.figure, figure.text->claim_of(*figure.figure), words) && !is_within_date(figure);
}

/// What a reporter sees or is told on the spot, more often than it is what a story is about.
bool is_detail(const Quantity& figure) {
  return figure.role == Role::age || figure.role == Role::duration || figure.role == Role::measure;
}

class SourceCheck {
 public:
  SourceCheck(const LintArticle& draft, const std::vector<LintArticle>& sources, const LintSettings& settings,
              Findings& findings)
      : draft_(draft),
        sources_(sources),
        settings_(settings),
        findings_(findings),
        index_(sources),
        context_(draft.match_context()) {}

  void run() {
    for (const LintText& text : draft_.texts)
      for (const Sentence& sentence : text.text.sentences)
        if (sentence.shape != TextShape::residue) check_sentence(text, sentence);
  }

 private:
  const Tolerances& tolerances() const { return draft_.desk.rules.tolerances; }

  void check_sentence(const LintText& text, const Sentence& sentence) {
    auto figures = text.quantities_in(sentence.tokens);
    if (std::none_of(figures.begin(), figures.end(), is_checked)) return;
    Outline outline = outline_of(text, sentence);
    std::vector<Alignment> beside;
    for (const Outline* near : index_.nearest(outline, nearest_sentences)) beside.push_back(align(outline, *near));
    for (const Quantity& figure : figures)
      if (is_checked(figure)) check_figure({&text, &figure}, beside);
  }

  void check_figure(const Placed& figure, const std::vector<Alignment>& beside) {
    std::vector<Placed> there;
    for (const Alignment& alignment : beside)
      if (auto* other = alignment.counterpart(*figure.figure); other && is_comparable(*figure.figure, *other))
        there.push_back({alignment.second->text, other, alignment.is_copy()});
    auto same = std::find_if(there.begin(), there.end(),
                             [&](const Placed& other) { return same_value(*figure.figure, *other.figure); });
    if (same != there.end()) return compare_shift(figure, *same);
    if (!there.empty()) return compare_values(figure, there.front());
    if (is_settled_by_claims(figure)) return;
    if (!is_somewhere(*figure.figure)) report_missing(figure);
  }

  /// In other words than the source's: what is said of the same event, group, place and time decides.
  bool is_settled_by_claims(const Placed& figure) {
    const Claim* claim = figure.text->claim_of(*figure.figure);
    if (!claim || claim->quantity.span != figure.figure->span || claim->event == "count") return false;
    Placed rival;
    bool certain = false;
    for (const LintArticle& source : sources_)
      for (const LintText& text : source.texts)
        for (const Claim& other : text.reading->claims) {
          if (other.event != claim->event) continue;
          Comparison c = compare_statements({claim, &draft_.document, figure.text->reading},
                                            {&other, &source.document, text.reading}, context_);
          if (says_the_same(c) || (disagree(c) && adds_up(*claim, other, {figure.text, &text}))) return true;
          bool one_scope = c.match[Aspect::scope] == Likeness::same;
          bool own_facts = is_own_fact(*claim) && is_own_fact(other);
          if (!disagree(c) || !one_scope || !own_facts || rival.figure || !draft_.may_be_one(c.a, c.b)) continue;
          rival = {&text, &other.quantity};
          certain = !c.match.inferred() && shares_place_or_time(c.match);
        }
    if (!rival.figure) return false;
    report(check::contradicted, "not the source's figure for the same fact", figure, rival,
           certain ? std::nullopt : std::optional(Severity::warning));
    return true;
  }

  /// The same figure in the same words: what is said about it may still have changed.
  void compare_shift(const Placed& figure, const Placed& source) {
    if (figure.figure->hedge != source.figure->hedge)
      report(check::hedge_changed, "the hedge is not the source's", figure, source);
    const Claim *here = figure.text->claim_of(*figure.figure), *there = source.text->claim_of(*source.figure);
    if (here && there) compare_claims(*here, *there, figure, source);
  }

  /// Like words, but another event, or figures that come to the same: "four hurt" and "five shot, one fatally".
  static bool counts_something_else(const Placed& figure, const Placed& source) {
    const Claim *here = figure.text->claim_of(*figure.figure), *there = source.text->claim_of(*source.figure);
    if (!here || !there || source.copied) return false;
    return here->event != there->event || adds_up(*here, *there, {figure.text, source.text});
  }

  /// Whom the figure counts, what happened to them, over what time, and who counted.
  void compare_claims(const Claim& here, const Claim& there, const Placed& figure, const Placed& source) {
    if (other_group(here.subject, there.subject))
      report(check::group_changed, shift(group_words(here.subject), group_words(there.subject)), figure, source);
    if (here.event != there.event && is_event(here) && is_event(there) && !is_asserted(here, figure))
      report(check::group_changed, shift(here.event, there.event), figure, source);
    if (there.denied && !here.denied && !is_asserted(here, figure))
      report(check::scope_changed, "stated here, denied in the source", figure, source);
    if (here.scope != there.scope)
      report(check::scope_changed, shift(name(here.scope), name(there.scope)), figure, source);
    if (here.attribution && there.attribution && !same_counter(*here.attribution, *there.attribution))
      report(check::attribution_changed,
             fmt::format("according to {} here, to {} in the source", here.attribution->name, there.attribution->name),
             figure, source);
  }

  static std::string shift(std::string_view here, std::string_view there) {
    return fmt::format("{} here, {} in the source", here, there);
  }

  static std::string group_words(const Subject& subject) {
    return subject.text.empty() ? std::string(subject.group) : subject.text;
  }

  static bool is_event(const Claim& claim) { return claim.event != "count"; }

  /// Whether some source says of the same event what the draft says.
  bool is_asserted(const Claim& claim, const Placed& figure) const {
    auto asserts = [&](const LintArticle& source, const LintText& text, const Claim& other) {
      return says_the_same(compare_statements({&claim, &draft_.document, figure.text->reading},
                                              {&other, &source.document, text.reading}, context_));
    };
    return std::any_of(sources_.begin(), sources_.end(), [&](const LintArticle& source) {
      return std::any_of(source.texts.begin(), source.texts.end(), [&](const LintText& text) {
        return std::any_of(text.reading->claims.begin(), text.reading->claims.end(),
                           [&](const Claim& other) { return asserts(source, text, other); });
      });
    });
  }

  /// Groups that the taxonomy tells apart; "people" and "victims" are one.
  bool other_group(const Subject& here, const Subject& there) const {
    const Taxonomy& groups = draft_.desk.taxonomy;
    return here.group != there.group && groups.knows(here.group) && groups.knows(there.group);
  }

  void compare_values(const Placed& figure, const Placed& source) {
    const Quantity &here = *figure.figure, &there = *source.figure;
    if (is_rounding(here, there)) {
      if (!is_forgiven(here, there, tolerances()))
        report(check::rounded_too_far, "rounded further than the figure bears", figure, source);
    } else if (is_within(here, there)) {
      if (here.hedge != Hedge::vague)
        report(check::hedge_changed, "more, or less, exact than the source", figure, source);
    } else if (!counts_something_else(figure, source)) {
      report(check::contradicted, "not the source's figure", figure, source);
    }
  }

  /// A single person is nobody's toll, and a part is compared with no total.
  static bool is_own_fact(const Claim& claim) {
    return !claim.subgroup && claim.quantity.dimension == Dimension::count && claim.quantity.value != 1;
  }

  /// "One dead, four hurt" is "five shot": what the lower figure lacks is counted apart, in either text.
  static bool adds_up(const Claim& a, const Claim& b, std::initializer_list<const LintText*> texts) {
    if (!a.quantity.value || !b.quantity.value) return false;
    double missing = std::abs(*a.quantity.value - *b.quantity.value);
    for (const LintText* text : texts)
      for (const Claim& other : text->reading->claims) {
        if (&other == &a || &other == &b) continue;
        bool beside = other.sentence == a.sentence || other.sentence == b.sentence;
        bool apart = other.event == "killed" || (beside && other.event == a.event);
        if (apart && other.quantity.value == missing) return true;
      }
    return false;
  }

  void report(std::string_view code, std::string_view what, const Placed& figure, const Placed& source,
              std::optional<Severity> severity = {}) {
    findings_.add(code,
                  fmt::format("{}: {}; {} has {}.", quoted(*figure.text, figure.figure->span), what,
                              sources_[source.text->document - sources_.front().index].document.id,
                              quoted(*source.text, source.figure->span)),
                  {evidence(*figure.text, *figure.figure), evidence(*source.text, *source.figure)}, severity);
  }

  /// Some source has this figure of this kind, whatever it says of it.
  bool is_somewhere(const Quantity& figure) const {
    for (const LintArticle& source : sources_)
      for (const LintText& text : source.texts)
        for (const Quantity& other : text.reading->quantities)
          if (same_kind(figure, other) && agree(compare_figures(figure, other, tolerances()))) return true;
    return false;
  }

  void report_missing(const Placed& figure) {
    const Claim* claim = figure.text->claim_of(*figure.figure);
    bool one_of_many = figure.figure->value == 1 && (!claim || claim->event == "count");
    if (one_of_many || (!settings_.require_support && (!wants_source(figure) || !is_first(figure)))) return;
    std::optional<Severity> severity;
    if (is_detail(*figure.figure)) severity = Severity::info;
    if (settings_.require_support) severity = Severity::error;
    findings_.add(check::not_found,
                  fmt::format("{} is in none of the sources.", quoted(*figure.text, figure.figure->span)),
                  {evidence(*figure.text, *figure.figure)}, severity);
  }

  /// A figure that is missing is said once, however often the draft repeats it.
  bool is_first(const Placed& figure) {
    auto again = [&](const Quantity* other) {
      return same_kind(*figure.figure, *other) && same_value(*figure.figure, *other);
    };
    if (std::any_of(missing_.begin(), missing_.end(), again)) return false;
    missing_.push_back(figure.figure);
    return true;
  }

  const LintArticle& draft_;
  const std::vector<LintArticle>& sources_;
  const LintSettings& settings_;
  Findings& findings_;
  SentenceIndex index_;
  MatchContext context_;
  std::vector<const Quantity*> missing_;
};

}  // namespace

void check_against_sources(const LintArticle& draft, const std::vector<LintArticle>& sources,
                           const LintSettings& settings, Findings& findings) {
  SourceCheck(draft, sources, settings, findings).run();
}

}  // namespace claimcheck
