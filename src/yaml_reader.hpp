#pragma once

#include "yaml_checks.hpp"

#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <string>

namespace claimcheck {

/// A YAML file of settings, read with care. Few files include this: see docs/architecture.md.
class YamlFile : public YamlChecks<YAML::Node> {
 public:
  /// Throws ConfigError if the file cannot be read or is not YAML.
  explicit YamlFile(const std::filesystem::path&);

  /// A part of a file, behind its first `lines_before` lines.
  YamlFile(std::string path, const std::string& text, int lines_before);
};

}  // namespace claimcheck
