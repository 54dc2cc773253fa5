#include "segment.hpp"

#include "layout.hpp"
#include "paragraphs.hpp"
#include "sentences.hpp"
#include "tokenise.hpp"

namespace claimcheck {

void segment(std::string_view text, Field field, const Lexicon& lexicon, Segmented& out) {
  out.text = text;
  tokenise(text, lexicon.words(), bit(Category::month), out.tokens, &out.lines);
  split_paragraphs(out);
  if (field == Field::title) {
    for (Paragraph& paragraph : out.paragraphs) paragraph.shape = TextShape::headline;
  } else {
    shape_paragraphs(lexicon, out);
  }
  split_sentences(lexicon, out);
}

}  // namespace claimcheck
