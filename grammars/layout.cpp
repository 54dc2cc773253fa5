#include "layout.hpp"

#include "terminals.hpp"

#include <algorithm>

namespace claimcheck::grammar {
namespace {

constexpr std::uint32_t longest_residue = 60;
constexpr std::uint32_t longest_byline = 16;
constexpr std::uint32_t shortest_soup = 12;

const auto any = skip_if([](const Token&) { return true; });
const auto junk = skip_if([](const Token& token) { return token.kind == TokenKind::punctuation; });
const auto capital = skip_if([](const Token& token) { return token.kind == TokenKind::word && token.capital; });
const auto calendar_word =
    skip_if([](const Token& token) { return token.classes & bits(Category::month, Category::weekday); });
const auto number = skip_if([](const Token& token) { return token.kind == TokenKind::number; });
const auto opening_bracket = skip_if([](const Token& token) { return token.mark == '(' || token.mark == '['; });
const auto label_mark =
    skip_if([](const Token& token) { return token.mark == ':' || token.mark == '|' || token.mark == '-'; });

auto page(std::string_view kind) {
  return x3::omit[phrase(Category::residue, kind)];
}
auto credit(std::string_view kind) {
  return x3::omit[phrase(Category::credit, kind)];
}

// Residue: menus, buttons, teasers, counters.
const auto whole_residue = *junk >> +(page("line") >> *junk) >> x3::eoi;
const auto menu = *junk >> page("menu") >> *(page("menu") | junk) >> x3::eoi;
const auto counter = (page("counter") >> -mark(':') >> number | number >> page("counter")) >> x3::eoi;
const auto site = any >>
                  +(glued_mark('.') >> skip_if([](const Token& token) { return token.glued && !token.capital; }));
const auto invitation = *junk >> page("unfinished") >> *any;
const auto teaser = *junk >> (page("opening") | page("on_site") >> site | page("label") >> mark(':')) >> *any;
const auto source_link = word("more") >> mark('-') >> page("source_link") >> x3::eoi;
const auto ending = (page("ending") >> -(mark('-') >> page("source_link")) >> *junk >> x3::eoi) | source_link;
const auto section = *junk >> page("section") >> -mark(':') >> x3::eoi;
const auto handle = (mark('@') >> any | word("http", "https", "www") | any >> glued_mark('@')) >> *any;
const auto scene_break = +junk >> x3::eoi;

// Icon soup: lower-case words with no grammar between them.
const auto function_word = word("the", "a", "an", "of", "to", "and", "is", "was", "that", "for", "with");
const auto soup_word = !function_word >> skip_if([](const Token& token) {
  return (token.kind == TokenKind::word || token.kind == TokenKind::alphanumeric) && !token.capital;
});
const auto soup = soup_word >> *(soup_word | hyphen()) >> x3::eoi;

// Bylines, captions and notes.
const auto byline = word("by") >> -mark(':') >> !(calendar_word | number) >> (capital | credit("staff")) >> *any;
const auto agency_line = credit("agency") >> *(credit("agency") | junk | capital) >> x3::eoi;
const auto place_agency = capital >> x3::repeat(0, 3)[capital] >> mark(',') >> credit("agency") >> x3::eoi;
const auto reporting = -opening_bracket >> *junk >> credit("reporting") >> *any;
const auto caption_opening = *junk >> x3::omit[phrase(Category::caption, "opening")] >> label_mark >> *any;
const auto picture_credit = mark('(') >> (x3::repeat(1, 4)[capital] >> mark('/') |
                                          x3::omit[phrase(Category::caption, "credit")] >> mark(':')) >>
                            x3::repeat(1, 6)[any - mark(')')] >> mark(')') >> x3::eoi;
const auto slash_credit = (credit("agency") | x3::repeat(1, 3)[capital] | +junk) >>
                          mark('/') >> x3::repeat(1, 4)[capital] >> x3::eoi;
const auto caption_ending = x3::omit[phrase(Category::caption, "ending")] >> x3::repeat(0, 5)[any] >> x3::eoi;
const auto correction_note = *junk >> x3::omit[phrase(Category::correction, "opening")] >> *any;
const auto correction_label = *junk >> x3::omit[phrase(Category::correction, "label")] >> label_mark >> *any;
const auto wire_correction = opening_bracket >> x3::omit[phrase(Category::correction, "wire")] >> *any;

/// What a line that holds nothing but a date and a time is made of.
struct Stamp {
  bool label = false, weekday = false, month = false, time = false;
  int numbers = 0, separators = 0;
};
struct stamp_tag;
template <bool Stamp::*member>
const auto set = [](auto& context) { x3::get<stamp_tag>(context).*member = true; };
const auto count_number = [](auto& context) { x3::get<stamp_tag>(context).numbers++; };
const auto count_separator = [](auto& context) { x3::get<stamp_tag>(context).separators++; };

const auto digits =
    skip_if([](const Token& token) { return token.kind == TokenKind::number || token.kind == TokenKind::ordinal; });
const auto clock_time = number >> glued_mark(':') >> number >> -(glued_mark(':') >> number);
const auto date_separator = skip_if(
    [](const Token& token) { return token.glued && (token.mark == '/' || token.mark == '-' || token.mark == '.'); });
const auto stamp_item = clock_time[set<&Stamp::time>] | page("stamp")[set<&Stamp::label>] | page("zone") |
                        starts(bit(Category::weekday))[set<&Stamp::weekday>] |
                        starts(bit(Category::month))[set<&Stamp::month>] | digits[count_number] |
                        date_separator[count_separator] | junk;
const auto stamp = +stamp_item >> x3::eoi;

LineKind stamp_kind(const Stamp& found) {
  bool date = (found.month && found.numbers > 0) || (found.separators >= 2 && found.numbers >= 3);
  if (found.label || (date && found.time)) return LineKind::stamp;
  return date ? (found.weekday ? LineKind::clock : LineKind::stamp) : LineKind::prose;
}

// Datelines: place, date, agency, and a dash.
const auto capitals = skip_if([](const Token& token) {
  return token.kind == TokenKind::word && (token.all_caps || (token.capital && token.acronym));
});
const auto capitals_place = capitals >> x3::repeat(0, 3)[-hyphen() >> capitals];
const auto qualifier = mark(',') >> !calendar_word >> capital >> x3::repeat(0, 2)[-mark('.') >> capital] >> -mark('.');
const auto any_place = capital >> x3::repeat(0, 3)[-hyphen() >> capital];
const auto dash = skip_if(
    [](const Token& token) { return token.long_dash || token.mark == '_' || (token.mark == '-' && !token.glued); });
const auto bracketed = mark('(') >> x3::repeat(1, 8)[any - mark(')')] >> mark(')');
const auto agency = mark('(') >> credit("agency") >> x3::repeat(0, 4)[any - mark(')')] >> mark(')');
const auto date_words = starts(bit(Category::weekday)) >> -mark(',');
const auto dateline_date = -date_words >>
                           (digits >> starts(bit(Category::month)) >> -number |
                            starts(bit(Category::month)) >> -mark('.') >> digits >> -(-mark(',') >> number) |
                            starts(bit(Category::weekday)) | word("no") >> word("date"));
const auto note = x3::repeat(0, 4)[mark('[') >> x3::repeat(1, 24)[any - mark(']')] >> mark(']')];
const auto dated = -mark(',') >> x3::omit[dateline_date];
const auto full_dateline = (capitals_place | any_place) >> -qualifier >> -bracketed >> dated >> -mark(',') >> -bracketed
                           >> dash;
const auto agency_dateline = (capitals_place | any_place) >> -qualifier >> -(x3::omit[dated] >> -mark(',')) >> agency >>
                             -dash;
const auto bracket_dateline = capitals_place >> -qualifier >> bracketed >> dash;
const auto plain_dateline = !starts(bit(Category::sentence_opener)) >> capitals_place >> -qualifier >> dash;
const auto bare_agency = agency >> dash;
const auto sure_dateline = full_dateline | agency_dateline | bracket_dateline | bare_agency;
const auto dateline = -dash >> x3::omit[sure_dateline] >> x3::omit[note];
const auto opening_dateline = -dash >> x3::omit[sure_dateline | plain_dateline] >> x3::omit[note];

template <class Parser>
bool fits(const Parser& parser, Iterator first, Iterator last, const Lexicon& lexicon) {
  return x3::parse(first, last, x3::with<lexicon_tag>(lexicon)[parser]);
}

LineKind read_stamp(Iterator first, Iterator last, const Lexicon& lexicon) {
  Stamp found;
  bool read = x3::parse(first, last, x3::with<lexicon_tag>(lexicon)[x3::with<stamp_tag>(found)[stamp]]);
  return read ? stamp_kind(found) : LineKind::prose;
}

/// Whether the parser reads from some token near the line's end up to the end.
template <class Parser, class Begins>
bool ends_with(const Parser& parser, Iterator first, Iterator last, const Lexicon& lexicon, Begins begins) {
  Iterator from = last - first > 10 ? last - 10 : first;
  for (Iterator at = from; at != last; ++at)
    if (begins(*at) && fits(parser, at, last, lexicon)) return true;
  return false;
}
auto begins_phrase(Category category) {
  return [category](const Token& token) { return is(token, category); };
}

bool ends_in_stop(Iterator first, Iterator last) {
  while (last != first && ((last - 1)->mark == '"' || (last - 1)->mark == ')' || (last - 1)->mark == '\'')) --last;
  if (last == first) return false;
  const Token& token = *(last - 1);
  return (token.mark == '.' && !token.ellipsis) || token.mark == '?' || token.mark == '!' || token.acronym;
}

bool holds_stop(Iterator first, Iterator last) {
  return ends_in_stop(first, last) || std::adjacent_find(first, last, [](const Token& token, const Token& next) {
                                        return token.mark == '.' && !token.ellipsis && !next.glued;
                                      }) != last;
}

bool is_residue(Iterator first, Iterator last, const Lexicon& lexicon) {
  if (fits(whole_residue, first, last, lexicon) || fits(menu, first, last, lexicon)) return true;
  if (fits(counter, first, last, lexicon) || fits(scene_break, first, last, lexicon)) return true;
  if (fits(teaser, first, last, lexicon) || fits(handle, first, last, lexicon)) return true;
  if (holds_stop(first, last)) return false;
  return fits(invitation, first, last, lexicon) ||
         ends_with(ending, first, last, lexicon, begins_phrase(Category::residue));
}

bool is_correction(Iterator first, Iterator last, const Lexicon& lexicon) {
  return fits(correction_label, first, last, lexicon) || fits(correction_note, first, last, lexicon) ||
         fits(wire_correction, first, last, lexicon);
}

bool is_byline(Iterator first, Iterator last, const Lexicon& lexicon) {
  if (fits(reporting, first, last, lexicon)) return true;
  if (last - first > longest_byline || ends_in_stop(first, last)) return false;
  return fits(byline, first, last, lexicon) || fits(agency_line, first, last, lexicon) ||
         fits(place_agency, first, last, lexicon);
}

bool is_caption(Iterator first, Iterator last, const Lexicon& lexicon) {
  auto bracket = [](const Token& token) { return token.mark == '('; };
  return fits(slash_credit, first, last, lexicon) || ends_with(picture_credit, first, last, lexicon, bracket) ||
         ends_with(caption_ending, first, last, lexicon, begins_phrase(Category::caption));
}

}  // namespace

LineKind read_line(const Segmented& text, TokenRange line, const Lexicon& lexicon) {
  Iterator first = text.at(line.begin), last = text.at(line.end);
  if (line.size() >= shortest_soup && fits(soup, first, last, lexicon)) return LineKind::residue;
  if (is_correction(first, last, lexicon)) return LineKind::correction;
  if (fits(caption_opening, first, last, lexicon)) return LineKind::caption;
  if (line.size() > longest_residue) return LineKind::prose;
  if (read_dateline(text, line, true, lexicon) == line.end) return LineKind::dateline;
  if (LineKind kind = read_stamp(first, last, lexicon); kind != LineKind::prose) return kind;
  if (fits(section, first, last, lexicon)) return LineKind::section;
  if (is_byline(first, last, lexicon)) return LineKind::byline;
  if (is_caption(first, last, lexicon)) return LineKind::caption;
  return is_residue(first, last, lexicon) ? LineKind::residue : LineKind::prose;
}

namespace {

/// Every dateline ends in a dash or holds its agency's bracket, and few of the words before that are small ("Rio de
/// Janeiro", "no date").
bool dateline_mark_follows(Iterator first, Iterator last) {
  constexpr std::ptrdiff_t reach = 64;
  constexpr int most_small_words = 4;
  last = first + std::min(reach, last - first);
  for (int small_words = 0; first != last && small_words <= most_small_words; ++first) {
    if (first->mark == '-' || first->mark == '_' || first->mark == '(') return true;
    small_words += first->kind == TokenKind::word && !first->capital;
  }
  return false;
}

}  // namespace

std::uint32_t read_dateline(const Segmented& text, TokenRange paragraph, bool body_opens, const Lexicon& lexicon) {
  Iterator first = text.at(paragraph.begin), last = text.at(paragraph.end);
  if (!first->capital && first->kind != TokenKind::punctuation) return paragraph.begin;
  if (!dateline_mark_follows(first, last)) return paragraph.begin;
  Iterator at = first;
  auto words = x3::with<lexicon_tag>(lexicon);
  bool read = body_opens ? x3::parse(at, last, words[opening_dateline]) : x3::parse(at, last, words[dateline]);
  return read ? paragraph.begin + static_cast<std::uint32_t>(at - first) : paragraph.begin;
}

TextShape sentence_shape(const Segmented& text, TokenRange sentence, const Lexicon& lexicon) {
  Iterator first = text.at(sentence.begin), last = text.at(sentence.end);
  Iterator word = first;
  while (word != last && word->kind == TokenKind::punctuation && !word->classes) ++word;
  if (word == last) return TextShape::residue;
  if (!(word->classes & bits(Category::residue, Category::credit, Category::correction))) return TextShape::body;
  if (is(*word, Category::credit) && fits(reporting, first, last, lexicon)) return TextShape::byline;
  if (is(*word, Category::correction) && is_correction(first, last, lexicon)) return TextShape::correction;
  return fits(whole_residue, first, last, lexicon) || fits(ending, first, last, lexicon) ? TextShape::residue
                                                                                         : TextShape::body;
}

bool is_time_zone(TokenIterator first, TokenIterator last, const Lexicon& lexicon) {
  return fits(page("zone"), first, last, lexicon);
}

}  // namespace claimcheck::grammar
