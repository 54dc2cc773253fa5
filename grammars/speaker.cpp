#include "speaker.hpp"

#include <algorithm>

namespace claimcheck::grammar {
namespace {

constexpr std::uint32_t reach = 3;  ///< sentences that may stand between a speaker and what is said

class Speakers {
 public:
  Speakers(const Segmented& text, std::uint32_t index, const Lexicon& lexicon)
      : text_(text), index_(index), lexicon_(lexicon) {}

  /// The last one named before: in this paragraph, or at the end of the one before it.
  std::optional<AttributionFrame> before() const {
    for (std::uint32_t i = index_; i-- > 0 && index_ - i <= reach && near(i);)
      if (auto frame = last_named(i)) return frame;
    return std::nullopt;
  }

  /// The one who is named where the quotation ends.
  std::optional<AttributionFrame> behind() const {
    for (std::uint32_t i = index_ + 1; i < text_.sentences.size() && i - index_ <= reach && same_paragraph(i); i++) {
      if (!opens_quoted(i)) return std::nullopt;
      if (auto frame = last_named(i)) return frame;
    }
    return std::nullopt;
  }

  /// Every word but the quotes themselves is quoted.
  bool all_quoted() const {
    const TokenRange range = text_.sentences[index_].tokens;
    return std::all_of(text_.at(range.begin), text_.at(range.end),
                       [](const Token& token) { return token.quoted || token.kind == TokenKind::punctuation; });
  }

 private:
  bool same_paragraph(std::uint32_t i) const {
    return text_.sentences[i].paragraph == text_.sentences[index_].paragraph;
  }
  bool near(std::uint32_t i) const { return text_.sentences[i].paragraph + 1 >= text_.sentences[index_].paragraph; }

  bool opens_quoted(std::uint32_t i) const {
    const TokenRange range = text_.sentences[i].tokens;
    auto word = std::find_if(text_.at(range.begin), text_.at(range.end),
                             [](const Token& token) { return token.kind != TokenKind::punctuation; });
    return word != text_.at(range.end) && word->quoted;
  }

  std::optional<AttributionFrame> last_named(std::uint32_t i) const {
    thread_local std::vector<AttributionFrame> frames;
    frames.clear();
    read_attributions(text_, text_.sentences[i], lexicon_, frames);
    auto named =
        std::find_if(frames.rbegin(), frames.rend(), [](const AttributionFrame& frame) { return !frame.name.empty(); });
    return named == frames.rend() ? std::nullopt : std::optional(*named);
  }

  const Segmented& text_;
  std::uint32_t index_;
  const Lexicon& lexicon_;
};

}  // namespace

void read_speakers(const Segmented& text, std::uint32_t index, const Lexicon& lexicon,
                   std::vector<AttributionFrame>& out) {
  const std::size_t first = out.size();
  read_attributions(text, text.sentences[index], lexicon, out);
  Speakers speakers(text, index, lexicon);
  for (std::size_t i = first; i < out.size(); i++) {
    if (!out[i].name.empty()) continue;
    auto frame = i > first ? std::optional(out[i - 1]) : speakers.before();
    if (!frame) continue;
    out[i].name = frame->name;
    out[i].claimant = frame->claimant;
  }
  if (out.size() > first || !speakers.all_quoted()) return;
  auto frame = speakers.behind();
  if (!frame) frame = speakers.before();
  if (!frame) return;
  frame->governs = text.sentences[index].tokens;
  out.push_back(*frame);
}

}  // namespace claimcheck::grammar
