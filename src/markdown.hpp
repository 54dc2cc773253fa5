#pragma once

#include "front_matter.hpp"
#include "markup.hpp"

#include <string>

namespace claimcheck {

/// What a Markdown file says to its readers: headline, deck and text, without marks, link targets, code and what is
/// struck out; and where that stands in the file.
struct MarkdownArticle {
  std::string text;
  Markup markup;
  FrontMatter front;
};

/// The bytes must be UTF-8. Front matter that is not understood is said in `note`.
MarkdownArticle read_markdown(std::string bytes, const std::string& path, std::string& note);

}  // namespace claimcheck
