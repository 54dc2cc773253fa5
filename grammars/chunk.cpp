#include "chunk.hpp"

#include "part.hpp"
#include "word_set.hpp"

#include <algorithm>

namespace claimcheck::grammar {
namespace {

ChunkKind kind_of_connective(const Lexeme& connective) {
  constexpr std::pair<std::string_view, ChunkKind> kinds[] = {{"of", ChunkKind::of},
                                                              {"among", ChunkKind::among},
                                                              {"including", ChunkKind::including},
                                                              {"apart", ChunkKind::apart},
                                                              {"since", ChunkKind::since},
                                                              {"relative", ChunkKind::relative},
                                                              {"whose", ChunkKind::whose},
                                                              {"left", ChunkKind::left},
                                                              {"boundary", ChunkKind::boundary},
                                                              {"conjunction", ChunkKind::conjunction},
                                                              {"reached", ChunkKind::reached}};
  for (const auto& [name, kind] : kinds)
    if (name == connective.name) return kind;
  return ChunkKind::other;
}

ChunkKind kind_of_mark(const Token& token) {
  switch (token.mark) {
    case ',':
      return ChunkKind::comma;
    case ';':
      return ChunkKind::boundary;
    case ':':
      return ChunkKind::colon;
    case '(':
    case '[':
      return ChunkKind::open;
    case ')':
    case ']':
      return ChunkKind::close;
    case '"':
      return ChunkKind::quote;
    case '-':
      return token.glued && !token.long_dash ? ChunkKind::other : ChunkKind::dash;
    default:
      return ChunkKind::other;
  }
}

constexpr std::uint64_t verbal = bits(Category::event, Category::modifier, Category::projection, Category::helper);

class Chunker {
 public:
  Chunker(const Segmented& text, const Sentence& sentence, const Lexicon& lexicon, const Found& found,
          std::vector<Chunk>& out)
      : text_(text),
        lexicon_(lexicon),
        found_(found),
        out_(out),
        first_(sentence.tokens.begin),
        at_(sentence.tokens.begin),
        end_(sentence.tokens.end),
        headline_(sentence.shape == TextShape::headline) {}

  void run() {
    while (at_ < end_) {
      std::uint32_t before = at_;
      if (!ranges() && !another_one() && !figure() && !nobody() && !reduced_relative() && !verbs() && !connectives() &&
          !noun_phrase())
        push_word();
      if (at_ <= before) at_ = before + 1;
    }
  }

 private:
  const Token& token() const { return text_.tokens[at_]; }
  TokenIterator here() const { return text_.at(at_); }
  TokenIterator last() const { return text_.at(end_); }
  std::uint32_t index(TokenIterator at) const { return static_cast<std::uint32_t>(at - text_.tokens.begin()); }

  Chunk& push(ChunkKind kind, std::uint32_t end) {
    Chunk& chunk = out_.emplace_back();
    chunk.kind = kind;
    chunk.tokens = {at_, end};
    at_ = end;
    return chunk;
  }

  void push_word() {
    bool name = !headline_ && token().kind == TokenKind::word && token().capital && !token().all_caps;
    push(kind_of_mark(token()), at_ + 1).object = name;
  }

  template <class Frames>
  bool range(ChunkKind kind, const Frames& frames, std::size_t& next) {
    while (next < frames.size() && frames[next].tokens.begin < at_) next++;
    if (next >= frames.size() || frames[next].tokens.begin != at_ || frames[next].tokens.end > end_) return false;
    push(kind, frames[next].tokens.end).index = static_cast<std::uint32_t>(next);
    next++;
    return true;
  }

  /// "pledged" may be a speaker's verb and an event: then the event's words stay in the clause.
  bool speaks_only() {
    while (next_attribution_ < found_.attributions.size() && found_.attributions[next_attribution_].tokens.begin < at_)
      next_attribution_++;
    if (next_attribution_ >= found_.attributions.size()) return false;
    TokenRange range = found_.attributions[next_attribution_].tokens;
    return std::none_of(text_.at(range.begin), text_.at(range.end),
                        [](const Token& word) { return is(word, Category::event); });
  }

  bool ranges() {
    return range(ChunkKind::date, found_.dates, next_date_) ||
           (speaks_only() && range(ChunkKind::attribution, found_.attributions, next_attribution_)) ||
           range(ChunkKind::place, found_.places, next_place_);
  }

  bool figure() {
    while (next_quantity_ < found_.quantities.size() && found_.quantities[next_quantity_].tokens.begin < at_)
      next_quantity_++;
    if (next_quantity_ >= found_.quantities.size()) return false;
    const Quantity& quantity = found_.quantities[next_quantity_];
    if (quantity.tokens.begin != at_ || quantity.tokens.end > end_) return false;
    std::uint32_t begin = at_;
    auto number = static_cast<std::uint32_t>(next_quantity_++);
    if (age_by_decade(quantity) || ages_of(quantity) || age_of_name(quantity) || age(quantity) || aged(quantity, false))
      return true;
    if (!countable(quantity)) {
      push(ChunkKind::other, quantity.tokens.end).object = quantity.dimension == Dimension::percent;
      return true;
    }
    if (begin > first_ && (counts_nobody(text_.tokens[begin - 1], quantity) || is_all_but(begin))) {
      push(ChunkKind::other, quantity.tokens.end);
      return true;
    }
    Chunk chunk;
    chunk.kind = ChunkKind::figure;
    chunk.index = number;
    chunk.definite = !out_.empty() && out_.back().definite && out_.back().tokens.end == begin;
    if (chunk.definite) begin = out_.back().tokens.begin, out_.pop_back();
    at_ = quantity.tokens.end;
    chunk.increment = increment(at_, end_) || (begin > first_ && increment(begin - 1, begin));
    chunk.several = quantity.value.value_or(2) >= 2;
    chunk.money = quantity.dimension == Dimension::currency;
    chunk.partitive = of_whom(begin) || of_them();
    if (!compares()) subject_of(chunk);
    latest_of(quantity, chunk);
    if (is_rate(chunk.money) || (chunk.subject.tokens.empty() && compares())) {
      push(ChunkKind::other, at_).tokens.begin = begin;
      return true;
    }
    if (chunk.subject.tokens.empty()) begin = take_family(begin, chunk);
    chunk.tokens = {begin, at_};
    out_.push_back(chunk);
    return true;
  }

  /// "a family | of six": six persons, not one family.
  std::uint32_t take_family(std::uint32_t begin, Chunk& figure) {
    if (out_.size() < 2 || out_.back().kind != ChunkKind::of) return begin;
    const Chunk& family = out_[out_.size() - 2];
    if (!family.subject.noun || family.subject.noun->name != "family" || family.subject.noun->kind != "singular")
      return begin;
    begin = family.tokens.begin;
    figure.subject = family.subject;
    out_.resize(out_.size() - 2);
    return begin;
  }

  /// "from 12 to 15": the later figure.
  void latest_of(const Quantity& quantity, Chunk& chunk) const {
    if (text_.tokens[quantity.tokens.begin].key != word_key("from")) return;
    for (std::uint32_t i = quantity.tokens.begin + 1; i < quantity.tokens.end; i++) {
      TokenIterator at = text_.at(i);
      if (text_.tokens[i - 1].key == word_key("to") &&
          read_numeral(at, text_.at(quantity.tokens.end), lexicon_, chunk.latest))
        chunk.latest_tokens = {i, index(at)};
    }
  }

  /// "two | more", "another | five"
  bool increment(std::uint32_t from, std::uint32_t end) const {
    return from < end && lexicon_.match(Category::increment, text_.at(from), text_.at(end));
  }

  /// "two of them", "14 of whom": part of those named before.
  bool of_them() {
    TokenIterator at = here();
    if (!x3::parse(at, last(), word("of") >> word("them", "whom", "those", "these"))) return false;
    at_ = index(at);
    return true;
  }

  bool before_is(std::uint32_t at, std::string_view word) const { return text_.tokens[at - 1].key == word_key(word); }

  /// "12 | fewer seats", "3 million | more votes than": set against another figure, no count.
  bool compares() const {
    if (at_ >= end_) return false;
    WordKey key = token().key;
    return key == word_key("fewer") || key == word_key("less");
  }

  /// "how | many", "per | 1,000", "the top | ten", "9/ | 11"
  static bool counts_nobody(const Token& before, const Quantity& quantity) {
    return (before.key == word_key("how") && quantity.hedge == Hedge::vague) || before.key == word_key("per") ||
           before.key == word_key("top") || before.mark == '/';
  }

  /// "all but | three of the 20"
  bool is_all_but(std::uint32_t begin) const {
    return begin >= first_ + 2 && before_is(begin, "but") && before_is(begin - 1, "all");
  }

  /// "10 judges | for every trafficker", "40 nurses | per ward", "$72 | a month", "$10,000 | every time"
  bool is_rate(bool money) const {
    if (at_ + 1 >= end_) return false;
    const Token& next = text_.tokens[at_ + 1];
    WordKey key = token().key;
    if (key == word_key("per") || token().mark == '/') return true;
    if (money && token().mark == '-' && token().glued) return next.key == word_key("a") || next.key == word_key("per");
    if (key == word_key("for")) return next.key == word_key("every") || next.key == word_key("each");
    static constexpr WordSet each("a", "an", "each", "every");
    if (!money || !each.contains(key)) return false;
    bool dated = next_date_ < found_.dates.size() && found_.dates[next_date_].tokens.begin == at_;
    return !dated && (is(next, Category::period_unit) || next.key == word_key("time") || next.key == word_key("hour"));
  }

  /// "700 pupils, of whom | 20": the same, said before the figure.
  bool of_whom(std::uint32_t begin) const {
    if (begin < first_ + 2 || text_.tokens[begin - 2].key != word_key("of")) return false;
    WordKey key = text_.tokens[begin - 1].key;
    return key == word_key("whom") || key == word_key("which");
  }

  /// "No one", "none of the passengers", "no soldiers", "no deaths": a figure of zero; "none of the injuries" is none.
  bool nobody() {
    Match match = lexicon_.match(Category::zero, here(), last());
    if (!match) return false;
    std::uint32_t begin = at_;
    Chunk chunk;
    chunk.kind = ChunkKind::singular;
    chunk.none = true;
    chunk.counter = {at_, index(match.end)};
    at_ = index(match.end);
    if (match.lexeme->name != "nobody") {
      while (at_ < end_ && is(token(), Category::determiner)) at_++;
      if (quantity_at(at_)) at_ = found_.quantities[next_quantity_++].tokens.end;
      subject_of(chunk);
    }
    if (match.lexeme->name == "none_of" && chunk.verb.event) return at_ = begin, false;
    bool of_people = chunk.verb.event && bearer_of(*chunk.verb.event) == Bearer::person;
    bool person = chunk.subject.noun && chunk.subject.noun->category == Category::person;
    if (match.lexeme->name == "no" && !person && !of_people) return at_ = begin, false;
    chunk.tokens = {begin, at_};
    out_.push_back(chunk);
    return true;
  }

  bool one_person(const Chunk& chunk) const {
    const Lexeme* noun = chunk.subject.noun;
    return (chunk.kind == ChunkKind::singular || chunk.kind == ChunkKind::group) && noun &&
           noun->category == Category::person && noun->kind == "singular";
  }
  static bool people(const Chunk& chunk) {
    const Lexeme* noun = chunk.subject.noun;
    return chunk.kind == ChunkKind::figure && noun && noun->category == Category::person;
  }

  /// "a girl of 14", "two brothers, 19 and 23,", "a mother of three", "three children, aged 2, 5 and 9": what stands
  /// beside a person and counts nobody else belongs to that person.
  bool age(const Quantity& quantity) {
    std::size_t before = out_.size();
    bool aged = quantity.dimension == Dimension::age;
    if (before > 0 && out_[before - 1].kind == ChunkKind::other && is_age_word(out_[before - 1])) before--, aged = true;
    bool of = before > 0 && out_[before - 1].kind == ChunkKind::of;
    bool comma = before > 0 && out_[before - 1].kind == ChunkKind::comma;
    if (of || comma) before--;
    if (before == 0 || !(aged || of || comma)) return false;
    const Chunk& who = out_[before - 1];
    if (of && who.subject.noun && who.subject.noun->name == "family") return false;
    if (!one_person(who) && !(people(who) && !of)) return false;
    std::uint32_t end = ages(quantity.tokens.end, !of);
    bool closed = end == end_ || text_.tokens[end].mark == ',' || text_.tokens[end].mark == ')';
    if (comma && quantity.dimension == Dimension::age && counts_one(end)) return false;
    if (!aged && (!may_be_age(quantity) || (comma && !closed) || (of && counts_noun(end)))) return false;
    if (comma && end < end_ && text_.tokens[end].mark == ',') end++;
    out_.resize(before);
    out_.back().tokens.end = at_ = end;
    return true;
  }

  /// "in his late | 50s"
  bool age_by_decade(const Quantity& quantity) {
    if (quantity.dimension != Dimension::age || out_.empty() || out_.back().kind != ChunkKind::adverb) return false;
    if (text_.tokens[quantity.tokens.end - 1].key == word_key("old")) return false;
    at_ = out_.back().tokens.begin;
    out_.pop_back();
    push(ChunkKind::other, quantity.tokens.end);
    return true;
  }

  /// "between the ages of | 11 and 15"
  bool ages_of(const Quantity& quantity) {
    if (out_.size() < 2 || out_.back().kind != ChunkKind::of || !is_age_word(out_[out_.size() - 2])) return false;
    push(ChunkKind::other, ages(quantity.tokens.end, true));
    return true;
  }

  /// "Ana Ruiz, | 33,", "Ruiz, | 33 and Lee, | 28.", "who was | 33"
  bool age_of_name(const Quantity& quantity) {
    if (at_ >= first_ + 2 && before_is(at_, "was") && before_is(at_ - 1, "who") && bare(quantity))
      return push(ChunkKind::other, quantity.tokens.end), true;
    if (out_.size() < 2 || out_.back().kind != ChunkKind::comma || out_[out_.size() - 2].kind == ChunkKind::place)
      return false;
    std::uint32_t end = quantity.tokens.end;
    const Token& name = text_.tokens[at_ - 2];
    if (!bare(quantity) || !ends_age(end) || !(name.capital || name.mark == '.')) return false;
    push(ChunkKind::other, end);
    return true;
  }

  /// "Man, | 17-month-old child": the age of somebody else.
  bool counts_one(std::uint32_t at) const {
    TokenIterator behind = text_.at(at);
    SubjectFrame subject;
    return noun_in_reach(behind, last()) && read_subject(behind, last(), lexicon_, text_, subject) && subject.noun &&
           subject.noun->kind == "singular";
  }

  bool ends_age(std::uint32_t end) const {
    if (end == end_) return false;
    if (text_.tokens[end].mark == ',') return true;
    if (text_.tokens[end].mark == '.') return end + 1 == end_ && is_name_before();
    return text_.tokens[end].key == word_key("and") && end + 1 < end_ && text_.tokens[end + 1].capital &&
           is_name_before();
  }
  /// "Lee, | 28", not "On Monday, | 28" or "In Homs, | 12".
  bool is_name_before() const {
    constexpr std::uint64_t no_name = bits(Category::month, Category::weekday, Category::event, Category::affiliation);
    const Chunk& name = out_[out_.size() - 2];
    return name.kind == ChunkKind::other && !(text_.tokens[name.tokens.begin].classes & no_name);
  }

  static constexpr double oldest = 120;
  /// "a boy, about 4,"
  static bool may_be_age(const Quantity& quantity) {
    bool close = quantity.hedge == Hedge::exact || quantity.hedge == Hedge::about || quantity.hedge == Hedge::nearly;
    return quantity.dimension == Dimension::count && quantity.noun.empty() && close && quantity.value &&
           *quantity.value <= oldest;
  }
  static bool bare(const Quantity& quantity) { return may_be_age(quantity) && quantity.hedge == Hedge::exact; }

  bool counts_noun(std::uint32_t at) const {
    TokenIterator behind = text_.at(at);
    SubjectFrame subject;
    return noun_in_reach(behind, last()) && read_subject(behind, last(), lexicon_, text_, subject) && subject.noun;
  }

  bool is_age_word(const Chunk& chunk) const {
    WordKey key = text_.tokens[chunk.tokens.begin].key;
    return key == word_key("aged") || key == word_key("age") || key == word_key("ages");
  }

  /// The end of a run of ages: "19 and 23", "2, 5 and 9".
  std::uint32_t ages(std::uint32_t end, bool run) const {
    for (std::size_t i = next_quantity_; run && i < found_.quantities.size(); i++) {
      std::uint32_t next = end;
      while (next < end_ && (text_.tokens[next].mark == ',' || text_.tokens[next].key == word_key("and"))) next++;
      const Quantity& another = found_.quantities[i];
      if (next == end || another.tokens.begin != next || (!bare(another) && another.dimension != Dimension::age)) break;
      if (counts_noun(another.tokens.end)) break;
      end = another.tokens.end;
    }
    return end;
  }

  /// Where the next date begins, or the sentence ends.
  TokenIterator next_date() const {
    std::size_t next = next_date_;
    while (next < found_.dates.size() && found_.dates[next].tokens.begin < at_) next++;
    return next < found_.dates.size() ? text_.at(std::min(end_, found_.dates[next].tokens.begin)) : last();
  }

  /// The noun phrase behind a figure, with an event that may hide in it: "12 deaths", "three wounded men".
  void subject_of(Chunk& chunk) {
    TokenIterator at = behind_of(chunk);
    SubjectFrame subject;
    TokenIterator behind = at, end = next_date();
    if (at >= end || !read_subject(behind, end, lexicon_, text_, subject) || subject.tokens.empty()) {
      if (event_count(at, chunk.verb)) at_ = index(at);
      return;
    }
    if (is_verb(subject.tokens)) return;
    if (subject.tokens.size() > 1 && increment(subject.tokens.begin, subject.tokens.end)) subject.tokens.begin++;
    chunk.subject = subject;
    at_ = index(behind);
    for (std::uint32_t i = subject.tokens.begin; i < subject.tokens.end && text_.tokens[i].key != word_key("of"); i++)
      if (is(text_.tokens[i], Category::event)) hidden_event(i, chunk);
  }

  /// "two | of their guards", "12 | of the 30 men", "three | of the town's 12 policemen"
  TokenIterator behind_of(Chunk& chunk) {
    TokenIterator at = here();
    if (at == last() || at->key != word_key("of")) return at;
    ++at;
    while (at != last() && at->classes & bits(Category::determiner, Category::pronoun) && !is(*at, Category::event))
      ++at;
    TokenIterator owned = behind_owner(at);
    if (quantity_at(index(owned)) && countable(found_.quantities[next_quantity_]) && counts_noun(whole_end())) {
      chunk.whole = static_cast<std::uint32_t>(next_quantity_);
      at = text_.at(found_.quantities[next_quantity_++].tokens.end);
    }
    return at;
  }
  TokenIterator behind_owner(TokenIterator at) const {
    constexpr int reach = 3;
    TokenIterator clitic = at;
    for (int i = 0; i < reach && clitic != last() && is_word(*clitic); i++) ++clitic;
    return clitic != at && clitic != last() && clitic->kind == TokenKind::clitic ? clitic + 1 : at;
  }
  std::uint32_t whole_end() const { return found_.quantities[next_quantity_].tokens.end; }

  /// "1,004 | tested positive"
  bool is_verb(TokenRange phrase) const {
    TokenIterator at = text_.at(phrase.begin);
    VerbGroup verb;
    return is(*at, Category::event) && read_event(at, text_.at(phrase.end), lexicon_, verb) &&
           index(at) == phrase.end && verb.frames & frame_subject && !(verb.frames & frame_count);
  }

  bool is_one_of(const Chunk& chunk) const {
    return chunk.kind == ChunkKind::figure && found_.quantities[chunk.index].value == 1 &&
           chunk.subject.tokens.begin > found_.quantities[chunk.index].tokens.end;
  }

  void hidden_event(std::uint32_t from, Chunk& chunk) const {
    TokenRange phrase = chunk.subject.tokens;
    TokenIterator word = text_.at(from);
    VerbGroup hidden;
    if (!read_event(word, text_.at(phrase.end), lexicon_, hidden)) return;
    bool head = index(word) == phrase.end;
    if (head && is_one_of(chunk)) return;  // "one of the worst shootings"
    if (!(hidden.frames & (head ? frame_count : frame_passive | frame_state))) return;
    if (head && !takes_lives(from)) return;
    if (!head && hidden.event->running) return;  // "homeless men"
    chunk.verb = hidden;
    bool of_people = bearer_of(*hidden.event) == Bearer::person;
    if (head && (!chunk.subject.noun || (of_people && chunk.subject.noun->category != Category::person)))
      strip_event_noun(from, chunk.subject);
  }

  /// "12 civilian deaths" counts civilians, "12 deaths" nobody in particular.
  void strip_event_noun(std::uint32_t from, SubjectFrame& subject) const {
    subject.tokens.end = from;
    subject.head = {};
    for (std::uint32_t i = subject.tokens.begin; i < from; i++) {
      Match match = lexicon_.match(Category::person, text_.at(i), text_.at(from));
      if (!match) continue;
      subject.noun = match.lexeme;
      subject.head = {i, index(match.end)};
      return;
    }
    subject.tokens = {};
  }

  /// "12 deaths": an event's own noun right behind the figure, or behind one adjective ("12 civilian deaths").
  bool event_count(TokenIterator& at, VerbGroup& hidden) const {
    if (at == last() || !is(*at, Category::event)) return false;
    TokenIterator word = at;
    VerbGroup read;
    if (!read_event(word, last(), lexicon_, read)) return false;
    if (!(read.frames & frame_count) || read.frames & (frame_passive | frame_active)) return false;
    if (!takes_lives(index(at))) return false;
    hidden = read;
    at = word;
    return true;
  }

  /// "claimed 12 | lives", "12 | lives were lost", not "changed 12 | lives": lives count as deaths only where they end.
  bool takes_lives(std::uint32_t noun) const {
    if (text_.tokens[noun].key != word_key("lives")) return true;
    static constexpr WordSet takes("claim", "claims", "claimed", "claiming", "take", "takes", "took", "taken", "taking",
                                   "cost", "costs", "costing", "lose", "loses", "lost", "losing", "end", "ended");
    constexpr std::uint32_t reach = 6;
    for (std::uint32_t i = noun; i > first_ && noun - i < reach; i--)
      if (takes.contains(text_.tokens[i - 1])) return true;
    for (std::uint32_t i = noun + 1; i < end_ && i < noun + reach; i++)
      if (takes.contains(text_.tokens[i])) return true;
    return false;
  }

  bool verbs() {
    if (!(token().classes & verbal) && !may_be_adverb()) return false;
    if (is_attempted(at_)) return false;
    TokenIterator at = here();
    VerbGroup group;
    if (read_verb_group(at, last(), lexicon_, text_, group)) {
      group.participle = ends_in(token(), text_.text, "ing");
      // "the shooting", which has no object
      if (group.participle && !out_.empty() && out_.back().nominal)
        group.frames &= static_cast<std::uint8_t>(~frame_active);
      if (!group.be && aims_at_somebody(at)) group.frames = frame_none;
      push(ChunkKind::event, before_place(index(at))).verb = group;
      return true;
    }
    at = here();
    group = {};
    if (!read_auxiliaries(at, last(), lexicon_, text_, group)) return false;
    bool helps = group.be || group.have || group.projected || group.negated;
    push(helps ? ChunkKind::auxiliary : ChunkKind::adverb, index(at)).verb = group;
    return true;
  }

  /// "shot | at an unarmed man": he who shot was not hit, nor perhaps the other.
  bool aims_at_somebody(TokenIterator behind) const {
    if ((behind - 1)->key != word_key("shot") || behind == last() || behind->key != word_key("at")) return false;
    static constexpr WordSet somebody("him", "her", "them", "police", "officers", "me", "us");
    TokenIterator at = behind + 1;
    while (at != last() && at->classes & bits(Category::determiner, Category::pronoun) && !somebody.contains(*at)) ++at;
    SubjectFrame subject;
    return at != last() && (somebody.contains(*at) ||
                            (noun_in_reach(at, last()) && read_subject(at, last(), lexicon_, text_, subject) &&
                             subject.noun && subject.noun->category == Category::person));
  }

  /// "the attempted | murders of": nobody was murdered.
  bool is_attempted(std::uint32_t event) const {
    static constexpr WordSet words("attempted", "foiled", "thwarted");
    return event > first_ && is(text_.tokens[event], Category::event) && words.contains(text_.tokens[event - 1]);
  }

  /// "crossed | into Uganda": the preposition is the event's and the place's.
  std::uint32_t before_place(std::uint32_t end) const {
    if (end - at_ < 2) return end;
    for (std::size_t i = next_place_; i < found_.places.size() && found_.places[i].tokens.begin < end; i++)
      if (found_.places[i].tokens.begin == end - 1) return end - 1;
    return end;
  }

  bool may_be_adverb() const { return token().kind == TokenKind::word && ends_in_ly(token(), text_.text); }

  bool connectives() {
    if (Match match = lexicon_.match(Category::causative, here(), last())) {
      push(ChunkKind::causative, index(match.end));
      return true;
    }
    Match match = lexicon_.match(Category::connective, here(), last());
    if (!match || has_since()) return false;
    push(kind_of_connective(*match.lexeme), index(match.end));
    return true;
  }

  /// "a driver | believed to be drunk |", "two men | suspected of theft |": as if "who was" stood before it.
  bool reduced_relative() {
    static constexpr WordSet participles("believed", "suspected", "accused", "described", "identified", "thought",
                                         "wanted", "known", "convicted", "charged");
    if (out_.empty() || at_ + 1 >= end_ || !participles.contains(token())) return false;
    const Chunk& before = out_.back();
    bool person = before.subject.noun && before.subject.noun->category == Category::person;
    bool who =
        before.kind == ChunkKind::figure || before.kind == ChunkKind::singular || before.kind == ChunkKind::group;
    static constexpr WordSet links("to", "of", "as", "in", "by", "for", "with");
    if (!who || !person || !links.contains(text_.tokens[at_ + 1])) return false;
    push(ChunkKind::relative, at_ + 1);
    return true;
  }

  /// "has since been reported": an adverb.
  bool has_since() const {
    if (token().key != word_key("since") || at_ == first_) return false;
    return is(text_.tokens[at_ - 1], Category::helper);
  }

  bool quantity_at(std::uint32_t at) const {
    return next_quantity_ < found_.quantities.size() && found_.quantities[next_quantity_].tokens.begin == at;
  }

  bool noun_phrase() {
    constexpr std::uint64_t nominal = bits(Category::person, Category::thing, Category::affiliation);
    bool possessive = is(token(), Category::pronoun) && quantity_at(at_ + 1);
    bool determined = is(token(), Category::determiner) || possessive;
    if (!determined && is_possessive(token()) && bearer_near(at_ + 1) && person_phrase(at_ + 1, ChunkKind::group))
      return true;
    if (determined && at_ + 1 < end_) {
      bool one = token().key == word_key("a") || token().key == word_key("an") || token().key == word_key("another");
      if (quantity_at(at_ + 1)) {
        if (one && aged(found_.quantities[next_quantity_], true)) return true;
        push(ChunkKind::other, at_ + 1).definite =
            !one && token().key != word_key("some") && token().key != word_key("any");
        return true;
      }
      if (person_phrase(at_ + 1, one ? ChunkKind::singular : ChunkKind::group)) return true;
      push(ChunkKind::other, at_ + 1).nominal = true;
      return true;
    }
    if (is(token(), Category::preposition)) {
      push(ChunkKind::preposition, at_ + 1);
      return true;
    }
    if (token().classes & nominal) return person_phrase(at_, opens() ? ChunkKind::singular : ChunkKind::group);
    return false;
  }

  /// "wounds | 8-year-old, 2 others", "17-year-old killed"
  bool stands_alone(std::uint32_t behind) const {
    if (out_.empty()) return behind < end_ && is(text_.tokens[behind], Category::event);
    return out_.back().kind == ChunkKind::event && (behind == end_ || !is_word(text_.tokens[behind]));
  }

  /// "his | teenage brother", "his | dog"
  bool bearer_near(std::uint32_t at) const {
    constexpr std::uint32_t reach = 4;
    std::uint32_t end = std::min(at + reach, end_);
    return at < end_ &&
           (is(text_.tokens[at], Category::thing) ||
            std::any_of(text_.at(at), text_.at(end), [](const Token& token) { return is(token, Category::person); }));
  }

  static bool is_possessive(const Token& token) {
    static constexpr WordSet possessives("his", "her", "their", "my", "our", "its");
    return is(token, Category::pronoun) && possessives.contains(token);
  }

  /// "an 11-year-old", "a 26-year-old man", "her 2-year-old", in headlines "26-year-old man": one person.
  bool aged(const Quantity& age, bool one) {
    if (age.dimension != Dimension::age) return false;
    bool owned = !out_.empty() && out_.back().definite && is_possessive(text_.tokens[out_.back().tokens.begin]);
    TokenIterator at = text_.at(age.tokens.end);
    SubjectFrame subject;
    bool named = noun_in_reach(at, last()) && read_subject(at, last(), lexicon_, text_, subject) && subject.noun &&
                 subject.noun->kind == "singular";
    bool alone = stands_alone(index(at));
    if (!named && !((one || owned || alone) && text_.tokens[age.tokens.end - 1].key == word_key("old"))) return false;
    if (owned) at_ = out_.back().tokens.begin, out_.pop_back();
    Chunk& chunk = push(ChunkKind::singular, named ? index(at) : age.tokens.end);
    chunk.counter = one ? TokenRange{chunk.tokens.begin, age.tokens.begin} : age.tokens;
    if (named) chunk.subject = subject;
    return true;
  }

  /// "another was wounded", "a third was arrested": one more of those named before.
  bool another_one() {
    TokenIterator at = here();
    if (at->key != word_key("a") && at->key != word_key("another")) return false;
    if (!x3::parse(at, last(), word("another") | word("a") >> starts(bit(Category::ordinal)))) return false;
    if (at == last()) return false;
    if (token().key == word_key("a") && one_more(index(at))) return true;
    if (!(at->classes & bits(Category::helper, Category::event))) return false;
    Chunk& chunk = push(ChunkKind::singular, index(at));
    chunk.subject.others = true;
    chunk.counter = chunk.tokens;
    return true;
  }

  /// "a third | officer"
  bool one_more(std::uint32_t from) {
    TokenIterator at = text_.at(from);
    SubjectFrame subject;
    if (!noun_in_reach(at, last()) || !read_subject(at, last(), lexicon_, text_, subject)) return false;
    if (!subject.noun || subject.noun->category != Category::person || subject.noun->kind != "singular") return false;
    Chunk& chunk = push(ChunkKind::singular, index(at));
    chunk.counter = {chunk.tokens.begin, from};
    chunk.subject = subject;
    return true;
  }

  /// Where a headline may name somebody without an article: "Man, 61, and grandson, 8, drown".
  bool opens() const {
    if (out_.empty()) return true;
    if (out_.back().kind == ChunkKind::comma) return headline_ || (out_.size() == 2 && out_.front().bare);
    return out_.size() >= 2 && out_.back().kind == ChunkKind::conjunction && out_[out_.size() - 2].bare;
  }

  bool person_phrase(std::uint32_t from, ChunkKind kind) {
    TokenIterator at = text_.at(from);
    SubjectFrame subject;
    if (lexicon_.match(Category::event, at, last()) || !noun_in_reach(at, last())) return false;
    if (!read_subject(at, last(), lexicon_, text_, subject) || subject.tokens.empty() || !subject.noun) return false;
    if (bodies_of(subject.tokens)) return true;
    bool increment = token().key == word_key("another");
    bool bare = kind == ChunkKind::singular && from == at_;
    if (!is_one(subject, text_) || (bare && subject.noun->category != Category::person)) kind = ChunkKind::group;
    Chunk& chunk = push(kind, index(at));
    chunk.subject = subject;
    chunk.increment = increment;
    chunk.bare = bare && kind == ChunkKind::singular;
    chunk.counter = {chunk.tokens.begin, std::max(from, chunk.tokens.begin + 1)};
    return true;
  }

  /// "the burnt bodies of | three men": the event's noun, not those that it counts.
  bool bodies_of(TokenRange phrase) {
    if (phrase.end == end_ || text_.tokens[phrase.end].key != word_key("of")) return false;
    TokenIterator at = text_.at(phrase.end - 1);
    VerbGroup nominal;
    if (!is(*at, Category::event) || !read_event(at, text_.at(phrase.end), lexicon_, nominal) ||
        !(nominal.frames & frame_of) || is_attempted(phrase.end - 1))
      return false;
    push(ChunkKind::event, phrase.end).verb = nominal;
    return true;
  }

  const Segmented& text_;
  const Lexicon& lexicon_;
  const Found& found_;
  std::vector<Chunk>& out_;
  std::uint32_t first_;  ///< where the sentence begins
  std::uint32_t at_, end_;
  bool headline_;
  std::size_t next_date_ = 0, next_attribution_ = 0, next_place_ = 0, next_quantity_ = 0;
};

}  // namespace

bool countable(const Quantity& quantity) {
  if (quantity.vague == "many") return false;
  if (quantity.dimension == Dimension::currency) return true;
  return quantity.dimension == Dimension::count &&
         (quantity.role == Role::count || quantity.role == Role::claim || quantity.role == Role::unexplained);
}

bool counts_alone(const Quantity& quantity, bool known_thing) {
  if (quantity.dimension != Dimension::count || quantity.hedge == Hedge::vague) return false;
  double size = quantity.value ? *quantity.value : quantity.low.value_or(10);
  return size >= (known_thing ? 2 : 10);
}

void read_chunks(const Segmented& text, const Sentence& sentence, const Lexicon& lexicon, const Found& found,
                 std::vector<Chunk>& out) {
  out.clear();
  Chunker(text, sentence, lexicon, found, out).run();
}

}  // namespace claimcheck::grammar
