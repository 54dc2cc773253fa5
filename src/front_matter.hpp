#pragma once

#include "calendar.hpp"
#include "span.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {

/// What the block between two lines of "---" at the head of a draft says. Its other keys belong to other programs.
struct FrontMatter {
  struct Line {
    std::string text;
    Span bytes;  ///< where it stands in the file
  };
  std::vector<Line> lines;  ///< headline and deck, in the order of the page
  std::string source;
  std::optional<Day> published;
  std::vector<std::string> sources;  ///< what the draft's figures come from, relative to the draft
  std::uint32_t end = 0;             ///< where the text begins
};

/// Nothing if the bytes do not begin with front matter. What is there but not understood is said in `note`.
FrontMatter read_front_matter(std::string_view bytes, const std::string& path, std::string& note);

}  // namespace claimcheck
