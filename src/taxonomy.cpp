#include "taxonomy.hpp"

#include "yaml_reader.hpp"

#include <fmt/format.h>

#include <iterator>

namespace claimcheck {

Taxonomy Taxonomy::load(const std::filesystem::path& file) {
  Taxonomy taxonomy;
  YamlFile yaml(file);
  yaml.require_map(yaml.root(), "the taxonomy");
  for (const auto& pair : yaml.root()) {
    yaml.require_keys(pair.second, {"is_a"});
    const YAML::Node parent = pair.second["is_a"];
    taxonomy.parents_[yaml.text(pair.first, "a group")] = parent ? yaml.text(parent, "is_a") : "";
  }
  for (const auto& pair : yaml.root()) {
    std::string group = yaml.text(pair.first, "a group");
    const YAML::Node parent = pair.second["is_a"];
    if (!parent) continue;
    if (!taxonomy.knows(parent.Scalar())) yaml.fail(parent, fmt::format("no group \"{}\"", parent.Scalar()));
    if (taxonomy.is_a(parent.Scalar(), group))
      yaml.fail(parent, fmt::format("\"{}\" would be a kind of itself", group));
  }
  for (const auto& [group, parent] : taxonomy.parents_)
    taxonomy.parent_.push_back(parent.empty() ? unknown : taxonomy.number(parent));
  return taxonomy;
}

bool Taxonomy::is_a(std::string_view group, std::string_view ancestor) const {
  for (std::size_t steps = 0; steps <= parents_.size(); steps++) {
    if (group == ancestor) return true;
    auto found = parents_.find(group);
    if (found == parents_.end() || found->second.empty()) return false;
    group = found->second;
  }
  return false;
}

Taxonomy::Number Taxonomy::number(std::string_view group) const {
  auto found = parents_.find(group);
  return found == parents_.end() ? unknown : static_cast<Number>(std::distance(parents_.begin(), found));
}

bool Taxonomy::is_a(Number group, Number ancestor) const {
  while (group != ancestor && group != unknown) group = parent_[group];
  return group != unknown;
}

}  // namespace claimcheck
