#include "lint/against_sources.hpp"
#include "lint/alignment.hpp"
#include "lint/citation.hpp"
#include "lint/codes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace claimcheck {
namespace {

/// Of a sentence; a shorter one may be like another without being its copy.
constexpr std::size_t least_words = 4;

/// What a sentence and its copy have in common whatever their dates are: their content words, in order.
using Words = std::vector<WordKey>;

struct DatedSentence {
  const LintText* text;
  std::span<const DateMention> dates;
  std::vector<const Quantity*> figures;  ///< apart from those in the dates
};

Words words_beside_dates(const LintText& text, const Sentence& sentence) {
  Words words;
  auto dates = text.dates_in(sentence.tokens);
  for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; at++) {
    bool dated = std::any_of(dates.begin(), dates.end(),
                             [at](const DateMention& date) { return date.tokens.begin <= at && at < date.tokens.end; });
    if (!dated && is_content(*text.at(at))) words.push_back(text.at(at)->key);
  }
  return words;
}

DatedSentence dated_sentence(const LintText& text, const Sentence& sentence) {
  DatedSentence out{&text, text.dates_in(sentence.tokens), {}};
  for (const Quantity& figure : text.quantities_in(sentence.tokens))
    if (std::none_of(out.dates.begin(), out.dates.end(),
                     [&](const DateMention& date) { return date.span.overlaps(figure.span); }))
      out.figures.push_back(&figure);
  return out;
}

/// Other figures on another day are another event.
bool same_figures(const DatedSentence& a, const DatedSentence& b) {
  return std::equal(a.figures.begin(), a.figures.end(), b.figures.begin(), b.figures.end(),
                    [](const Quantity* x, const Quantity* y) { return x->low == y->low && x->high == y->high; });
}

bool is_closed(const Period& period) {
  return period.first && period.last && period.precision != Precision::vague;
}

bool is_lone_weekday(const LintText& text, const DateMention& date) {
  return date.tokens.size() == 1 && is(*text.at(date.tokens.begin), Category::weekday);
}

/// Two dates that cannot be the same: "yesterday" and "Tuesday" may be, "Tuesday" and "Wednesday" in the same words are
/// not, also where nothing says of which week.
bool is_changed(const LintText& draft, const DateMention& here, const LintText& source, const DateMention& there) {
  if (draft.words(here.span) == source.words(there.span)) return false;
  if (here.period && there.period)
    return is_closed(*here.period) && is_closed(*there.period) && here.period->precision == there.period->precision &&
           !overlap(*here.period, *there.period);
  return is_lone_weekday(draft, here) && is_lone_weekday(source, there) &&
         draft.at(here.tokens.begin)->key != source.at(there.tokens.begin)->key;
}

class CopiedDates {
 public:
  explicit CopiedDates(const std::vector<LintArticle>& sources) : sources_(sources) {
    for (const LintArticle& source : sources)
      for (const LintText& text : source.texts)
        for (const Sentence& sentence : text.text.sentences)
          if (!text.dates_in(sentence.tokens).empty())
            by_words_[words_beside_dates(text, sentence)].push_back(dated_sentence(text, sentence));
  }

  void check(const LintText& text, const Sentence& sentence, Findings& findings) const {
    DatedSentence draft = dated_sentence(text, sentence);
    if (draft.dates.empty()) return;
    Words words = words_beside_dates(text, sentence);
    auto found = words.size() < least_words ? by_words_.end() : by_words_.find(words);
    if (found == by_words_.end()) return;
    for (std::size_t i = 0; i < draft.dates.size(); i++) check_date(draft, i, found->second, findings);
  }

 private:
  /// Silent if one of the sentences that it may be a copy of has the draft's date.
  void check_date(const DatedSentence& draft, std::size_t i, const std::vector<DatedSentence>& originals,
                  Findings& findings) const {
    const DatedSentence* changed = nullptr;
    for (const DatedSentence& original : originals) {
      if (original.dates.size() != draft.dates.size() || !same_figures(draft, original)) continue;
      if (!is_changed(*draft.text, draft.dates[i], *original.text, original.dates[i])) return;
      if (!changed) changed = &original;
    }
    if (!changed) return;
    findings.add(check::date_changed,
                 fmt::format("{}: not the source's date; {} has {}.", quoted(*draft.text, draft.dates[i].span),
                             sources_[changed->text->document - sources_.front().index].document.id,
                             quoted(*changed->text, changed->dates[i].span)),
                 {evidence(*draft.text, draft.dates[i]), evidence(*changed->text, changed->dates[i])});
  }

  const std::vector<LintArticle>& sources_;
  std::map<Words, std::vector<DatedSentence>> by_words_;
};

}  // namespace

void check_copied_dates(const LintArticle& draft, const std::vector<LintArticle>& sources, Findings& findings) {
  if (!findings.wants(check::date_changed)) return;
  CopiedDates originals(sources);
  for (const LintText& text : draft.texts)
    for (const Sentence& sentence : text.text.sentences)
      if (sentence.shape != TextShape::residue) originals.check(text, sentence, findings);
}

}  // namespace claimcheck
