#include "yaml_reader.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <fstream>
#include <numeric>
#include <sstream>

namespace claimcheck {
namespace {

constexpr std::string_view spaces = " \t\n";

std::vector<std::string> parts(std::string_view list) {
  std::vector<std::string> out;
  while (!list.empty()) {
    std::string_view part = list.substr(0, list.find(','));
    list.remove_prefix(std::min(part.size() + 1, list.size()));
    std::size_t first = part.find_first_not_of(spaces);
    if (first == std::string_view::npos) continue;
    out.emplace_back(part.substr(first, part.find_last_not_of(spaces) + 1 - first));
  }
  return out;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 1; i <= a.size(); i++) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); j++) {
      std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& known) {
  std::string_view best;
  std::size_t best_distance = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (std::string_view candidate : known) {
    std::size_t distance = edit_distance(word, candidate);
    if (distance < best_distance) best = candidate, best_distance = distance;
  }
  return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& known) {
  std::string_view near = nearest(word, known);
  return near.empty() ? std::string() : fmt::format(" (did you mean \"{}\"?)", near);
}

YamlFile::YamlFile(const std::filesystem::path& path) : path_(path.string()) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw ConfigError(fmt::format("{}: cannot be read", path_));
  std::stringstream content;
  content << in.rdbuf();
  load(content.str());
}

YamlFile::YamlFile(std::string path, const std::string& text, int lines_before)
    : path_(std::move(path)), lines_before_(lines_before) {
  load(text);
}

void YamlFile::load(const std::string& text) {
  try {
    root_ = YAML::Load(text);
  } catch (const YAML::ParserException& error) {
    throw ConfigError(fmt::format("{}:{}:{}: not YAML: {}", path_, lines_before_ + error.mark.line + 1,
                                  error.mark.column + 1, error.msg));
  }
}

std::string YamlFile::where(const YAML::Node& at) const {
  return fmt::format("{}:{}", path_, lines_before_ + std::max(at.Mark().line, 0) + 1);
}

std::string YamlFile::place(const YAML::Node& at) const {
  return fmt::format("{}:{}", where(at), std::max(at.Mark().column, 0) + 1);
}

void YamlFile::fail(const YAML::Node& at, std::string_view message) const {
  throw ConfigError(fmt::format("{}: {}", place(at), message));
}

void YamlFile::require_map(const YAML::Node& node, std::string_view what) const {
  if (!node.IsMap()) fail(node, fmt::format("{} must be a map", what));
}

void YamlFile::require_sequence(const YAML::Node& node, std::string_view what) const {
  if (!node.IsSequence()) fail(node, fmt::format("{} must be a list", what));
}

void YamlFile::require_keys(const YAML::Node& node, const std::vector<std::string_view>& known) const {
  require_map(node, "this");
  for (const auto& pair : node) {
    std::string key = text(pair.first, "a key");
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    fail(pair.first,
         fmt::format("unknown key \"{}\"{}; known keys: {}", key, did_you_mean(key, known), fmt::join(known, ", ")));
  }
}

std::string YamlFile::text(const YAML::Node& node, std::string_view what) const {
  if (!node.IsScalar()) fail(node, fmt::format("{} must be text", what));
  return node.Scalar();
}

double YamlFile::number(const YAML::Node& node, std::string_view what) const {
  double value = 0;
  if (!node.IsScalar() || !YAML::convert<double>::decode(node, value))
    fail(node, fmt::format("{} must be a number{}", what, node.IsScalar() ? ", not \"" + node.Scalar() + "\"" : ""));
  return value;
}

bool YamlFile::flag(const YAML::Node& node, std::string_view what) const {
  bool value = false;
  if (!node.IsScalar() || !YAML::convert<bool>::decode(node, value))
    fail(node, fmt::format("{} must be true or false", what));
  return value;
}

bool YamlFile::is_list_in_a_line(const YAML::Node& node) {
  return node.IsScalar() && node.Scalar().find(", ") != std::string::npos;
}

std::vector<std::string> YamlFile::texts(const YAML::Node& node, std::string_view what) const {
  std::vector<std::string> out;
  if (is_list_in_a_line(node)) return parts(node.Scalar());
  require_sequence(node, what);
  for (const YAML::Node& item : node) out.push_back(text(item, fmt::format("each of {}", what)));
  return out;
}

}  // namespace claimcheck
