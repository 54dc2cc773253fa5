#pragma once

#include "document.hpp"

#include <functional>
#include <istream>
#include <string>
#include <vector>

namespace claimcheck {

enum class InputFormat : std::uint8_t { automatic, text, html, markdown, jsonl };

/// Calls `sink` for each JSONL record ({"id", "text", "title"?, "source"?, "published"?}), one at a time.
/// Throws InputError with the line number for a record that cannot be read.
void read_jsonl(std::istream&, const std::string& path, const std::function<void(Document&&)>& sink);

}  // namespace claimcheck
