#include "json_writer.hpp"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

namespace claimcheck {
namespace {

bool plain(char c) {
  return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

void escape(char c, std::string& out) {
  switch (c) {
    case '"':
      out += "\\\"";
      break;
    case '\\':
      out += "\\\\";
      break;
    case '\n':
      out += "\\n";
      break;
    case '\r':
      out += "\\r";
      break;
    case '\t':
      out += "\\t";
      break;
    default:
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
}

}  // namespace

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  quote(name);
  out_ += layout_ == Layout::indented ? ": " : ":";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::null() {
  return literal("null");
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  quote(text);
  return *this;
}

JsonWriter& JsonWriter::value(double number) {
  if (!std::isfinite(number)) return null();
  if (std::abs(number) < 1e15 && number == std::trunc(number)) return integer(static_cast<long long>(number));
  separate();
  fmt::format_to(std::back_inserter(out_), "{}", number);
  return *this;
}

JsonWriter& JsonWriter::value(Span span) {
  separate();
  fmt::format_to(std::back_inserter(out_), "[{},{}]", span.begin, span.end);
  return *this;
}

JsonWriter& JsonWriter::value(Day day) {
  return value(iso(day));
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  depth_++;
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  depth_--;
  if (!first_) new_line();
  out_ += bracket;
  first_ = false;
  return *this;
}

JsonWriter& JsonWriter::literal(std::string_view word) {
  separate();
  out_ += word;
  return *this;
}

JsonWriter& JsonWriter::integer(long long number) {
  separate();
  fmt::format_int digits(number);
  out_.append(digits.data(), digits.size());
  return *this;
}

void JsonWriter::separate() {
  if (!after_key_ && depth_ > 0) {
    if (!first_) out_ += ',';
    new_line();
  }
  after_key_ = false;
  first_ = false;
}

void JsonWriter::new_line() {
  if (layout_ == Layout::compact) return;
  out_ += '\n';
  out_.append(2 * depth_, ' ');
}

void JsonWriter::quote(std::string_view text) {
  out_ += '"';
  for (std::size_t done = 0; done < text.size();) {
    std::size_t end = done;
    while (end < text.size() && plain(text[end])) end++;
    out_.append(text, done, end - done);
    if (end < text.size()) escape(text[end++], out_);
    done = end;
  }
  out_ += '"';
}

}  // namespace claimcheck
