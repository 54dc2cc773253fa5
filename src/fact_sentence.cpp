#include "fact_sentence.hpp"

#include "fact_words.hpp"
#include "wording.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>

namespace claimcheck {
namespace {

using Documents = std::vector<Document>;
using Figures = std::vector<const FactFigure*>;

constexpr std::size_t most_names = 3;

std::string sentence_case(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

void add_once(std::vector<std::string>& list, std::string text) {
  if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(std::move(text));
}

/// A description such as "The ferry line" loses its capital inside a sentence; "The Guardian" keeps it.
std::string outlet(const Document& document) {
  std::string name = source_name(document);
  for (std::string_view lead : {"The ", "A ", "An "})
    if (name.starts_with(lead) && name.size() > lead.size() && name[lead.size()] >= 'a' && name[lead.size()] <= 'z')
      name[0] = static_cast<char>(name[0] - 'A' + 'a');
  return name;
}

class FactSentence {
 public:
  FactSentence(const Fact& fact, const FactCaveats& caveats, const Documents& documents, const Participles& participles)
      : fact_(fact), caveats_(caveats), documents_(documents), participle_(participles.contains(fact.event)) {
    for (const FactFigure& figure : fact.figures) {
      if (figure.best) best_.push_back(&figure);
      (figure.superseded ? earlier_ : current_).push_back(&figure);
    }
  }

  std::string text() const {
    std::string voices = listed(voices_of(quoted()), most_names);
    std::string out = sentence_case(said());
    if (!voices.empty()) out += ", according to " + voices;
    out += enemy() + others() + earlier() + denials() + caveats();
    return out.ends_with('.') ? out : out + ".";
  }

 private:
  /// Everything before "according to".
  std::string said() const {
    std::string amount = amount_words(), where = fact_.place.empty() ? "" : fmt::format(" {}", in_place(fact_.place)),
                when = time();
    if (participle_ && fact_.dimension == Dimension::count)
      return fmt::format("{} {} {} {}{}{}", amount, fact_.subject, verb(), fact_.event, where, when);
    if (participle_ && fact_.dimension == Dimension::currency && fact_.subject.empty())
      return fmt::format("{} was {}{}{}", amount, fact_.event, where, when);
    std::string what = fact_.subject.empty() && fact_.dimension == Dimension::currency ? "money" : fact_.subject;
    std::string event = event_words(fact_.event);
    if (!event.empty() && !is_said_by(what, event)) what += (what.empty() ? "" : " ") + event;
    return fmt::format("the figure given for {}{}{} is {}", what, where, when, amount);
  }

  std::string verb() const {
    bool one = is_one(fact_);
    if (fact_.scope == Scope::cumulative) return one ? "has been" : "have been";
    return one ? "was" : "were";
  }

  std::string amount_words() const {
    if (!best_.empty()) return figure_phrase(loosest(best_), fact_.unit);
    if (!fact_.low) return current_.empty() ? "" : current_.front()->words;
    bool one_word = std::all_of(current_.begin(), current_.end(), [&](const FactFigure* figure) {
      return !figure->vague.empty() && figure->vague == current_.front()->vague;
    });
    if (one_word || current_.size() == 1) return figure_phrase(*current_.front(), fact_.unit);
    std::string low = number_words(*fact_.low, fact_.unit), high = number_words(*fact_.high, fact_.unit);
    if (fact_.low == fact_.high) return (fact_.open_above ? "at least " : "") + low;
    return fmt::format("between {} and {}{}", low, fact_.open_above ? "at least " : "", high);
  }

  static const FactFigure& loosest(const Figures& figures) {
    return **std::max_element(figures.begin(), figures.end(), [](const FactFigure* a, const FactFigure* b) {
      return (a->hedge != Hedge::exact) < (b->hedge != Hedge::exact);
    });
  }

  std::string time() const {
    if (!fact_.when || fact_.when->precision == Precision::vague) return "";
    const Period& when = *fact_.when;
    if (!when.first && !when.last) return "";
    if (when.first && !when.last) return " since " + day_or_month(*when.first, when.precision);
    if (!when.first) return " by " + day_or_month(*when.last, when.precision);
    if (when.first == when.last) return " on " + readable(*when.first);
    if (when.precision == Precision::month || when.precision == Precision::year)
      return " in " + day_or_month(*when.first, when.precision);
    return fmt::format(" between {} and {}", readable(*when.first), readable(*when.last));
  }

  /// "December 2019" where no more is said.
  static std::string day_or_month(Day day, Precision precision) {
    std::string words = readable(day);
    if (precision == Precision::month) return words.substr(words.find(' ') + 1);
    return precision == Precision::year ? words.substr(words.rfind(' ') + 1) : words;
  }

  /// Those that the amount is taken from.
  Figures quoted() const {
    if (!best_.empty()) return best_;
    Figures out;
    for (const FactFigure* figure : current_) {
      bool end = figure->value == fact_.low || figure->value == fact_.high;
      if (end || !is_bound(*figure)) out.push_back(figure);
    }
    return out.empty() ? current_ : out;
  }

  std::string voice_of(const FactSource& source) const {
    return source.counter.empty() ? outlet(documents_[source.document]) : source.counter;
  }

  /// "Border Watch", not "the observers".
  bool has_name(const FactSource& source) const {
    std::string voice = voice_of(source);
    return std::any_of(voice.begin(), voice.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  /// One source for each voice: the first by its name, if any gives it.
  std::vector<const FactSource*> speakers_of(const Figures& figures) const {
    std::vector<const FactSource*> speakers;
    for (const FactFigure* figure : figures)
      for (const FactSource& source : figure->sources) {
        auto known = std::find_if(speakers.begin(), speakers.end(),
                                  [&](const FactSource* other) { return other->voice == source.voice; });
        if (known == speakers.end())
          speakers.push_back(&source);
        else if (!has_name(**known) && !source.counter.empty() && has_name(source))
          *known = &source;
      }
    return speakers;
  }

  /// Each counter once; where none is named, one outlet for each origin.
  std::vector<std::string> voices_of(const Figures& figures) const {
    std::vector<std::string> named, outlets;
    for (const FactSource* source : speakers_of(figures))
      add_once(source->counter.empty() ? outlets : named, voice_of(*source));
    for (std::string& outlet : outlets) add_once(named, std::move(outlet));
    return named;
  }

  std::string enemy() const {
    for (const FactFigure* figure : quoted())
      for (const FactSource& source : figure->sources)
        if (!source.of_enemy) return "";
    return ", which counts its enemy's losses";
  }

  /// The other counts; who is quoted with the best figure too is not named as if it were somebody else.
  std::string others() const {
    if (best_.empty()) return "";
    std::vector<std::string> phrases;
    std::string also;
    for (const FactFigure* figure : current_) {
      if (figure->best || (is_bound(*figure) && fits(*figure, *fact_.best))) continue;
      std::string words = bare_figure(*figure, fact_.unit);
      if (only_voices_of(*figure, best_))
        also += fmt::format("; {} is quoted too", words);
      else
        phrases.push_back(fmt::format("{} ({})", words, listed(voices_of({figure}), 2)));
    }
    if (phrases.empty()) return also;
    if (phrases.size() == 1) return "; another count is " + phrases.front() + also;
    if (phrases.size() == 2) return fmt::format("; other counts are {} and {}{}", phrases[0], phrases[1], also);
    return fmt::format("; with other counts the range is {} to {}{}", number_words(*fact_.low, fact_.unit),
                       number_words(*fact_.high, fact_.unit), fact_.open_above ? " or more" : "");
  }

  static bool only_voices_of(const FactFigure& figure, const Figures& others) {
    return std::all_of(figure.sources.begin(), figure.sources.end(), [&](const FactSource& source) {
      return std::any_of(others.begin(), others.end(), [&](const FactFigure* other) {
        return std::any_of(other->sources.begin(), other->sources.end(),
                           [&](const FactSource& one) { return one.voice == source.voice; });
      });
    });
  }

  std::string earlier() const {
    std::vector<std::string> phrases;
    for (const FactFigure* figure : earlier_) add_once(phrases, bare_figure(*figure, fact_.unit));
    return phrases.empty() ? "" : "; earlier reports said " + listed(phrases, most_names);
  }

  std::string denials() const {
    return fact_.denied_by.empty() ? "" : fmt::format("; this is denied by {}", listed(fact_.denied_by, most_names));
  }

  std::string caveats() const {
    std::vector<std::string> out;
    bool rough = fact_.when && fact_.when->precision == Precision::vague;
    bool no_date = !fact_.when && !caveats_.dates_differ, no_place = fact_.place.empty() && !caveats_.places_differ;
    if (rough) out.push_back("the dates are given only roughly");
    if (caveats_.dates_differ) out.push_back("the sources give different dates");
    if (caveats_.places_differ) out.push_back("the sources give different places");
    if (no_date || no_place)
      out.push_back(fmt::format("no {} is given", no_date && no_place ? "date or place" : no_date ? "date" : "place"));
    bool undated = caveats_.some_undated && !no_date && !caveats_.dates_differ;
    bool unplaced = caveats_.some_unplaced && !no_place && !caveats_.places_differ;
    if (undated || unplaced)
      out.push_back(fmt::format("not every source gives the {}", undated && unplaced ? "date and the place"
                                                                 : undated           ? "date"
                                                                                     : "place"));
    return out.empty() ? "" : fmt::format(" ({})", fmt::join(out, "; "));
  }

  const Fact& fact_;
  const FactCaveats& caveats_;
  const Documents& documents_;
  bool participle_;
  Figures best_, current_, earlier_;
};

}  // namespace

Participles::Participles(const Lexicon& lexicon) {
  for (const Lexeme& lexeme : lexicon.lexemes()) {
    if (lexeme.category != Category::event || lexeme.words.size() != 1) continue;
    bool regular = lexeme.kind == "active" && lexeme.name.ends_with("ed");
    bool frame = lexeme.kind == "passive" || lexeme.kind == "state" || regular;
    if (frame && lexeme.words.front() == word_key(lexeme.name)) events_.insert(lexeme.name);
  }
}

std::string fact_sentence(const Fact& fact, const FactCaveats& caveats, const std::vector<Document>& documents,
                          const Participles& participles) {
  return FactSentence(fact, caveats, documents, participles).text();
}

}  // namespace claimcheck
