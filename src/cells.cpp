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

}  // namespace claimcheck
