#include "date_sense.hpp"

#include "role.hpp"
#include "word_set.hpp"

#include <algorithm>
#include <initializer_list>

namespace claimcheck::grammar {
namespace {

template <std::size_t N>
bool among(const Token* token, const WordKey (&keys)[N]) {
  if (!token) return false;
  for (WordKey key : keys)
    if (token->key == key) return true;
  return false;
}

constexpr WordKey time_prepositions[] = {
    word_key("in"),         word_key("since"),   word_key("until"),  word_key("till"),  word_key("by"),
    word_key("of"),         word_key("during"),  word_key("before"), word_key("after"), word_key("from"),
    word_key("through"),    word_key("between"), word_key("to"),     word_key("and"),   word_key("or"),
    word_key("throughout"), word_key("around"),  word_key("circa"),  word_key("late"),  word_key("early"),
    word_key("mid"),        word_key("than"),    word_key("about"),  word_key("for"),   word_key("year"),
    word_key("fiscal"),     word_key("around"),  word_key("over"),   word_key("back")};
constexpr WordKey strong_prepositions[] = {word_key("in"),     word_key("since"),  word_key("until"), word_key("till"),
                                           word_key("during"), word_key("of"),     word_key("late"),  word_key("early"),
                                           word_key("mid"),    word_key("through")};
constexpr WordKey unit_prepositions[] = {
    word_key("in"),         word_key("for"),     word_key("of"),   word_key("during"), word_key("over"),
    word_key("throughout"), word_key("through"), word_key("by"),   word_key("until"),  word_key("since"),
    word_key("from"),       word_key("within"),  word_key("into"), word_key("before"), word_key("after")};
constexpr WordKey plural_units[] = {word_key("days"),      word_key("weeks"),    word_key("months"),
                                    word_key("years"),     word_key("quarters"), word_key("decades"),
                                    word_key("centuries"), word_key("yrs"),      word_key("weekends")};
constexpr WordKey weekday_leads[] = {word_key("on"),    word_key("next"), word_key("last"), word_key("this"),
                                     word_key("until"), word_key("by"),   word_key("from"), word_key("since")};
constexpr WordKey determiners[] = {word_key("the"),  word_key("a"),    word_key("an"),  word_key("his"),
                                   word_key("her"),  word_key("its"),  word_key("our"), word_key("their"),
                                   word_key("this"), word_key("that"), word_key("'s"),  word_key("my")};
constexpr WordKey possessives[] = {word_key("his"), word_key("her"),  word_key("their"), word_key("my"),
                                   word_key("our"), word_key("your"), word_key("its"),   word_key("'s")};
constexpr WordKey numeric_leads[] = {word_key("on"),    word_key("from"),  word_key("between"), word_key("by"),
                                     word_key("since"), word_key("until"), word_key("before"),  word_key("after"),
                                     word_key("or"),    word_key("this"),  word_key("next")};

const Token* before(const DateReading& reading, int steps = 1) {
  return reading.first - reading.sentence_first >= steps ? &reading.first[-steps] : nullptr;
}
const Token* after(const DateReading& reading) {
  return reading.end == reading.sentence_end ? nullptr : &*reading.end;
}
bool lower_case_word(const Token* token) {
  return token && token->kind == TokenKind::word && !token->capital;
}
bool function_word(const Token& token) {
  return token.classes & bits(Category::preposition, Category::conjunction, Category::auxiliary, Category::determiner,
                              Category::pronoun, Category::place_preposition, Category::time_link);
}

bool ambiguous(const DateReading& reading, Category category) {
  for (TokenIterator at = reading.first; at != reading.end; ++at)
    if (Match match = reading.lexicon.match(category, at, reading.end)) return match.lexeme->kind == "ambiguous";
  return false;
}

/// "may", "March", "Dec" alone.
bool month_makes_sense(const DateReading& reading) {
  if (!ambiguous(reading, Category::month)) return true;
  return among(before(reading), strong_prepositions);
}

/// "may 9" in lower case: not "may 9 people".
bool month_and_day_make_sense(const DateReading& reading) {
  if (reading.first->capital || !is(*reading.first, Category::month) || !ambiguous(reading, Category::month))
    return true;
  return before(reading) == nullptr || !lower_case_word(after(reading)) || among(before(reading), weekday_leads);
}

bool weekday_makes_sense(const DateReading& reading) {
  return !ambiguous(reading, Category::weekday) || (reading.first->capital && among(before(reading), weekday_leads));
}

/// Whether a word may be a counted thing: "2000 pieces", "1900 men"; not "the 1996 campaign", "2018 deal".
bool looks_plural(const DateReading& reading, const Token& token) {
  return token.classes & bits(Category::person, Category::thing) || reading.text[token.span.end - 1] == 's';
}

/// "the 1776 founding", but not "the 1600 block", "the 1500 sheep".
bool names_event(const DateReading& reading, int year) {
  static constexpr WordSet leads("the", "its", "his", "her", "their", "'s");
  constexpr int earliest = 1500, century = 100;
  const Token* previous = before(reading);
  const Token* next = after(reading);
  return previous && leads.contains(*previous) && year >= earliest && year < 1900 && year % century != 0 &&
         lower_case_word(next) && !next->glued && !function_word(*next) && !looks_plural(reading, *next);
}

/// A number of four digits is a year after a preposition or a determiner, or where no counted thing follows.
bool year_makes_sense(const DateReading& reading, int year) {
  const Token* previous = before(reading);
  const Token* next = after(reading);
  if (reading.end - reading.first > 1 && reading.first->kind != TokenKind::number) return true;
  if (previous && (previous->kind == TokenKind::currency || previous->mark == '#')) return false;
  if (previous && reading.first->glued &&
      (previous->mark == '-' || previous->mark == '.' || previous->mark == ':' || previous->mark == '/'))
    return false;
  if (next && next->glued &&
      (next->mark == ':' || next->mark == '%' || next->mark == '/' || next->kind == TokenKind::word))
    return false;
  bool measured = next && next->classes & bits(Category::unit, Category::scale, Category::currency);
  if (measured && !function_word(*next)) return false;
  bool led = among(previous, time_prepositions);
  bool counted = lower_case_word(next) && !function_word(*next) && looks_plural(reading, *next);
  bool usual = year >= 1900 && year < 2100;
  if (!usual && names_event(reading, year)) return true;
  if (!usual)
    return led && previous->key != word_key("of") && previous->key != word_key("to") &&
           previous->key != word_key("about") && !counted && !(next && next->capital);
  if (!counted || among(previous, determiners)) return true;
  return led && !(next->classes & bits(Category::person, Category::thing, Category::period_unit));
}

bool season_makes_sense(const DateReading& reading, const YearPart& part) {
  if (part.year || part.unit != PeriodUnit::season || part.lean != Lean::nearest) return true;
  const Token* next = after(reading);
  if (next && next->key == word_key("of")) return false;
  const Token* previous = before(reading);
  bool the = reading.first->key == word_key("the");
  return (the && among(previous, unit_prepositions)) || (!the && among(previous, strong_prepositions)) ||
         (the && reading.first->capital && next && is(*next, Category::auxiliary));
}

/// "the past", "the moment": no date where a clause or a whole goes on with it, or somebody lives in it.
bool vague_noun_makes_sense(const DateReading& reading) {
  static constexpr WordSet lives("live", "lives", "lived", "living", "stuck", "trapped", "mired", "rooted");
  static constexpr WordSet moments("at", "for");
  static constexpr WordSet goes_on("that", "when");
  const Token* next = after(reading);
  const Token* previous = before(reading);
  if (next && next->key == word_key("of")) return false;
  if (reading.end[-1].key == word_key("past")) return !before(reading, 2) || !lives.contains(*before(reading, 2));
  if (reading.end[-1].key != word_key("moment") || !next || next->kind == TokenKind::punctuation) return true;
  if (goes_on.contains(*next) || next->capital || (next->classes & bits(Category::pronoun, Category::determiner)))
    return false;
  return previous && moments.contains(*previous);
}

/// Not "now that he rests", "as soon as he rests".
bool vague_time_makes_sense(const DateReading& reading) {
  const Token& last = reading.end[-1];
  if (last.all_caps) return false;
  if (reading.first->key == word_key("the")) return vague_noun_makes_sense(reading);
  const Token* next = after(reading);
  const Token* previous = before(reading);
  if (last.key == word_key("now")) return !next || next->key != word_key("that");
  return last.key != word_key("soon") || !previous || previous->key != word_key("as");
}

/// "the last minute", "this hour", "the season": no days that a claim could be dated by.
bool is_short(PeriodUnit unit) {
  return unit < PeriodUnit::day || unit == PeriodUnit::business_day || unit == PeriodUnit::season ||
         unit == PeriodUnit::half;
}

bool unit_makes_sense(const DateReading& reading, const UnitReference& reference) {
  if (is_short(reference.unit)) return false;
  if (among(&reading.end[-1], plural_units)) return false;
  const Token* previous = before(reading);
  if (previous && previous->mark == '"' && reading.end[-1].capital) return false;  // the programme "This Week"
  bool plain = reading.end - reading.first == 2 && reading.first->key == word_key("the");
  if (!plain) return true;
  if (reference.unit == PeriodUnit::quarter || reference.unit == PeriodUnit::weekend ||
      reference.unit == PeriodUnit::fortnight)
    return true;
  if (reference.unit == PeriodUnit::decade || reference.unit == PeriodUnit::century) return false;
  const Token* next = after(reading);
  if (next && next->key == word_key("of")) return false;
  return among(before(reading), unit_prepositions);
}

bool numeric_makes_sense(const DateReading& reading, const CalendarDate& date) {
  if (date.year || date.weekday) return true;
  const Token* next = after(reading);
  const Token* previous = before(reading);
  bool on = previous && previous->key == word_key("on") && next && next->key != word_key("of");
  return among(previous, numeric_leads) && (!lower_case_word(next) || (on && function_word(*next)));
}

/// "138-2010-2015", "2015-1-32": a piece of a longer run of digits.
bool joined_to_digits(const DateReading& reading) {
  const Token* previous = before(reading);
  const Token* earlier = before(reading, 2);
  if (previous && previous->kind == TokenKind::currency && reading.first->kind == TokenKind::number) return true;
  if (reading.sentence_end - reading.end >= 2 && reading.end->glued && reading.end->mark == '-' &&
      !reading.end->long_dash && reading.end[1].glued && reading.end[1].kind == TokenKind::number &&
      reading.end[-1].kind == TokenKind::number)
    return true;
  return previous && reading.first->glued && reading.first->kind == TokenKind::number && previous->mark == '-' &&
         previous->glued && earlier && earlier->kind == TokenKind::number;
}

/// "every | 30 days beginning June 30", "30 euros | a year starting January 1": how often, not how long.
bool repeats(const DateReading& reading) {
  const Token* previous = before(reading);
  if (!previous || !std::holds_alternative<DateRange>(reading.term.form)) return false;
  bool one = reading.first->key == word_key("a") || reading.first->key == word_key("an");
  bool paid = previous->classes & (digits_class | bits(Category::currency, Category::unit, Category::scale));
  return previous->key == word_key("every") || (one && paid);
}

/// "after '60 Minutes' aired"
bool opens_title(const DateReading& reading) {
  auto* date = std::get_if<CalendarDate>(&reading.term.form);
  const Token* next = after(reading);
  return date && date->short_year && !date->month && next && next->kind == TokenKind::word && next->capital;
}

bool calendar_date_makes_sense(const DateReading& reading, const CalendarDate& date) {
  if (date.lean == Lean::same && date.weekday && !date.day)
    return !ambiguous(reading, Category::weekday);  // "that Sun"
  if (date.lean != Lean::nearest) {
    bool capital = (reading.end[-1].capital || reading.end[-1].kind != TokenKind::word);
    return capital || !date.month || date.day || date.year || !ambiguous(reading, Category::month);
  }
  if (date.either_order) return numeric_makes_sense(reading, date);
  if (date.weekday) return date.day || date.month || weekday_makes_sense(reading);
  if (date.month && date.day && !date.year) return month_and_day_make_sense(reading);
  if (date.month && !date.year) return month_makes_sense(reading);
  if (date.short_year && !date.month) return among(before(reading), time_prepositions);
  if (date.year && !date.month) return year_makes_sense(reading, *date.year);
  if (date.day && !date.month) return among(before(reading), weekday_leads) && !lower_case_word(after(reading));
  return true;
}

bool looks_ahead(const DateReading&);

/// "two weeks before the election" counts from something that is no date: only "the day before" it is worth a row.
bool offset_makes_sense(DateReading& reading, Offset& offset) {
  const Token* next = after(reading);
  WordKey link = reading.end[-1].key;
  bool of_event = link == word_key("before") || link == word_key("after");
  if (offset.from == Offset::From::mentioned && of_event && next && next->kind != TokenKind::punctuation) {
    bool one = reading.first->key == word_key("the") || reading.first->key == word_key("a");
    if (!one || reading.end - reading.first != 3) return false;
    offset.vague = true;
    --reading.end;
  }
  if (reading.first->key == word_key("in") && offset.amounts[0].count == 0 &&
      is(reading.first[1], Category::period_unit))
    return false;
  if (reading.first->key == word_key("in"))
    return reading.first[1].key != word_key("the") && (looks_ahead(reading) || link == word_key("time"));
  return true;
}

/// "after Thursday's attack", "before the 2016 vote": the date belongs to the noun, and is not one side of a time.
void trim_opening(DateReading& reading) {
  Opening opening = reading.term.opening;
  if (opening != Opening::before && opening != Opening::after) return;
  const Token* next = after(reading);
  if (!next || (next->kind != TokenKind::clitic && !std::holds_alternative<CalendarDate>(reading.term.form))) return;
  if (next->kind != TokenKind::clitic && !(lower_case_word(next) && !function_word(*next))) return;
  Match match = reading.lexicon.match(Category::time_link, "opening", reading.first, reading.end);
  if (!match) return;
  reading.term.opening = Opening::closed;
  reading.first = match.end;
  if (reading.first->key == word_key("the") && reading.end - reading.first > 1) ++reading.first;
}

/// "the lead-up | to Tuesday": the day before which it stands.
void trim_noun_before(DateReading& reading) {
  if (reading.term.opening != Opening::until || reading.first->key != word_key("up") || !reading.first->glued) return;
  const Token* hyphen = before(reading);
  if (!hyphen || hyphen->mark != '-') return;
  constexpr std::ptrdiff_t up_to = 2;
  reading.term.opening = Opening::closed;
  reading.first += std::min(up_to, reading.end - reading.first - 1);
  if (reading.first->key == word_key("the") && reading.end - reading.first > 1) ++reading.first;
}

/// "the | late-day selling": the article is the noun's.
void trim_article(DateReading& reading) {
  constexpr std::ptrdiff_t compound = 4;
  const Token* next = after(reading);
  if (reading.end - reading.first != compound || reading.first->key != word_key("the")) return;
  if (reading.first[2].mark == '-' && lower_case_word(next) && !function_word(*next)) ++reading.first;
}

/// "for three days from today": those days, not the day three days on.
void count_from_start(DateReading& reading) {
  auto* offset = std::get_if<Offset>(&reading.term.form);
  if (!offset || offset->from != Offset::From::date || offset->size != 1 || offset->vague) return;
  const Token* previous = before(reading);
  bool from = std::any_of(reading.first, reading.end, [](const Token& token) { return token.key == word_key("from"); });
  if (!previous || previous->key != word_key("for") || !from) return;
  Offset end = *offset;
  end.amounts[end.size++] = {-1, PeriodUnit::day};
  DateTermRef start = end.date;
  reading.term.form = DateRange{start, std::make_shared<const DateTerm>(DateTerm{end})};
}

/// "the month before", "the week after": the whole of it.
void fill_unit(DateReading& reading) {
  static constexpr WordSet links("before", "after", "earlier", "later", "prior");
  auto* offset = std::get_if<Offset>(&reading.term.form);
  bool counted = offset && offset->from == Offset::From::mentioned && offset->size == 1 && !offset->vague;
  constexpr std::ptrdiff_t words = 3;
  if (!counted || reading.end - reading.first != words || reading.first->key != word_key("the")) return;
  PeriodUnit unit = offset->amounts[0].unit;
  if (unit < PeriodUnit::week || !links.contains(reading.end[-1])) return;
  reading.term.form = WeekOf{std::make_shared<const DateTerm>(DateTerm{*offset}), unit};
}

/// "will | not open until March", "didn't pay until Friday": the denial, or the phrase where there is none.
TokenIterator denial_of_until(const DateReading& reading) {
  static constexpr WordSet until("until", "till");
  static constexpr WordSet denials("not", "never", "cannot", "can't", "won't", "don't", "doesn't", "didn't", "isn't",
                                   "aren't", "wasn't", "weren't", "hasn't", "haven't", "hadn't", "wouldn't",
                                   "shouldn't", "couldn't");
  static constexpr WordSet new_clause("is", "are", "was", "were", "will", "would", "has", "had", "that", "because",
                                      "but", "if", "whether", "which", "who");
  constexpr std::ptrdiff_t reach = 12;
  if (!until.contains(*reading.first)) return reading.first;
  for (TokenIterator at = reading.first; at != reading.sentence_first && reading.first - at < reach;) {
    --at;
    if (denials.contains(*at)) {
      bool bare = at->key == word_key("not") && (at == reading.sentence_first || !is(at[-1], Category::auxiliary));
      return bare ? reading.first : at;
    }
    bool joined = at->mark == '-' && !at->long_dash;
    if ((at->kind == TokenKind::punctuation && !joined) || new_clause.contains(*at)) return reading.first;
  }
  return reading.first;
}

/// "didn't open until March", "was not open until March"
bool was_denied(const DateReading& reading) {
  static constexpr WordSet past("didn't", "wasn't", "weren't", "hadn't", "did", "was", "were", "had");
  TokenIterator denial = denial_of_until(reading);
  if (denial == reading.first) return false;
  return past.contains(*denial) || (denial != reading.sentence_first && past.contains(denial[-1]));
}

/// "revised Friday to December's level": a weekday and a month are not two ends.
bool range_makes_sense(const DateRange& range) {
  // "the year through September"
  auto* unit = std::get_if<UnitReference>(&range.from->form);
  if (unit && unit->lean == Lean::current && std::holds_alternative<CalendarDate>(range.to->form)) return false;
  auto* offset = std::get_if<Offset>(&range.from->form);
  bool run = offset && offset->date == range.to;  // "the year to March"
  if ((offset && !run) || std::holds_alternative<Window>(range.from->form)) return false;
  auto* from = std::get_if<CalendarDate>(&range.from->form);
  auto* to = std::get_if<CalendarDate>(&range.to->form);
  if (!from || !to) return true;
  auto weekday_only = [](const CalendarDate& d) { return d.weekday && !d.day; };
  return weekday_only(*from) == weekday_only(*to) || to->day || from->day;
}

/// Not "in her 70s", "in his late 40s", "in his thirties".
bool group_makes_sense(const DateReading& reading) {
  if (std::get<YearGroup>(reading.term.form).precision == Precision::century) return true;
  auto two_digits = [](const Token& token) { return token.kind == TokenKind::number && token.digits == 2; };
  TokenIterator number = std::find_if(reading.first, reading.end, two_digits);
  auto written = [](const Token& token) { return token.kind == TokenKind::number; };
  bool in_words = number == reading.end;  // "in his thirties"
  if (in_words && std::any_of(reading.first, reading.end, written)) return true;
  TokenIterator decade =
      std::min(reading.first, before_decade(in_words ? reading.end - 1 : number, reading.sentence_first));
  return decade == reading.sentence_first || !among(&decade[-1], possessives);
}

struct Sense {
  DateReading& reading;

  bool operator()(const CalendarDate& date) const { return calendar_date_makes_sense(reading, date); }
  bool operator()(const YearPart& part) const { return season_makes_sense(reading, part); }
  bool operator()(const UnitReference& unit) const { return unit_makes_sense(reading, unit); }
  bool operator()(Offset& offset) const { return offset_makes_sense(reading, offset); }
  bool operator()(const Window& window) const {
    return window.unit != PeriodUnit::season && window.unit != PeriodUnit::half;
  }
  bool operator()(const VagueTime&) const { return vague_time_makes_sense(reading); }
  bool operator()(const DateRange& range) const { return range_makes_sense(range); }
  template <class Other>
  bool operator()(const Other&) const {
    return true;
  }
};

constexpr WordKey were[] = {word_key("was"), word_key("were"), word_key("had")};
constexpr WordKey past_verbs[] = {
    word_key("was"),   word_key("were"),  word_key("had"),    word_key("did"),     word_key("rose"), word_key("fell"),
    word_key("began"), word_key("came"),  word_key("went"),   word_key("took"),    word_key("made"), word_key("won"),
    word_key("lost"),  word_key("led"),   word_key("left"),   word_key("brought"), word_key("met"),  word_key("told"),
    word_key("saw"),   word_key("found"), word_key("bought"), word_key("sold"),    word_key("held"), word_key("gave"),
    word_key("paid"),  word_key("ran")};
/// "rose", "was", "closed"; not "is closed".
bool past_verb(const DateReading& reading, TokenIterator at) {
  static constexpr WordSet present("is", "are", "be", "been", "being");
  if (among(&*at, past_verbs)) return true;
  bool ends_in_ed = at->span.size() > 4 && !at->capital && reading.text.substr(at->span.end - 2, 2) == "ed";
  return ends_in_ed && (at == reading.sentence_first || !present.contains(at[-1]));
}

/// "the lead-up to Tuesday"
bool stands_before(const DateReading& reading) {
  const Token* up = before(reading, 2);
  return up && up->key == word_key("up") && up->glued && before(reading)->key == word_key("to");
}

/// "due to | report on Friday", "will | tell the court on Friday"; not "declined to | say".
bool is_to_be_said(const DateReading& reading, TokenIterator verb) {
  constexpr std::ptrdiff_t arranged_to = 2;
  if (verb == reading.sentence_first) return false;
  if (verb[-1].key == word_key("will")) return true;
  return verb - reading.sentence_first >= arranged_to && verb[-1].key == word_key("to") &&
         reading.lexicon.match(Category::time_link, "looks_ahead", verb - arranged_to, reading.sentence_end);
}

/// "was | scheduled to meet on Friday" is told before that Friday, "had been scheduled" and "was planning" behind it.
bool is_to_come(const DateReading& reading, TokenIterator arranged) {
  static constexpr WordSet told_before("scheduled", "slated", "due", "set", "expected");
  if (arranged == reading.sentence_first) return true;
  const Token& previous = arranged[-1];
  const Token* next = after(reading);
  bool done_then = next && next->key == word_key("to");  // "was scheduled on Friday to fly"
  if (among(&previous, were)) return previous.key != word_key("had") && told_before.contains(*arranged) && !done_then;
  constexpr std::ptrdiff_t had_been = 2;
  bool was_over = previous.key == word_key("been") && arranged - reading.sentence_first >= had_been &&
                  arranged[-had_been].key == word_key("had");
  return !was_over;
}

/// "On Tuesday, the court will ..."
bool will_follow(const DateReading& reading) {
  for (TokenIterator at = reading.end; at != reading.sentence_end && at - reading.end < 15; ++at) {
    if (reading.lexicon.match(Category::speech, at, reading.sentence_end)) return false;
    if (at->key == word_key("will") || at->key == word_key("won't")) return true;
  }
  return false;
}

/// "was killed on July 30", "died on July 30", "since July 30": that day is over.
bool tells_of_day(const DateReading& reading) {
  static constexpr WordSet befell("died", "happened", "occurred", "crashed", "collapsed", "erupted");
  static constexpr WordSet passives("was", "were");
  constexpr std::ptrdiff_t reach = 8;
  if (reading.term.opening == Opening::since) return reading.first->key == word_key("since");
  const Token* on = before(reading);
  if (reading.term.opening != Opening::closed || !on || on->key != word_key("on")) return false;
  bool done = false;
  for (TokenIterator at = reading.first - 1; at != reading.sentence_first && reading.first - at < reach;) {
    --at;
    if (befell.contains(*at)) return true;
    if (passives.contains(*at)) return done;
    if (at->key == word_key("to")) return false;
    if (at->kind == TokenKind::punctuation || (at->classes & bits(Category::conjunction, Category::speech)))
      return false;
    done |= is(*at, Category::event);
  }
  return false;
}

/// Whether the sentence tells, round a bare month or day, of what was.
bool looks_back(const DateReading& reading) {
  auto* date = std::get_if<CalendarDate>(&reading.term.form);
  if (!date || !date->month || date->year || date->lean != Lean::nearest) return false;
  if (date->day) return tells_of_day(reading);
  for (TokenIterator at = reading.sentence_first; at != reading.sentence_end; ++at)
    if (at->kind == TokenKind::word && past_verb(reading, at)) return true;
  return false;
}

/// "Until Wednesday, 14 people had died", "had been shut until Wednesday"; not "had until Wednesday to pay".
bool had_been_by_then(const DateReading& reading) {
  constexpr std::uint64_t others = bits(Category::determiner, Category::preposition, Category::conjunction);
  for (TokenIterator at = reading.sentence_first; at != reading.sentence_end; ++at) {
    if (at->key == word_key("will") || at->key == word_key("would")) return false;
    if (at->key != word_key("had") || at + 1 == reading.first || at + 1 == reading.sentence_end) continue;
    if (at[1].kind == TokenKind::word && !(at[1].classes & others) && at[1].key != word_key("to")) return true;
  }
  return false;
}

/// "the Oct. 7 | attack": what was, whatever the sentence looks ahead to.
bool names_past_event(const DateReading& reading) {
  static constexpr WordSet events("attack", "attacks", "bombing", "bombings", "shooting", "shootings", "killing",
                                  "killings", "massacre", "blast", "blasts", "explosion", "explosions", "crash",
                                  "collapse", "earthquake", "quake", "raid", "raids", "ambush", "assault", "riot",
                                  "riots", "stabbing", "stabbings", "derailment", "sinking", "landslide", "incident",
                                  "clashes", "assassination", "murder", "murders", "hijacking", "coup");
  constexpr std::ptrdiff_t reach = 4;
  if (reading.end == reading.sentence_end || reading.end->kind != TokenKind::word) return false;
  auto* date = std::get_if<CalendarDate>(&reading.term.form);
  bool day = date && date->month && date->day && !date->year && date->lean == Lean::nearest;
  if (!day || function_word(*reading.end)) return false;
  const Token* previous = before(reading);
  bool known = reading.first->key == word_key("the") ||
               (previous && (previous->kind == TokenKind::clitic || among(previous, determiners)));
  if (!known || reading.term.opening != Opening::closed) return false;
  for (TokenIterator at = reading.end; at != reading.sentence_end && at - reading.end < reach; ++at) {
    if (events.contains(*at)) return true;
    bool joined = at->mark == '-' && at->glued;
    if (!joined && (at->kind != TokenKind::word || function_word(*at))) return false;
  }
  return false;
}

/// "the Sept. 11 | attacks" are those of 2001, as 9/11 is.
void name_year(DateReading& reading) {
  constexpr std::ptrdiff_t reach = 3;
  auto& date = std::get<CalendarDate>(reading.term.form);
  bool attacks = std::any_of(reading.end, reading.end + std::min(reach, reading.sentence_end - reading.end),
                             [](const Token& token) { return token.key == word_key("attacks"); });
  if (attacks && date.month == 9 && date.day == 11) date.year = 2001;
}

/// Whether the verb nearest to the phrase in its clause, or in what follows it, tells of what was.
bool verb_tells_past(const DateReading& reading) {
  static constexpr WordSet to_come("to", "may", "might", "could", "can", "should", "must", "is", "are", "be");
  auto ends = [](const Token& token) { return token.mark == ';' || token.mark == '"'; };
  auto tells = [&](TokenIterator at) { return past_verb(reading, at) || is(*at, Category::event); };
  for (TokenIterator at = reading.first; at != reading.sentence_first;) {
    --at;
    if (ends(*at)) break;
    if (to_come.contains(*at)) return false;
    if (tells(at)) return at == reading.sentence_first || !to_come.contains(at[-1]);
  }
  for (TokenIterator at = reading.end; at != reading.sentence_end && !ends(*at); ++at) {
    if (to_come.contains(*at)) return false;
    if (tells(at)) return true;
  }
  return false;
}

/// "were killed over the | weekend": the one just over.
bool weekend_is_over(const DateReading& reading) {
  static constexpr WordSet leads("over", "at", "on", "during");
  auto* unit = std::get_if<UnitReference>(&reading.term.form);
  bool weekend = unit && unit->unit == PeriodUnit::weekend && unit->lean == Lean::current;
  const Token* previous = before(reading);
  const Token* next = after(reading);
  bool led = (previous && leads.contains(*previous)) || (next && next->kind == TokenKind::clitic);
  return weekend && led && reading.first->key == word_key("the") && verb_tells_past(reading);
}

/// "fell in the last three months of the year": not those of a year that is not over.
bool part_is_over(const DateReading& reading) {
  auto* part = std::get_if<Nth>(&reading.term.form);
  bool of_the_year = part && reading.end - reading.first > 2 && reading.end[-2].key == word_key("the");
  return of_the_year && verb_tells_past(reading);
}

/// Whether the sentence, before the phrase, speaks of what is to come ("will meet Thursday").
bool looks_ahead(const DateReading& reading) {
  const Token* previous = before(reading);
  if (stands_before(reading)) return true;
  bool open_end = reading.term.opening == Opening::until || reading.term.opening == Opening::by;
  if (open_end) return !was_denied(reading) && !had_been_by_then(reading);
  bool to_month = previous && (previous->key == word_key("by") || previous->key == word_key("through"));
  if (to_month && is(*reading.first, Category::month)) return true;
  bool an_end = reading.term.part == Part::end || reading.first->key == word_key("year");  // "by year-end"
  bool by_end = previous && previous->key == word_key("by") && an_end;
  if (by_end && !is(reading.end[-1], Category::weekday) && !looks_back(reading)) return true;
  for (TokenIterator at = reading.first; at != reading.sentence_first && reading.first - at < 24;) {
    --at;
    if (at->mark == ';' || at->mark == ',' || at->mark == '"') return false;
    if (reading.lexicon.match(Category::speech, at, reading.sentence_end) && !is_to_be_said(reading, at)) return false;
    if (reading.lexicon.match(Category::time_link, "looks_ahead", at, reading.sentence_end))
      return is_to_come(reading, at);
  }
  return reading.first - reading.sentence_first <= 1 && will_follow(reading);
}

/// "until September", "by September", "through September": a side of time that what was may have too.
bool names_an_end(const DateReading& reading) {
  static constexpr WordSet ends("by", "through");
  const Token* previous = before(reading);
  return reading.term.opening == Opening::until ||
         (reading.term.opening == Opening::closed && previous && ends.contains(*previous));
}

/// "shut through September", of what is not over.
bool ends_ahead(const DateReading& reading) {
  auto* date = std::get_if<CalendarDate>(&reading.term.form);
  return names_an_end(reading) && date && date->month && !date->day && !date->year && !looks_back(reading) &&
         !was_denied(reading);
}

/// "was scheduled for Friday": it may be over.
bool was_arranged(const DateReading& reading) {
  auto* date = std::get_if<CalendarDate>(&reading.term.form);
  if (!date || !date->weekday || date->day || date->month) return false;
  constexpr std::ptrdiff_t reach = 24;
  for (TokenIterator at = reading.first; at != reading.sentence_first && reading.first - at < reach;) {
    --at;
    if (at->mark == ';' || at->mark == ',' || at->mark == '"') return false;
    if (reading.lexicon.match(Category::time_link, "looks_ahead", at, reading.sentence_end))
      return at != reading.sentence_first && among(&at[-1], were);
  }
  return false;
}

void close_denied(DateReading& reading) {
  if (reading.term.opening == Opening::until && denial_of_until(reading) != reading.first)
    reading.term.opening = Opening::closed;
}

}  // namespace

bool makes_sense(DateReading& reading) {
  trim_opening(reading);
  trim_noun_before(reading);
  trim_article(reading);
  if (joined_to_digits(reading) || repeats(reading) || opens_title(reading)) return false;
  if (std::holds_alternative<YearGroup>(reading.term.form) && !group_makes_sense(reading)) return false;
  if (reading.term.opening != Opening::closed || reading.term.part != Part::whole) {
    auto* unit = std::get_if<UnitReference>(&reading.term.form);
    return !unit || !is_short(unit->unit);
  }
  if (!std::visit(Sense{reading}, reading.term.form)) return false;
  count_from_start(reading);
  fill_unit(reading);
  return true;
}

Direction direction_of(DateReading& reading) {
  if (names_past_event(reading)) {
    name_year(reading);
    return {.ahead = false, .past = true};
  }
  Direction found;
  found.ahead = looks_ahead(reading);
  found.past = found.ahead ? was_arranged(reading) || (names_an_end(reading) && looks_back(reading))
                           : looks_back(reading) || weekend_is_over(reading) || part_is_over(reading);
  bool to_come = ends_ahead(reading);
  close_denied(reading);
  if (to_come && reading.term.opening == Opening::closed) reading.term.opening = Opening::by;
  return found;
}

}  // namespace claimcheck::grammar
