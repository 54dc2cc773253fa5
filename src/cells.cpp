#include "cells.hpp"

#include <charconv>
#include <string_view>

namespace claimcheck {
namespace {

bool is_number(std::string_view cell) {
  double value = 0;
  auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return error == std::errc() && end == cell.data() + cell.size();
}

bool runs_as_formula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos && !is_number(cell);
}

void append_csv_cell(std::string_view cell, std::string& out) {
  bool formula = runs_as_formula(cell);
  if (!formula && cell.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += cell;
    return;
  }
  out += formula ? "\"'" : "\"";
  for (char c : cell) out.append(c == '"' ? 2 : 1, c);
  out += '"';
}

void append_markdown_cell(std::string_view cell, std::string& out) {
  for (char c : cell) {
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
    if (std::string_view("\\|<*_`[]").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
}

}  // namespace

void append_csv(const Cells& cells, std::string& out) {
  std::string_view before;
  for (const std::string& cell : cells) {
    out += before;
    append_csv_cell(cell, out);
    before = ",";
  }
  out += '\n';
}

void append_markdown(const Cells& cells, std::string& out) {
  out += '|';
  for (const std::string& cell : cells) {
    out += ' ';
    append_markdown_cell(cell, out);
    out += " |";
  }
  out += '\n';
}

void append_markdown_rule(std::size_t columns, std::string& out) {
  out += '|';
  for (std::size_t i = 0; i < columns; i++) out += " --- |";
  out += '\n';
}

std::string_view entity_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

std::string html_text(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (std::string_view entity = c == '\'' ? "&#39;" : entity_of(c); !entity.empty())
      out += entity;
    else
      out += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  }
  return out;
}

void append_html(const Cells& cells, std::string_view cell, std::string& out) {
  out += "<tr>";
  for (const std::string& text : cells) {
    out.append("<").append(cell).append(">").append(html_text(text));
    out.append("</").append(cell).append(">");
  }
  out += "</tr>\n";
}

std::string html_table_head(std::string_view title) {
  return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + html_text(title) +
         "</title>\n<style>\nbody { font: 15px/1.4 system-ui, sans-serif; margin: 2rem; }\n"
         "table { border-collapse: collapse; }\n"
         "th, td { text-align: left; vertical-align: top; padding: .2rem .8rem .2rem 0; border-bottom: 1px solid "
         "#8886; }\n"
         "</style>\n</head>\n<body>\n<table>\n";
}

std::string_view html_table_tail() {
  return "</table>\n</body>\n</html>\n";
}

}  // namespace claimcheck
