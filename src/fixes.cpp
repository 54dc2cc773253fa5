#include "fixes.hpp"

#include "read.hpp"
#include "wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

namespace claimcheck {
namespace {

constexpr std::array small_numbers = {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// "7" as "seven", "twelve" as "12"; nothing where the figure is written in another way than these.
std::string respelled(std::string_view words, double value, bool opens_sentence) {
  if (words.size() == 1 && is_digit(words[0])) {
    std::string spelled = small_numbers[static_cast<std::size_t>(words[0] - '0')];
    if (opens_sentence) spelled[0] = static_cast<char>(spelled[0] - 'a' + 'A');
    return spelled;
  }
  bool letters = std::all_of(words.begin(), words.end(), [](char c) {
    return c == ' ' || c == '-' || std::isalpha(static_cast<unsigned char>(c));
  });
  return letters && !opens_sentence && value >= 10 && value < 1e6 ? with_separators(value) : "";
}

struct Change {
  Span bytes;
  std::string text;
};

std::optional<FigureEvidence> figure_of(const Evidence& evidence) {
  if (auto* claim = std::get_if<ClaimEvidence>(&evidence))
    return FigureEvidence{claim->document, claim->field, claim->claim->sentence, claim->claim->quantity};
  auto* figure = std::get_if<FigureEvidence>(&evidence);
  return figure ? std::optional(*figure) : std::nullopt;
}

std::optional<Change> change_for(const Finding& finding, const Document& document, std::uint32_t index) {
  if (!finding.rule_name.starts_with("numeral-style") || finding.evidence.empty()) return std::nullopt;
  auto figure = figure_of(finding.evidence.front());
  if (!figure || figure->document != index || figure->field != Field::text) return std::nullopt;
  const Quantity& quantity = figure->quantity;
  if (!quantity.value || quantity.hedge != Hedge::exact) return std::nullopt;
  Span bytes = document.given(figure->field, quantity.span);
  std::string_view words = quantity.span.of(document.text);
  if (bytes.of(document.given(Field::text)) != words) return std::nullopt;
  std::string text = respelled(words, *quantity.value, figure->sentence.begin == quantity.span.begin);
  return text.empty() ? std::nullopt : std::optional(Change{bytes, text});
}

/// What the figures of a draft mean, without how they are written.
auto meaning(const Document& document, const Desk& desk) {
  std::vector<std::tuple<std::optional<double>, std::optional<double>, std::optional<double>, Dimension, std::string>>
      out;
  for (const Reading& reading : read_document(document, 0, desk))
    for (const Quantity& one : reading.quantities)
      out.emplace_back(one.value, one.low, one.high, one.dimension,
                       std::string(one.noun.of(document.field(reading.field))));
  return out;
}

Document read_again(const Document& document, std::string bytes) {
  std::string note;
  ReadSettings settings;
  settings.date = document.published;
  return parse_document({0, document.id, document.path, 0, std::move(bytes)}, settings, note);
}

}  // namespace

FixedDraft fix_numeral_style(const Document& document, std::uint32_t index, const std::vector<Finding>& findings,
                             const Desk& desk) {
  FixedDraft out{std::string(document.given(Field::text)), 0};
  std::vector<Change> changes;
  for (const Finding& finding : findings)
    if (auto change = change_for(finding, document, index)) changes.push_back(*change);
  std::sort(changes.begin(), changes.end(),
            [](const Change& a, const Change& b) { return a.bytes.begin > b.bytes.begin; });
  auto before = meaning(document, desk);
  std::uint32_t last = document.record_line ? 0 : static_cast<std::uint32_t>(out.bytes.size());
  for (const Change& change : changes) {
    if (change.bytes.end > last) continue;
    std::string changed = out.bytes;
    changed.replace(change.bytes.begin, change.bytes.size(), change.text);
    if (meaning(read_again(document, changed), desk) != before) continue;
    out = {std::move(changed), out.fixes + 1};
    last = change.bytes.begin;
  }
  return out;
}

}  // namespace claimcheck
