#include "front_matter.hpp"

#include "yaml_reader.hpp"

#include <fmt/format.h>

namespace claimcheck {
namespace {

/// The line at `at`, without its line break; `at` moves behind it.
std::string_view take_line(std::string_view bytes, std::size_t& at) {
  std::size_t end = std::min(bytes.find('\n', at), bytes.size());
  std::string_view line = bytes.substr(at, end - at);
  at = std::min(end + 1, bytes.size());
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
  return line;
}

/// Where the scalar's text stands in the block; escaped or folded text is taken for the whole of its line.
Span place_of(const YAML::Node& node, std::string_view block) {
  auto at = static_cast<std::size_t>(std::max(node.Mark().pos, 0));
  std::size_t end = std::min(block.find('\n', at), block.size());
  std::size_t found = block.substr(0, end).find(node.Scalar(), at);
  if (found == std::string_view::npos) return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
  return {static_cast<std::uint32_t>(found), static_cast<std::uint32_t>(found + node.Scalar().size())};
}

class Reader {
 public:
  Reader(const YamlFile& yaml, std::string_view block, std::uint32_t begin, FrontMatter& out, std::string& note)
      : yaml_(yaml), block_(block), begin_(begin), out_(out), note_(note) {}

  void read() {
    yaml_.require_map(yaml_.root(), "front matter");
    add_line({"headline", "title"});
    add_line({"deck", "standfirst", "subtitle", "description"});
    if (YAML::Node source = first({"source"})) out_.source = yaml_.text(source, "source");
    if (YAML::Node day = first({"published", "date"}); day && day.IsScalar()) read_day(day);
    if (YAML::Node sources = first({"sources"})) out_.sources = yaml_.texts(sources, "sources");
  }

 private:
  void read_day(const YAML::Node& day) {
    out_.published = parse_iso_day(std::string_view(day.Scalar()).substr(0, 10));
    if (!out_.published)
      note_ =
          fmt::format("{}: \"{}\" is not a day written YYYY-MM-DD, so it is left out", yaml_.place(day), day.Scalar());
  }

  YAML::Node first(std::initializer_list<const char*> keys) const {
    for (const char* key : keys)
      if (YAML::Node node = yaml_.root()[key]; node && !node.IsNull()) return node;
    return YAML::Node(YAML::NodeType::Undefined);
  }

  void add_line(std::initializer_list<const char*> keys) {
    YAML::Node node = first(keys);
    if (!node || !node.IsScalar() || node.Scalar().empty()) return;
    Span place = place_of(node, block_);
    out_.lines.push_back({node.Scalar(), {begin_ + place.begin, begin_ + place.end}});
  }

  const YamlFile& yaml_;
  std::string_view block_;
  std::uint32_t begin_;
  FrontMatter& out_;
  std::string& note_;
};

}  // namespace

FrontMatter read_front_matter(std::string_view bytes, const std::string& path, std::string& note) {
  FrontMatter out;
  std::size_t at = 0;
  if (take_line(bytes, at) != "---") return out;
  std::size_t begin = at, end = at;
  for (std::string_view line; at < bytes.size(); end = at) {
    line = take_line(bytes, at);
    if (line == "---" || line == "...") break;
    if (at == bytes.size()) return out;
  }
  out.end = static_cast<std::uint32_t>(at);
  std::string_view block = bytes.substr(begin, end - begin);
  try {
    YamlFile yaml(path, std::string(block), 1);
    if (!yaml.root().IsNull()) Reader(yaml, block, static_cast<std::uint32_t>(begin), out, note).read();
  } catch (const ConfigError& error) {
    note = fmt::format("{}; the front matter is left out", error.what());
  }
  return out;
}

}  // namespace claimcheck
