#pragma once

#include "calendar.hpp"
#include "span.hpp"

#include <concepts>
#include <optional>
#include <string>
#include <string_view>

namespace claimcheck {

/// Appends JSON to a string in the order it is told; nothing is held back, so a row costs no tree.
///   JsonWriter json(out);
///   json.begin_object().member("rule", "CC101").member("span", span).key("rows").begin_array() …
///   .end_array().end_object();
class JsonWriter {
 public:
  enum class Layout : bool { compact, indented };
  explicit JsonWriter(std::string& out, Layout layout = Layout::compact) : out_(out), layout_(layout) {}

  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view);

  JsonWriter& null();
  JsonWriter& value(std::string_view);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(std::integral auto number) {
    if constexpr (std::same_as<decltype(number), bool>) return literal(number ? "true" : "false");
    return integer(static_cast<long long>(number));
  }
  JsonWriter& value(double);  ///< whole numbers without a decimal point; null for what JSON cannot say
  JsonWriter& value(Span);    ///< [begin, end]
  JsonWriter& value(Day);     ///< "YYYY-MM-DD"
  template <class T>
  JsonWriter& value(const std::optional<T>& maybe) {
    return maybe ? value(*maybe) : null();
  }

  template <class T>
  JsonWriter& member(std::string_view name, const T& content) {
    return key(name).value(content);
  }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  JsonWriter& literal(std::string_view);
  JsonWriter& integer(long long);
  void separate();
  void new_line();
  void quote(std::string_view);

  std::string& out_;
  Layout layout_;
  unsigned depth_ = 0;
  bool first_ = true;  ///< nothing written yet at this depth
  bool after_key_ = false;
};

}  // namespace claimcheck
