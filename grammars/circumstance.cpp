#include "circumstance.hpp"

#include "attachment.hpp"
#include "part.hpp"
#include "scope.hpp"
#include "word_set.hpp"

#include <algorithm>
#include <limits>

namespace claimcheck::grammar {
namespace {

constexpr std::uint32_t opening_chunks = 3;  ///< a date or place this near to the sentence's start governs all of it
constexpr std::size_t plain_count_reach =
    9;  ///< "12 posts in Idlib": a count without an event takes only what stands by it
constexpr std::uint32_t since_reach =
    9;  ///< chunks between "since" and its date: "since the operation was launched on …"

class Circumstances : ClaimView {
 public:
  using ClaimView::ClaimView;

  void run() {
    date();
    place();
    attribution();
    place_of_speaker();
    quotation();
    claim_.scope = ScopeReader(*this).scope();
    claim_.denied = claim_.denied || denied_before();
    background();
  }

 private:
  /// The nearest chunk of a kind in the claim's own clause; what follows is nearer than what precedes.
  template <class Wanted>
  std::optional<Index> nearest(Wanted wanted) const {
    if (figure_ + 1 < end_ && figure_ >= begin_ && wanted(figure_ + 1)) return figure_ + 1;
    bool alone = figure_ > 0 && figure_ + 1 == last_ && figure_ + 2 < end_ &&
                 chunks_[figure_ - 1].kind == ChunkKind::conjunction &&
                 chunks_[figure_ + 1].kind == ChunkKind::preposition;
    if (alone && wanted(figure_ + 2)) return figure_ + 2;
    std::optional<Index> best;
    bool named = false;  // in this clause, if only for another figure
    Index best_distance = std::numeric_limits<Index>::max();
    for (Index i = begin_; i < end_; i++) {
      if (!wanted(i)) continue;
      named = true;
      if (of_another(i) || of_earlier(i)) continue;
      Index distance = i >= last_ ? i - last_ : i >= first_ ? 1 : first_ - i + 4;
      if (!claim_.event && distance > plain_count_reach) continue;
      if (distance < best_distance) best = i, best_distance = distance;
    }
    if (best || !claim_.event) return best;
    if (!named)
      if (auto before = in_main_clause(wanted)) return before;
    if (end_ < chunks_.size() && subordinates(chunks_[end_]))
      for (Index i = end_ + 1; i < chunks_.size() && chunks_[i].kind != ChunkKind::boundary; i++)
        if (wanted(i)) return i;
    for (Index i = 0; i < std::min<Index>(opening_chunks, begin_); i++)
      if (wanted(i)) return i;
    return std::nullopt;
  }

  /// "was driving near Oruro in June | when he hit a kiosk, killing four": the clause before says where and when.
  template <class Wanted>
  std::optional<Index> in_main_clause(Wanted wanted) const {
    if (begin_ == 0 || !subordinates(chunks_[begin_ - 1])) return std::nullopt;
    for (Index i = begin_; i < first_; i++)
      if (chunks_[i].kind == ChunkKind::relative) return std::nullopt;
    for (Index i = begin_ - 1; i-- > 0 && chunks_[i].kind != ChunkKind::boundary;)
      if (wanted(i) && !is_ahead(i)) return i;
    return std::nullopt;
  }
  /// "next month", in which nothing has happened yet
  bool is_ahead(Index i) const { return text_.tokens[chunks_[i].tokens.begin].key == word_key("next"); }

  /// "24 were killed: 15 | in Homs": what stands behind a bare figure is that figure's own.
  bool of_another(Index i) const {
    if (i >= last_ && i + 1 < chunks_.size() && chunks_[i].kind == ChunkKind::place && is_bare_figure(chunks_[i + 1]))
      return true;
    if (i <= figure_ + 1 || chunks_[i].kind != ChunkKind::place) return false;
    return is_bare_figure(chunks_[i - 1]);
  }
  static bool is_bare_figure(const Chunk& chunk) {
    return chunk.kind == ChunkKind::figure && chunk.subject.tokens.empty() && !chunk.verb.event;
  }

  /// "stood at 18 | on Sunday and rose to 24": the other figure's, inside this one's clause.
  bool of_earlier(Index i) const {
    if (i <= first_ || i >= figure_) return false;
    Index before = i - 1;
    if (chunks_[before].kind == ChunkKind::preposition && before > first_) before--;
    return chunks_[before].kind == ChunkKind::figure;
  }

  /// "were killed | when a bus fell into a ravine near the border": the clause behind says where and when.
  bool subordinates(const Chunk& boundary) const {
    TokenIterator at = text_.at(boundary.tokens.begin);
    return x3::parse(at, text_.at(boundary.tokens.end), word("when", "as", "where"));
  }

  void date() {
    Attachment attachment(*this);
    auto at = nearest([&](Index i) { return chunks_[i].kind == ChunkKind::date && attachment.takes_day(i); });
    if (!at) return;
    claim_.date = chunks_[*at].index;
    claim_.at_start = is_dated_event(*at) || is_told_by_when(*at);
    for (Index i = *at; i-- > 0 && *at - i <= since_reach && chunks_[i].kind != ChunkKind::boundary;)
      if (chunks_[i].kind == ChunkKind::since && !(i < figure_ && figure_ < *at) && !claim_.at_start)
        claim_.since = true;
  }

  /// "since 2015, | when | 130 were killed"
  bool is_told_by_when(Index date) const {
    if (date >= first_ || begin_ == 0 || date + 3 < begin_) return false;
    return text_.tokens[chunks_[begin_ - 1].tokens.begin].key == word_key("when");
  }

  /// "since the | December | killing of 20": the killing's own date.
  bool is_dated_event(Index date) const {
    return date < first_ && first_ - date <= 2 && chunks_[first_].kind == ChunkKind::event && figure_ > first_ &&
           !chunks_[first_].verb.be && !chunks_[first_].verb.have;
  }

  /// "a fire | in Ghent | that left 12 dead", "Ghent, | where 12 had died"
  std::optional<Index> of_the_relative() const {
    constexpr Index reach = 3;
    for (Index i = first_; i > 0 && first_ - i < reach; i--) {
      const Chunk& chunk = chunks_[i - 1];
      if ((chunk.kind == ChunkKind::relative && claim_.event) || is_where(text_, chunk)) return place_before(i - 1);
      if (chunk.kind == ChunkKind::place || chunk.kind == ChunkKind::boundary || chunk.kind == ChunkKind::figure) break;
    }
    return std::nullopt;
  }
  std::optional<Index> place_before(Index i) const {
    while (i > 0 && (chunks_[i - 1].kind == ChunkKind::comma || chunks_[i - 1].kind == ChunkKind::date)) i--;
    if (i > 0 && chunks_[i - 1].kind == ChunkKind::place && !is_speaker_s(i - 1)) return i - 1;
    return std::nullopt;
  }
  /// "told reporters in Ankara that": where somebody spoke.
  bool is_speaker_s(Index i) const {
    static constexpr WordSet spoken("speaking", "spoke", "reporters", "journalists", "statement", "interview",
                                    "conference", "briefing");
    std::uint32_t begin = chunks_[i].tokens.begin;
    bool in_name = std::any_of(
        found_.attributions.begin(), found_.attributions.end(),
        [&](const AttributionFrame& frame) { return frame.name.contains(begin) && frame.name.begin < begin; });
    return in_name || (i < first_ && begin > chunks_.front().tokens.begin && spoken.contains(text_.tokens[begin - 1]));
  }

  /// "on the road to Goma"; who "went to Goma" was not killed there.
  bool on_the_road(Index i) const {
    static constexpr WordSet roads("road", "roads", "highway", "route", "track");
    std::uint32_t begin = chunks_[i].tokens.begin;
    return begin > chunks_.front().tokens.begin && roads.contains(text_.tokens[begin - 1]);
  }

  void place() {
    Attachment attachment(*this);
    auto link = [&](Index i) { return found_.places[chunks_[i].index].link; };
    auto at = of_the_relative();
    if (!at)
      at = nearest([&](Index i) {
        return chunks_[i].kind == ChunkKind::place && link(i) != PlaceLink::from && link(i) != PlaceLink::toward &&
               !is_speaker_s(i) && attachment.takes_place(i);
      });
    auto led = [&](Index i) { return claim_.event->running || link(i) != PlaceLink::toward || on_the_road(i); };
    if (!at && claim_.event)
      at = nearest([&](Index i) { return chunks_[i].kind == ChunkKind::place && i >= first_ && led(i); });
    if (at) claim_.place = found_.places[chunks_[narrowest(*at)].index].name;
  }

  /// "struck Malatya province | in eastern Turkey": the first is within the second.
  Index narrowest(Index i) const {
    while (i > 0 && chunks_[i - 1].kind == ChunkKind::place && chunks_[i - 1].tokens.end == chunks_[i].tokens.begin &&
           is(text_.tokens[chunks_[i].tokens.begin], Category::preposition) && is_known_place(i - 1))
      i--;
    return i;
  }
  bool is_known_place(Index i) const {
    TokenRange name = found_.places[chunks_[i].index].name;
    return lexicon_.match_place_name(text_.at(name.begin), text_.at(name.end)) == text_.at(name.end);
  }

  /// "Florida | has reported 1,471 deaths": who reports them has them.
  void place_of_speaker() {
    for (const PlaceFrame& place : found_.places)
      if (!claim_.attribution.empty() && place.name.begin == claim_.attribution.begin &&
          place.name.end == claim_.attribution.end && place.link == PlaceLink::in)
        claim_.place = place.name;
  }

  void attribution() {
    std::uint32_t figure = claim_.quantity ? found_.quantities[*claim_.quantity].tokens.begin : claim_.tokens.begin;
    for (const AttributionFrame& frame : found_.attributions) {
      if (!frame.governs.contains(figure) || frame.name.empty()) continue;
      claim_.attribution = frame.name;
      claim_.claimant = frame.claimant;
      if (frame.speech && frame.speech->name == "fear" && claim_.scope == Scope::incident)
        claim_.scope = Scope::projection;
    }
  }

  bool denied_before() const {
    if (chunks_.empty()) return false;
    Index from = Attachment(*this).own_noun_clause().value_or(begin_);
    TokenIterator end = text_.at(claim_.tokens.begin);
    for (TokenIterator at = text_.at(chunks_[std::max(from, begin_)].tokens.begin); at < end; ++at)
      if (lexicon_.match(Category::denial, at, end)) return true;
    return false;
  }

  /// "said Ana Ruiz, | whose son was killed", "denied that it was behind | the attack that killed 12": the writer says
  /// so, not the speaker.
  void background() {
    auto relative = Attachment(*this).own_noun_clause();
    if (!relative || claim_.attribution.empty()) return;
    std::uint32_t begin = chunks_[*relative].tokens.begin;
    for (const AttributionFrame& frame : found_.attributions) {
      if (frame.name.begin != claim_.attribution.begin || frame.tokens.begin > begin) continue;
      bool of_speaker = frame.tokens.end + 1 >= begin && frame.name.end >= frame.tokens.end;
      if (of_speaker || lexicon_.match(Category::denial, text_.at(frame.tokens.end - 1), text_.at(frame.tokens.end)))
        claim_.attribution = {}, claim_.claimant = nullptr;
      return;
    }
  }

  void quotation() {
    for (Index i = 0; i < first_; i++)
      if (chunks_[i].kind == ChunkKind::quote) claim_.quoted = !claim_.quoted;
  }
};

}  // namespace

void read_circumstances(const Segmented& text, const std::vector<Chunk>& chunks, const Found& found,
                        const Lexicon& lexicon, ClaimFrame& claim) {
  Circumstances(text, chunks, found, lexicon, claim).run();
}

}  // namespace claimcheck::grammar
