#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {

using Cells = std::vector<std::string>;

/// One CSV line (RFC 4180). A cell that a spreadsheet would run as a formula gets an apostrophe before it.
void append_csv(const Cells&, std::string& out);

/// One row of a Markdown table; nothing in a cell acts as markup.
void append_markdown(const Cells&, std::string& out);
/// The line between a Markdown table's head and its rows.
void append_markdown_rule(std::size_t columns, std::string& out);

/// What stands for a character that is markup in HTML and XML; empty for any other.
std::string_view entity_of(char);

/// Text in which nothing acts as HTML markup, neither between tags nor in an attribute.
std::string html_text(std::string_view);
/// One row of an HTML table: `cell` is "td" or "th".
void append_html(const Cells&, std::string_view cell, std::string& out);
/// The head of a page that is self-contained and consists of one table, and its end.
std::string html_table_head(std::string_view title);
std::string_view html_table_tail();

}  // namespace claimcheck
