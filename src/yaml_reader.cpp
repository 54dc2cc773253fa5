#include "yaml_reader.hpp"

#include "tokenise.hpp"

#include <algorithm>

namespace claimcheck {

YamlFile::YamlFile(const std::filesystem::path& path) : YamlFile(path.string(), read_file(path), 0) {}

YamlFile::YamlFile(std::string path, const std::string& text, int lines_before)
    : YamlChecks(std::move(path), lines_before) {
  if (auto bad = first_invalid_utf8(text)) {
    auto line_begin = text.rfind('\n', *bad) + 1;  // 0 on the first line
    fail_to_parse(static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*bad), '\n')),
                  static_cast<int>(*bad - line_begin), "the text is not UTF-8");
  }
  try {
    root_ = YAML::Load(text);
  } catch (const YAML::ParserException& error) {
    fail_to_parse(error.mark.line, error.mark.column, error.msg);
  }
}

}  // namespace claimcheck
