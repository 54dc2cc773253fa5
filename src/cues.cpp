#include "cues.hpp"

#include "words.hpp"

#include <algorithm>
#include <array>

namespace claimcheck {
namespace {

using Words = std::vector<PlainWord>;

/// Words to look at on either side of a figure, an attacker, a date.
constexpr std::size_t far = 14, near = 4, beside = 2;

Words words_before_figure(const Statement& statement) {
  const Claim& claim = *statement.claim;
  std::uint32_t begin = claim.sentence.begin, end = std::max(begin, claim.quantity.span.begin);
  return plain_words(Span{begin, end}.of(statement.text()));
}
Words words_behind_figure(const Statement& statement) {
  const Claim& claim = *statement.claim;
  std::uint32_t end = claim.sentence.end, begin = std::min(end, claim.quantity.span.end);
  return plain_words(Span{begin, end}.of(statement.text()));
}

bool is_attacker(const PlainWord& word, const Lexicon& lexicon) {
  return lexicon.words().classes(word.key) & bit(Category::attacker);
}

/// "The gunman's mother" is not the gunman.
bool is_owner(const Words& words, std::size_t at) {
  return at + 1 < words.size() && words[at + 1].key == word_key("s");
}

/// "Including the gunman", "counting two suspected attackers"; not "not including the gunman", "including a friend of
/// the gunman".
bool includes_attacker(const Words& words, std::size_t at, const Rules& rules, const Lexicon& lexicon) {
  if (!rules.is_cue("including", words[at].key)) return false;
  if (at > 0 && words[at - 1].key == word_key("not")) return false;
  for (std::size_t i = at + 1; i < std::min(words.size(), at + 1 + near); i++) {
    if (is_attacker(words[i], lexicon)) return !is_owner(words, i);
    if (lexicon.words().classes(words[i].key) & bit(Category::preposition)) return false;
  }
  return false;
}

/// "The gunman among them", "the gunman was among the dead".
bool is_among_them(const Words& words, std::size_t at, const Rules& rules) {
  for (std::size_t i = at + 1; i < std::min(words.size(), at + 1 + beside + 1); i++)
    if (rules.is_cue("among", words[i].key)) return !is_owner(words, at);
  return false;
}

/// "Among the eight dead in Columbus was the gunman".
bool follows_among(const Words& before, const Words& behind, const Rules& rules, const Lexicon& lexicon) {
  auto last = before.end() - static_cast<std::ptrdiff_t>(std::min(before.size(), beside));
  if (std::none_of(last, before.end(), [&](const PlainWord& word) { return rules.is_cue("among", word.key); }))
    return false;
  auto is_verb = [&](std::size_t i) { return lexicon.words().classes(behind[i].key) & bit(Category::auxiliary); };
  for (std::size_t i = beside; i < std::min(behind.size(), far); i++)
    if (is_attacker(behind[i], lexicon) && (is_verb(i - 1) || is_verb(i - 2))) return !is_owner(behind, i);
  return false;
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

/// The last words written with a capital that stand side by side before the figure.
std::vector<WordKey> nearest_name(const Statement& statement) {
  std::string_view text = statement.text();
  const Claim& claim = *statement.claim;
  std::string_view before = Span{claim.sentence.begin, claim.quantity.span.begin}.of(text);
  Words words = plain_words(before);
  std::vector<WordKey> name;
  for (std::size_t i = words.size(); i-- > 0;) {
    bool capital = is_capital(before[words[i].span.begin]) && words[i].span.size() > 1;
    if (capital)
      name.push_back(words[i].key);
    else if (!name.empty())
      break;
  }
  return name;
}

}  // namespace

Moved moved(const Statement& statement, const Rules& rules) {
  constexpr std::size_t shortest = 3;  // "to "
  std::uint32_t begin = statement.claim->quantity.span.begin;
  std::string_view text = statement.text();
  if (begin < shortest || text.substr(begin - shortest, shortest) != "to ") return Moved::no;
  Words words = words_before_figure(statement);
  for (std::size_t i = words.size(); i-- > words.size() - std::min(words.size(), far);) {
    if (rules.is_cue("risen", words[i].key)) return Moved::up;
    if (rules.is_cue("lowered", words[i].key)) return Moved::down;
    if (rules.is_cue("revised", words[i].key)) return Moved::revised;
  }
  return Moved::no;
}

bool counts_attackers(const Statement& statement, const Rules& rules, const Lexicon& lexicon) {
  auto words = plain_words(statement.sentence());
  if (std::none_of(words.begin(), words.end(), [&](const PlainWord& word) { return is_attacker(word, lexicon); }))
    return false;
  Words behind = words_behind_figure(statement);
  for (std::size_t i = 0; i < behind.size(); i++) {
    if (includes_attacker(behind, i, rules, lexicon)) return true;
    if (is_attacker(behind[i], lexicon) && is_among_them(behind, i, rules)) return true;
  }
  Words before = words_before_figure(statement);
  for (std::size_t i = before.size() - std::min(before.size(), near + beside); i < before.size(); i++)
    if (is_attacker(before[i], lexicon) && is_among_them(before, i, rules)) return true;
  return follows_among(before, behind, rules, lexicon);
}

bool counts_those_aboard(const Statement& statement, const Rules& rules) {
  if (statement.claim->event != "count") return false;
  Words before = words_before_figure(statement), behind = words_behind_figure(statement);
  auto says = [&](const PlainWord& word) { return rules.is_cue("aboard", word.key); };
  auto first = before.end() - static_cast<std::ptrdiff_t>(std::min<std::size_t>(before.size(), 1));
  auto last = behind.begin() + static_cast<std::ptrdiff_t>(std::min(behind.size(), near));
  return std::any_of(first, before.end(), says) || std::any_of(behind.begin(), last, says);
}

DayPart day_part(const Statement& statement, const Rules& rules) {
  DayPart part;
  const auto& when = statement.claim->when;
  if (!when) return part;
  std::string_view text = statement.text();
  auto note = [&](const PlainWord& word) {
    part.early |= rules.is_cue("early", word.key);
    part.late |= rules.is_cue("late", word.key);
  };
  std::uint32_t begin = std::min(statement.claim->sentence.begin, when->span.begin);
  Words before = plain_words(Span{begin, when->span.begin}.of(text)), own = plain_words(when->span.of(text));
  for (std::size_t i = before.size() - std::min(before.size(), beside); i < before.size(); i++) note(before[i]);
  for (const PlainWord& word : own) note(word);
  return part;
}

bool exclude(DayPart a, DayPart b) {
  auto only_early = [](DayPart part) { return part.early && !part.late; };
  auto only_late = [](DayPart part) { return part.late && !part.early; };
  return (only_early(a) && only_late(b)) || (only_late(a) && only_early(b));
}

std::string_view region_behind_place(const Statement& statement, const Gazetteer& gazetteer) {
  constexpr std::size_t longest = 3;
  const auto& place = statement.claim->place;
  if (!place) return {};
  std::string_view rest = statement.text().substr(std::min<std::size_t>(place->span.end, statement.text().size()));
  if (!rest.starts_with(", ")) return {};
  rest.remove_prefix(2);
  std::string_view name = rest.substr(0, rest.find_first_of(",.;:()\n"));
  while (name.ends_with(' ')) name.remove_suffix(1);
  Words words = plain_words(name);
  bool capitals =
      std::all_of(words.begin(), words.end(), [&](const PlainWord& word) { return is_capital(name[word.span.begin]); });
  bool in_list = rest.substr(name.size()).starts_with(", and");
  return capitals && !in_list && words.size() <= longest && gazetteer.knows(name) ? name : std::string_view();
}

bool name_one_owner(const Statement& a, const Statement& b) {
  auto first = nearest_name(a), second = nearest_name(b);
  return std::any_of(first.begin(), first.end(),
                     [&](WordKey word) { return std::find(second.begin(), second.end(), word) != second.end(); });
}

}  // namespace claimcheck
