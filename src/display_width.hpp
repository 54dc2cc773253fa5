#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {

/// Columns that a UTF-8 text takes on a terminal: two for wide East Asian characters and emoji, none for combining
/// marks.
std::size_t display_width(std::string_view);

/// The longest beginning that fits `columns`, ending in an ellipsis where something was cut; never inside a character.
std::string shorten(std::string_view, std::size_t columns);

/// The longest end that fits `columns`.
std::string_view fitting_end(std::string_view, std::size_t columns);

/// `text` and the spaces that fill it up to `columns`.
std::string padded(std::string_view text, std::size_t columns);

/// White space, control characters included, becomes single spaces; the ends are trimmed.
std::string one_line(std::string_view);

/// Lines of at most `columns`, broken at spaces; a word that is longer is cut.
std::vector<std::string> wrap(std::string_view text, std::size_t columns);

}  // namespace claimcheck
