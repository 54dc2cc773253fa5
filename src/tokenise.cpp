#include "tokenise.hpp"

#include "letters.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <tuple>
#include <utility>

namespace claimcheck {
namespace {

enum class Byte : std::uint8_t { other, letter, digit, space, newline, high };

constexpr std::array<Byte, 256> byte_kinds = [] {
  std::array<Byte, 256> kinds{};
  for (int c = 'a'; c <= 'z'; c++) kinds[c] = kinds[c - 32] = Byte::letter;
  for (int c = '0'; c <= '9'; c++) kinds[c] = Byte::digit;
  for (int c : {' ', '\t', '\v', '\f', '\r', '\0'}) kinds[c] = Byte::space;
  kinds['\n'] = Byte::newline;
  for (int c = 0x80; c <= 0xFF; c++) kinds[c] = Byte::high;
  return kinds;
}();

Byte kind_of(char c) {
  return byte_kinds[static_cast<unsigned char>(c)];
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_ascii_letter(char c) {
  return kind_of(c) == Byte::letter;
}

enum class Sort : std::uint8_t {
  letter,
  space,
  newline,
  dash,
  long_dash,
  apostrophe,
  open_quote,
  quote,
  currency,
  fraction,
  ellipsis,
  slash,
  digit,
  symbol
};

/// A character beyond ASCII: what it is and how long.
struct Character {
  char32_t code;
  std::uint8_t length;
};

Character decode(std::string_view text, std::size_t at) {
  auto byte = [&](std::size_t i) -> std::uint32_t {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) & 0x3F : 0;
  };
  auto lead = static_cast<unsigned char>(text[at]);
  std::uint8_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  if (at + length > text.size()) length = static_cast<std::uint8_t>(text.size() - at);
  switch (length) {
    case 2:
      return {(lead & 0x1Fu) << 6 | byte(1), length};
    case 3:
      return {(lead & 0x0Fu) << 12 | byte(1) << 6 | byte(2), length};
    case 4:
      return {(lead & 0x07u) << 18 | byte(1) << 12 | byte(2) << 6 | byte(3), length};
    default:
      return {0xFFFD, length};
  }
}

/// The zero of the script that a digit beyond ASCII belongs to (full-width, Arabic-Indic, Persian, Devanagari); 0 for
/// any other character.
constexpr char32_t zero_of(char32_t code) {
  if (code < 0x660 || (code > 0x96F && code < 0xFF10)) return 0;
  for (char32_t zero : {U'\u0660', U'\u06F0', U'\u0966', U'\uFF10'})
    if (code - zero < 10) return zero;
  return 0;
}

Sort sort_of(char32_t code) {
  switch (code) {
    case 0xA0:
    case 0x202F:
    case 0x205F:
    case 0x3000:
    case 0xFEFF:
    case 0xAD:
      return Sort::space;
    case 0x2028:
    case 0x2029:
    case 0x85:
      return Sort::newline;
    case 0x2010:
    case 0x2011:
    case 0x2212:
      return Sort::dash;
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
      return Sort::long_dash;
    case 0x2019:
      return Sort::apostrophe;
    case 0x2018:
    case 0x201A:
    case 0x201C:
    case 0x201E:
    case 0xAB:
      return Sort::open_quote;
    case 0x201D:
    case 0xBB:
      return Sort::quote;
    case 0x2026:
      return Sort::ellipsis;
    case 0x2044:
    case 0x2215:
      return Sort::slash;
    case 0xA3:
    case 0xA5:
      return Sort::currency;
    case 0xBC:
    case 0xBD:
    case 0xBE:
      return Sort::fraction;
    case 0xA2:
    case 0xB0:
    case 0xD7:
    case 0xF7:
    case 0xA7:
    case 0xA9:
    case 0xAE:
    case 0xB7:
    case 0xB1:
    case 0xA6:
    case 0xA1:
    case 0xBF:
    case 0xB6:
    case 0x2030:
    case 0x2116:
      return Sort::symbol;
    default:
      break;
  }
  if (code >= 0x2000 && code <= 0x200F) return Sort::space;
  if (code >= 0x20A0 && code <= 0x20CF) return Sort::currency;
  if (code >= 0x2150 && code <= 0x215E) return Sort::fraction;
  if (code >= 0x2010 && code <= 0x206F) return Sort::symbol;
  if (code >= 0x2190 && code <= 0x2BFF) return Sort::symbol;
  if (code >= 0x3001 && code <= 0x303F) return Sort::symbol;
  return zero_of(code) ? Sort::digit : Sort::letter;
}

double fraction_value(char32_t code) {
  constexpr std::array<double, 15> number_forms = {1. / 7, 1. / 9, 1. / 10, 1. / 3, 2. / 3, 1. / 5, 2. / 5, 3. / 5,
                                                   4. / 5, 1. / 6, 5. / 6,  1. / 8, 3. / 8, 5. / 8, 7. / 8};
  if (code >= 0x2150 && code <= 0x215E) return number_forms[code - 0x2150];
  return code == 0xBC ? 0.25 : code == 0xBD ? 0.5 : 0.75;
}

constexpr unsigned most_digits = 63, most_decimals = 31;  ///< that a token can tell

constexpr std::array<double, 19> powers_of_ten = [] {
  std::array<double, 19> powers{};
  double power = 1;
  for (double& p : powers) p = power, power *= 10;
  return powers;
}();

/// The letters of a word: whether the first is a capital, and whether all are.
struct Case {
  bool capital = false;
  bool all_caps = false;
};

class Tokeniser {
 public:
  Tokeniser(std::string_view text, const WordTable& words, std::uint64_t month_class, std::vector<Token>& out,
            std::vector<std::uint32_t>* lines)
      : text_(text), words_(words), month_class_(month_class), out_(out), lines_(lines) {}

  void run() {
    while (at_ < text_.size()) {
      switch (kind_of(text_[at_])) {
        case Byte::space:
          at_++, glued_ = false;
          break;
        case Byte::newline:
          at_++, glued_ = false, line_start_ = true;
          break;
        case Byte::letter:
          words();
          break;
        case Byte::digit:
          number();
          break;
        case Byte::high:
          high();
          break;
        case Byte::other:
          mark();
          break;
      }
    }
  }

 private:
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  Token& push(TokenKind kind, std::size_t begin, std::size_t end, Case letters = {}) {
    const bool glued = glued_, line_start = line_start_;
    if (line_start && lines_) lines_->push_back(static_cast<std::uint32_t>(out_.size()));
    glued_ = true;
    line_start_ = false;
    at_ = end;
    Token& token = out_.emplace_back();
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    token.kind = kind;
    token.glued = glued;
    token.capital = letters.capital;
    token.all_caps = letters.all_caps;
    token.line_start = line_start;
    return token;
  }

  void look_up(Token& token) {
    if (const WordTable::Slot* slot = words_.find(token.key)) {
      token.classes = slot->classes;
      token.lexemes = slot->first;
    }
  }

  bool letter_at(std::size_t i) const {
    if (i >= text_.size()) return false;
    Byte kind = kind_of(text_[i]);
    return kind == Byte::letter || (kind == Byte::high && sort_of(decode(text_, i).code) == Sort::letter);
  }

  /// The length of an apostrophe at i, straight or curly; 0 if there is none.
  std::size_t apostrophe_at(std::size_t i) const {
    if (i < text_.size() && text_[i] == '\'') return 1;
    return text_.substr(i, 3) == "\xE2\x80\x99" ? 3 : 0;
  }

  struct Letters {
    std::size_t end;
    WordHash hash{};
    unsigned upper = 0, lower = 0;
  };

  /// Reads a run of letters from `from`, and goes on with the word's hash.
  void letters(std::size_t from, Letters& run) const {
    std::size_t i = from;
    while (i < text_.size()) {
      auto c = static_cast<unsigned char>(text_[i]);
      Byte kind = byte_kinds[c];
      if (kind == Byte::letter) {
        (c < 'a' ? run.upper : run.lower)++;
        run.hash.append(lower_case(c));
        i++;
      } else if (kind == Byte::high) {
        Character character = decode(text_, i);
        if (sort_of(character.code) != Sort::letter) break;
        bool upper = character.code >= 0xC0 && character.code <= 0xDE && character.code != 0xD7;
        (upper ? run.upper : run.lower)++;
        for (std::size_t k = 0; k < character.length; k++) {
          auto byte = static_cast<unsigned char>(text_[i + k]);
          run.hash.append(static_cast<unsigned char>(upper && k == 1 ? byte + 0x20 : byte));
        }
        i += character.length;
      } else {
        break;
      }
    }
    run.end = i;
  }

  /// What ends a word of plain letters: no letter or digit, no apostrophe, and nothing beyond ASCII.
  bool ends_plain_word(std::size_t i) const {
    if (i >= text_.size()) return true;
    Byte kind = kind_of(text_[i]);
    return kind == Byte::space || kind == Byte::newline || (kind == Byte::other && text_[i] != '\'');
  }

  /// Plain words with a space between them, which most of a text is.
  void words() {
    while (plain_word()) {
      if (at_ + 1 >= text_.size() || text_[at_] != ' ' || !is_ascii_letter(text_[at_ + 1])) return;
      at_++, glued_ = false;
    }
    word();
  }

  bool plain_word() {
    std::size_t begin = at_, end = at_;
    WordHash hash;
    bool capital = false, all_caps = true;
    for (;;) {
      Letters8 block = Letters8::at(text_, end);
      if (end == begin) capital = block.capitals & 0xFF;
      all_caps = all_caps && block.all_capitals();
      end += block.count;
      if (block.count < WordHash::block_size) {
        if (!ends_plain_word(end) || (end == begin + 1 && end < text_.size() && text_[end] == '.')) return false;
        Token& token = push(TokenKind::word, begin, end, {capital, all_caps && end - begin >= 2});
        token.key = hash.key_with(block.lower);
        look_up(token);
        return true;
      }
      hash.append_block(block.lower);
    }
  }

  void word() {
    std::size_t begin = at_;
    Letters run{begin};
    letters(begin, run);
    if (run.end == begin + 1 && acronym(begin, run)) return;
    if (run.end < text_.size() && is_digit(text_[run.end])) {
      if (currency_code(run) || names_dollars(run)) return finish_word(TokenKind::word, begin, run);
      return alphanumeric(begin, run);
    }
    while (std::size_t mark = apostrophe_at(run.end)) {
      std::size_t next = run.end + mark;
      if (!letter_at(next)) break;
      Letters rest{next, run.hash};
      rest.hash.append('\'');
      letters(next, rest);
      if (rest.end == next + 1 && lower_case(text_[next]) == 's') break;
      rest.upper += run.upper, rest.lower += run.lower;
      run = rest;
    }
    finish_word(TokenKind::word, begin, run);
    clitic();
  }

  void finish_word(TokenKind kind, std::size_t begin, const Letters& run) {
    char first = text_[begin];
    bool capital = (first >= 'A' && first <= 'Z') || (kind_of(first) == Byte::high && run.upper > 0);
    Token& token = push(kind, begin, run.end, {capital, run.upper >= 2 && run.lower == 0});
    token.key = run.hash.key();
    look_up(token);
  }

  /// "U.S.", "a.m.": single letters with full stops between them, one token; its key keeps the inner stops only.
  bool acronym(std::size_t begin, Letters run) {
    std::size_t letters_read = 1;
    while (run.end + 1 < text_.size() && text_[run.end] == '.' && is_ascii_letter(text_[run.end + 1]) &&
           !letter_at(run.end + 2) && !(run.end + 2 < text_.size() && is_digit(text_[run.end + 2]))) {
      auto c = static_cast<unsigned char>(text_[run.end + 1]);
      run.hash.append('.');
      run.hash.append(lower_case(c));
      (c < 'a' ? run.upper : run.lower)++;
      run.end += 2;
      letters_read++;
    }
    if (letters_read < 2) return false;
    bool stopped = run.end < text_.size() && text_[run.end] == '.';
    if (stopped) run.end++;
    finish_word(TokenKind::word, begin, run);
    out_.back().acronym = stopped;
    clitic();
    return true;
  }

  /// "EUR50m", "RM79", "Rs1,000": a currency clings to a sum. One digit alone is a name ("PS5").
  bool currency_code(const Letters& run) const {
    if (run.upper == 0 || !(words_.classes(run.hash.key()) & currency_code_class)) return false;
    std::size_t n = digits_from(run.end), behind = run.end + n;
    bool iso_code = run.upper == 3 && run.lower == 0;
    if (n > 1 || iso_code || behind >= text_.size()) return n > 1 || iso_code;
    char next = text_[behind];
    bool decimals = (next == '.' || next == ',') && digits_from(behind + 1) > 0;
    char letter = static_cast<char>(lower_case(static_cast<unsigned char>(next)));
    return decimals || ((letter == 'm' || letter == 'b' || letter == 'k') &&
                        !is_digit(text_[behind + 1 < text_.size() ? behind + 1 : behind]));
  }

  /// "$A1.3 billion", as Australian copy writes it.
  bool names_dollars(const Letters& run) const {
    constexpr unsigned longest = 2;
    return glued_ && run.lower == 0 && run.upper <= longest && !out_.empty() && text_[out_.back().span.begin] == '$' &&
           out_.back().kind == TokenKind::currency;
  }

  void alphanumeric(std::size_t begin, Letters run) {
    while (run.end < text_.size() && (is_digit(text_[run.end]) || letter_at(run.end))) {
      if (is_digit(text_[run.end])) {
        run.hash.append(static_cast<unsigned char>(text_[run.end++]));
      } else {
        letters(run.end, run);
      }
    }
    finish_word(TokenKind::alphanumeric, begin, run);
    clitic();
  }

  void clitic() {
    std::size_t mark = apostrophe_at(at_);
    if (!mark || lower_case(static_cast<unsigned char>(at_ + mark < text_.size() ? text_[at_ + mark] : 0)) != 's' ||
        letter_at(at_ + mark + 1))
      return;
    Token& token = push(TokenKind::clitic, at_, at_ + mark + 1);
    token.key = word_key("'s");
  }

  std::size_t digits_from(std::size_t i) const {
    std::size_t n = 0;
    while (i + n < text_.size() && is_digit(text_[i + n])) n++;
    return n;
  }

  struct Written {
    std::size_t end;
    double value = 0;
    unsigned digits = 0, decimals = 0;
    bool grouped = false;
  };

  void take_digits(Written& number, std::size_t from, std::size_t count) const {
    for (std::size_t i = 0; i < count; i++) number.value = number.value * 10 + (text_[from + i] - '0');
    number.digits += static_cast<unsigned>(count);
    number.end = from + count;
  }

  void take_decimals(Written& number, std::size_t from, std::size_t count) const {
    double part = 0;
    std::size_t used = count < 18 ? count : 18;
    for (std::size_t i = 0; i < used; i++) part = part * 10 + (text_[from + i] - '0');
    number.value = (number.value * powers_of_ten[used] + part) / powers_of_ten[used];
    number.decimals = static_cast<unsigned>(count);
    number.end = from + count;
  }

  /// The length of a space that may separate thousands: plain, no-break, narrow no-break or thin.
  std::size_t group_space(std::size_t i) const {
    if (i >= text_.size()) return 0;
    if (text_[i] == ' ') return 1;
    if (text_.substr(i, 2) == "\xC2\xA0") return 2;
    std::string_view three = text_.substr(i, 3);
    return three == "\xE2\x80\xAF" || three == "\xE2\x80\x89" ? 3 : 0;
  }

  /// "1,250", "12,34,567", "1.111,11", "5,00": every group run that is one number.
  bool groups(Written& number, std::size_t first, char separator) const {
    std::array<std::size_t, 12> sizes{};
    std::size_t count = 0, i = at_ + first;
    while (count < sizes.size() && i < text_.size() && text_[i] == separator) {
      std::size_t n = digits_from(i + 1);
      if (n == 0) break;
      sizes[count++] = n;
      i += 1 + n;
    }
    if (count == 0 || first > 3) return false;
    bool middle_three = true, middle_two = count > 1;
    for (std::size_t k = 0; k + 1 < count; k++) middle_three &= sizes[k] == 3, middle_two &= sizes[k] == 2;
    if (sizes[count - 1] == 3 && (middle_three || middle_two)) {
      std::size_t from = at_ + first;
      for (std::size_t k = 0; k < count; k++) {
        take_digits(number, from + 1, sizes[k]);
        from += 1 + sizes[k];
      }
      number.grouped = true;
      return true;
    }
    bool listed = glued_ && !out_.empty() && out_.back().mark == ',';
    if (separator == ',' && count == 1 && sizes[0] <= 2 && !listed) {
      take_decimals(number, at_ + first + 1, sizes[0]);
      return true;
    }
    return false;
  }

  bool spaced_groups(Written& number, std::size_t first) const {
    if (first > 3 || text_[at_] == '0') return false;
    bool plain_allowed = out_.empty() || !(out_.back().classes & month_class_ || out_.back().mark == '/');
    std::size_t end = at_ + first;
    while (std::size_t space = group_space(end)) {
      std::size_t from = end + space;
      if ((space == 1 && !plain_allowed) || digits_from(from) != 3) break;
      if (from + 3 < text_.size() && (letter_at(from + 3) || text_[from + 3] == ',') && space == 1) {
        if (letter_at(from + 3) || digits_from(from + 4) != 0) break;
      }
      take_digits(number, from, 3);
      number.grouped = true;
      end = number.end;
    }
    return number.grouped;
  }

  /// "14'000", "1’200’000"
  bool apostrophe_groups(Written& number, std::size_t first) const {
    constexpr std::size_t group = 3;
    if (first > group || text_[at_] == '0') return false;
    for (std::size_t mark = apostrophe_at(number.end); mark; mark = apostrophe_at(number.end)) {
      std::size_t from = number.end + mark;
      if (digits_from(from) != group || letter_at(from + group)) break;
      take_digits(number, from, group);
      number.grouped = true;
    }
    return number.grouped;
  }

  /// "1.111,11", and "1.000.000", of which the second dot shows that they are no decimals; a dot group alone ("4.800")
  /// is a decimal in English, and "192.168.100.200" an address.
  bool dotted_groups(Written& number, std::size_t first, bool& decimals) const {
    Written candidate = number;
    if (!groups(candidate, first, '.')) return false;
    if (candidate.end < text_.size() && text_[candidate.end] == ',') {
      std::size_t behind = digits_from(candidate.end + 1);
      decimals = behind >= 1 && behind <= 2;
      if (decimals) take_decimals(candidate, candidate.end + 1, behind), number = candidate;
      if (decimals) return true;
    }
    if (text_[at_] == '0') return false;
    std::size_t dots = (candidate.digits - first) / 3;
    bool address = dots == 3 && text_.substr(candidate.end - 3, 3) != "000";
    bool goes_on = candidate.end < text_.size() && (letter_at(candidate.end) || text_[candidate.end] == '-');
    if (dots < 2 || address || goes_on) return false;
    number = candidate;
    return true;
  }

  /// What goes on with its first digits in groups; says whether that ends in decimals behind a comma.
  bool thousands(Written& number, std::size_t first) const {
    bool decimals = false;
    switch (text_[number.end]) {
      case ',':
        groups(number, first, ',');
        break;
      case '.':
        dotted_groups(number, first, decimals);
        break;
      case '\'':
        apostrophe_groups(number, first);
        break;
      case ' ':
        spaced_groups(number, first);
        break;
      default:
        if (kind_of(text_[number.end]) == Byte::high && !apostrophe_groups(number, first)) spaced_groups(number, first);
        break;
    }
    return decimals;
  }

  bool dotted_before() const {
    return glued_ && out_.size() >= 2 && out_.back().mark == '.' && out_.back().glued &&
           out_[out_.size() - 2].kind == TokenKind::number;
  }

  void number() {
    std::size_t first = digits_from(at_);
    Written number{at_};
    take_digits(number, at_, first);
    bool dotted = dotted_before();
    bool european = false;
    if (!dotted && number.end < text_.size()) european = thousands(number, first);
    if (!european && number.decimals == 0 && !dotted && number.end + 1 < text_.size() && text_[number.end] == '.') {
      std::size_t n = digits_from(number.end + 1);
      std::size_t after = number.end + 1 + n;
      bool more_dots = after + 1 < text_.size() && text_[after] == '.' && is_digit(text_[after + 1]);
      if (n && !more_dots) take_decimals(number, number.end + 1, n);
    }
    exponent(number);
    finish_number(number);
  }

  /// "1.3x10^6", "1.1^23".
  void power(Written& number) const {
    std::size_t i = number.end;
    if (text_.substr(i, 4) == "x10^" || text_.substr(i, 4) == "X10^") {
      if (auto [value, end] = signed_digits(i + 4); end) number.value *= std::pow(10.0, value), number.end = end;
    } else if (i < text_.size() && text_[i] == '^') {
      if (auto [value, end] = signed_digits(i + 1); end) number.value = std::pow(number.value, value), number.end = end;
    }
  }

  std::pair<int, std::size_t> signed_digits(std::size_t i) const {
    bool negative = i < text_.size() && text_[i] == '-';
    if (negative || (i < text_.size() && text_[i] == '+')) i++;
    std::size_t n = digits_from(i);
    if (n == 0 || n > 3) return {0, 0};
    int value = 0;
    for (std::size_t k = 0; k < n; k++) value = value * 10 + (text_[i + k] - '0');
    return {negative ? -value : value, i + n};
  }

  void exponent(Written& number) const {
    power(number);
    std::size_t i = number.end;
    if (i >= text_.size() || lower_case(static_cast<unsigned char>(text_[i])) != 'e') return;
    bool negative = i + 1 < text_.size() && text_[i + 1] == '-';
    std::size_t from = i + 1 + (negative || (i + 1 < text_.size() && text_[i + 1] == '+'));
    std::size_t n = digits_from(from);
    if (n == 0 || n > 2 || letter_at(from + n)) return;
    int power = 0;
    for (std::size_t k = 0; k < n; k++) power = power * 10 + (text_[from + k] - '0');
    number.value *= std::pow(10.0, negative ? -power : power);
    number.end = from + n;
  }

  void finish_number(const Written& number) {
    TokenKind kind = TokenKind::number;
    std::size_t end = number.end;
    if (number.decimals == 0 && ordinal_ending(end) && !letter_at(end + 2)) kind = TokenKind::ordinal, end += 2;
    Token& token = push(kind, at_, end);
    token.classes = digits_class;
    token.value = number.value;
    token.digits = std::min(number.digits, most_digits) & most_digits;
    token.decimals = std::min(number.decimals, most_decimals) & most_decimals;
    token.grouped = number.grouped;
  }

  bool ordinal_ending(std::size_t i) const {
    if (i + 1 >= text_.size()) return false;
    char a = static_cast<char>(lower_case(static_cast<unsigned char>(text_[i])));
    char b = static_cast<char>(lower_case(static_cast<unsigned char>(text_[i + 1])));
    return (a == 's' && b == 't') || (a == 'n' && b == 'd') || (a == 'r' && b == 'd') || (a == 't' && b == 'h');
  }

  /// The length of a digit that is not of ASCII at i, and its value; 0 if there is none.
  std::pair<std::size_t, unsigned> foreign_digit(std::size_t i) const {
    if (i >= text_.size() || kind_of(text_[i]) != Byte::high) return {0, 0};
    Character c = decode(text_, i);
    char32_t zero = zero_of(c.code);
    if (!zero) return {0, 0};
    return {c.length, static_cast<unsigned>(c.code - zero)};
  }
  /// The length of what separates thousands between such digits: a comma of ASCII, of full width or Arabic.
  std::size_t foreign_separator(std::size_t i) const {
    if (i < text_.size() && text_[i] == ',') return 1;
    if (text_.substr(i, 2) == "\xD9\xAC") return 2;
    return text_.substr(i, 3) == "\xEF\xBC\x8C" ? 3 : 0;
  }
  std::size_t foreign_digits_from(std::size_t i) const {
    std::size_t count = 0;
    for (auto [length, value] = foreign_digit(i); length; std::tie(length, value) = foreign_digit(i))
      i += length, count++;
    return count;
  }
  void take_foreign_digits(Written& number) const {
    for (auto [length, value] = foreign_digit(number.end); length;
         std::tie(length, value) = foreign_digit(number.end)) {
      number.value = number.value * 10 + value;
      number.digits++, number.end += length;
    }
  }
  /// "３４", "٣٬٤٠٠"
  void foreign_number() {
    constexpr std::size_t group = 3;
    Written number{at_};
    take_foreign_digits(number);
    while (std::size_t separator = foreign_separator(number.end)) {
      if (foreign_digits_from(number.end + separator) != group) break;
      number.end += separator, number.grouped = true;
      take_foreign_digits(number);
    }
    finish_number(number);
  }

  void high() {
    Character c = decode(text_, at_);
    std::size_t end = at_ + c.length;
    switch (sort_of(c.code)) {
      case Sort::letter:
        return word();
      case Sort::space:
        at_ = end, glued_ = false;
        return;
      case Sort::newline:
        at_ = end, glued_ = false, line_start_ = true;
        return;
      case Sort::dash:
        push(TokenKind::punctuation, at_, end).mark = '-';
        return;
      case Sort::slash:
        push(TokenKind::punctuation, at_, end).mark = '/';
        return;
      case Sort::long_dash: {
        Token& token = push(TokenKind::punctuation, at_, end);
        token.mark = '-', token.long_dash = true;
        return;
      }
      case Sort::apostrophe:
        push(TokenKind::punctuation, at_, end).mark = '\'';
        return;
      case Sort::open_quote: {
        Token& token = push(TokenKind::punctuation, at_, end);
        token.mark = c.code == 0x2018 || c.code == 0x201A ? '\'' : '"', token.opening = true;
        return;
      }
      case Sort::quote:
        push(TokenKind::punctuation, at_, end).mark = '"';
        return;
      case Sort::ellipsis: {
        Token& token = push(TokenKind::punctuation, at_, end);
        token.mark = '.', token.ellipsis = true;
        return;
      }
      case Sort::digit:
        return foreign_number();
      case Sort::fraction: {
        Token& token = push(TokenKind::fraction, at_, end);
        token.classes = digits_class;
        token.value = fraction_value(c.code);
        return;
      }
      case Sort::currency:
        return symbol(TokenKind::currency, end);
      case Sort::symbol:
        return symbol(TokenKind::punctuation, end);
    }
  }

  void symbol(TokenKind kind, std::size_t end) {
    WordKey key = word_key(text_.substr(at_, end - at_));
    Token& token = push(kind, at_, end);
    token.key = key;
    look_up(token);
    if (kind == TokenKind::currency) token.classes |= currency_code_class;
  }

  void mark() {
    char c = text_[at_];
    if (c == '.' && is_digit(peek(1)) && !glued_to_word()) {
      std::size_t n = digits_from(at_ + 1);
      if (!(text_.size() > at_ + 1 + n && text_[at_ + 1 + n] == '.' && is_digit(peek(n + 2)))) {
        Written number{at_};
        take_decimals(number, at_ + 1, n);
        exponent(number);
        return finish_number(number);
      }
    }
    if (c == '$') return symbol(TokenKind::currency, at_ + 1);
    bool doubled = (c == '`' || c == '\'') && peek(1) == c;
    bool opening = c == '`' || ((c == '"' || c == '\'') && !glued_ && kind_of(peek(1)) != Byte::space);
    std::size_t end = at_ + (doubled ? 2 : 1);
    if (c == '.' && peek(1) == '.') {
      while (end < text_.size() && text_[end] == '.') end++;
    }
    bool double_dash = c == '-' && peek(1) == '-';
    if (double_dash) {
      while (end < text_.size() && text_[end] == '-') end++;
    }
    WordKey key = word_key(text_.substr(at_, 1));
    bool ellipsis = end - at_ > 1 && c == '.';
    Token& token = push(TokenKind::punctuation, at_, end);
    token.mark = c == '`' ? (doubled ? '"' : '\'') : doubled ? '"' : c;
    token.opening = opening;
    token.long_dash = double_dash;
    token.ellipsis = ellipsis;
    token.key = key;
    if (c == '%' || c == '#' || c == '&' || c == '@' || c == '<' || c == '>' || c == '=' || c == '~' || c == '+' ||
        c == '"' || c == '\'')
      look_up(token);
  }

  bool glued_to_word() const {
    return glued_ && !out_.empty() &&
           (out_.back().kind != TokenKind::punctuation && out_.back().kind != TokenKind::currency);
  }

  std::string_view text_;
  const WordTable& words_;
  std::uint64_t month_class_;
  std::vector<Token>& out_;
  std::vector<std::uint32_t>* lines_;
  std::size_t at_ = 0;
  bool glued_ = false;
  bool line_start_ = true;
};

}  // namespace

void tokenise(std::string_view text, const WordTable& words, std::uint64_t month_class, std::vector<Token>& out,
              std::vector<std::uint32_t>* lines) {
  out.clear();
  if (lines) lines->clear();
  out.reserve(text.size() / 4 + 8);
  Tokeniser(text, words, month_class, out, lines).run();
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0x80) {
      i++;
      continue;
    }
    std::size_t length = lead >= 0xF0 && lead <= 0xF4  ? 4
                         : lead >= 0xE0 && lead < 0xF0 ? 3
                         : lead >= 0xC2 && lead < 0xE0 ? 2
                                                       : 0;
    if (length == 0 || i + length > text.size()) return i;
    for (std::size_t k = 1; k < length; k++)
      if ((static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80) return i;
    char32_t code = decode(text, i).code;
    bool overlong = (length == 3 && code < 0x800) || (length == 4 && (code < 0x10000 || code > 0x10FFFF));
    if (overlong || (code >= 0xD800 && code <= 0xDFFF)) return i;
    i += length;
  }
  return std::nullopt;
}

}  // namespace claimcheck
