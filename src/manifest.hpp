#pragma once

#include "calendar.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace claimcheck {

/// What a desk knows of its article files: a YAML list of {file, source, published}.
class Manifest {
 public:
  struct Entry {
    std::filesystem::path file;  ///< relative names are relative to the manifest
    std::string source;
    std::optional<Day> published;
    std::string where;  ///< file:line:column of its name
  };

  Manifest() = default;
  /// Throws ConfigError (file:line:column) for what it does not understand.
  static Manifest load(const std::filesystem::path& file);

  /// Throws ConfigError (file:line:column) for a file that is not there.
  void require_files() const;

  const Entry* find(const std::filesystem::path& file) const;
  const std::vector<Entry>& entries() const { return entries_; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  std::vector<Entry> entries_;
  std::map<std::filesystem::path, std::size_t> index_;  ///< by canonical path
};

}  // namespace claimcheck
