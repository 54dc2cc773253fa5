#include "rules.hpp"

#include "lint/codes.hpp"
#include "profiles.hpp"
#include "words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace claimcheck {
namespace {

struct NamedTolerance {
  std::string_view name;
  double Tolerances::*value;
};
constexpr NamedTolerance tolerances[] = {{"about", &Tolerances::about},
                                         {"nearly", &Tolerances::nearly},
                                         {"rounding", &Tolerances::rounding},
                                         {"plain_rounding", &Tolerances::plain_rounding},
                                         {"undated_days", &Tolerances::undated_days},
                                         {"story_days", &Tolerances::story_days},
                                         {"growing_days", &Tolerances::growing_days},
                                         {"background_days", &Tolerances::background_days},
                                         {"repeated_figure", &Tolerances::repeated_figure},
                                         {"far_apart", &Tolerances::far_apart},
                                         {"distinctive_figure", &Tolerances::distinctive_figure},
                                         {"passage_words", &Tolerances::passage_words},
                                         {"shared_words", &Tolerances::shared_words},
                                         {"shared_share", &Tolerances::shared_share}};

std::string trimmed(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

void add_all(std::vector<std::string>& list, const std::vector<std::string>& more) {
  for (const std::string& one : more)
    if (std::find(list.begin(), list.end(), one) == list.end()) list.push_back(one);
}

/// Every code that the program knows: the verdicts of `compare`, and the checks of `lint`.
std::vector<std::string_view> known_codes() {
  std::vector<std::string_view> codes(std::begin(verdict::all), std::end(verdict::all));
  codes.insert(codes.end(), std::begin(check::all), std::end(check::all));
  return codes;
}

/// Reads one file over what is there: the shipped rules first, which must be complete, then a desk's own.
class RulesFile {
 public:
  RulesFile(const std::filesystem::path& path, Rules& rules, Profiles& profiles)
      : yaml_(path), rules_(rules), profiles_(profiles) {}

  void read() {
    YAML::Node root = yaml_.root();
    if (root.IsNull()) return;
    yaml_.require_keys(root, {"tolerances", "allowances", "conversions", "tolls", "ebbing", "generic_nouns", "cues",
                              "date_order", "partitions", "happenings", "kindred", "once", "profiles", "rules"});
    if (root["tolls"]) read_list(root["tolls"], "tolls", rules_.tolls), use_events(root["tolls"]);
    if (root["ebbing"]) read_list(root["ebbing"], "ebbing", rules_.ebbing), use_events(root["ebbing"]);
    if (root["cues"]) read_cues(root["cues"]);
    if (root["generic_nouns"]) read_generic_nouns(root["generic_nouns"]);
    if (root["tolerances"]) read_tolerances(root["tolerances"]);
    if (root["allowances"]) read_allowances(root["allowances"]);
    if (root["conversions"]) read_conversions(root["conversions"]);
    if (root["partitions"]) read_partitions(root["partitions"]);
    if (root["happenings"]) read_happenings(root["happenings"]);
    if (root["once"]) read_list(root["once"], "once", rules_.once);
    if (root["kindred"]) read_kindred(root["kindred"]);
    if (root["date_order"]) read_date_order(root["date_order"]);
    if (root["profiles"]) read_profiles(yaml_, root["profiles"], profiles_, rules_.words);
    if (root["rules"]) read_rules(root["rules"]);
    std::sort(rules_.rules.begin(), rules_.rules.end(), [](const Rule& a, const Rule& b) { return a.code < b.code; });
  }

  void require_all_rules() const {
    for (std::string_view code : known_codes())
      if (!rules_.find_rule(code))
        yaml_.fail(yaml_.root(), fmt::format("{} is missing; to switch it off, say \"severity: off\"", code));
  }

 private:
  void read_list(const YAML::Node& node, const std::string& key, std::vector<std::string>& list) {
    add_all(list, yaml_.texts(node, key));
    std::string& where = rules_.where[key];
    where += (where.empty() ? "" : ", ") + yaml_.where(node);
  }

  void read_generic_nouns(const YAML::Node& node) {
    std::vector<std::string> nouns;
    read_list(node, "generic_nouns", nouns);
    for (const std::string& noun : nouns) rules_.generic_nouns.push_back(word_key(noun));
  }

  void use_events(const YAML::Node& list) {
    for (const YAML::Node& event : list)
      rules_.words.push_back({WordUse::Kind::event, event.Scalar(), yaml_.place(event)});
  }

  double share(const YAML::Node& node, std::string_view what) const {
    double value = yaml_.number(node, what);
    if (!(value >= 0)) yaml_.fail(node, fmt::format("{} must not be negative", what));
    return value;
  }

  void read_tolerances(const YAML::Node& node) {
    std::vector<std::string_view> known;
    for (const NamedTolerance& tolerance : tolerances) known.push_back(tolerance.name);
    yaml_.require_keys(node, known);
    for (const NamedTolerance& tolerance : tolerances) {
      YAML::Node value = node[std::string(tolerance.name)];
      if (!value) continue;
      rules_.tolerances.*tolerance.value = share(value, tolerance.name);
      rules_.where[std::string(tolerance.name)] = yaml_.where(value);
    }
  }

  /// A file's own allowances come before those read earlier.
  void read_allowances(const YAML::Node& node) {
    yaml_.require_sequence(node, "allowances");
    std::vector<Allowance> read;
    for (const YAML::Node& item : node) read.push_back(read_allowance(item));
    auto& all = rules_.tolerances.allowances;
    all.insert(all.begin(), read.begin(), read.end());
  }

  Allowance read_allowance(const YAML::Node& node) {
    yaml_.require_keys(node, {"events", "from", "up_to", "absolute", "relative"});
    Allowance allowance;
    allowance.where = yaml_.where(node);
    if (node["events"]) allowance.events = yaml_.texts(node["events"], "events"), use_events(node["events"]);
    if (node["from"]) allowance.from = share(node["from"], "from");
    if (node["up_to"]) allowance.up_to = share(node["up_to"], "up_to");
    if (node["absolute"]) allowance.absolute = share(node["absolute"], "absolute");
    if (node["relative"]) allowance.relative = share(node["relative"], "relative");
    if (!node["absolute"] && !node["relative"]) yaml_.fail(node, "an allowance needs \"absolute\" or \"relative\"");
    return allowance;
  }

  /// unit: factor, or [factor, offset].
  void read_conversions(const YAML::Node& node) {
    yaml_.require_map(node, "conversions");
    for (const auto& pair : node) {
      bool two = pair.second.IsSequence() && pair.second.size() == 2;
      Rules::Conversion& conversion = rules_.conversions[yaml_.text(pair.first, "a unit")];
      conversion.factor = yaml_.number(two ? pair.second[0] : pair.second, "a factor");
      if (two) conversion.offset = yaml_.number(pair.second[1], "an offset");
      if (conversion.factor == 0) yaml_.fail(pair.second, "a factor must not be 0");
    }
  }

  void read_partitions(const YAML::Node& node) {
    yaml_.require_sequence(node, "partitions");
    for (const YAML::Node& item : node) {
      yaml_.require_keys(item, {"parts", "complete"});
      if (!item["parts"]) yaml_.fail(item, "a partition needs \"parts\"");
      Rules::Partition& partition = rules_.partitions.emplace_back();
      partition.parts = yaml_.texts(item["parts"], "parts");
      partition.complete = item["complete"] && yaml_.flag(item["complete"], "complete");
      if (partition.parts.size() < 2) yaml_.fail(item["parts"], "a partition has two parts or more");
    }
    rules_.where["partitions"] = yaml_.where(node);
  }

  void read_happenings(const YAML::Node& node) {
    yaml_.require_map(node, "happenings");
    for (const auto& pair : node) {
      auto words = yaml_.texts(pair.second, "its words");
      for (const std::string& word : words)
        if (plain_words(word).size() != 1) yaml_.fail(pair.second, fmt::format("\"{}\" is not one word", word));
      add_all(rules_.happenings[yaml_.text(pair.first, "a happening")], words);
    }
    rules_.where["happenings"] = yaml_.where(node);
  }

  void read_kindred(const YAML::Node& node) {
    yaml_.require_sequence(node, "kindred");
    for (const YAML::Node& item : node) {
      std::vector<std::string> kinds = yaml_.texts(item, "kindred");
      for (const std::string& kind : kinds)
        if (!rules_.happenings.contains(kind)) yaml_.fail(item, fmt::format("no happening \"{}\"", kind));
      rules_.kindred.push_back(std::move(kinds));
    }
    rules_.where["kindred"] = yaml_.where(node);
  }

  void read_cues(const YAML::Node& node) {
    constexpr std::string_view known[] = {"risen", "lowered", "revised", "early", "late",      "including",
                                          "among", "aboard",  "struck",  "left",  "evacuated", "homeless"};
    yaml_.require_keys(node, {std::begin(known), std::end(known)});
    for (const auto& pair : node)
      for (const std::string& word : yaml_.texts(pair.second, "its words"))
        rules_.cues[pair.first.Scalar()].push_back(word_key(word));
    rules_.where["cues"] = yaml_.where(node);
  }

  void read_date_order(const YAML::Node& node) {
    std::string order = yaml_.text(node, "date_order");
    if (order != "day_first" && order != "month_first" && order != "unknown")
      yaml_.fail(node, fmt::format("unknown date order \"{}\"{}; it is day_first, month_first or unknown", order,
                                   did_you_mean(order, {"day_first", "month_first", "unknown"})));
    rules_.date_order = order == "day_first"     ? DateOrder::day_first
                        : order == "month_first" ? DateOrder::month_first
                                                 : DateOrder::unknown;
    rules_.where["date_order"] = yaml_.where(node);
  }

  void read_rules(const YAML::Node& node) {
    yaml_.require_map(node, "rules");
    std::vector<std::string> seen;
    for (const auto& pair : node) {
      std::string key = yaml_.text(pair.first, "a rule's code");
      Rule* rule = known_rule(key);
      if (!rule) rule = &new_rule(pair.first, key);
      if (std::find(seen.begin(), seen.end(), rule->code) != seen.end())
        yaml_.fail(pair.first, fmt::format("{} is there twice", rule->code));
      seen.push_back(rule->code);
      bool complete = rule->name.empty();
      read_rule(pair.second, *rule);
      if (complete) require_texts(pair.first, pair.second);
    }
  }

  Rule* known_rule(std::string_view key) {
    const Rule* rule = rules_.find_rule(key);
    return rule ? &rules_.rules[static_cast<std::size_t>(rule - rules_.rules.data())] : nullptr;
  }

  Rule& new_rule(const YAML::Node& at, const std::string& code) {
    auto known = known_codes();
    if (std::find(known.begin(), known.end(), code) == known.end()) {
      std::string codes = fmt::format("{}", fmt::join(known, ", "));
      for (const Rule& rule : rules_.rules) known.push_back(rule.name);
      yaml_.fail(at, fmt::format("unknown rule \"{}\"{}; known rules: {}", code, did_you_mean(code, known), codes));
    }
    Rule& rule = rules_.rules.emplace_back();
    rule.code = code;
    rule.where = yaml_.where(at);
    return rule;
  }

  /// `CC101: off` is short for `CC101: {severity: off}`.
  void read_rule(const YAML::Node& node, Rule& rule) {
    if (node.IsScalar()) return read_severity(node, rule);
    yaml_.require_keys(node, {"name", "severity", "on", "what", "why", "example", "silent"});
    auto read = [&](const char* key, std::string& text) {
      if (node[key]) text = trimmed(yaml_.text(node[key], key));
    };
    read("name", rule.name);
    read("what", rule.what);
    read("why", rule.why);
    read("example", rule.example);
    read("silent", rule.silent);
    if (node["severity"]) read_severity(node["severity"], rule);
    if (node["on"]) rule.on = rule.on && yaml_.flag(node["on"], "on");
  }

  void require_texts(const YAML::Node& at, const YAML::Node& node) const {
    for (const char* key : {"name", "severity", "what", "why", "example", "silent"})
      if (!node.IsMap() || !node[key]) yaml_.fail(at, fmt::format("a rule needs \"{}\"", key));
  }

  void read_severity(const YAML::Node& node, Rule& rule) const {
    std::string severity = yaml_.text(node, "severity");
    auto known = severity_named(severity);
    rule.on = severity != "off";
    if (rule.on && !known)
      yaml_.fail(node, fmt::format("unknown severity \"{}\"{}; it is error, warning, info or off", severity,
                                   did_you_mean(severity, {"error", "warning", "info", "off"})));
    if (known) rule.severity = *known;
    rule.severity_where = yaml_.where(node);
  }

  YamlFile yaml_;
  Rules& rules_;
  Profiles& profiles_;
};

bool same_in_any_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    return lower_case(static_cast<unsigned char>(x)) == lower_case(static_cast<unsigned char>(y));
  });
}

}  // namespace

bool Rules::is_cue(std::string_view cue, WordKey word) const {
  auto found = cues.find(cue);
  return found != cues.end() && std::find(found->second.begin(), found->second.end(), word) != found->second.end();
}

const Rule* Rules::find_rule(std::string_view wanted) const {
  for (const Rule& rule : rules)
    if (same_in_any_case(rule.code, wanted) || same_in_any_case(rule.name, wanted)) return &rule;
  return nullptr;
}

std::vector<std::pair<std::string_view, double>> named_values(const Tolerances& values) {
  std::vector<std::pair<std::string_view, double>> out;
  for (const NamedTolerance& tolerance : tolerances) out.emplace_back(tolerance.name, values.*tolerance.value);
  return out;
}

Rules Rules::load(const std::filesystem::path& folder, std::string_view profile,
                  const std::vector<std::filesystem::path>& own) {
  Rules rules;
  Profiles profiles;
  YamlFile shipped(folder / "profiles.yaml");
  read_profiles(shipped, shipped.root(), profiles, rules.words);
  RulesFile file(folder / "rules.yaml", rules, profiles);
  file.read();
  file.require_all_rules();
  for (const std::filesystem::path& path : own) RulesFile(path, rules, profiles).read();
  rules.profile = profile_named(profiles, profile);
  return rules;
}

}  // namespace claimcheck
