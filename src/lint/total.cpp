#include "lint/checks.hpp"
#include "lint/citation.hpp"
#include "lint/codes.hpp"
#include "wording.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace claimcheck {
namespace {

using grammar::TiedFigures;

/// The total, then its parts.
using Figures = std::vector<const Quantity*>;

bool all_plain(const Figures& figures) {
  return std::all_of(figures.begin(), figures.end(), [](const Quantity* figure) {
    return figure->hedge == Hedge::exact && figure->step <= 1 && figure->value;
  });
}

void check_sum(const LintText& text, const Figures& figures, Findings& findings) {
  if (!all_plain(figures)) return;
  double sum = 0;
  std::vector<std::string> parts;
  std::vector<Evidence> places;
  for (const Quantity* figure : figures) {
    places.push_back(evidence(text, *figure));
    if (figure == figures.front()) continue;
    sum += *figure->value;
    parts.push_back(words_of(text, figure->span));
  }
  if (sum != *figures.front()->value)
    findings.add(check::total_against_parts,
                 fmt::format("{} make {:.0f}, not {}.", fmt::join(parts, " and "), sum,
                             inside_sentence(words_of(text, figures.front()->span))),
                 std::move(places));
}

/// Whether only what opens a list stands between a total and its first part.
bool opens_list(std::string_view between) {
  constexpr std::string_view openers[] = {":", " –", " —", "—", " -", " ("};
  while (between.ends_with(' ')) between.remove_suffix(1);
  return std::find(std::begin(openers), std::end(openers), between) != std::end(openers);
}

/// Whether only commas, "and" and the parts' own nouns stand between two parts.
bool goes_on(std::string_view between, const Claim& part) {
  auto noun = between.find(part.subject.text);
  if (part.subject.text.empty() || noun == between.npos) return false;
  std::string_view rest = between.substr(noun + part.subject.text.size());
  return rest == ", " || rest == " and " || rest == ", and ";
}

/// "Twelve people were killed: five soldiers and six civilians": the total of a claim, and its parts.
Figures listed_parts(const LintText& text, const Claim& total) {
  Figures figures{&total.quantity};
  const auto& claims = text.reading->claims;
  const Claim* last = nullptr;
  for (const Claim& part : claims) {
    if (!part.part_of || &claims[*part.part_of] != &total || !part.subgroup) continue;
    bool first = !last && part.quantity.span.begin > total.span.end &&
                 opens_list(text.words({total.span.end, part.quantity.span.begin}));
    bool next = last && part.quantity.span.begin > last->quantity.span.end &&
                goes_on(text.words({last->quantity.span.end, part.quantity.span.begin}), *last);
    if (!first && !next) return {};
    figures.push_back(&part.quantity);
    last = &part;
  }
  return figures;
}

/// Whether nothing follows a list's last part that it goes on with.
bool ends_list(const LintText& text, const Quantity& last) {
  std::string_view behind = text.words({last.span.end, text.sentence_of(last.span).span.end});
  return behind.find(',') == behind.npos && behind.find(" and ") == behind.npos;
}

}  // namespace

void check_totals(const LintArticle& draft, Findings& findings) {
  for (const LintText& text : draft.texts) {
    for (const TiedFigures& tie : text.ties.figures)
      if (tie.kind == TiedFigures::Kind::sum) check_sum(text, tie.figures, findings);
    auto is_tied = [&](const Claim& total) {
      return std::any_of(text.ties.figures.begin(), text.ties.figures.end(), [&](const TiedFigures& tie) {
        return tie.kind == TiedFigures::Kind::sum && tie.figures.front()->span == total.quantity.span;
      });
    };
    for (const Claim& total : text.reading->claims) {
      if (is_tied(total)) continue;
      Figures figures = listed_parts(text, total);
      if (figures.size() > 2 && ends_list(text, *figures.back())) check_sum(text, figures, findings);
    }
  }
}

}  // namespace claimcheck
