#include "circumstance.hpp"

#include "part.hpp"
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

/// "the last 24 hours", "the past two days", "the past week": a stretch that is over within days.
const auto short_unit = word("hours", "hour", "days");
const auto short_window = word("last", "past", "previous") >>
                              x3::repeat(0, 3)[!short_unit >> token_if([](const Token&) { return true; })] >> short_unit
                          | word("past", "previous") >> word("week");
const auto long_window = word("recent", "past", "so") |
                         word("last") >> token_if([](const Token& token) {
                           return token.kind == TokenKind::number ||
                                  (token.classes & bits(Category::cardinal, Category::vague));
                         });

class Circumstances {
 public:
  Circumstances(const Segmented& text, const std::vector<Chunk>& chunks, const Found& found, const Lexicon& lexicon,
                ClaimFrame& claim)
      : text_(text), chunks_(chunks), found_(found), lexicon_(lexicon), claim_(claim) {
    while (first_ < chunks_.size() && chunks_[first_].tokens.end <= claim_.tokens.begin) first_++;
    last_ = figure_ = first_;
    while (figure_ + 1 < chunks_.size() && !is_own_figure(chunks_[figure_])) figure_++;
    while (last_ < chunks_.size() && chunks_[last_].tokens.begin < claim_.tokens.end) last_++;
    begin_ = first_;
    while (begin_ > 0 && chunks_[begin_ - 1].kind != ChunkKind::boundary) begin_--;
    end_ = last_;
    while (end_ < chunks_.size() && chunks_[end_].kind != ChunkKind::boundary && !begins_aside(end_)) end_++;
  }

  void run() {
    date();
    place();
    attribution();
    place_of_speaker();
    quotation();
    scope();
    claim_.denied = claim_.denied || denied_before();
  }

 private:
  using Index = std::size_t;

  /// "killed 40 people, | with two countries reporting cases on Friday"
  bool begins_aside(Index i) const {
    return chunks_[i].kind == ChunkKind::comma && i + 1 < chunks_.size() &&
           text_.tokens[chunks_[i + 1].tokens.begin].key == word_key("with");
  }

  bool is_own_figure(const Chunk& chunk) const {
    if (claim_.quantity)
      return chunk.kind == ChunkKind::figure && (claim_.quantity == chunk.index || claim_.quantity == chunk.whole);
    return chunk.tokens.end > claim_.counter.begin;
  }

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

  /// ", the coast guard said on Monday", "admitted Thursday that", "told reporters late on Monday": the day on which
  /// somebody spoke; not "said Sunday's fire".
  bool says_when(Index i) const {
    const TokenRange date = found_.dates[chunks_[i].index].tokens;
    if (date.end < text_.tokens.size() && text_.tokens[date.end].kind == TokenKind::clitic) return false;
    std::uint32_t first = chunks_.front().tokens.begin, verb = date.begin;
    static constexpr WordSet leads("on", "late", "early", "later", "earlier", "in");
    while (verb > first && leads.contains(text_.tokens[verb - 1])) verb--;
    TokenIterator behind = text_.at(verb);
    if (verb > first)
      for (KindKey kind : {KindKey("finite"), KindKey("telling"), KindKey("closing"), KindKey("continuing")})
        if (lexicon_.match(Category::speech, kind, behind - 1, behind)) return true;
    return std::any_of(found_.attributions.begin(), found_.attributions.end(), [&](const AttributionFrame& frame) {
      return frame.speech && frame.tokens.end <= verb && only_listeners(frame.tokens.end, verb);
    });
  }
  /// "said | ", "told | reporters | ", "said | in a statement | "
  bool only_listeners(std::uint32_t from, std::uint32_t to) const {
    constexpr std::uint32_t most = 4;
    static constexpr WordSet words("reporters", "journalists", "the", "a", "state", "in", "statement", "at", "news",
                                   "conference", "briefing", "tv", "television", "radio", "afp", "reuters",
                                   "interview");
    if (to - from > most) return false;
    return std::all_of(text_.at(from), text_.at(to), [&](const Token& token) { return words.contains(token); });
  }

  bool is_verb(const Chunk& chunk) const {
    TokenIterator at = text_.at(chunk.tokens.begin);
    if (chunk.kind != ChunkKind::other || !is_word(*at)) return false;
    Match stop = lexicon_.match(Category::stop_noun, at, text_.at(chunk.tokens.end));
    return (stop && stop.lexeme->name == "verb") || (!at->capital && ends_in(*at, text_.text, "ed"));
  }

  /// "…, which struck", "that exploded": the clause tells of the same happening, so that its day and place are the
  /// claim's; "a law that was signed" does not.
  bool tells_of_happening(Index relative) const {
    constexpr Index reach = 4;
    static constexpr WordSet happenings("exploded", "struck", "hit", "erupted", "occurred", "happened", "detonated",
                                        "derailed", "overturned", "broke", "swept", "tore", "ripped", "opened",
                                        "attacked", "stormed", "ambushed", "took", "rocked", "targeted", "burned",
                                        "burst", "fell");
    for (Index i = relative + 1; i < chunks_.size() && i <= relative + reach; i++) {
      const Token& first = text_.tokens[chunks_[i].tokens.begin];
      if (chunks_[i].kind == ChunkKind::event || is(first, Category::occurrence) || happenings.contains(first))
        return true;
    }
    return false;
  }

  /// "were killed", not "12 deaths" or "12 posts", whose verb is still to come.
  bool has_verb() const { return claim_.event && figure_ < chunks_.size() && !chunks_[figure_].verb.event; }

  /// Another verb's, behind the claim: "was shot and | was stable | on Sunday", "the war, | which began | in 1990".
  bool of_later_verb(Index i) const {
    bool reduced = is_reduced(), embedded = reduced || is_embedded();
    for (Index k = last_; k < i; k++) {
      const Chunk& chunk = chunks_[k];
      bool relative = chunk.kind == ChunkKind::relative || chunk.kind == ChunkKind::whose;
      if ((chunk.kind == ChunkKind::auxiliary && has_verb()) || (relative && !tells_of_happening(k))) return true;
      if (embedded && is_verb(chunk)) return true;
      if (chunk.kind == ChunkKind::comma && opens_with_after()) return true;
      if (reduced && chunk.kind == ChunkKind::event && (chunk.verb.be || !(chunk.verb.frames & frame_active)))
        return true;
    }
    return false;
  }

  /// "the market | where | 14 died", with no comma before it
  bool is_embedded() const {
    return begin_ > 1 && is_where(chunks_[begin_ - 1]) && chunks_[begin_ - 2].kind != ChunkKind::comma;
  }

  /// "Two days | after | a fire killed 14 people, …": what follows the comma came later.
  bool opens_with_after() const {
    std::uint32_t begin = chunks_[begin_].tokens.begin;
    constexpr std::uint32_t reach = 6;
    for (std::uint32_t i = chunks_[first_].tokens.begin; i > chunks_.front().tokens.begin && i + reach > begin; i--) {
      const Token& before = text_.tokens[i - 1];
      if (before.kind == TokenKind::punctuation) return false;
      if (before.key == word_key("after")) return true;
    }
    return false;
  }

  /// "A woman | shot | …", "those | who were shot | …": the sentence's verb is still to come.
  bool is_reduced() const {
    for (Index k = figure_ + 1; k < last_; k++) {
      if (chunks_[k].kind == ChunkKind::relative) return true;
      const VerbGroup& verb = chunks_[k].verb;
      if (chunks_[k].kind == ChunkKind::event) return !verb.be && !verb.have && verb.frames & frame_passive;
    }
    return false;
  }

  /// Where the relative clause that the claim stands in begins: "the fire | that | killed 12".
  std::optional<Index> own_relative() const {
    constexpr Index reach = 4;
    for (Index k = first_; k > begin_ && first_ - k < reach; k--)
      if (chunks_[k - 1].kind == ChunkKind::relative) return k - 1;
    return std::nullopt;
  }

  /// "which", "in which"
  bool is_next(Index i, Index relative) const {
    return i == relative || (i + 1 == relative && chunks_[i].kind == ChunkKind::preposition);
  }

  /// "Monday's attack | that", "an attack in Ghent on Monday | that", not "on Monday protested against the law | that".
  bool describes_antecedent(Index i, Index relative) const {
    constexpr int most_words = 3;
    int words = 0;
    for (Index k = i + 1; k < relative; k++) {
      const Chunk& chunk = chunks_[k];
      bool clitic = text_.tokens[chunk.tokens.begin].kind == TokenKind::clitic;
      switch (chunk.kind) {
        case ChunkKind::place:
        case ChunkKind::date:
        case ChunkKind::preposition:
        case ChunkKind::of:
        case ChunkKind::group:
        case ChunkKind::singular:
          continue;
        case ChunkKind::comma:
        case ChunkKind::dash:
          if (!is_next(k + 1, relative) && chunks_[k + 1].kind != ChunkKind::place) return false;
          continue;
        case ChunkKind::event:
          if (chunk.verb.be || chunk.verb.have || chunk.verb.infinitive) return false;
          continue;
        case ChunkKind::other:
          if (!clitic && (++words > most_words || is_verb(chunk))) return false;
          continue;
        default:
          return false;
      }
    }
    return true;
  }

  /// "On Wednesday | officials disclosed | that 12 had died": the day on which they spoke, unless they are set off
  /// ("On Wednesday, officials said, 12 died").
  bool opens_speech(Index i) const {
    if (i > 1 || (i == 1 && text_.tokens[chunks_[0].tokens.begin].key != word_key("on"))) return false;
    for (Index k = i + 1; k < first_; k++) {
      if (chunks_[k].kind != ChunkKind::attribution) continue;
      return k + 1 < chunks_.size() && chunks_[k + 1].kind != ChunkKind::comma;
    }
    return false;
  }

  bool of_another_clause(Index i) const {
    if (i >= last_) return of_later_verb(i);
    if (i >= first_) return false;
    if (auto relative = own_relative(); relative && i < *relative) return !describes_antecedent(i, *relative);
    return opens_speech(i);
  }

  void date() {
    auto at = nearest([&](Index i) {
      return chunks_[i].kind == ChunkKind::date && !says_when(i) && !of_another_clause(i) && !is_first_time(i);
    });
    if (!at) return;
    claim_.date = chunks_[*at].index;
    for (Index i = *at; i-- > 0 && *at - i <= since_reach && chunks_[i].kind != ChunkKind::boundary;)
      if (chunks_[i].kind == ChunkKind::since && !(i < figure_ && figure_ < *at) && !is_dated_event(*at))
        claim_.since = true;
  }

  /// "since the | December | killing of 20": the killing's own date.
  bool is_dated_event(Index date) const {
    return date < first_ && first_ - date <= 2 && chunks_[first_].kind == ChunkKind::event && figure_ > first_ &&
           !chunks_[first_].verb.be && !chunks_[first_].verb.have;
  }

  /// "for the first time since | 1979": when it had happened before.
  bool is_first_time(Index i) const {
    std::uint32_t begin = chunks_[i].tokens.begin;
    std::uint32_t first = chunks_.front().tokens.begin;
    while (begin > first && begin + 4 > chunks_[i].tokens.begin && text_.tokens[begin].key != word_key("time")) begin--;
    return begin > first && text_.tokens[begin].key == word_key("time") &&
           text_.tokens[begin - 1].key == word_key("first");
  }

  /// "a fire | in Ghent | that left 12 dead", "Ghent, | where 12 had died"
  std::optional<Index> of_the_relative() const {
    constexpr Index reach = 3;
    for (Index i = first_; i > 0 && first_ - i < reach; i--) {
      const Chunk& chunk = chunks_[i - 1];
      if ((chunk.kind == ChunkKind::relative && claim_.event) || is_where(chunk)) return place_before(i - 1);
      if (chunk.kind == ChunkKind::place || chunk.kind == ChunkKind::boundary || chunk.kind == ChunkKind::figure) break;
    }
    return std::nullopt;
  }
  std::optional<Index> place_before(Index i) const {
    while (i > 0 && (chunks_[i - 1].kind == ChunkKind::comma || chunks_[i - 1].kind == ChunkKind::date)) i--;
    if (i > 0 && chunks_[i - 1].kind == ChunkKind::place && !is_speaker_s(i - 1)) return i - 1;
    return std::nullopt;
  }
  bool is_where(const Chunk& chunk) const {
    return chunk.kind == ChunkKind::boundary && text_.tokens[chunk.tokens.begin].key == word_key("where");
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
    auto link = [&](Index i) { return found_.places[chunks_[i].index].link; };
    auto at = of_the_relative();
    if (!at)
      at = nearest([&](Index i) {
        return chunks_[i].kind == ChunkKind::place && link(i) != PlaceLink::from && link(i) != PlaceLink::toward &&
               !is_speaker_s(i) && !(i >= last_ && of_later_verb(i));
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

  void quotation() {
    for (Index i = 0; i < first_; i++)
      if (chunks_[i].kind == ChunkKind::quote) claim_.quoted = !claim_.quoted;
  }

  template <class Parser>
  bool date_has(const Parser& parser) const {
    if (!claim_.date) return false;
    TokenRange range = found_.dates[*claim_.date].tokens;
    for (std::uint32_t i = range.begin; i < range.end; i++) {
      TokenIterator at = text_.at(i);
      if (x3::parse(at, text_.at(range.end), parser)) return true;
    }
    return false;
  }

  /// "as of | May 1"
  bool as_of_date() const {
    if (!claim_.date) return false;
    std::uint32_t begin = found_.dates[*claim_.date].tokens.begin;
    return begin >= chunks_.front().tokens.begin + 2 && text_.tokens[begin - 1].key == word_key("of") &&
           text_.tokens[begin - 2].key == word_key("as");
  }

  bool clause_has(Category category) const {
    if (begin_ >= end_) return false;
    for (std::uint32_t i = chunks_[begin_].tokens.begin; i < chunks_[end_ - 1].tokens.end; i++)
      if (lexicon_.match(category, text_.at(i), text_.at(chunks_[end_ - 1].tokens.end))) return true;
    return false;
  }

  bool denied_before() const {
    if (chunks_.empty()) return false;
    TokenIterator end = text_.at(claim_.tokens.begin);
    for (TokenIterator at = text_.at(chunks_[begin_].tokens.begin); at != end; ++at)
      if (lexicon_.match(Category::denial, at, end)) return true;
    return false;
  }

  /// "shot in five hours", "killed over three days": counted over a stretch that is not dated.
  bool within_hours() const {
    for (Index i = last_; i < end_; i++) {
      const Chunk& chunk = chunks_[i];
      bool led = i > 0 && chunks_[i - 1].kind == ChunkKind::preposition && stretches(chunks_[i - 1]);
      if (!led || chunk.kind != ChunkKind::other) continue;
      auto found = std::find_if(found_.quantities.begin(), found_.quantities.end(), [&](const Quantity& quantity) {
        return quantity.tokens.begin == chunk.tokens.begin && quantity.dimension == Dimension::duration;
      });
      if (found != found_.quantities.end() && found->unit != "minute" && found->unit != "second") return true;
    }
    return false;
  }

  bool stretches(const Chunk& preposition) const {
    TokenIterator at = text_.at(preposition.tokens.begin);
    return x3::parse(at, text_.at(preposition.tokens.end), word("in", "within", "over", "during"));
  }

  /// "are killed | every year", "deaths | each month", "12 | a day": so many in each stretch.
  bool is_rate() const {
    static constexpr WordSet each("every", "each", "per", "a", "an");
    static constexpr WordSet adverbs("annually", "yearly", "monthly", "weekly", "daily");
    for (Index i = begin_; i < end_; i++) {
      const Chunk& chunk = chunks_[i];
      const Token& first = text_.tokens[chunk.tokens.begin];
      if (i >= last_ && adverbs.contains(first) && !is_word(text_.tokens[chunk.tokens.end])) return true;
      if (chunk.kind == ChunkKind::date || !each.contains(first)) continue;
      const Token& next = text_.tokens[chunk.tokens.begin + 1];
      bool behind = i >= last_ && i < last_ + 3 && (i == 0 || chunks_[i - 1].kind != ChunkKind::preposition);
      bool opens = i <= opening_chunks && first.key == word_key("every");
      if ((behind || opens) && chunk.tokens.begin + 1 < text_.tokens.size() && is(next, Category::period_unit))
        return true;
    }
    return false;
  }

  /// "whether | 12 were killed", "could not confirm that | 12 were killed": nobody says that they were.
  bool is_open_question() const {
    std::uint32_t first = chunks_.front().tokens.begin;
    for (std::uint32_t i = chunks_[std::min(first_, figure_)].tokens.begin; i > first; i--) {
      const Token& before = text_.tokens[i - 1];
      if (before.kind == TokenKind::punctuation) return false;
      if (before.key == word_key("whether") || (before.key == word_key("if") && i == chunks_[first_].tokens.begin))
        return true;
      if (before.key == word_key("confirm") || before.key == word_key("verify")) return is_negated(i - 1);
    }
    return false;
  }
  bool is_negated(std::uint32_t verb) const {
    constexpr std::uint32_t reach = 4;
    static constexpr WordSet no("not", "unable", "never", "cannot", "couldn't", "can't", "nor", "neither");
    for (std::uint32_t i = verb; i > chunks_.front().tokens.begin && verb - i < reach; i--)
      if (no.contains(text_.tokens[i - 1])) return true;
    return false;
  }

  /// "the number of dead | since | the start of the war", "killed | since | the war began"
  bool since_undated() const {
    return !claim_.date && std::any_of(chunks_.begin() + static_cast<std::ptrdiff_t>(first_),
                                       chunks_.begin() + static_cast<std::ptrdiff_t>(end_),
                                       [](const Chunk& chunk) { return chunk.kind == ChunkKind::since; });
  }

  void scope() {
    if (claim_.scope == Scope::incident && is_open_question()) claim_.scope = Scope::projection;
    if (claim_.scope != Scope::incident) return;
    if (claim_.since || since_undated() || date_has(word("since")) || as_of_date())
      claim_.scope = Scope::cumulative;
    else if (date_has(short_window) || within_hours() || is_rate())
      claim_.scope = Scope::window;
    else if (date_has(long_window) || clause_has(Category::cumulative))
      claim_.scope = Scope::cumulative;
  }

  const Segmented& text_;
  const std::vector<Chunk>& chunks_;
  const Found& found_;
  const Lexicon& lexicon_;
  ClaimFrame& claim_;
  Index first_ = 0, last_ = 0;  ///< the claim's own chunks
  Index figure_ = 0;            ///< the figure among them
  Index begin_ = 0, end_ = 0;   ///< its clause
};

}  // namespace

void read_circumstances(const Segmented& text, const std::vector<Chunk>& chunks, const Found& found,
                        const Lexicon& lexicon, ClaimFrame& claim) {
  Circumstances(text, chunks, found, lexicon, claim).run();
}

}  // namespace claimcheck::grammar
