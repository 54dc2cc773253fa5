#pragma once

#include <string>
#include <vector>

namespace claimcheck {

using Cells = std::vector<std::string>;

/// One CSV line (RFC 4180). A cell that a spreadsheet would run as a formula gets an apostrophe before it.
void append_csv(const Cells&, std::string& out);

/// One row of a Markdown table; nothing in a cell acts as markup.
void append_markdown(const Cells&, std::string& out);
/// The line between a Markdown table's head and its rows.
void append_markdown_rule(std::size_t columns, std::string& out);

}  // namespace claimcheck
