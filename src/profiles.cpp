#include "profiles.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

namespace claimcheck {
namespace {

const std::vector<std::string_view> choices = {"tier", "majority", "latest", "lowest", "highest"};

std::vector<std::string_view> names_of(const Profiles& profiles) {
  std::vector<std::string_view> out;
  for (const auto& [name, profile] : profiles) out.push_back(name);
  return out;
}

std::string unknown(std::string_view what, std::string_view word, const std::vector<std::string_view>& known) {
  return fmt::format("unknown {} \"{}\"{}; known: {}", what, word, did_you_mean(word, known), fmt::join(known, ", "));
}

std::optional<double> bound(const YamlFile& yaml, const YAML::Node& node) {
  if (node.IsNull()) return std::nullopt;
  return yaml.number(node, "a bound");
}

Profile::Bounds read_bounds(const YamlFile& yaml, const YAML::Node& node) {
  if (!node.IsSequence() || node.size() != 2) yaml.fail(node, "bounds must be [low, high]");
  Profile::Bounds bounds{bound(yaml, node[0]), bound(yaml, node[1])};
  if (bounds.low && bounds.high && *bounds.low > *bounds.high) yaml.fail(node, "the low bound is above the high one");
  return bounds;
}

std::vector<BestBy> read_best(const YamlFile& yaml, const YAML::Node& node) {
  std::vector<BestBy> out;
  yaml.require_sequence(node, "best");
  for (const YAML::Node& item : node) {
    std::string word = yaml.text(item, "each of best");
    auto by = best_by_named(word);
    if (!by) yaml.fail(item, unknown("choice", word, choices));
    out.push_back(*by);
  }
  return out;
}

bool read_range(const YamlFile& yaml, const YAML::Node& node) {
  std::string word = yaml.text(node, "range");
  if (word != "counts" && word != "all") yaml.fail(node, unknown("range", word, {"counts", "all"}));
  return word == "all";
}

void read_vague(const YamlFile& yaml, const YAML::Node& node, Profile& profile, std::vector<WordUse>& words) {
  yaml.require_map(node, "vague");
  for (const auto& pair : node) {
    std::string word = yaml.text(pair.first, "a vague word");
    words.push_back({WordUse::Kind::vague, word, yaml.place(pair.first)});
    profile.vague[word] = read_bounds(yaml, pair.second);
  }
}

void read_tiers(const YamlFile& yaml, const YAML::Node& node, Profile& profile, std::vector<WordUse>& words) {
  yaml.require_sequence(node, "tiers");
  profile.tiers.clear();
  for (const YAML::Node& tier : node) {
    profile.tiers.push_back(yaml.texts(tier, "a tier"));
    for (const YAML::Node& kind : tier) words.push_back({WordUse::Kind::claimant, kind.Scalar(), yaml.place(kind)});
  }
}

void read_profile(const YamlFile& yaml, const YAML::Node& node, Profile& profile, std::vector<WordUse>& words) {
  if (node["source"]) profile.source = yaml.text(node["source"], "source");
  if (node["vague"]) read_vague(yaml, node["vague"], profile, words);
  if (node["best"]) profile.best = read_best(yaml, node["best"]);
  if (node["range"]) profile.whole_range = read_range(yaml, node["range"]);
  if (node["tiers"]) read_tiers(yaml, node["tiers"], profile, words);
}

}  // namespace

void read_profiles(const YamlFile& yaml, const YAML::Node& node, Profiles& out, std::vector<WordUse>& words) {
  yaml.require_map(node, "profiles");
  for (const auto& pair : node) {
    std::string name = yaml.text(pair.first, "a profile");
    yaml.require_keys(pair.second, {"like", "source", "vague", "best", "range", "tiers"});
    Profile profile;
    if (auto known = out.find(name); known != out.end()) profile = known->second;
    if (YAML::Node like = pair.second["like"]) {
      auto model = out.find(yaml.text(like, "like"));
      if (model == out.end()) yaml.fail(like, unknown("profile", like.Scalar(), names_of(out)));
      profile = model->second;
    }
    profile.name = name;
    profile.where = yaml.where(pair.first);
    read_profile(yaml, pair.second, profile, words);
    out[name] = std::move(profile);
  }
}

const Profile& profile_named(const Profiles& profiles, std::string_view name) {
  auto found = profiles.find(name);
  if (found == profiles.end()) throw ConfigError(unknown("profile", name, names_of(profiles)));
  return found->second;
}

}  // namespace claimcheck
