#include "published.hpp"

#include <algorithm>

namespace claimcheck {
namespace {

/// A full date that stands where an article would give its own.
struct Candidate {
  const DateExpression* expression;
  const CalendarDate* date;
  PublishedSource source;
};

/// "12.05.2026": with full stops the day stands first.
bool is_dotted(const Segmented& text, const DateExpression& expression) {
  return text.tokens[expression.tokens.begin + 1].mark == '.';
}

std::optional<Day> read_as(CalendarDate date, bool day_first) {
  if (!date.year) return std::nullopt;
  if (date.short_year) date.year = *date.year + 2000;
  if (date.either_order && day_first) std::swap(date.month, date.day);
  return make_day(*date.year, date.month, date.day);
}
bool full(const CalendarDate& date) {
  return date.year && date.month && date.day;
}

/// An article's lines: from the token that begins the line to the next one that does.
class Lines {
 public:
  explicit Lines(const Segmented& text) : text_(text) {}

  std::uint32_t first(std::uint32_t index) const {
    while (index > 0 && !text_.tokens[index].line_start) index--;
    return index;
  }
  std::uint32_t last(std::uint32_t index) const {
    std::uint32_t end = index;
    while (end < text_.tokens.size() && (end == index || !text_.tokens[end].line_start)) end++;
    return end;
  }
  std::uint32_t number(std::uint32_t index) const {
    return static_cast<std::uint32_t>(
        std::count_if(text_.tokens.begin(), text_.at(index), [](const Token& t) { return t.line_start; }));
  }

 private:
  const Segmented& text_;
};

class PublishedFinder {
 public:
  PublishedFinder(const Segmented& text, const std::vector<DateExpression>& dates, const Lexicon& lexicon)
      : text_(text), dates_(dates), lexicon_(lexicon), lines_(text) {}

  PublishedDate find(std::optional<Day> told, DateOrder setting) {
    collect();
    PublishedDate out;
    out.order = order(told);
    for (const Candidate& candidate : candidates_)
      if (candidate.source > out.source) out.source = candidate.source, chosen_ = candidate;
    if (out.source == PublishedSource::none) return out;
    out.span = text_.span(chosen_.expression->tokens);
    DateOrder used = out.order != DateOrder::unknown ? out.order : setting;
    if (used == DateOrder::unknown && is_dotted(text_, *chosen_.expression)) used = DateOrder::day_first;
    auto month_first = read_as(*chosen_.date, false), day_first = read_as(*chosen_.date, true);
    if (!month_first || !day_first || month_first == day_first) {
      out.day = month_first ? month_first : day_first;
    } else if (used == DateOrder::unknown) {
      out.ambiguous_order = true;
    } else {
      out.day = used == DateOrder::day_first ? day_first : month_first;
    }
    out.confirmed = out.day && (out.day == told || confirmed(*out.day));
    return out;
  }

 private:
  const Token& token(std::uint32_t index) const { return text_.tokens[index]; }

  bool is_time(const Token& t) const {
    return t.kind == TokenKind::number || t.kind == TokenKind::punctuation || t.kind == TokenKind::alphanumeric ||
           lexicon_.match(Category::residue, "zone", text_.tokens.begin() + (&t - text_.tokens.data()),
                          text_.tokens.end());
  }
  /// Whether nothing but a time of day follows on the line; `timed` if one does.
  bool ends_line(std::uint32_t from, bool& timed) const {
    std::uint32_t end = lines_.last(from - 1);
    for (std::uint32_t i = from; i < end; i++) {
      if (token(i).mark == '|' || (token(i).mark == '/' && !token(i).glued)) return true;
      if (!is_time(token(i))) return false;
      timed |= token(i).kind == TokenKind::number;
    }
    return true;
  }

  /// The stamp ("Issued on:") right before the date, on its line.
  std::optional<PublishedSource> stamp(std::uint32_t date, std::uint32_t line) const {
    for (std::uint32_t at = date; at > line && date - at < 8;) {
      at--;
      Match match = lexicon_.match(Category::residue, "stamp", text_.at(at), text_.at(date));
      if (!match || date - (match.end - text_.tokens.begin()) > 4) continue;
      const Token* previous = at > line ? &token(at - 1) : nullptr;
      bool begins = !previous || previous->kind == TokenKind::number || previous->mark == '|' ||
                    previous->mark == '-' || previous->mark == ')';
      if (!begins) continue;
      WordKey key = token(at).key;
      bool later = key == word_key("updated") || key == word_key("modified") || key == word_key("last");
      return later ? PublishedSource::updated : PublishedSource::stamp;
    }
    return std::nullopt;
  }

  std::optional<PublishedSource> source(const DateExpression& expression) const {
    std::uint32_t begin = expression.tokens.begin, line = lines_.first(begin);
    bool timed = false, ends = ends_line(expression.tokens.end, timed);
    std::uint32_t rest = lines_.last(expression.tokens.end - 1) - expression.tokens.end;
    if (auto found = stamp(begin, line); found && rest < 16) return found;
    if (ends && token(line).key == word_key("by") && begin - line < 20) return PublishedSource::byline;
    if (begin > 600 || lines_.number(begin) > 12) return std::nullopt;
    if (ends && begin == line) return timed ? PublishedSource::timed_line : PublishedSource::page_line;
    if (begin - line <= 6 && shape_at(begin) == TextShape::dateline) return PublishedSource::dateline;
    if (ends && named_before(line, begin)) return PublishedSource::page_line;
    return std::nullopt;
  }

  /// "Radio Firat, | 12 May 2026", "The Herald | 12 May 2026": a name and nothing else; on the first line also "Press
  /// note, | 12 May 2026".
  bool named_before(std::uint32_t line, std::uint32_t date) const {
    constexpr std::uint32_t longest = 8;
    const Token& mark = token(date - 1);
    bool joined = mark.mark == ',' || mark.mark == '|' || mark.long_dash;
    if (date - line < 2 || date - line > longest || !joined) return false;
    for (std::uint32_t i = line; i + 1 < date; i++) {
      const Token& t = token(i);
      bool name = t.kind == TokenKind::word && (t.capital || line == 0 || is(t, Category::preposition));
      if (!name && t.mark != '-' && t.mark != '&' && t.mark != '|' && t.mark != ',') return false;
    }
    return token(line).kind == TokenKind::word && token(line).capital;
  }

  TextShape shape_at(std::uint32_t index) const {
    for (const Sentence& sentence : text_.sentences)
      if (sentence.tokens.contains(index)) return sentence.shape;
    return TextShape::body;
  }

  /// A date alone on the first line, with the site's slogan under it, is the page's clock.
  bool page_clock(const Candidate& candidate) const {
    std::uint32_t next = lines_.last(candidate.expression->tokens.end - 1);
    return candidate.source == PublishedSource::page_line && lines_.first(candidate.expression->tokens.begin) == 0 &&
           next < text_.tokens.size() && shape_at(next) == TextShape::residue;
  }

  void collect() {
    for (const DateExpression& expression : dates_) {
      auto* date = std::get_if<CalendarDate>(&expression.term.form);
      if (!date || !full(*date) || expression.term.part != Part::whole) continue;
      if (auto found = source(expression)) {
        Candidate candidate{&expression, date, *found};
        if (!page_clock(candidate)) candidates_.push_back(candidate);
      }
    }
  }

  /// Day first or month first, by a date that can be read one way only, and then by one that agrees with another.
  DateOrder order(std::optional<Day> told) const {
    for (const DateExpression& expression : dates_) {
      auto* date = std::get_if<CalendarDate>(&expression.term.form);
      if (!date || !date->either_order || !date->year) continue;
      auto month_first = read_as(*date, false), day_first = read_as(*date, true);
      if (month_first == day_first) continue;
      auto fits = [&](std::optional<Day> day) {
        if (!day) return false;
        if (date->weekday) return weekday_index(*day) == *date->weekday;
        return !month_first || !day_first || day == told || written_elsewhere(*day);
      };
      if (fits(month_first) != fits(day_first)) return fits(day_first) ? DateOrder::day_first : DateOrder::month_first;
    }
    return DateOrder::unknown;
  }

  /// Whether the article writes this day in words somewhere ("March 5, 2020", "MOSCOW, March 5").
  bool written_elsewhere(Day day) const {
    for (const DateExpression& expression : dates_) {
      auto* date = std::get_if<CalendarDate>(&expression.term.form);
      if (!date || date->either_order || !date->month || !date->day) continue;
      auto other = make_day(date->year.value_or(static_cast<int>(civil(day).year())), date->month, date->day);
      if (other == day) return true;
    }
    return false;
  }

  bool confirmed(Day day) const {
    if (chosen_.date->weekday) return weekday_index(day) == *chosen_.date->weekday;
    for (const Candidate& candidate : candidates_)
      if (candidate.expression != chosen_.expression &&
          (read_as(*candidate.date, false) == day || read_as(*candidate.date, true) == day))
        return true;
    return chosen_.date->either_order && written_elsewhere(day);
  }

  const Segmented& text_;
  const std::vector<DateExpression>& dates_;
  const Lexicon& lexicon_;
  Lines lines_;
  std::vector<Candidate> candidates_;
  Candidate chosen_{};
};

}  // namespace

PublishedDate find_published(const Segmented& text, const std::vector<DateExpression>& dates, const Lexicon& lexicon,
                             std::optional<Day> told, DateOrder setting) {
  return PublishedFinder(text, dates, lexicon).find(told, setting);
}

}  // namespace claimcheck
