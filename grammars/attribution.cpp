#include "attribution.hpp"

#include "part.hpp"
#include "word_set.hpp"

#include <algorithm>

namespace claimcheck::grammar {
namespace {

constexpr int relative_reach = 25;  ///< words that may stand between "which" and the verb of saying

/// A claimant as written: its noun phrase, what hangs on that, and a second name beside it.
constexpr std::uint32_t that_reach = 8;      ///< tokens between the verb of saying and "that"
constexpr std::uint32_t heading_reach = 7;   ///< tokens of a heading, with its colon: "Health ministry: …"
constexpr std::uint32_t speaker_reach = 40;  ///< tokens from the start of a claimant to its verb
struct Claimant {
  Part core;        ///< "the Syrian Observatory"
  Part attached;    ///< "for Human Rights"
  Part apposition;  ///< ", the White Helmets,"
  bool pronoun = false;
};

/// Who says, and how: `trails` where the speaker stands behind the verb.
struct Statement {
  Claimant claimant;
  const Lexeme* speech = nullptr;
  bool trails = false;
};

bool is_name_dot(Iterator at, Iterator last, const Source& source) {
  if (at == last || at->mark != '.' || !at->glued || at + 1 == last || at->ellipsis) return false;
  const Token& before = *(at - 1);
  bool initial = before.span.size() == 1 && before.capital;
  return (initial || source.lexicon.match(Category::abbreviation, at - 1, at) || is(before, Category::person_title)) &&
         (at + 1)->capital;
}

bool is_speech(Iterator at, Iterator last, const Source& source) {
  Match match = source.lexicon.match(Category::speech, at, last);
  return match && match.lexeme->kind != "none" && match.lexeme->kind != "ambiguous" &&
         match.lexeme->kind != "continuing";
}

bool is_adverb(Iterator at, Iterator last, const Source& source) {
  if (at->capital && !at->all_caps) return false;
  Match modifier = source.lexicon.match(Category::modifier, at, last);
  return modifier ? modifier.lexeme->name == "adverb" : ends_in(*at, source.text, "ly");
}

/// An adverb or a verb in small letters: the claimant's name ends before it.
bool ends_name(Iterator at, Iterator last, const Source& source) {
  if ((at->capital && !at->all_caps) || source.lexicon.match(Category::claimant, at, last)) return false;
  if (is_adverb(at, last, source)) return true;
  Match stop = source.lexicon.match(Category::stop_noun, at, last);
  return stop && stop.lexeme->name == "verb";
}

/// Words of a claimant's name or description: nothing of a closed class, no verb of saying.
bool read_name_words(Iterator& at, Iterator last, const Source& source, Part&) {
  Iterator begin = at;
  while (at != last) {
    bool joined = at != begin && at->glued && at->mark == '-' && !at->long_dash;
    bool clitic = at != begin && at->kind == TokenKind::clitic;
    if (joined || clitic || at->mark == '&' || (at != begin && is_name_dot(at, last, source))) {
      ++at;
      continue;
    }
    bool plural_owner = at != begin && at->glued && at->mark == '\'' && at + 1 != last && (at + 1)->capital &&
                        !(at + 1)->glued && (at - 1)->capital;
    if (plural_owner) {
      ++at;
      continue;
    }
    bool glued_part = at != begin && at->glued && (at - 1)->mark == '-';
    if (!is_word(*at) && at->kind != TokenKind::number) break;
    if (!glued_part) {
      if (at == begin && is_adverb(at, last, source)) break;
      if (is_closed(at, last, source.lexicon)) break;
      Match match = source.lexicon.match(Category::speech, at, last);
      bool verb = match && match.lexeme->kind != "continuing";
      if (verb && (at != begin || is_speech(at, last, source))) break;
      if (at != begin && ends_name(at, last, source)) break;
    }
    ++at;
  }
  return at != begin && (at - 1)->kind != TokenKind::clitic && (at - 1)->kind != TokenKind::number;
}

bool read_speaking_pronoun(Iterator& at, Iterator, const Source&, Part&) {
  for (std::string_view word : {"he", "she", "they", "it"})
    if (at->key == word_key(word)) return ++at, true;
  return false;
}

bool read_voice(Iterator& at, Iterator last, const Source& source, Part& part) {
  Match match = source.lexicon.match(Category::claimant, at, last);
  if (!match ||
      (match.lexeme->name != "voice" && match.lexeme->name != "statement" && match.lexeme->name != "document"))
    return false;
  part.lexeme = match.lexeme;
  at = match.end;
  return true;
}

/// "in a statement", "at a news conference": says how, not who.
bool read_occasion(Iterator& at, Iterator last, const Source&, Part&) {
  constexpr std::uint64_t links = bit(Category::preposition);
  static constexpr WordSet occasions("statement", "interview", "conference", "briefing", "report", "tweet", "post",
                                     "television", "twitter", "facebook", "telegram", "release", "message", "letter",
                                     "speech", "telephone", "phone");
  if (!is(*at, Category::preposition)) return false;
  Iterator from = at;
  for (++at; at != last && at - from < 6 && is_word(*at) && !(at != from + 1 && (at->classes & links)); ++at)
    if (occasions.contains(*at)) return ++at, true;
  return false;
}

bool read_day(Iterator& at, Iterator last, const Source& source, Part&) {
  if (at->key == word_key("on") || at->key == word_key("late") || at->key == word_key("early")) ++at;
  Match match = at == last ? Match{} : source.lexicon.match(Category::weekday, at, last);
  if (!match && at != last) match = source.lexicon.match(Category::day_word, at, last);
  if (!match) return false;
  at = match.end;
  return true;
}

bool read_adverb(Iterator& at, Iterator last, const Source& source, Part&) {
  Match match = source.lexicon.match(Category::modifier, at, last);
  if (match ? match.lexeme->name != "adverb" : !is_word(*at) || !ends_in(*at, source.text, "ly")) return false;
  at = match ? match.end : at + 1;
  return true;
}

const part_parser name_words{read_name_words};
const part_parser speaking_pronoun{read_speaking_pronoun};
const part_parser voice{read_voice};
const part_parser occasion{read_occasion};
const part_parser day{read_day};
const part_parser adverb{read_adverb};

constexpr auto take_core = [](auto& context) { x3::_val(context).core = x3::_attr(context); };
constexpr auto take_pronoun = [](auto& context) {
  x3::_val(context).core = x3::_attr(context);
  x3::_val(context).pronoun = true;
};
constexpr auto attach = [](auto& context) {
  Part& attached = x3::_val(context).attached;
  const auto& range = x3::_attr(context);
  if (attached.empty()) attached.begin = range.begin();
  attached.end = range.end();
};
constexpr auto take_apposition = [](auto& context) {
  const auto& range = x3::_attr(context);
  x3::_val(context).apposition = Part{range.begin(), range.end(), nullptr};
};

struct claimant_tag;
struct trailing_tag;
struct source_tag;
struct statement_tag;
const x3::rule<claimant_tag, Claimant> claimant = "claimant";
const x3::rule<trailing_tag, Statement> inverted = "inverted";
const x3::rule<source_tag, Statement> source = "source";
const x3::rule<statement_tag, Statement> statement = "statement";

const auto determiner = x3::omit[phrase(Category::determiner)];
const auto possessive = word("his", "her", "its", "their", "our", "my");
const auto link = word("of", "for", "in", "at", "from", "with", "on", "to", "near", "without", "by");
const auto article = -(determiner | possessive);
const auto dash = skip_if([](const Token& token) { return token.mark == '-' && !(token.glued && !token.long_dash); });
const auto bracketed = mark('(') >> x3::repeat(1, 8)[skip_if([](const Token& token) { return token.mark != ')'; })] >>
                       mark(')');

// "the Syrian Observatory for Human Rights": a noun phrase and what hangs on it.
const auto attachment = x3::raw[!occasion >> ((link >> article >> x3::omit[name_words]) |
                                              (word("and", "or", "&") >> x3::omit[name_words]))];
const auto claimant_def = speaking_pronoun[take_pronoun] |
                          (article >> name_words[take_core] >> -bracketed >> *attachment[attach] >> -bracketed);

const auto described = x3::raw[article >> x3::omit[name_words] >> *(link >> article >> x3::omit[name_words])];
const auto comma = mark(',') | dash;
// ", 50,000 people marched": a clause of its own, no description of who speaks.
const auto apposed = !kind(TokenKind::number) >>
                     (&determiner | !starts(bits(Category::cardinal, Category::hedge_before))) >> described;
constexpr auto beside = [](auto& context) {
  x3::_val(context).claimant.apposition = Part{x3::_attr(context).begin(), x3::_attr(context).end(), nullptr};
};
const auto relative = word("which", "who", "whose", "that") >>
                      x3::repeat(1, +relative_reach)[skip_if([](const Token& token) { return token.mark != ','; })];
const auto aside = !phrase(Category::speech, "finite") >>
                   skip_if([](const Token& t) { return t.kind != TokenKind::punctuation; });
constexpr auto take_claimant = [](auto& context) { x3::_val(context).claimant = x3::_attr(context); };
constexpr auto take_speech = [](auto& context) { x3::_val(context).speech = x3::_attr(context); };
constexpr auto take_inverted = [](auto& context) {
  x3::_val(context).speech = x3::_attr(context);
  x3::_val(context).trails = true;
};

// "the United | States"
const auto name_word = skip_if([](const Token& token) { return token.capital && !token.all_caps; });
const auto happened_before = -word("has", "have", "had") >> *adverb;
const auto clause_follows =
    word("that") | mark(':') | kind(TokenKind::number) |
    starts(bits(Category::cardinal, Category::hedge_before, Category::vague, Category::pronoun, Category::determiner));
const auto figure_follows = kind(TokenKind::number) | kind(TokenKind::currency) |
                            starts(bits(Category::cardinal, Category::hedge_before, Category::vague));
const auto said = happened_before >> !phrase(Category::speech, "none") >>
                  (phrase(Category::speech, "finite")[take_speech] | phrase(Category::speech, "telling")[take_speech] |
                   (phrase(Category::speech, "closing")[take_speech] >> !x3::omit[figure_follows]) |
                   phrase(Category::speech, "quoted")[take_speech] |
                   (!name_word >> phrase(Category::speech, "ambiguous")[take_speech] >> &x3::omit[clause_follows]));
// "the ministry said", "Ahmed Ali, head of the hospital, said", "the Observatory, which …, put the toll at"
const auto statement_def = claimant[take_claimant] >>
                           (said | (-comma >> word("which", "who") >> *aside >> said) |
                            (x3::omit[day] >> -comma >> said) | (comma >> x3::omit[adverb] >> comma >> said) |
                            (-comma >> x3::omit[occasion] >> -comma >> said) | (comma >> relative >> comma >> said) |
                            (comma >> described[beside] >> -(comma >> relative) >> comma >> said));
// ", said the minister"
const auto inverted_def = (phrase(Category::speech, "finite")[take_inverted] |
                           phrase(Category::speech, "closing")[take_inverted]) >>
                          claimant[take_claimant] >> -(comma >> apposed[beside] >> &(mark(',') | mark('.')));
// "according to the ministry"
const auto source_def = phrase(Category::speech, "source")[take_inverted] >> claimant[take_claimant] >>
                        -(comma >> apposed[beside] >> &(mark(',') | mark('.') | dash));

BOOST_SPIRIT_DEFINE(claimant, statement, inverted, source)

bool is_proper(Part part, bool sentence_start) {
  bool named = false;
  for (Iterator at = part.begin; at != part.end; ++at) {
    if (at->kind != TokenKind::word || at->all_caps) continue;
    bool small = is(*at, Category::preposition) || is(*at, Category::determiner) || is(*at, Category::conjunction);
    if (!at->capital && !small) return false;
    named = named || (at->capital && !(sentence_start && at == part.begin && at->classes));
  }
  return named || (part.begin != part.end && part.begin->all_caps);
}

/// The last of the leftmost longest claimant words up to a preposition: the one nearest to the head.
const Lexeme* claimant_in(Part part, const Lexicon& lexicon) {
  const Lexeme* found = nullptr;
  for (Iterator at = part.begin; at != part.end;) {
    Match match = lexicon.match(Category::claimant, at, part.end);
    if (match) found = match.lexeme;
    if (found && is(*at, Category::preposition)) return found;
    at = match ? match.end : at + 1;
  }
  return found;
}

bool has(Part part, Category category) {
  return std::any_of(part.begin, part.end, [&](const Token& token) { return is(token, category); });
}

class Attributions {
 public:
  Attributions(const Segmented& text, const Sentence& sentence, const Lexicon& lexicon,
               std::vector<AttributionFrame>& out)
      : text_(text),
        lexicon_(lexicon),
        out_(out),
        first_(out.size()),
        begin_(sentence.tokens.begin),
        end_(sentence.tokens.end),
        says_(sentence.classes & bit(Category::speech)) {}

  void run() {
    heading();
    if (says_)
      for (at_ = begin_; to_next_speech();)
        if (!read()) at_ = next_start();
    trailer();
    for (std::size_t i = first_; i < out_.size(); i++) govern(i);
  }

 private:
  Iterator here() const { return text_.at(at_); }
  Iterator last() const { return text_.at(end_); }
  Source sources() const { return {lexicon_, text_.text}; }
  std::uint32_t index(Iterator at) const { return static_cast<std::uint32_t>(at - text_.tokens.begin()); }
  const Token* before(std::uint32_t i) const { return i > begin_ ? &text_.tokens[i - 1] : nullptr; }

  /// "Police: 4 killed in stampede"
  void heading() {
    for (std::uint32_t i = begin_ + 1; i < std::min(begin_ + heading_reach, end_); i++)
      if (text_.tokens[i].mark == ':') return headed(begin_, i, {begin_, i + 1});
  }

  /// "4 killed in stampede: police", "… - police"
  void trailer() {
    for (std::uint32_t i = end_ - 1; i > begin_ && end_ - i < heading_reach; i--) {
      const Token& token = text_.tokens[i];
      if (token.mark == ':' || (token.mark == '-' && (!token.glued || token.long_dash)))
        return headed(i + 1, end_, {i, end_});
    }
  }

  /// A claimant that the lexicon knows and nothing else, set off by a mark.
  void headed(std::uint32_t from, std::uint32_t to, TokenRange tokens) {
    if (from >= to) return;
    Claimant who{};
    Iterator at = text_.at(from);
    if (!read_with(claimant, at, text_.at(to), sources(), who) || at != text_.at(to) ||
        !claimant_in(who.core, lexicon_))
      return;
    AttributionFrame frame;
    frame.tokens = tokens;
    name(who, frame);
    out_.push_back(frame);
  }

  /// Passes over what is too far from any verb of saying to be its subject.
  bool to_next_speech() {
    std::uint32_t speech = speech_from(at_);
    if (speech > at_ + speaker_reach) at_ = speech - speaker_reach;
    return speech < end_;
  }

  /// The next phrase of saying at `from` or behind it.
  std::uint32_t speech_from(std::uint32_t from) {
    if (from > next_speech_ || next_speech_ == 0) {
      next_speech_ = from;
      while (next_speech_ < end_ && !lexicon_.match(Category::speech, text_.at(next_speech_), last())) next_speech_++;
    }
    return next_speech_;
  }

  /// The next verb of saying, whose speaker may stand before it.
  std::uint32_t verb_from(std::uint32_t from) {
    if (from > next_verb_ || next_verb_ == 0) {
      next_verb_ = from;
      while (next_verb_ < end_ && !is_verb(next_verb_)) next_verb_++;
    }
    return next_verb_;
  }
  bool is_verb(std::uint32_t i) const {
    for (KindKey kind :
         {KindKey("finite"), KindKey("quoted"), KindKey("ambiguous"), KindKey("telling"), KindKey("closing")})
      if (lexicon_.match(Category::speech, kind, text_.at(i), last())) return true;
    return false;
  }

  /// The last token here that cannot stand between a claimant and its verb of saying: a helper of another verb, the end
  /// of a clause. The sentence's end if there is none, and all may.
  std::uint32_t barrier() {
    if (barrier_from_ != at_) barrier_ = find_barrier(), barrier_from_ = at_;
    return barrier_;
  }
  std::uint32_t find_barrier() {
    std::uint32_t verb = verb_from(at_);
    if (verb == end_) return end_ - 1;
    if (verb > at_ + speaker_reach) return verb - speaker_reach - 1;
    std::uint32_t found = end_;
    for (std::uint32_t i = at_; i < verb; i++) {
      const Token& token = text_.tokens[i];
      if (token.mark == '(' || is_relative(token)) break;
      if (token.mark == ';' || token.mark == ':' || token.mark == '"' || is_other_helper(i)) found = i;
    }
    return found;
  }

  static bool is_relative(const Token& token) {
    static constexpr WordSet relatives("which", "who", "whose", "that");
    return relatives.contains(token);
  }

  /// "has said", "has never said", "Will-Smith" aside.
  bool is_other_helper(std::uint32_t i) const {
    const Token& token = text_.tokens[i];
    if (!is(token, Category::auxiliary) || is(token, Category::modifier) || token.glued) return false;
    if (token.key == word_key("has") || token.key == word_key("have") || token.key == word_key("had")) return false;
    return static_cast<bool>(lexicon_.match(Category::auxiliary, text_.at(i), last()));
  }

  bool read() {
    const Token& token = *here();
    if (is(token, Category::speech) &&
        (read_as(source) || (after_comma(at_) && read_as(inverted)) || read_continuing()))
      return true;
    return is_word(token) && barrier() == end_ && read_as(statement);
  }

  template <class Rule>
  bool read_as(const Rule& rule) {
    Iterator at = here();
    Statement read{};
    if (!read_with(rule, at, last(), sources(), read) || !credible(read)) return false;
    if (read.speech && read.speech->kind == "ambiguous" && !says_something(index(at))) return false;
    if (read.trails && counts_people(read.claimant, at)) return false;
    add(read, index(at));
    return true;
  }

  /// ", said | 14 people were killed": those of whom it is said.
  bool counts_people(const Claimant& who, Iterator behind) const {
    const Token& first = *who.core.begin;
    bool counted = first.kind == TokenKind::number || is(first, Category::cardinal);
    return counted && behind != last() && behind->classes & bits(Category::auxiliary, Category::event);
  }

  /// "Officers found 16 rifles": without a verb behind it nothing is said.
  bool says_something(std::uint32_t from) const {
    return text_.tokens[from].key == word_key("that") || has_verb(from, end_);
  }

  /// "adding that …": the speaker before goes on, or the sentence's subject ("the governor raised the figure, saying").
  bool read_continuing() {
    if (!after_comma(at_)) return false;
    Match match = lexicon_.match(Category::speech, "continuing", here(), last());
    if (!match) return false;
    AttributionFrame frame;
    if (out_.size() > first_)
      frame = out_.back();
    else if (!subject_speaks(*match.lexeme, frame))
      return false;
    frame.tokens = {at_, index(match.end)};
    out_.push_back(frame);
    at_ = frame.tokens.end;
    return true;
  }

  /// "the governor | raised the figure"
  void end_before_verb(Claimant& who) const {
    for (Iterator at = who.core.begin; ++at < who.core.end;) {
      if (at->capital || !ends_in(*at, text_.text, "ed")) continue;
      who.core.end = at;
      who.attached = {};
    }
  }

  bool subject_speaks(const Lexeme& speech, AttributionFrame& frame) const {
    Statement read{};
    Iterator subject = text_.at(begin_);
    if (!read_with(claimant, subject, here(), sources(), read.claimant) || read.claimant.pronoun) return false;
    read.speech = &speech;
    end_before_verb(read.claimant);
    bool body = claimant_in(read.claimant.core, lexicon_) || has(read.claimant.core, Category::person);
    if (!body && !is_proper(read.claimant.core, true)) return false;
    frame.speech = &speech;
    name(read.claimant, frame);
    return true;
  }

  bool after_comma(std::uint32_t i) const {
    const Token* token = before(i);
    return token && (token->mark == ',' || (token->mark == '"' && !text_.tokens[i].quoted) ||
                     (token->mark == '-' && !token->glued));
  }

  /// Where the next claimant can start: behind a barrier, the noun phrase that begins here, or the next token.
  std::uint32_t next_start() {
    if (std::uint32_t passed = barrier(); passed < end_) return std::min(passed + 1, speech_from(at_ + 1));
    Iterator at = here();
    Part part{};
    return read_name_words(at, last(), sources(), part) ? index(at) : at_ + 1;
  }

  /// Whether it can say anything: a pronoun, a name, a person or body; a common noun only right before the verb.
  bool credible(const Statement& read) const {
    const Claimant& who = read.claimant;
    if (who.pronoun) return !read.trails;
    if (claimant_in(who.core, lexicon_) || has(who.core, Category::person)) return true;
    if (is(*(who.core.end - 1), Category::period_unit) && !(who.core.end - 1)->capital) return false;  // "last week"
    if (!who.core.begin->capital && is(*who.core.begin, Category::event)) return false;  // "12 died, …, said"
    if (!read.trails && governed(who)) return false;
    if (who.core.begin->capital)
      return !is(*who.core.begin, Category::weekday) && !is(*who.core.begin, Category::month);
    return who.attached.empty() && !read.trails && is_plain_saying(*read.speech) &&
           !has(who.core, Category::cardinal) && who.core.begin->kind != TokenKind::number;
  }

  /// "visits to | Ohio showed": the head of the phrase stands before it.
  bool governed(const Claimant& who) const {
    const Token* preposition = before(index(who.core.begin));
    if (!preposition) return false;
    for (std::string_view word : {"to", "of", "in", "for", "with", "from", "at", "on"})
      if (preposition->key == word_key(word)) return true;
    return false;
  }

  /// Anybody can say; what is "announced" may also be the thing that somebody announced.
  static bool is_plain_saying(const Lexeme& speech) {
    for (std::string_view word : {"said", "says", "say", "told", "tells", "added", "wrote"})
      if (speech.words[0] == word_key(word)) return true;
    return false;
  }

  void add(const Statement& read, std::uint32_t end) {
    AttributionFrame frame;
    frame.tokens = {at_, end};
    frame.speech = read.speech;
    if (read.claimant.pronoun)
      antecedent(frame);
    else
      name(read.claimant, frame);
    out_.push_back(frame);
    at_ = end;
  }

  /// The speaker before in this sentence.
  void antecedent(AttributionFrame& frame) const {
    if (out_.size() == first_) return;
    frame.name = out_.back().name;
    frame.claimant = out_.back().claimant;
  }

  void name(const Claimant& who, AttributionFrame& frame) const {
    bool start = index(who.core.begin) == begin_;
    Part whole_name = who.core;
    if (!who.attached.empty()) whole_name.end = who.attached.end;
    Part body = spoken_for(who);
    if (!body.empty())
      whole_name = body;
    else if (!who.apposition.empty() && is_proper(who.apposition, false) &&
             (!is_proper(whole_name, start) || describes(who)))
      whole_name = bare(who.apposition);
    frame.name = {index(whole_name.begin), index(whole_name.end)};
    for (Part part : {body, Part{who.core.begin, whole_name.end, nullptr}, who.core, who.attached, who.apposition})
      if (!frame.claimant && part.begin < part.end) frame.claimant = claimant_in(part, lexicon_);
  }

  /// "Fire Chief, Ana Ruiz": an office beside a name that has no such word in it.
  bool describes(const Claimant& who) const {
    return claimant_in(who.core, lexicon_) && !claimant_in(who.apposition, lexicon_);
  }

  /// "a spokesman for the ministry": the ministry.
  Part spoken_for(const Claimant& who) const {
    if (who.attached.empty()) return {};
    for (Iterator at = who.core.begin; at != who.core.end; ++at) {
      Match match = lexicon_.match(Category::claimant, at, who.core.end);
      if (!match || match.end != who.core.end) continue;
      std::string_view kind = match.lexeme->name;
      bool of = who.attached.begin->key == word_key("of");
      if (kind == "voice" || (!of && (kind == "statement" || kind == "document")))
        return bare({who.attached.begin + 1, who.attached.end, nullptr});
    }
    return {};
  }

  static Part bare(Part part) {
    while (part.begin != part.end && (is(*part.begin, Category::determiner) || is(*part.begin, Category::pronoun)))
      ++part.begin;
    return part;
  }

  const Segmented& text_;
  const Lexicon& lexicon_;
  std::vector<AttributionFrame>& out_;
  std::size_t first_;
  std::uint32_t begin_, end_, at_ = 0, next_speech_ = 0, next_verb_ = 0;
  bool says_;                                       ///< whether anything in the sentence may be a verb of saying
  std::uint32_t barrier_ = 0, barrier_from_ = ~0u;  ///< the barrier from that token on

  /// A new clause begins at `i`: ", while", "; ", or a conjunction right before the next attribution.
  bool boundary(std::uint32_t i) const {
    const Token& token = text_.tokens[i];
    if (token.mark == ';') return true;
    if (!is(token, Category::conjunction)) return false;
    const Token* comma_before = before(i);
    for (std::string_view word : {"while", "but", "and", "whereas", "although", "though"})
      if (token.key == word_key(word)) return comma_before && comma_before->mark == ',';
    return false;
  }

  std::uint32_t first_boundary(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from; i < to; i++)
      if (boundary(i)) return i;
    return to;
  }

  bool has_verb(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from; i < to; i++)
      for (Category category : {Category::auxiliary, Category::event, Category::stop_noun})
        if (lexicon_.match(category, text_.at(i), text_.at(to))) return true;
    return false;
  }

  /// "and | 16 | according to the hospital"
  bool has_figure(std::uint32_t from, std::uint32_t to) const {
    return std::any_of(text_.at(from), text_.at(to), [](const Token& token) {
      return token.kind == TokenKind::number || is(token, Category::cardinal);
    });
  }

  /// Whether what was said follows: "police said 12 …", "police said on Sunday that …", not "police said on Sunday."
  bool opens_clause(std::uint32_t from, std::uint32_t right) const {
    if (!has_verb(from, right)) return false;
    for (std::uint32_t i = from; i < std::min(from + that_reach, right); i++)
      if (text_.tokens[i].key == word_key("that")) return true;
    if (!(is_word(text_.tokens[from]) || text_.tokens[from].kind == TokenKind::number)) return false;
    TokenIterator at = text_.at(from);
    for (Category category :
         {Category::preposition, Category::weekday, Category::day_word, Category::modifier, Category::conjunction})
      if (lexicon_.match(category, at, text_.at(right))) return false;
    return true;
  }

  /// The stretch that it vouches for: the clause before a trailing "police said", what follows a leading one, both
  /// sides of one in the middle; up to a clause with an attribution of its own.
  void govern(std::size_t i) const {
    AttributionFrame& frame = out_[i];
    std::uint32_t left = left_limit(i), right = right_limit(i);
    if (!frame.speech) {
      bool trails = frame.tokens.end == end_;
      frame.governs = {trails ? left : frame.tokens.end, trails ? frame.tokens.begin : right};
      return;
    }
    bool set_off = after_comma(frame.tokens.begin);
    bool content_before = frame.tokens.begin > left &&
                          (has_verb(left, frame.tokens.begin) || (set_off && !has_verb(frame.tokens.end, right)) ||
                           (is_source(frame) && i > first_ && has_figure(left, frame.tokens.begin)));
    if (set_off && parenthetical(frame, left, right))
      frame.governs = {left, right};
    else if (is_source(frame) && !content_before && !has_verb(frame.tokens.end, right) && i > first_)
      frame.governs = out_[i - 1].governs;
    else if (!content_before || (!set_off && !is_source(frame)))
      frame.governs = {frame.tokens.end, right};
    else if (is_source(frame) || !opens_clause(frame.tokens.end, right))
      frame.governs = {left, frame.tokens.begin};
    else
      frame.governs = {frame.tokens.end, right};
  }

  bool is_source(const AttributionFrame& frame) const {
    Match match = lexicon_.match(Category::speech, text_.at(frame.tokens.begin), text_.at(frame.tokens.end));
    return match && match.lexeme->kind == "source";
  }

  /// "12 people, police said, were hurt": set off by commas on both sides, and the clause goes on.
  bool parenthetical(const AttributionFrame& frame, std::uint32_t left, std::uint32_t right) const {
    std::uint32_t next = frame.tokens.end;
    bool quoted = frame.tokens.begin > left && text_.tokens[frame.tokens.begin - 1].mark == '"';
    if (quoted && next + 1 < right && text_.tokens[next + 1].mark != '"') return false;
    return frame.tokens.begin > left && next + 1 < right && text_.tokens[next].mark == ',' && !boundary(next + 1);
  }

  std::uint32_t left_limit(std::size_t i) const {
    if (i == first_) return begin_;
    std::uint32_t from = out_[i - 1].tokens.end;
    std::uint32_t limit = first_boundary(from, out_[i].tokens.begin);
    return limit == out_[i].tokens.begin ? from : limit;
  }

  /// What is said within what is said has two claimants: "police said that witnesses saw".
  std::uint32_t right_limit(std::size_t i) const {
    if (i + 1 == out_.size()) return end_;
    std::uint32_t next = out_[i + 1].tokens.begin, limit = first_boundary(out_[i].tokens.end, next);
    return limit == next && !after_comma(next) ? end_ : limit;
  }
};

}  // namespace

void read_attributions(const Segmented& text, const Sentence& sentence, const Lexicon& lexicon,
                       std::vector<AttributionFrame>& out) {
  Attributions(text, sentence, lexicon, out).run();
}

}  // namespace claimcheck::grammar
