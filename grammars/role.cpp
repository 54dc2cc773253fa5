#include "role.hpp"

#include "counted_noun.hpp"
#include "number.hpp"
#include "terminals.hpp"
#include "word_set.hpp"

#include <algorithm>

namespace claimcheck::grammar {
namespace {

// --- written forms ---

const auto digits = token_if([](const Token& token) { return token.kind == TokenKind::number; });
constexpr auto digit_group(int least, int most) {
  return skip_if([least, most](const Token& token) {
    return token.kind == TokenKind::number && token.glued && token.digits >= least && token.digits <= most;
  });
}
constexpr auto digit_group_of(int wanted) {
  return skip_if([wanted](const Token& token) {
    return token.kind == TokenKind::number && token.digits == wanted && token.decimals == 0 && !token.grouped;
  });
}
const auto any_digits = skip_if([](const Token& token) { return token.kind == TokenKind::number; });
const auto small_number = skip_if([](const Token& token) {
  return token.kind == TokenKind::number && token.digits <= 3 && token.decimals == 0 && !token.grouped;
});
const auto hour = skip_if([](const Token& token) {
  return (token.kind == TokenKind::number && token.digits <= 2 && token.value < 24.6) ||
         (is(token, Category::cardinal) && token.kind == TokenKind::word);
});
const auto military_hour = skip_if(
    [](const Token& token) { return token.kind == TokenKind::number && token.digits == 4 && token.value < 2400; });
const auto meridiem = word("am", "pm", "a.m", "p.m", "hrs", "o'clock");
const auto zone = word("gmt", "utc", "et", "est", "edt", "ct", "cst", "cdt", "mst", "mdt", "pt", "pst", "pdt", "cet",
                       "cest", "eet", "eest", "msk", "bst", "ist", "pkt", "jst", "kst", "hkt", "sgt", "wib", "aest",
                       "aedt", "acst", "awst", "nzst", "nzdt", "sast", "z");
const auto dotted_hour = skip_if([](const Token& token) {
  return token.kind == TokenKind::number && token.digits <= 2 && token.decimals == 2 && token.value < 24 &&
         token.value - static_cast<int>(token.value) < 0.6;
});
const auto whose = zone | (word("local") >> word("time"));
const auto clock = (any_digits >> +(glued_mark(':') >> digit_group(2, 2)) >> -meridiem >> -zone) |
                   (hour >> -hyphen() >> meridiem >> -zone) | (dotted_hour >> whose) |
                   (military_hour >> (whose | word("hours", "hrs")));
const auto separator = glued_mark('-') | glued_mark('/') | glued_mark('.') | glued_mark(')');
const auto dotted = any_digits >> glued_mark('.') >> digit_group(1, 3) >> +(glued_mark('.') >> digit_group(1, 4));
const auto phone = -mark('+') >> -mark('(') >> any_digits >>
                   ((-glued_mark(')') >> -separator >> any_digits >> +(separator >> digit_group(2, 8))));
const auto local_phone = digit_group_of(3) >> glued_mark('-') >> digit_group(4, 4) >> !glued_mark('-');
const auto odds = small_number >> glued_mark('-') >> word("to") >> glued_mark('-') >> small_number;
const auto small_count = small_number | skip_if([](const Token& token) {
                           return token.kind == TokenKind::word && is(token, Category::cardinal);
                         });
const auto told_score = small_count >> word("to") >> small_count;
const auto score = small_number >> glued_mark('-') >> small_number >> !glued_mark('-');

// "9/11", "24/7", an "80/20" split.
const auto pair = small_number >> glued_mark('/') >> digit_group(1, 3) >> !glued_mark('/');

template <class Parser>
bool matches(const Parser& parser, TokenIterator& at, TokenIterator last) {
  TokenIterator from = at;
  if (!x3::parse(from, last, parser)) return false;
  at = from;
  return true;
}

bool is_fraction(TokenIterator at, const Surroundings& where) {
  TokenIterator first = at;
  Numeral numeral;
  return read_numeral(at, where.end, where.lexicon, numeral) && at - first > 1;
}

int count_digits(TokenIterator first, TokenIterator last) {
  int total = 0;
  for (; first != last; ++first) total += first->digits;
  return total;
}

/// What goes on with the same word: the last letter of "2-1m", the slash of "2-1/2", but not a sentence's comma.
bool clings(const Token& token) {
  return token.glued && (token.kind != TokenKind::punctuation || token.mark == '/' || token.mark == '-');
}

/// "a 1-2 defeat", "lost 0-3".
bool score_word_beside(TokenIterator first, TokenIterator last, const Surroundings& where) {
  return (first != where.begin && is(first[-1], Category::score_word)) ||
         (last != where.end && is(*last, Category::score_word));
}

/// "14/15 people": one or the other; not the "14/15 season".
bool is_choice(TokenIterator first, TokenIterator last, const Surroundings& where) {
  constexpr double least = 10;
  bool next = first->value >= least && last[-1].value == first->value + 1;
  return next && last != where.end && (is(*last, Category::person) || looks_plural(*last, where.text.text));
}

double count_at(TokenIterator at, const Surroundings& where) {
  if (at->kind == TokenKind::number) return at->value;
  Match match = where.lexicon.match(Category::cardinal, at, where.end);
  return match ? match.lexeme->value : 0;
}

/// "outnumbered 4 to 1", "lost by five to three": the larger first, and nothing that it counts; not "at ten to six".
bool tells_score(TokenIterator first, TokenIterator last, const Surroundings& where) {
  static constexpr WordSet others("at", "from", "between", "age", "ages", "aged");
  double left = count_at(first, where), right = count_at(last - 1, where);
  bool working_day = left == 9 && right == 5;
  if (left <= right || right < 1 || working_day) return false;
  if (first != where.begin) {
    const Token& before = first[-1];
    if (others.contains(before) || (is(before, Category::trend) && !is(before, Category::score_word))) return false;
    if (before.glued && before.mark == '-') return false;
  }
  if (last == where.end) return true;
  if (last->kind == TokenKind::punctuation) return last->mark != '-' && last->mark != '%' && last->mark != '/';
  return !is(*last, Category::unit) &&
         (last->classes & bits(Category::preposition, Category::conjunction, Category::score_word));
}

// --- names ---

bool bare_number(const Surroundings& where) {
  return where.last - where.first == 1 && where.first->kind == TokenKind::number && where.first->decimals == 0 &&
         !where.first->grouped;
}

struct Head {
  const Lexeme* lexeme = nullptr;
  bool capital = false;
};

/// The identifier head that ends right before the number: "COVID-", "S&P", "Boeing".
Head head_before(const Surroundings& where) {
  TokenIterator stop = where.first;
  if (stop != where.begin && (stop - 1)->mark == '-') --stop;
  for (int back = 1; back <= 5 && stop - where.begin >= back; back++) {
    TokenIterator from = stop - back;
    if (Match match = where.lexicon.match(Category::identifier_head, from, where.end); match && match.end == stop)
      return {match.lexeme, static_cast<bool>(from->capital)};
  }
  return {};
}

bool street_behind(const Surroundings& where) {
  TokenIterator at = where.last;
  for (int words = 0; at != where.end && words < 4 && at->kind == TokenKind::word && at->capital; ++at, words++)
    if (words > 0 && where.lexicon.match(Category::identifier_head, "street", at, where.end)) return true;
  return at != where.end && at != where.last && where.lexicon.match(Category::identifier_head, "street", at, where.end);
}

/// Headlines and wire copy in capitals say nothing by a capital letter.
bool capitals_mean_names(const Surroundings& where) {
  int capital = 0, words = 0;
  for (TokenIterator at = where.begin; at != where.end; ++at)
    if (at->kind == TokenKind::word) words++, capital += at->capital;
  return 2 * capital < words + 2;
}

bool may_be_name(const Token& token) {
  constexpr std::uint64_t others =
      bits(Category::month, Category::hedge_before, Category::unit, Category::currency, Category::weekday,
           Category::preposition, Category::conjunction, Category::determiner, Category::pronoun, Category::auxiliary);
  return token.kind == TokenKind::word && token.capital && !(token.classes & others);
}

bool named_by_capital(const Surroundings& where) {
  if (!bare_number(where) || where.first->digits > 4 || where.first == where.begin) return false;
  const Token& before = *(where.first - 1);
  if (!may_be_name(before) || where.first - 1 == where.begin) return false;
  const Token& head = *(where.first - 2);
  if (head.mark == '.' || head.mark == '"' || head.mark == ':') return false;
  bool name_behind = where.last == where.end || where.last->kind == TokenKind::punctuation ||
                     where.last->kind == TokenKind::clitic ||
                     (where.last->kind == TokenKind::word && where.last->capital) ||
                     (where.last->classes & bits(Category::preposition, Category::conjunction));
  return name_behind && capitals_mean_names(where);
}

bool opens_item(TokenIterator at, const Surroundings& where) {
  if (at == where.begin || at->line_start) return true;
  const Token& before = at[-1];
  return before.mark == ':' || before.mark == ';' || before.mark == ',' || before.mark == '.' ||
         before.key == word_key("and") || before.key == word_key("or");
}

bool inside_brackets(TokenIterator at, const Surroundings& where) {
  while (at != where.begin) {
    if ((--at)->mark == '(') return true;
    if (at->mark == ')') return false;
  }
  return false;
}

bool closing_bracket_behind(const Surroundings& where) {
  return bare_number(where) && where.first->digits <= 2 && where.end - where.last >= 2 && where.last->glued &&
         where.last->mark == ')';
}

/// "1. Introduction", "two reasons: (1) it is late".
bool list_number(const Surroundings& where) {
  bool bracketed = where.first != where.begin && where.first[-1].mark == '(';
  if (closing_bracket_behind(where))
    return bracketed ? opens_item(where.first - 1, where) : static_cast<bool>(where.first->line_start);
  return bare_number(where) && where.first->digits <= 2 && where.first->line_start && where.last != where.end &&
         where.last->glued && where.last->mark == '.';
}

/// "by 1) closing schools and 2) selling them".
bool list_number_in_sentence(const Surroundings& where) {
  return closing_bracket_behind(where) && !inside_brackets(where.first, where);
}

/// "401(k)", "501 (c) (3)": a section of a law.
bool law_section(const Surroundings& where) {
  if (!bare_number(where)) return false;
  TokenIterator at = where.last;
  if (where.end - at >= 3 && at->mark == '(' && at[1].kind == TokenKind::word && at[1].span.size() == 1 &&
      at[2].mark == ')')
    return true;
  TokenIterator before = where.first;
  return before - where.begin >= 2 && before[-1].mark == '(' && before[-2].mark == ')';
}

/// Nobody counts to a billion without a separator: a number in an address or a file's name.
bool serial_number(const Surroundings& where) {
  return bare_number(where) && where.first->digits >= 9;
}

/// "Sector 7G", "a 3D film", "4x4": a letter or two that are no unit.
bool letter_behind(const Surroundings& where) {
  if (!bare_number(where) || where.last == where.end || !where.last->glued) return false;
  return where.last->kind == TokenKind::alphanumeric ||
         (where.last->kind == TokenKind::word && where.last->span.size() <= 2 && where.last->capital);
}

/// "V-12", "B-52", "SCP-173", "ID.3", "Model 3s", "3888-2", "P5+1": digits that cling to a name.
bool clings_to_name(const Surroundings& where) {
  if (letter_behind(where)) return true;
  if (where.last != where.end && where.last->glued && where.last->key == word_key("s") &&
      where.last - where.first == 1 && where.first->kind == TokenKind::number)
    return true;
  TokenIterator number = where.first->mark == '-' ? where.first + 1 : where.first;
  if (number == where.begin || !number->glued || number->kind != TokenKind::number) return false;
  TokenIterator mark = number - 1;
  if ((mark->mark != '-' && mark->mark != '.' && mark->mark != '/' && mark->mark != '+') || mark->long_dash ||
      !mark->glued || mark == where.begin)
    return false;
  const Token& name = mark[-1];
  if (mark->mark == '/' || mark->mark == '+') return name.kind == TokenKind::alphanumeric;
  if (name.kind == TokenKind::number) return mark->mark == '-' && name.digits >= 3 && name.value > number->value;
  return name.kind == TokenKind::alphanumeric ||
         (name.kind == TokenKind::word && (name.all_caps || (name.capital && name.span.size() == 1)));
}

Trend trend_at(TokenIterator word, TokenIterator behind, const Surroundings& where, Dimension dimension) {
  Match match = where.lexicon.match(Category::trend, word, where.end);
  if (!match || match.end != behind) return Trend::none;
  auto trend = static_cast<Trend>(match.lexeme->code);
  if (match.lexeme->kind != "particle" || word == where.begin) return trend;
  bool valued =
      dimension == Dimension::percent || dimension == Dimension::currency || dimension == Dimension::percentage_points;
  const Token& before = word[-1];
  if (is(before, Category::stop_noun)) return Trend::none;
  return !valued && before.kind == TokenKind::word && !is(before, Category::auxiliary) ? Trend::none : trend;
}

}  // namespace

std::optional<Role> read_form(TokenIterator& first, const Surroundings& where) {
  if (first->kind != TokenKind::number && first->mark != '+' && first->mark != '(' && !is(*first, Category::cardinal))
    return std::nullopt;
  TokenIterator at = first;
  if (matches(clock, at, where.end)) return first = at, Role::time;
  at = first;
  bool to_follows = where.end - first > 2 && first[1].key == word_key("to");
  if (to_follows && matches(told_score, at, where.end) && tells_score(first, at, where)) return first = at, Role::score;
  at = first;
  if (first->kind != TokenKind::number && first->mark != '+' && first->mark != '(') return std::nullopt;
  if (matches(phone, at, where.end) && count_digits(first, at) >= 7) return first = at, Role::phone;
  at = first;
  if (matches(local_phone, at, where.end)) return first = at, Role::phone;
  at = first;
  if (matches(dotted, at, where.end)) return first = at, Role::identifier;
  at = first;
  if (matches(pair, at, where.end) && !is_fraction(first, where) && !is_choice(first, at, where))
    return first = at, Role::identifier;
  at = first;
  if (matches(odds, at, where.end) && first->value > (at - 1)->value) return first = at, Role::score;
  at = first;
  if (matches(score, at, where.end)) {
    double left = first->value, right = (at - 1)->value;
    bool unit_behind =
        at != where.end && ((at->classes & bits(Category::unit, Category::currency, Category::scale)) || clings(*at));
    if (!unit_behind && (left >= right || score_word_beside(first, at, where))) return first = at, Role::score;
  }
  return std::nullopt;
}

/// Some word that is no small one begins in lower case: the sentence is no headline with Capital Words.
bool is_mixed_case(const Surroundings& where) {
  constexpr std::uint64_t small =
      bits(Category::preposition, Category::conjunction, Category::determiner, Category::auxiliary, Category::pronoun);
  return std::any_of(where.begin, where.end, [](const Token& token) {
    return token.kind == TokenKind::word && !token.capital && !(token.classes & small);
  });
}

bool word_in_name(const Surroundings& where) {
  TokenIterator at = where.first;
  if (where.last - at != 1 || at->kind != TokenKind::word || !at->capital || !is(*at, Category::cardinal)) return false;
  if (at == where.begin) return false;
  TokenIterator name = at - 1;
  if (name->kind == TokenKind::clitic && name != where.begin) --name;
  if (name == where.begin || name->all_caps || !may_be_name(*name)) return false;
  bool counts =
      where.last != where.end && (where.last->key == word_key("of") || looks_plural(*where.last, where.text.text));
  return !counts && is_mixed_case(where);
}

std::optional<Role> role_in_name(const Surroundings& where) {
  if (list_number(where)) return Role::list_number;
  if (law_section(where) || serial_number(where)) return Role::identifier;
  if (clings_to_name(where)) return Role::identifier;
  if (where.first->kind == TokenKind::number && street_behind(where)) return Role::address;
  if (Head head = head_before(where); head.lexeme) {
    std::string_view kind = head.lexeme->kind;
    if (kind == "index" && bare_number(where)) return Role::identifier;
    if (kind == "any" || (kind == "proper" && head.capital && capitals_mean_names(where))) return Role::identifier;
  }
  if (bare_number(where) && where.last != where.end && where.last->capital &&
      where.lexicon.match(Category::identifier_head, "after", where.last, where.end))
    return Role::identifier;
  if (named_by_capital(where) || word_in_name(where)) return Role::identifier;
  if (list_number_in_sentence(where)) return Role::list_number;
  return std::nullopt;
}

Trend trend_before(const Surroundings& where, Dimension dimension) {
  TokenIterator at = where.first;
  if (at != where.begin && at->glued && at[-1].mark == '+') return Trend::up;
  bool by = at != where.begin && at[-1].key == word_key("by");
  for (int skipped = 0; at != where.begin && skipped < (by ? 5 : 3); skipped++) {
    const Token& token = at[-1];
    if (is(token, Category::trend) || token.kind != TokenKind::word) break;
    bool passed = by || token.key == word_key("another") || token.key == word_key("further") ||
                  token.key == word_key("a") || is(token, Category::modifier);
    if (!passed) return Trend::none;
    --at;
  }
  return at == where.begin ? Trend::none : trend_at(at - 1, at, where, dimension);
}

}  // namespace claimcheck::grammar
