#include "rules.hpp"

#include "yaml_reader.hpp"

#include <fmt/format.h>

namespace claimcheck {
namespace {

std::optional<double> bound(const YamlFile& yaml, const YAML::Node& node) {
  if (node.IsNull()) return std::nullopt;
  return yaml.number(node, "a bound");
}

Profile read_profile(const YamlFile& yaml, const std::string& name, const YAML::Node& node) {
  yaml.require_keys(node, {"vague"});
  Profile profile;
  profile.name = name;
  yaml.require_map(node["vague"], "vague");
  for (const auto& pair : node["vague"]) {
    if (!pair.second.IsSequence() || pair.second.size() != 2) yaml.fail(pair.second, "bounds must be [low, high]");
    profile.vague[yaml.text(pair.first, "a vague word")] = {bound(yaml, pair.second[0]), bound(yaml, pair.second[1])};
  }
  return profile;
}

}  // namespace

Rules Rules::load(const std::filesystem::path& folder, std::string_view profile) {
  Rules rules;
  YamlFile yaml(folder / "profiles.yaml");
  yaml.require_map(yaml.root(), "profiles");
  bool found = false;
  for (const auto& pair : yaml.root()) {
    std::string name = yaml.text(pair.first, "a profile");
    Profile read = read_profile(yaml, name, pair.second);
    if (name == profile) rules.profile = read, found = true;
  }
  if (!found) throw ConfigError(fmt::format("no profile \"{}\" in {}", profile, (folder / "profiles.yaml").string()));
  return rules;
}

}  // namespace claimcheck
