#pragma once

#include "config_error.hpp"

#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {

/// A YAML file read with care: every complaint says file:line:column. Few files include this: see docs/architecture.md.
class YamlFile {
 public:
  /// Throws ConfigError if the file cannot be read or is not YAML.
  explicit YamlFile(const std::filesystem::path&);

  /// A part of a file, behind its first `lines_before` lines.
  YamlFile(std::string path, const std::string& text, int lines_before);

  const YAML::Node& root() const { return root_; }

  /// "rules.yaml:12", for `claimcheck rules`.
  std::string where(const YAML::Node&) const;
  /// "rules.yaml:12:5", for what can only be complained of later.
  std::string place(const YAML::Node&) const;
  [[noreturn]] void fail(const YAML::Node& at, std::string_view message) const;
  /// Fails unless the node is a map whose keys are all among `known`; suggests the nearest.
  void require_keys(const YAML::Node&, const std::vector<std::string_view>& known) const;
  void require_map(const YAML::Node&, std::string_view what) const;
  void require_sequence(const YAML::Node&, std::string_view what) const;

  std::string text(const YAML::Node&, std::string_view what) const;
  double number(const YAML::Node&, std::string_view what) const;
  bool flag(const YAML::Node&, std::string_view what) const;
  /// A list of texts: a sequence, or one text with commas between ("kill, kills, killed"), which is quicker to read.
  std::vector<std::string> texts(const YAML::Node&, std::string_view what) const;
  static bool is_list_in_a_line(const YAML::Node&);

 private:
  void load(const std::string& text);

  std::string path_;
  int lines_before_ = 0;
  YAML::Node root_;
};

/// The known word nearest to `word`, or empty if none is near.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& known);
/// ` (did you mean "severity"?)`, or nothing.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace claimcheck
