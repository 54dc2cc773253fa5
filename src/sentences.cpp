#include "sentences.hpp"

#include "grammars/layout.hpp"

namespace claimcheck {
namespace {

/// Tokens; what runs on without a stop is no sentence, and is cut so that no article takes for ever.
constexpr std::uint32_t longest_sentence = 2000;
constexpr std::uint64_t opener_classes = bit(Category::sentence_opener);

bool is_quote(const Token& token) {
  return token.mark == '"';
}
bool is_closer(const Token& token) {
  return is_quote(token) || token.mark == ')' || token.mark == ']' || token.mark == '\'';
}

/// A full stop, question or exclamation mark, and the last token that belongs with it.
struct Stop {
  std::uint32_t at;
  std::uint32_t last;
  bool after_quote;
};

class Splitter {
 public:
  Splitter(const Lexicon& lexicon, Segmented& out) : lexicon_(lexicon), out_(out) {}

  void paragraph(std::uint32_t number) {
    const Paragraph& paragraph = out_.paragraphs[number];
    sentence_ = Sentence{{paragraph.tokens.begin, 0}, {}, paragraph.shape, number, true, 0};
    end_ = paragraph.tokens.end;
    std::uint32_t i = paragraph.tokens.begin;
    if (paragraph.shape == TextShape::body) i = dateline(paragraph.tokens);
    bool in_quote = false;
    std::uint64_t classes = 0;
    Token* const tokens = out_.tokens.data();
    for (const std::uint32_t end = end_; i < end; i++) {
      Token& token = tokens[i];
      classes |= token.classes;
      if (in_quote) token.quoted = true;
      if (token.mark == 0 && !token.acronym) continue;
      if (is_quote(token)) token.quoted = in_quote, in_quote = opens(i, in_quote);
      std::uint32_t last = i;
      if (!ends(i, in_quote, last)) continue;
      for (std::uint32_t k = i + 1; k <= last; k++) {
        classes |= tokens[k].classes;
        if (is_quote(tokens[k])) in_quote = false;
      }
      close(last + 1, classes);
      classes = 0;
      i = last;
    }
    close(end_, classes);
  }

 private:
  const Token& token(std::uint32_t index) const { return out_.tokens[index]; }
  const Token& next_token(std::uint32_t index) const { return out_.tokens[index + 1]; }
  bool opens(std::uint32_t i, bool in_quote) const { return token(i).opening || (!in_quote && !token(i).glued); }

  std::uint32_t dateline(TokenRange tokens) {
    std::uint32_t end = grammar::read_dateline(out_, tokens, !opened_, lexicon_);
    opened_ = true;
    if (end == tokens.begin) return end;
    sentence_.shape = TextShape::dateline;
    std::uint64_t classes = 0;
    for (std::uint32_t i = tokens.begin; i < end; i++) classes |= token(i).classes;
    close(end, classes);
    sentence_.shape = TextShape::body;
    return end;
  }

  /// `classes` are those of the sentence's tokens.
  void close(std::uint32_t end, std::uint64_t classes) {
    while (end - sentence_.tokens.begin > longest_sentence) add(sentence_.tokens.begin + longest_sentence, classes);
    add(end, classes);
  }

  void add(std::uint32_t end, std::uint64_t classes) {
    sentence_.tokens.end = end;
    if (sentence_.tokens.empty()) return;
    sentence_.span = out_.span(sentence_.tokens);
    sentence_.classes = classes;
    out_.sentences.push_back(sentence_);
    if (sentence_.shape == TextShape::body)
      out_.sentences.back().shape = grammar::sentence_shape(out_, sentence_.tokens, lexicon_);
    sentence_.tokens.begin = end;
    sentence_.paragraph_start = false;
  }

  /// Closing quotes and brackets behind a stop belong to its sentence, also those that stand apart from it (". ’ ”").
  std::uint32_t closers(std::uint32_t i, bool in_quote) const {
    std::uint32_t last = i;
    for (std::uint32_t k = i + 1; k < end_ && is_closer(token(k)) && (!token(k).opening || closes_both(k, in_quote));
         k++) {
      bool joined = token(k).glued && k == last + 1;
      if (joined || (in_quote && is_quote(token(k)))) last = k;
    }
    return last;
  }
  bool closes_both(std::uint32_t i, bool in_quote) const {
    return in_quote && !is_quote(token(i)) && i + 1 < end_ && is_quote(next_token(i)) && next_token(i).glued;
  }

  bool ends(std::uint32_t i, bool in_quote, std::uint32_t& last) const {
    const Token& stop = token(i);
    bool strong = stop.mark == '?' || stop.mark == '!';
    if (!strong && stop.mark != '.' && !stop.acronym) return false;
    last = closers(i, in_quote);
    if (last + 1 == end_) return true;
    const Token& next = token(last + 1);
    if (next.mark == '.' || next.mark == '?' || next.mark == '!' || next.mark == ',') return false;
    if (i == sentence_.tokens.begin && !strong) return false;
    if (!can_begin(last + 1)) return false;
    if (strong) return !(last > i && is_quote(token(last)) && speaker_follows(last + 1)) && !is_name_mark(i);
    if (stop.acronym) return last > i || acronym_ends(i, next);
    if (stop.ellipsis) return stop.glued;
    return last > i || stop_ends(i, next);
  }

  bool is_name_mark(std::uint32_t i) const {
    return i > 0 && is(token(i - 1), Category::abbreviation) && token(i).glued;
  }

  /// Whether a sentence can begin here: not with a lower-case word, unless a capital is joined to it ("al-Qaeda").
  bool can_begin(std::uint32_t i) const {
    const Token& token_here = token(i);
    switch (token_here.kind) {
      case TokenKind::word:
      case TokenKind::alphanumeric:
        return token_here.capital || prefixed_capital(i);
      case TokenKind::clitic:
        return false;
      case TokenKind::punctuation:
        return starts_mark(i);
      default:
        return true;
    }
  }
  bool prefixed_capital(std::uint32_t i) const {
    return i + 2 < end_ && token(i + 1).mark == '-' && token(i + 1).glued && token(i + 2).glued && token(i + 2).capital;
  }
  bool starts_mark(std::uint32_t i) const {
    char mark = token(i).mark;
    if (mark == '-') return i + 1 < end_ && !token(i).glued && next_token(i).capital;
    if (mark == '"' || mark == '\'' || mark == '(' || mark == '[')
      return i + 1 < end_ && (next_token(i).capital || next_token(i).kind != TokenKind::word);
    return mark != ':' && mark != ';' && mark != ')' && mark != ']' && mark != '/' && mark != '%';
  }

  /// "“Why?” Mr Smith asked": a verb of speech follows within a few capitalised words.
  bool speaker_follows(std::uint32_t i) const {
    for (std::uint32_t k = i; k < end_ && k < i + 5; k++) {
      if (!token(k).capital && lexicon_.match(Category::speech, "finite", out_.at(k), out_.at(end_))) return true;
      if (!token(k).capital && token(k).mark != '.') return false;
    }
    return false;
  }

  bool opener(const Token& next) const { return next.capital && (next.classes & opener_classes); }

  bool acronym_ends(std::uint32_t i, const Token& next) const {
    if (is(token(i), Category::abbreviation)) return abbreviation_ends(i, i, next);
    bool initials = i > 0 && token(i).all_caps && token(i - 1).capital && !token(i - 1).all_caps && token(i).glued;
    return !initials && opener(next);
  }

  bool stop_ends(std::uint32_t i, const Token& next) const {
    if (i == sentence_.tokens.begin) return false;
    const Token& before = token(i - 1);
    if (!token(i).glued) return true;
    if (next.glued && !glued_sentence(i, next)) return false;
    if (is_initial(before)) return before.key == word_key("I") || opener(next);
    if (is(before, Category::abbreviation)) return abbreviation_ends(i - 1, i, next);
    return before.kind != TokenKind::number || !list_number(i) || opener(next);
  }

  static bool is_initial(const Token& word) {
    return word.kind == TokenKind::word && word.capital && word.span.end - word.span.begin == 1;
  }

  /// "it ended.The next": a full stop without the space behind it; not "example.Com".
  bool glued_sentence(std::uint32_t i, const Token& next) const {
    if (next.kind == TokenKind::punctuation) return true;
    const Token& before = token(i - 1);
    if (next.kind != TokenKind::word || next.all_caps) return false;
    if (i >= 2 && before.glued && token(i - 2).mark == '.') return false;
    std::uint32_t length = next.span.end - next.span.begin;
    bool capital_word = next.capital && (length > 1 || opener(next));
    return capital_word &&
           (before.kind != TokenKind::word || before.span.end - before.span.begin > 1 || !before.capital);
  }

  /// "1. Soldiers": a number that numbers a paragraph or sentence.
  bool list_number(std::uint32_t i) const { return i - 1 == sentence_.tokens.begin && token(i - 1).digits <= 2; }

  bool kind(std::uint32_t i, std::string_view wanted) const {
    return static_cast<bool>(lexicon_.match(Category::abbreviation, wanted, out_.at(i), out_.at(end_)));
  }

  bool abbreviation_ends(std::uint32_t word, std::uint32_t stop, const Token& next) const {
    if (kind(word, "never")) return false;
    if (kind(word, "before_number")) return next.kind == TokenKind::word && (!next.all_caps || opener(next));
    if (kind(word, "clock")) return !is(next, Category::weekday) && !is(next, Category::month) && !zone(stop + 1);
    if (next.kind == TokenKind::number || next.kind == TokenKind::currency)
      return kind(word, "ending") && !is(token(word), Category::month);
    if (kind(word, "place") && word > 0 && token(word - 1).mark == ',') return next.capital || is_quote(next);
    return opener(next) || is_quote(next);
  }
  bool zone(std::uint32_t i) const {
    return is(token(i), Category::residue) && grammar::is_time_zone(out_.at(i), out_.at(end_), lexicon_);
  }

  const Lexicon& lexicon_;
  Segmented& out_;
  Sentence sentence_;
  std::uint32_t end_ = 0;
  bool opened_ = false;  ///< the body has begun
};

}  // namespace

void split_sentences(const Lexicon& lexicon, Segmented& out) {
  out.sentences.clear();
  Splitter splitter(lexicon, out);
  for (std::uint32_t i = 0; i < out.paragraphs.size(); i++) splitter.paragraph(i);
}

}  // namespace claimcheck
