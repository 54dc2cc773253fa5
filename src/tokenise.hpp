#pragma once

#include "token.hpp"
#include "word_table.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace claimcheck {

/// Splits UTF-8 text into tokens and looks every word up, in one pass. Texts longer than 4 GiB are not supported.
/// `month_class` is the category bit that keeps "March 5 200 people" from being read as 5,200. `lines` takes the index
/// of each line's first token.
void tokenise(std::string_view text, const WordTable& words, std::uint64_t month_class, std::vector<Token>& out,
              std::vector<std::uint32_t>* lines = nullptr);

/// The offset of the first byte that is not well-formed UTF-8, if any.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

}  // namespace claimcheck
