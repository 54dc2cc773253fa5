#include "wording.hpp"

#include "counter.hpp"
#include "display_width.hpp"
#include "rule.hpp"
#include "verdicts.hpp"
#include "words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace claimcheck {
namespace {

constexpr std::array months = {"January", "February", "March",     "April",   "May",      "June",
                               "July",    "August",   "September", "October", "November", "December"};

using Documents = std::vector<Document>;

std::vector<const Claim*> claims_of(const Finding& finding) {
  std::vector<const Claim*> out;
  for (const Evidence& evidence : finding.evidence)
    if (auto* claim = std::get_if<ClaimEvidence>(&evidence)) out.push_back(claim->claim);
  return out;
}

std::vector<const DateEvidence*> dates_of(const Finding& finding) {
  std::vector<const DateEvidence*> out;
  for (const Evidence& evidence : finding.evidence)
    if (auto* date = std::get_if<DateEvidence>(&evidence)) out.push_back(date);
  return out;
}

const Document& document_of(const Claim& claim, const Documents& documents) {
  return documents[claim.document];
}

/// "16 (White Helmets)", "16 (no counter named, Al Jazeera)".
std::string with_counter(const Claim& claim, const Documents& documents) {
  const Document& document = document_of(claim, documents);
  std::string counter =
      claim.attribution ? counter_words(claim) : fmt::format("no counter named, {}", source_name(document));
  return fmt::format("{} ({})", figure_words(claim, document), counter);
}

std::string with_source(const Claim& claim, const Documents& documents) {
  const Document& document = document_of(claim, documents);
  return fmt::format("{} ({})", figure_words(claim, document), source_name(document));
}

std::string source_and_day(const Document& document) {
  return fmt::format("{}, published {}", source_name(document),
                     document.published ? readable(*document.published) : std::string("on an unknown day"));
}

std::string subject_words(const Claim& claim) {
  return one_line(claim.subject.text);
}

/// One phrase for each different one, in the order of the evidence.
template <class Phrase>
std::vector<std::string> distinct(const std::vector<const Claim*>& claims, Phrase phrase) {
  std::vector<std::string> out;
  for (const Claim* claim : claims) {
    std::string text = phrase(*claim);
    if (std::find(out.begin(), out.end(), text) == out.end()) out.push_back(text);
  }
  return out;
}

bool is_one_figure(const Claim& a, const Claim& b) {
  const Quantity &first = a.quantity, &second = b.quantity;
  return first.value == second.value && first.low == second.low && first.high == second.high &&
         first.hedge == second.hedge;
}

/// The first to give each figure, or the first who names its counter.
std::vector<const Claim*> figures_of(const std::vector<const Claim*>& claims) {
  std::vector<const Claim*> out;
  for (const Claim* claim : claims) {
    auto seen = std::find_if(out.begin(), out.end(), [&](const Claim* other) { return is_one_figure(*claim, *other); });
    if (seen == out.end())
      out.push_back(claim);
    else if (!(*seen)->attribution && claim->attribution)
      *seen = claim;
  }
  return out;
}

/// One phrase for each different figure; who says it is left to the table where several do.
std::string against(const std::vector<const Claim*>& claims, const Documents& documents) {
  std::vector<const Claim*> firsts = figures_of(claims);
  return fmt::format(
      "{}", fmt::join(distinct(firsts, [&](const Claim& c) { return with_counter(c, documents); }), " against "));
}

std::string sentence_case(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

/// "civilians", or "civilians or people" where the articles differ.
std::string subjects(const std::vector<const Claim*>& claims) {
  auto words = distinct(claims, subject_words);
  words.erase(std::remove(words.begin(), words.end(), std::string()), words.end());
  std::vector<std::string> lower;
  for (const std::string& one : words) {
    bool seen = std::any_of(lower.begin(), lower.end(),
                            [&](const std::string& other) { return words_of(other) == words_of(one); });
    if (!seen) lower.push_back(one);
  }
  if (lower.size() > 2) lower.resize(1);
  return fmt::format("{}", fmt::join(lower, " or "));
}

bool is_whole_year(const Period& period) {
  return period.first && period.last && *period.first == year_period(civil(*period.first).year()).first &&
         *period.last == year_period(civil(*period.first).year()).last;
}
bool is_whole_month(const Period& period) {
  if (!period.first || !period.last) return false;
  auto day = civil(*period.first);
  Period month = month_period(day.year() / day.month());
  return period.first == month.first && period.last == month.last;
}

bool some(const std::vector<const Claim*>& claims, bool (*test)(const Claim&)) {
  return std::any_of(claims.begin(), claims.end(), [test](const Claim* claim) { return test(*claim); });
}

bool has_no_time(const Claim& claim) {
  return !claim.when;
}
bool has_no_place(const Claim& claim) {
  return !claim.place;
}

/// What a reader has to check before acting, because not every article says it.
std::string caveat(const std::vector<const Claim*>& claims) {
  bool time = some(claims, has_no_time), place = some(claims, has_no_place);
  if (!time && !place) return "";
  return fmt::format(" Not every article states the {} beside the figure: check that they mean the same event.",
                     time && place ? "time and the place"
                     : time        ? "time"
                                   : "place");
}

bool is_incident(const Claim& claim) {
  return claim.scope == Scope::incident;
}
bool is_running(const Claim& claim) {
  return claim.scope == Scope::cumulative || claim.scope == Scope::window;
}

std::string vague_message(const Finding& finding, const Documents& documents) {
  std::vector<const Claim*> vague, exact;
  for (const Claim* claim : claims_of(finding))
    (claim->quantity.hedge == Hedge::vague ? vague : exact).push_back(claim);
  auto words = [&](const Claim& c) { return fmt::format("“{}”", figure_words(c, document_of(c, documents))); };
  bool scopes_differ = some(exact, is_incident) && some(vague, is_running);
  std::string out = fmt::format("{}: {} where others have {}. Both can be true", sentence_case(fact_phrase(finding)),
                                fmt::join(distinct(exact, words), ", "), fmt::join(distinct(vague, words), ", "));
  if (scopes_differ) out += "; the number is for one incident, the vague word for a longer time";
  return out + ".";
}

std::string apart_message(const Finding& finding, const Documents& documents) {
  auto claims = claims_of(finding);
  auto vague =
      *std::find_if(claims.begin(), claims.end(), [](const Claim* c) { return c->quantity.hedge == Hedge::vague; });
  std::string reading = vague->quantity.low && vague->quantity.high
                            ? fmt::format(" (read as {} to {})", with_separators(*vague->quantity.low),
                                          with_separators(*vague->quantity.high))
                            : "";
  return fmt::format("{}: {}. “{}”{} cannot stand for the other figure.{}", sentence_case(fact_phrase(finding)),
                     against(claims, documents), figure_words(*vague, document_of(*vague, documents)), reading,
                     caveat(claims));
}

std::vector<const Claim*> by_published(std::vector<const Claim*> claims, const Documents& documents) {
  std::stable_sort(claims.begin(), claims.end(), [&](const Claim* a, const Claim* b) {
    auto key = [&](const Claim* claim) {
      const auto& day = document_of(*claim, documents).published;
      return std::pair(!day, day);
    };
    return key(a) < key(b);
  });
  return claims;
}

/// "52 (a.txt, published 14 April 2026), then 61 (b.txt, published 15 April 2026; c.txt, published 16 April 2026)".
std::string series(const Finding& finding, const Documents& documents) {
  auto claims = by_published(claims_of(finding), documents);
  std::vector<std::string> steps;
  for (std::size_t begin = 0, end = 0; begin < claims.size(); begin = end) {
    std::vector<const Claim*> step;
    for (; end < claims.size() && claims[end]->quantity.value == claims[begin]->quantity.value; end++)
      step.push_back(claims[end]);
    auto givers = distinct(step, [&](const Claim& c) { return source_and_day(document_of(c, documents)); });
    steps.push_back(fmt::format("{} ({})", figure_words(*step.front(), document_of(*step.front(), documents)),
                                fmt::join(givers, "; ")));
  }
  return fmt::format("{}", fmt::join(steps, ", then "));
}

std::string conflict_message(const Finding& finding, const Documents& documents) {
  auto claims = claims_of(finding);
  bool two = figures_of(claims).size() <= 2;
  return fmt::format("{}: {}. {}{}", sentence_case(fact_phrase(finding)), against(claims, documents),
                     two ? "Both cannot be right." : "No more than one can be right.", caveat(claims));
}

std::string twice_message(const Finding& finding, const Documents& documents) {
  auto claims = claims_of(finding);
  auto figures = distinct(figures_of(claims), [&](const Claim& c) { return with_source(c, documents); });
  std::string counter = claims.front()->attribution ? counter_words(*claims.front()) : "named in only one";
  return fmt::format("{}: {}, both from one counter ({}). One of the articles misquotes.",
                     sentence_case(fact_phrase(finding)), fmt::join(figures, " and "), counter);
}

std::string drift_message(const Finding& finding, const Documents& documents) {
  auto claims = claims_of(finding);
  std::vector<std::string> phrases;
  for (const std::string& who : distinct(claims, subject_words)) {
    std::vector<const Claim*> same;
    std::copy_if(claims.begin(), claims.end(), std::back_inserter(same),
                 [&](const Claim* claim) { return subject_words(*claim) == who; });
    auto sources = distinct(same, [&](const Claim& c) { return source_name(document_of(c, documents)); });
    phrases.push_back(fmt::format("{} ({})", who, fmt::join(sources, "; ")));
  }
  const Claim& first = *claims.front();
  return fmt::format("The same figure, {}, is given for {}.", figure_words(first, document_of(first, documents)),
                     fmt::join(phrases, " and for "));
}

/// "The sinking is put on 7 June 2026 (a.txt) and on 6 June 2026 (b.txt)".
std::string occurrence_message(const Finding& finding, const Documents& documents) {
  std::vector<std::string> days;
  for (const DateEvidence* date : dates_of(finding))
    days.push_back(fmt::format("on {} ({})", readable(*date->date.period), source_name(documents[date->document])));
  return fmt::format("The {} is put {}. One of the days is wrong, or these are two events.", finding.event,
                     fmt::join(days, " and "));
}

std::string date_message(const Finding& finding, const Documents& documents) {
  if (claims_of(finding).empty()) return occurrence_message(finding, documents);
  auto days = distinct(claims_of(finding), [&](const Claim& c) {
    return fmt::format("{} ({})", readable(c.when->period), source_name(document_of(c, documents)));
  });
  return fmt::format("{}: {}. One of the days is wrong, or these are two events.", sentence_case(fact_phrase(finding)),
                     fmt::join(days, " against "));
}

std::string part_message(const Finding& finding, const Documents& documents) {
  auto claims = claims_of(finding);
  auto size = [](const Claim& c) { return c.quantity.value.value_or(c.quantity.low.value_or(0)); };
  std::stable_sort(claims.begin(), claims.end(), [&](const Claim* a, const Claim* b) { return size(*a) > size(*b); });
  auto phrase = [&](const Claim& c) {
    std::string out = figure_words(c, document_of(c, documents));
    for (const std::string& word : {subject_words(c), event_words(c.event)})
      if (!word.empty()) out += " " + word;
    if (c.place) out += " " + in_place(c.place->name);
    if (c.when) out += ", " + readable(c.when->period);
    return out;
  };
  return fmt::format("The part is larger than the whole: {}.", fmt::join(distinct(claims, phrase), " out of "));
}

/// The articles with one figure give the whole, those with several its parts.
std::string sum_message(const Finding& finding, const Documents& documents) {
  std::vector<std::string> parts, wholes;
  bool several_events = distinct(claims_of(finding), [](const Claim& c) { return std::string(c.event); }).size() > 1;
  for (const Claim* claim : claims_of(finding)) {
    auto of_document = [&](const Claim* other) { return other->document == claim->document; };
    auto claims = claims_of(finding);
    bool whole = std::count_if(claims.begin(), claims.end(), of_document) == 1;
    std::string phrase = figure_words(*claim, document_of(*claim, documents)), who = subject_words(*claim);
    if (!who.empty()) phrase += " " + who;
    if (several_events) phrase += " " + event_words(claim->event);
    auto& phrases = whole ? wholes : parts;
    if (std::find(phrases.begin(), phrases.end(), phrase) == phrases.end()) phrases.push_back(phrase);
  }
  return fmt::format("{}: {} do not add up to {}.", sentence_case(fact_phrase(finding)), fmt::join(parts, " and "),
                     fmt::join(wholes, " or "));
}

std::string background_message(const Finding& finding, const Documents& documents) {
  auto claims = claims_of(finding);
  auto phrases = distinct(claims, [&](const Claim& c) {
    return fmt::format("{} ({}, {})", figure_words(c, document_of(c, documents)), readable(c.when->period),
                       source_name(document_of(c, documents)));
  });
  return fmt::format("{}: {}. Both are told in passing, and one is wrong.{}", sentence_case(fact_phrase(finding)),
                     fmt::join(phrases, " against "), caveat(claims));
}

std::string denied_message(const Finding& finding, const Documents& documents) {
  std::vector<const Claim*> stated, denied;
  for (const Claim* claim : claims_of(finding)) (claim->denied ? denied : stated).push_back(claim);
  auto source = [&](const Claim& c) { return source_name(document_of(c, documents)); };
  auto denier = [&](const Claim& c) {
    return c.attribution ? fmt::format("by {} ({})", counter_words(c), source(c)) : "in " + source(c);
  };
  auto figures = distinct(figures_of(stated.empty() ? denied : stated),
                          [&](const Claim& c) { return figure_words(c, document_of(c, documents)); });
  return fmt::format("{}: {}, stated in {}; denied {}.", sentence_case(fact_phrase(finding)), fmt::join(figures, ", "),
                     fmt::join(distinct(stated, source), ", "), fmt::join(distinct(denied, denier), ", "));
}

/// "Fans injured: 47. A daily has it from City Hospital."
std::string quoted_message(const Finding& finding, const Documents& documents) {
  std::vector<std::string> links;
  for (const Claim* quoting : claims_of(finding))
    for (const Claim* quoted : claims_of(finding)) {
      const Document &reader = document_of(*quoting, documents), &source = document_of(*quoted, documents);
      bool from = quoting->attribution && &reader != &source && is_own_article(*quoting->attribution, source) &&
                  !is_own_article(*quoting->attribution, reader);
      std::string link = fmt::format("“{}” has it from “{}”", source_name(reader), source_name(source));
      if (from && std::find(links.begin(), links.end(), link) == links.end()) links.push_back(link);
    }
  auto figures =
      distinct(claims_of(finding), [&](const Claim& c) { return figure_words(c, document_of(c, documents)); });
  return fmt::format("{}: {}. {}.", sentence_case(fact_phrase(finding)), fmt::join(figures, ", "),
                     fmt::join(links, "; "));
}

std::string agreement_message(const Finding& finding, const Documents& documents) {
  auto figures = distinct(figures_of(claims_of(finding)),
                          [&](const Claim& c) { return figure_words(c, document_of(c, documents)); });
  return fmt::format("{}: {}", sentence_case(fact_phrase(finding)), fmt::join(figures, ", "));
}

std::string ambiguous_message(const Finding& finding, const Documents& documents) {
  const DateEvidence& date = *dates_of(finding).front();
  const Document& document = documents[date.document];
  return fmt::format("“{}” can be read day first or month first, and nothing in the article decides it.",
                     one_line(date.date.span.of(document.field(date.field))));
}

std::string agreed_day(const Finding& finding, const Documents& documents) {
  std::vector<std::string> words;
  for (const DateEvidence* date : dates_of(finding)) {
    std::string text = one_line(date->date.span.of(documents[date->document].field(date->field)));
    if (std::find(words.begin(), words.end(), text) == words.end()) words.push_back(text);
  }
  return fmt::format("{}: “{}”", sentence_case(fact_phrase(finding)), fmt::join(words, "”, “"));
}

using Message = std::string (*)(const Finding&, const Documents&);
struct MessageFor {
  std::string_view code;
  Message message;
};
constexpr std::array messages{MessageFor{verdict::figure_conflict, conflict_message},
                              MessageFor{verdict::vague_bounds_apart, apart_message},
                              MessageFor{verdict::vague_against_exact, vague_message},
                              MessageFor{verdict::group_drift, drift_message},
                              MessageFor{verdict::date_conflict, date_message},
                              MessageFor{verdict::part_exceeds_whole, part_message},
                              MessageFor{verdict::denied_against_asserted, denied_message},
                              MessageFor{verdict::counter_quoted_twice, twice_message},
                              MessageFor{verdict::quoted_article, quoted_message},
                              MessageFor{verdict::background_differs, background_message},
                              MessageFor{verdict::parts_against_total, sum_message},
                              MessageFor{verdict::ambiguous_date, ambiguous_message}};

}  // namespace

std::string readable(Day day) {
  auto ymd = civil(day);
  return fmt::format("{} {} {}", static_cast<unsigned>(ymd.day()), months[static_cast<unsigned>(ymd.month()) - 1],
                     static_cast<int>(ymd.year()));
}

std::string readable(const Period& period) {
  if (!period.first && !period.last) return "at an unknown time";
  if (!period.first) return fmt::format("until {}", readable(*period.last));
  if (!period.last) return fmt::format("since {}", readable(*period.first));
  if (period.first == period.last) return readable(*period.first);
  if (is_whole_year(period)) return fmt::format("{}", static_cast<int>(civil(*period.first).year()));
  if (is_whole_month(period)) {
    std::string day = readable(*period.first);
    return day.substr(day.find(' ') + 1);
  }
  return readable(*period.first) + " to " + readable(*period.last);
}

std::string event_words(std::string_view event) {
  if (event == "count" || event == "votes" || event == "attack") return "";
  return std::string(event == "protest" ? "protesting" : event == "casualty" ? "killed or injured" : event);
}

bool is_said_by(const std::string& subject, const std::string& event) {
  constexpr std::size_t stem = 7;
  auto words = words_of(subject);
  return !words.empty() && words.back().starts_with(event.substr(0, stem));
}

std::string in_place(std::string_view name) {
  constexpr std::string_view plural[] = {"Philippines", "Netherlands", "Maldives", "Bahamas", "Gambia",
                                         "Comoros",     "Seychelles",  "Balkans",  "Vatican", "Hague"};
  constexpr std::string_view beginnings[] = {"United ", "Democratic Republic", "Central African", "Republic of"};
  constexpr std::string_view ends[] = {" Republic", " Islands", " Emirates", " Strip", " Bank", " Sea", " Ocean"};
  auto is_name = [&](std::string_view one) { return name == one; };
  bool article =
      std::any_of(std::begin(plural), std::end(plural), is_name) ||
      std::any_of(std::begin(beginnings), std::end(beginnings), [&](auto one) { return name.starts_with(one); }) ||
      std::any_of(std::begin(ends), std::end(ends), [&](auto one) { return name.ends_with(one); });
  return fmt::format("in {}{}", article ? "the " : "", name);
}

std::string inside_sentence(std::string words) {
  bool article = words.starts_with("A ") || words.starts_with("An ");
  bool plain = words.size() > 1 && words[1] >= 'a' && words[1] <= 'z';
  if (article || plain) words[0] = static_cast<char>(lower_case(static_cast<unsigned char>(words[0])));
  return words;
}

std::string with_separators(double value) {
  if (value != std::floor(value) || std::abs(value) >= 1e15) return fmt::format("{:g}", value);
  std::string digits = fmt::format("{:.0f}", std::abs(value));
  for (std::size_t at = digits.size(); at > 3;)
    digits.insert(digits.begin() + static_cast<std::ptrdiff_t>(at -= 3), ',');
  return value < 0 ? "-" + digits : digits;
}

std::string origin_words(const Origin& origin, const std::vector<Document>& documents) {
  std::vector<std::string> names;
  for (std::uint32_t index : origin.documents) names.push_back(documents[index].id);
  std::string credit = origin.credit.empty() ? "" : ", both with the credit " + origin.credit;
  return fmt::format("One origin: {}{}", fmt::join(names, ", "), credit);
}

const std::string& source_name(const Document& document) {
  return document.source.empty() ? document.id : document.source;
}

std::string figure_words(const Claim& claim, const Document& document) {
  std::string words = one_line(claim.quantity.span.of(document.field(claim.field)));
  if (words.ends_with(" of")) words.resize(words.size() - 3);
  if (words.empty()) return "1";
  words = inside_sentence(std::move(words));
  return words == "no" ? "none" : words;
}

std::string fact_phrase(const Finding& finding) {
  auto claims = claims_of(finding);
  std::string out = claims.empty() ? finding.event : subjects(claims);
  std::string event = claims.empty() ? "" : event_words(finding.event);
  if (out.empty() && claims.front()->quantity.dimension == Dimension::currency) out = "money";
  if (!event.empty() && !is_said_by(out, event)) out += (out.empty() ? "" : " ") + event;
  if (!finding.place.empty()) out += " " + in_place(finding.place);
  if (finding.when) {
    bool day = finding.when->first && finding.when->first == finding.when->last;
    bool named = is_whole_year(*finding.when) || is_whole_month(*finding.when);
    out += fmt::format("{}{}", day ? " on " : named ? " in " : ", ", readable(*finding.when));
  }
  return out;
}

std::string message_for(const Finding& finding, const Documents& documents) {
  if (finding.rule == verdict::updated_figure)
    return fmt::format("{}: {}. The later article has the newer figure.", sentence_case(fact_phrase(finding)),
                       series(finding, documents));
  if (finding.rule == verdict::stale_figure)
    return fmt::format("{}: {}. The last had been replaced before it was printed.", sentence_case(fact_phrase(finding)),
                       series(finding, documents));
  if (finding.rule == verdict::falling_toll)
    return fmt::format("{}: {}. A toll falls only where somebody corrects it: look for the correction.",
                       sentence_case(fact_phrase(finding)), series(finding, documents));
  for (const MessageFor& entry : messages)
    if (entry.code == finding.rule) return entry.message(finding, documents);
  return claims_of(finding).empty() ? agreed_day(finding, documents) : agreement_message(finding, documents);
}

}  // namespace claimcheck
