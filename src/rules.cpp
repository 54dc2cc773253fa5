#include "rules.hpp"

#include "lint/codes.hpp"
#include "yaml_reader.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

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

struct NamedTolerance {
  std::string_view name;
  double Tolerances::*value;
};
constexpr NamedTolerance tolerances[] = {{"about", &Tolerances::about},
                                         {"nearly", &Tolerances::nearly},
                                         {"rounding", &Tolerances::rounding},
                                         {"undated_days", &Tolerances::undated_days},
                                         {"story_days", &Tolerances::story_days},
                                         {"growing_days", &Tolerances::growing_days},
                                         {"repeated_figure", &Tolerances::repeated_figure},
                                         {"distinctive_figure", &Tolerances::distinctive_figure},
                                         {"passage_words", &Tolerances::passage_words},
                                         {"shared_words", &Tolerances::shared_words},
                                         {"shared_share", &Tolerances::shared_share}};

void read_tolerances(const YamlFile& yaml, const YAML::Node& node, Tolerances& out) {
  std::vector<std::string_view> known;
  for (const NamedTolerance& tolerance : tolerances) known.push_back(tolerance.name);
  yaml.require_keys(node, known);
  for (const NamedTolerance& tolerance : tolerances) {
    YAML::Node value = node[std::string(tolerance.name)];
    if (!value) continue;
    out.*tolerance.value = yaml.number(value, tolerance.name);
    if (out.*tolerance.value < 0) yaml.fail(value, fmt::format("{} must not be negative", tolerance.name));
  }
}

std::string required_text(const YamlFile& yaml, const YAML::Node& rule, const char* key) {
  if (!rule[key]) yaml.fail(rule, fmt::format("a rule needs \"{}\"", key));
  std::string text = yaml.text(rule[key], key);
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

void read_severity(const YamlFile& yaml, const YAML::Node& node, Rule& rule) {
  std::string severity = yaml.text(node, "severity");
  rule.on = severity != "off";
  if (!rule.on) return;
  auto known = severity_named(severity);
  if (!known) yaml.fail(node, fmt::format("unknown severity \"{}\"; it is error, warning, info or off", severity));
  rule.severity = *known;
}

/// Every code that the program knows: the verdicts of `compare`, and the checks of `lint`.
std::vector<std::string_view> known_codes() {
  std::vector<std::string_view> codes(std::begin(verdict::all), std::end(verdict::all));
  codes.insert(codes.end(), std::begin(check::all), std::end(check::all));
  return codes;
}

Rule read_rule(const YamlFile& yaml, const YAML::Node& code, const YAML::Node& node) {
  yaml.require_keys(node, {"name", "severity", "on", "what", "why", "example", "silent"});
  Rule rule;
  rule.code = yaml.text(code, "a rule's code");
  auto known = known_codes();
  if (std::find(known.begin(), known.end(), rule.code) == known.end())
    yaml.fail(code, fmt::format("unknown rule \"{}\"; known rules: {}", rule.code, fmt::join(known, ", ")));
  rule.name = required_text(yaml, node, "name");
  rule.what = required_text(yaml, node, "what");
  rule.why = required_text(yaml, node, "why");
  rule.example = required_text(yaml, node, "example");
  rule.silent = required_text(yaml, node, "silent");
  required_text(yaml, node, "severity");
  read_severity(yaml, node["severity"], rule);
  if (node["on"]) rule.on = rule.on && yaml.flag(node["on"], "on");
  return rule;
}

void read_rules(const std::filesystem::path& path, Rules& out) {
  YamlFile yaml(path);
  yaml.require_keys(yaml.root(), {"tolerances", "tolls", "generic_nouns", "rules"});
  if (yaml.root()["tolls"]) out.tolls = yaml.texts(yaml.root()["tolls"], "tolls");
  if (yaml.root()["generic_nouns"]) out.generic_nouns = yaml.texts(yaml.root()["generic_nouns"], "generic_nouns");
  if (yaml.root()["tolerances"]) read_tolerances(yaml, yaml.root()["tolerances"], out.tolerances);
  if (!yaml.root()["rules"]) yaml.fail(yaml.root(), "\"rules\" is missing");
  yaml.require_map(yaml.root()["rules"], "rules");
  for (const auto& pair : yaml.root()["rules"]) {
    Rule rule = read_rule(yaml, pair.first, pair.second);
    rule.file = path.string();
    if (out.find_rule(rule.code) || out.find_rule(rule.name))
      yaml.fail(pair.first, fmt::format("{} is there twice", rule.code));
    out.rules.push_back(std::move(rule));
  }
  for (std::string_view code : known_codes())
    if (!out.find_rule(code))
      yaml.fail(yaml.root()["rules"], fmt::format("{} is missing; to switch it off, say \"severity: off\"", code));
  std::sort(out.rules.begin(), out.rules.end(), [](const Rule& a, const Rule& b) { return a.code < b.code; });
}

bool same_in_any_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    return lower_case(static_cast<unsigned char>(x)) == lower_case(static_cast<unsigned char>(y));
  });
}

}  // namespace

const Rule* Rules::find_rule(std::string_view wanted) const {
  for (const Rule& rule : rules)
    if (same_in_any_case(rule.code, wanted) || same_in_any_case(rule.name, wanted)) return &rule;
  return nullptr;
}

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
  read_rules(folder / "rules.yaml", rules);
  return rules;
}

}  // namespace claimcheck
