#include "taxonomy.hpp"

#include "yaml_reader.hpp"

#include <fmt/format.h>

namespace claimcheck {

Taxonomy Taxonomy::load(const std::filesystem::path& file) {
  Taxonomy taxonomy;
  YamlFile yaml(file);
  yaml.require_map(yaml.root(), "the taxonomy");
  for (const auto& pair : yaml.root()) {
    yaml.require_keys(pair.second, {"is_a"});
    taxonomy.numbers_.try_emplace(yaml.text(pair.first, "a group"), static_cast<Number>(taxonomy.numbers_.size()));
  }
  taxonomy.parents_.assign(taxonomy.numbers_.size(), unknown);
  for (const auto& pair : yaml.root()) {
    const YAML::Node parent = pair.second["is_a"];
    if (!parent) continue;
    std::string name = yaml.text(parent, "is_a");
    Number group = taxonomy.number(pair.first.Scalar());
    if (!taxonomy.knows(name)) yaml.fail(parent, fmt::format("no group \"{}\"", name));
    if (taxonomy.is_a(taxonomy.number(name), group))
      yaml.fail(parent, fmt::format("\"{}\" would be a kind of itself", pair.first.Scalar()));
    taxonomy.parents_[group] = taxonomy.number(name);
  }
  return taxonomy;
}

bool Taxonomy::is_a(std::string_view group, std::string_view ancestor) const {
  return group == ancestor || is_a(number(group), number(ancestor));
}

Taxonomy::Number Taxonomy::number(std::string_view group) const {
  auto found = numbers_.find(group);
  return found == numbers_.end() ? unknown : found->second;
}

bool Taxonomy::is_a(Number group, Number ancestor) const {
  while (group != ancestor && group != unknown) group = parents_[group];
  return group != unknown;
}

}  // namespace claimcheck
