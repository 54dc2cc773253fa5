#include "yaml_reader.hpp"

namespace claimcheck {

YamlFile::YamlFile(const std::filesystem::path& path) : YamlFile(path.string(), read_file(path), 0) {}

YamlFile::YamlFile(std::string path, const std::string& text, int lines_before)
    : YamlChecks(std::move(path), lines_before) {
  try {
    root_ = YAML::Load(text);
  } catch (const YAML::ParserException& error) {
    fail_to_parse(error.mark.line, error.mark.column, error.msg);
  }
}

}  // namespace claimcheck
