#include "support.hpp"

#include <yaml-cpp/yaml.h>

#include <charconv>
#include <cmath>
#include <fstream>
#include <sstream>

namespace claimcheck::test {
namespace {

Json scalar(const YAML::Node& node) {
  const std::string& text = node.Scalar();
  if (node.Tag() == "!") return text;
  if (text == "true") return true;
  if (text == "false") return false;
  double number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size()) return number;
  return text;
}

Json json(const YAML::Node& node) {
  if (node.IsSequence()) {
    Json list = Json::array();
    for (const YAML::Node& item : node) list.push_back(json(item));
    return list;
  }
  if (node.IsMap()) {
    Json map = Json::object();
    for (const auto& pair : node) map[pair.first.Scalar()] = json(pair.second);
    return map;
  }
  return node.IsScalar() ? scalar(node) : Json();
}

std::string differs(const std::string& at, const Json& wanted, const Json& got) {
  return (at.empty() ? "" : at + ": ") + "wanted " + wanted.dump() + ", got " +
         got.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string difference(const std::string& at, const Json& wanted, const Json& got) {
  if (wanted.is_object() && got.is_object()) {
    for (const auto& [key, value] : wanted.items())
      if (std::string wrong = difference(at.empty() ? key : at + "." + key, value, got.value(key, Json()));
          !wrong.empty())
        return wrong;
    return "";
  }
  if (wanted.is_number() && got.is_number()) {
    double a = wanted.get<double>(), b = got.get<double>();
    return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b)) ? "" : differs(at, wanted, got);
  }
  return wanted == got ? "" : differs(at, wanted, got);
}

}  // namespace

std::filesystem::path source_dir() {
  return CLAIMCHECK_SOURCE_DIR;
}

const Desk& desk() {
  static const Desk loaded = Desk::load(source_dir() / "rules");
  return loaded;
}

std::string file_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

Json yaml_file(const std::filesystem::path& path) {
  return json(YAML::LoadFile(path.string()));
}

std::vector<Json> rows(const Document& document, RowKind kind) {
  std::string written;
  append_rows(document, read_document(document, 0, desk()), kind, OutputFormat::jsonl, written);
  std::istringstream lines(written);
  std::vector<Json> out;
  for (std::string line; std::getline(lines, line);) out.push_back(Json::parse(line));
  return out;
}

std::string span_error(const Document& document, const Json& row) {
  if (!row.is_object()) return "";
  std::string_view text = row.value("field", "") == "title" ? document.title : document.text;
  if (row.contains("span") && row.contains("text")) {
    auto begin = row["span"][0].get<std::size_t>(), end = row["span"][1].get<std::size_t>();
    if (begin > end || end > text.size()) return "the span is outside the text: " + row.dump();
    if (text.substr(begin, end - begin) != row["text"].get<std::string>())
      return "the bytes at the span are \"" + std::string(text.substr(begin, end - begin)) + "\": " + row.dump();
  }
  for (Json part : row) {
    if (part.is_object() && row.contains("field")) part["field"] = row["field"];
    if (std::string wrong = span_error(document, part); !wrong.empty()) return wrong;
  }
  return "";
}

std::string difference(const Json& wanted, const Json& got) {
  return difference("", wanted, got);
}

}  // namespace claimcheck::test
