#include "lint/alignment.hpp"
#include "lint/checks.hpp"
#include "lint/citation.hpp"
#include "lint/codes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace claimcheck {
namespace {

constexpr std::uint32_t near_words = 8;  ///< words on either side of a figure that say what it is of
constexpr std::size_t least_shared = 2;  ///< of which two mentions of one thing have so many in common

struct Mention {
  const LintText* text = nullptr;
  const Quantity* figure = nullptr;
  std::vector<WordKey> around;
};

bool is_sized(const Quantity& figure) {
  bool kind = figure.dimension == Dimension::currency || figure.dimension == Dimension::count ||
              figure.dimension == Dimension::length || figure.dimension == Dimension::area ||
              figure.dimension == Dimension::mass || figure.dimension == Dimension::volume;
  bool role = figure.role == Role::claim || figure.role == Role::count || figure.role == Role::money ||
              figure.role == Role::measure;
  return kind && role && figure.value && *figure.value >= 2;
}

/// Two digits or more that say something, so that the same digits are no accident; a sum of money needs one.
bool is_distinctive(const Quantity& figure) {
  double digits = *figure.value;
  while (std::fmod(digits, 10) == 0) digits /= 10;
  return figure.dimension == Dimension::currency || digits > 10 || digits != std::floor(digits);
}

/// "16 more million people" is read as 16.
bool has_scale_behind(const LintText& text, const Quantity& figure) {
  TokenRange sentence = text.sentence_at(figure.tokens.begin).tokens;
  for (std::uint32_t at = figure.tokens.end; at < std::min(sentence.end, figure.tokens.end + 2); at++)
    if (is(*text.at(at), Category::scale)) return true;
  return false;
}

std::vector<WordKey> words_around(const LintText& text, const Quantity& figure) {
  TokenRange sentence = text.sentence_at(figure.tokens.begin).tokens;
  std::vector<WordKey> out;
  auto take = [&](const Token& token) {
    constexpr std::uint64_t function_words = bits(Category::determiner, Category::pronoun, Category::auxiliary,
                                                  Category::preposition, Category::conjunction);
    if (token.kind == TokenKind::word && !(token.classes & function_words)) out.push_back(token.key);
  };
  std::uint32_t first = std::max(sentence.begin + near_words, figure.tokens.begin) - near_words;
  for (std::uint32_t at = first; at < figure.tokens.begin; at++) take(*text.at(at));
  std::uint32_t last = std::min(sentence.end, figure.tokens.end + near_words);
  for (std::uint32_t at = figure.tokens.end; at < last; at++) take(*text.at(at));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool speak_of_one_thing(const Mention& a, const Mention& b) {
  std::vector<WordKey> shared;
  std::set_intersection(a.around.begin(), a.around.end(), b.around.begin(), b.around.end(), std::back_inserter(shared));
  return shared.size() >= least_shared;
}

/// The digits as they are written: 3.5 of "$3.5 million".
double digits_of(const LintText& text, const Quantity& figure) {
  for (std::uint32_t at = figure.tokens.begin; at < figure.tokens.end; at++)
    if (text.at(at)->kind == TokenKind::number) return text.at(at)->value;
  return 0;
}

/// "3.5 million" and "3.5 billion": the same digits, a thousand or a million times as much.
bool differ_by_scale(const Mention& first, const Mention& second) {
  const Quantity &a = *first.figure, &b = *second.figure;
  if (a.dimension != b.dimension || a.unit != b.unit) return false;
  double ratio = *a.value > *b.value ? *a.value / *b.value : *b.value / *a.value;
  bool scales = std::abs(ratio - 1e3) < 1e-6 * 1e3 || std::abs(ratio - 1e6) < 1e-6 * 1e6;
  return scales && digits_of(*first.text, a) == digits_of(*second.text, b);
}

/// "40 miles" and "40 km".
bool differ_by_unit(const Quantity& a, const Quantity& b) {
  return a.dimension == b.dimension && a.dimension != Dimension::count && a.dimension != Dimension::currency &&
         a.unit != b.unit && *a.value == *b.value && *a.value >= 10;
}

std::vector<Mention> mentions_of(const LintArticle& draft) {
  std::vector<Mention> out;
  for (const LintText& text : draft.texts)
    for (const Quantity& figure : text.reading->quantities)
      if (is_sized(figure) && is_distinctive(figure) && !has_scale_behind(text, figure))
        out.push_back({&text, &figure, words_around(text, figure)});
  return out;
}

}  // namespace

void check_scales(const LintArticle& draft, Findings& findings) {
  std::vector<Mention> mentions = mentions_of(draft);
  for (std::size_t a = 0; a < mentions.size(); a++)
    for (std::size_t b = a + 1; b < mentions.size(); b++) {
      const Mention &first = mentions[a], &second = mentions[b];
      bool slip = differ_by_scale(first, second) || differ_by_unit(*first.figure, *second.figure);
      if (!slip || !speak_of_one_thing(first, second)) continue;
      findings.add(check::scale_slip,
                   fmt::format("{} here, {} there, of what seems to be one thing.",
                               quoted(*first.text, first.figure->span), quoted(*second.text, second.figure->span)),
                   {evidence(*first.text, *first.figure), evidence(*second.text, *second.figure)});
    }
}

}  // namespace claimcheck
