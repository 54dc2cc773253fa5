#pragma once

#include "config_error.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {

/// The known word nearest to `word`, or empty if none is near.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& known);
/// ` (did you mean "severity"?)`, or nothing.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& known);
/// The parts of "kill, kills, killed".
std::vector<std::string> parts_of_list(std::string_view);
/// Throws ConfigError if the file cannot be read.
std::string read_file(const std::filesystem::path&);

/// What is asked of a YAML file, whichever parser its nodes come from: every complaint says file:line:column.
template <class Node>
class YamlChecks {
 public:
  explicit YamlChecks(std::string path, int lines_before = 0) : path_(std::move(path)), lines_before_(lines_before) {}

  const Node& root() const { return root_; }

  /// "rules.yaml:12", for `claimcheck rules`.
  std::string where(const Node& at) const { return where(at.Mark().line); }
  /// "rules.yaml:12:5", for what can only be complained of later.
  std::string place(const Node& at) const { return place(at.Mark().line, at.Mark().column); }
  [[noreturn]] void fail(const Node& at, std::string_view message) const {
    throw ConfigError(fmt::format("{}: {}", place(at), message));
  }

  void require_map(const Node& node, std::string_view what) const {
    if (!node.IsMap()) fail(node, fmt::format("{} must be a map", what));
  }
  void require_sequence(const Node& node, std::string_view what) const {
    if (!node.IsSequence()) fail(node, fmt::format("{} must be a list", what));
  }
  /// Fails unless the node is a map whose keys are all among `known`; suggests the nearest.
  void require_keys(const Node& node, const std::vector<std::string_view>& known) const {
    require_map(node, "this");
    std::vector<std::string> seen;
    for (const auto& pair : node) {
      std::string key = text(pair.first, "a key");
      if (std::find(seen.begin(), seen.end(), key) != seen.end())
        fail(pair.first, fmt::format("\"{}\" is there twice", key));
      seen.push_back(key);
      if (std::find(known.begin(), known.end(), key) != known.end()) continue;
      fail(pair.first,
           fmt::format("unknown key \"{}\"{}; known keys: {}", key, did_you_mean(key, known), fmt::join(known, ", ")));
    }
  }

  std::string text(const Node& node, std::string_view what) const {
    if (!node.IsScalar()) fail(node, fmt::format("{} must be text", what));
    return node.Scalar();
  }
  double number(const Node& node, std::string_view what) const {
    double value = 0;
    if (!decoded(node, value))
      fail(node, fmt::format("{} must be a number{}", what, node.IsScalar() ? ", not \"" + node.Scalar() + "\"" : ""));
    return value;
  }
  bool flag(const Node& node, std::string_view what) const {
    bool value = false;
    if (!decoded(node, value)) fail(node, fmt::format("{} must be true or false", what));
    return value;
  }
  /// A list of texts: a sequence, or one text with commas between ("kill, kills, killed"), which is quicker to read.
  std::vector<std::string> texts(const Node& node, std::string_view what) const {
    if (is_list_in_a_line(node)) return parts_of_list(node.Scalar());
    std::vector<std::string> out;
    require_sequence(node, what);
    for (const Node& item : node) out.push_back(text(item, fmt::format("each of {}", what)));
    return out;
  }
  static bool is_list_in_a_line(const Node& node) {
    return node.IsScalar() && node.Scalar().find(", ") != std::string::npos;
  }

 protected:
  [[noreturn]] void fail_to_parse(int line, int column, std::string_view problem) const {
    throw ConfigError(fmt::format("{}: not YAML: {}", place(line, column), problem));
  }

  Node root_;

 private:
  std::string where(int line) const { return fmt::format("{}:{}", path_, lines_before_ + std::max(line, 0) + 1); }
  std::string place(int line, int column) const { return fmt::format("{}:{}", where(line), std::max(column, 0) + 1); }
  template <class Value>
  static bool decoded(const Node& node, Value& value) {
    return node.IsScalar() && YAML::convert<Value>::decode(YAML::Node(node.Scalar()), value);
  }

  std::string path_;
  int lines_before_ = 0;
};

}  // namespace claimcheck
