#include "lint/against_sources.hpp"
#include "lint/alignment.hpp"
#include "lint/citation.hpp"
#include "lint/codes.hpp"
#include "words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace claimcheck {
namespace {

/// Of a sentence; a shorter one may be like another without being its copy.
constexpr std::size_t least_words = 3;

using Words = std::vector<WordKey>;

/// A claim with the words of its sentence, apart from those of its place.
struct Placed {
  const LintText* text = nullptr;
  const Claim* claim = nullptr;
  Words words;
};

bool says_its_place(const Claim& claim) {
  return claim.place && claim.sentence.contains(claim.place->span) && claim.quantity.value && claim.event != "count";
}

std::vector<Placed> placed_claims(const LintText& text) {
  std::vector<Placed> out;
  for (const Claim& claim : text.reading->claims) {
    if (!says_its_place(claim)) continue;
    Words words = outline_of(text, text.sentence_of(claim.quantity.span)).content;
    for (const PlainWord& word : plain_words(text.words(claim.place->span))) std::erase(words, word.key);
    if (words.size() >= least_words) out.push_back({&text, &claim, std::move(words)});
  }
  return out;
}

class CopiedPlaces {
 public:
  CopiedPlaces(const LintArticle& draft, const std::vector<LintArticle>& sources) : draft_(draft), sources_(sources) {
    for (const LintArticle& source : sources)
      for (const LintText& text : source.texts)
        for (Placed& one : placed_claims(text)) originals_.push_back(std::move(one));
  }

  /// Silent if one of the sentences that it may be a copy of has the draft's place.
  void check(const Placed& here, Findings& findings) const {
    const Placed* changed = nullptr;
    for (const Placed& there : originals_) {
      if (!is_copy(here, there)) continue;
      if (!lie_apart(here.claim->place->name, there.claim->place->name)) return;
      if (!changed) changed = &there;
    }
    if (!changed) return;
    findings.add(check::place_changed,
                 fmt::format("{}: not the source's place; {} has {}.", quoted(*here.text, here.claim->place->span),
                             sources_[changed->text->document - sources_.front().index].document.id,
                             quoted(*changed->text, changed->claim->place->span)),
                 {*here.claim, *changed->claim});
  }

 private:
  static bool is_copy(const Placed& a, const Placed& b) {
    return a.claim->event == b.claim->event && a.claim->quantity.value == b.claim->quantity.value && a.words == b.words;
  }

  bool lie_apart(const std::string& a, const std::string& b) const {
    const Gazetteer& gazetteer = draft_.desk.gazetteer;
    bool known = gazetteer.knows(a) && gazetteer.knows(b);
    return known && !gazetteer.contains(a, b) && !gazetteer.contains(b, a);
  }

  const LintArticle& draft_;
  const std::vector<LintArticle>& sources_;
  std::vector<Placed> originals_;
};

}  // namespace

void check_copied_places(const LintArticle& draft, const std::vector<LintArticle>& sources, Findings& findings) {
  if (!findings.wants(check::place_changed)) return;
  CopiedPlaces originals(draft, sources);
  for (const LintText& text : draft.texts)
    for (const Placed& claim : placed_claims(text)) originals.check(claim, findings);
}

}  // namespace claimcheck
