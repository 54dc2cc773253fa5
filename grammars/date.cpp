#include "date.hpp"

#include "date_range.hpp"
#include "date_sense.hpp"
#include "word_set.hpp"

#include <algorithm>
#include <array>

namespace claimcheck::grammar {
namespace {

constexpr std::uint64_t core_classes = bits(Category::month, Category::weekday, Category::season, Category::holiday,
                                            Category::day_word, Category::period_unit);

bool glued_digit(TokenIterator at, TokenIterator last) {
  return at != last && at->glued && at->kind == TokenKind::number;
}

/// Digits that may begin a date: a year, an eight-digit date, "05/03", "'90s".
bool digits_begin_date(TokenIterator at, TokenIterator last) {
  if (at->grouped || at->decimals) return false;
  if (at->digits == 4 && at->value >= 1000 && at->value < 3000) return true;
  if (at->digits == 8) return true;
  TokenIterator next = at + 1;
  if (next == last || at->digits > 2 || !next->glued) return false;
  return ((next->mark == '/' || next->mark == '-' || next->mark == '.') && glued_digit(next + 1, last)) ||
         next->key == word_key("s");
}

/// "since '87"
bool is_short_year(TokenIterator at, TokenIterator first) {
  return at->digits == 2 && at->glued && at != first && at[-1].mark == '\'' && !at[-1].glued;
}

/// "last", "this", "early" are worth a look only with a month, a unit, a number… close behind.
bool core_follows(TokenIterator at, TokenIterator last) {
  for (int steps = 0; steps < 5 && ++at != last; steps++)
    if (at->classes & (core_classes | bit(Category::day_part)) || at->kind == TokenKind::number ||
        at->kind == TokenKind::ordinal || at->key == word_key("period"))
      return true;
  return false;
}

/// "now", "third-quarter", "year-end": whole dates in themselves.
bool stands_alone(TokenIterator at, TokenIterator last, const Lexicon& lexicon) {
  static constexpr std::array<std::string_view, 6> whole_dates = {"vague",      "vague_noun", "quarter_label",
                                                                  "half_label", "decade",     "year_end"};
  thread_local std::vector<Match> found;
  lexicon.matches(Category::time_word, at, last, found);
  return std::any_of(found.begin(), found.end(), [&](const Match& match) {
    std::string_view kind = match.lexeme->kind;
    return kind.size() >= whole_dates[0].size() &&  // most are "lean", "part" or "run"
           std::find(whole_dates.begin(), whole_dates.end(), kind) != whole_dates.end();
  });
}

/// What the token at which a date is noticed has, of which nearly every other token has nothing.
constexpr std::uint64_t date_classes = core_classes | digits_class | bits(Category::time_word, Category::cardinal);

bool may_begin_date(TokenIterator at, TokenIterator first, TokenIterator last, const Lexicon& lexicon) {
  if (at->classes & (core_classes & ~bit(Category::holiday)) || lexicon.match(Category::holiday, at, last)) return true;
  if (lexicon.match(Category::time_word, at, last)) return core_follows(at, last) || stands_alone(at, last, lexicon);
  switch (at->kind) {
    case TokenKind::number:
      return digits_begin_date(at, last) || is_short_year(at, first);
    case TokenKind::ordinal:
      return at - first >= 2 && at[-1].key == word_key("the") && at[-2].key == word_key("on");
    case TokenKind::word:
      return at->key == word_key("nineteen") ||
             (at->key == word_key("two") && at + 1 != last && at[1].key == word_key("thousand"));
    default:
      return false;
  }
}

constexpr WordSet lead_words("the", "a", "an", "of", "in", "from", "between", "since", "until", "till", "before",
                             "after", "few", "couple", "several", "nearly", "almost", "about", "more", "less", "than",
                             "only", "full", "and", "or", "to", "on", "later", "prior", "starting", "beginning", "no",
                             "not", "up", "through", "final", "day", "around", "some", "over", "just", "half", "'");

/// Whether a date that is seen at its core ("years") may have begun before this token ("nearly four").
bool may_lead(const Token& token) {
  if (token.kind == TokenKind::number || token.kind == TokenKind::ordinal) return true;
  if (token.classes & bits(Category::cardinal, Category::scale, Category::ordinal, Category::day_part)) return true;
  if (token.mark == '-' || token.mark == '\'' || token.mark == '/') return true;
  return lead_words.contains(token);
}

/// "a week" is a date only with what it is counted from behind it ("ago", "later").
bool counted_ahead(TokenIterator at, TokenIterator last) {
  constexpr std::ptrdiff_t reach = 12;
  last = at + std::min(reach, last - at);
  return std::any_of(at + 1, last, [](const Token& token) { return is(token, Category::time_link); });
}

/// Words that stand inside dates and in front of them, but never begin a phrase that read_date_phrase knows.
bool may_begin_phrase(TokenIterator at, TokenIterator last) {
  static constexpr WordSet never_first("of", "to", "on", "and", "than", "or", "full", "through");
  if (at->kind == TokenKind::punctuation && at->mark == '/') return false;
  if (never_first.contains(*at)) return false;
  if (at->key == word_key("a") || at->key == word_key("an"))
    return is(*at, Category::time_word) || counted_ahead(at, last);
  if (at->key != word_key("in")) return true;
  static constexpr WordSet counts("a", "an", "the", "couple", "few", "several", "many");
  TokenIterator next = at + 1;
  if (next == last) return false;
  if (next->classes & bits(Category::cardinal, Category::scale, Category::fraction, Category::ordinal, Category::sign,
                           Category::period_unit))
    return true;
  if (next->kind == TokenKind::number) return next + 1 != last;
  if (next->kind == TokenKind::ordinal || next->kind == TokenKind::fraction || next->mark == '-') return true;
  return counts.contains(*next);
}

/// Behind or on the hyphen of "twenty-seventh".
bool inside_compound(TokenIterator at, TokenIterator first) {
  TokenIterator hyphen = at->mark == '-' ? at : at - 1;
  return hyphen > first && hyphen->mark == '-' && !hyphen->long_dash && hyphen->glued &&
         is(hyphen[-1], Category::cardinal) && hyphen[-1].kind == TokenKind::word && hyphen[1].glued;
}

/// At "-seventh" or "seventh" of "twenty-seventh".
bool splits_compound(TokenIterator at, TokenIterator first) {
  return at != first && is(*at, Category::ordinal) && at[-1].mark == '-' && inside_compound(at, first);
}

TokenIterator leftmost(TokenIterator at, TokenIterator first) {
  constexpr int reach = 6;
  for (int steps = 0; at != first && may_lead(at[-1]) && (steps < reach || inside_compound(at, first)); steps++) --at;
  return at;
}

/// "September 6 | or 7", "May 12 |, 13 and 14": one more day of the month that was named.
bool read_listed_day(TokenIterator& at, TokenIterator last, DateTerm& named, DateTerm& term) {
  static constexpr WordSet links("or", "and");
  constexpr std::ptrdiff_t words = 2;
  constexpr double last_day = 31;
  auto* date = std::get_if<CalendarDate>(&named.form);
  auto is_day = [](const Token& token) { return token.kind == TokenKind::number && token.digits <= 2; };
  auto goes_on = [&](TokenIterator link) { return last - link >= words && links.contains(*link) && is_day(link[1]); };
  bool comma = at != last && at->mark == ',' && last - at > words && is_day(at[1]) && goes_on(at + words);
  bool day_last = date && date->month && date->day && !date->weekday && at[-1].kind == TokenKind::number;
  if (!day_last || at[-1].digits > 2 || last - at < words || !(comma || links.contains(*at))) return false;
  const Token& day = at[1];
  TokenIterator behind = at + words;
  bool shaped = day.kind == TokenKind::number && day.digits <= 2 && !day.decimals && day.value > date->day &&
                day.value <= last_day;
  bool closed = behind == last || behind->mark == '.' || behind->mark == ',' ||
                (behind->kind == TokenKind::punctuation && !behind->glued) ||
                (behind->classes & bits(Category::preposition, Category::conjunction, Category::auxiliary));
  if (!shaped || !closed) return false;
  // "Sept. 11 and 12, 2012": the year is that of both.
  bool dated =
      last - behind >= words && behind->mark == ',' && digits_begin_date(behind + 1, last) && behind[1].digits == 4;
  if (dated) date->year = static_cast<int>(behind[1].value), behind += words;
  CalendarDate listed = *date;
  listed.day = static_cast<std::uint8_t>(day.value);
  term = DateTerm{listed};
  at = behind;
  return true;
}

}  // namespace

void read_dates(const Segmented& text, const Sentence& sentence, const Lexicon& lexicon,
                std::vector<DateExpression>& out) {
  if (!(sentence.classes & date_classes)) return;
  const TokenIterator begin = text.at(sentence.tokens.begin), last = text.at(sentence.tokens.end);
  TokenIterator free = begin;
  for (TokenIterator at = begin; at != last;) {
    if (!(at->classes & date_classes) || !may_begin_date(at, begin, last, lexicon)) {
      ++at;
      continue;
    }
    TokenIterator next = at + 1;
    for (TokenIterator from = leftmost(at, free); from <= at; ++from) {
      if (!may_begin_phrase(from, last) || splits_compound(from, free)) continue;
      DateTerm term;
      TokenIterator end = from;
      if (!read_date_phrase(end, last, lexicon, term) || end <= at) continue;
      DateReading reading{from, end, begin, last, std::move(term), lexicon, text.text};
      if (!makes_sense(reading)) continue;
      auto index = [&](TokenIterator token) { return static_cast<std::uint32_t>(token - text.tokens.begin()); };
      DateExpression expression;
      expression.tokens = {index(reading.first), index(reading.end)};
      Direction direction = direction_of(reading);
      expression.ahead = direction.ahead;
      expression.past = direction.past;
      expression.term = std::move(reading.term);
      free = next = reading.end;
      out.push_back(std::move(expression));
      for (DateTerm listed; read_listed_day(next, last, out.back().term, listed);) {
        out.push_back({{index(free) + 1, index(next)}, std::move(listed), out.back().ahead, out.back().past});
        free = next;
      }
      break;
    }
    at = next;
  }
}

}  // namespace claimcheck::grammar
