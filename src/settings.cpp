#include "settings.hpp"

#include "config_error.hpp"
#include "display_width.hpp"
#include "yaml_reader.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>

namespace claimcheck {
namespace {

namespace fs = std::filesystem;
using Texts = std::vector<std::string>;

/// A value in a configuration file, and the folder that its paths are relative to.
struct Value {
  const YamlFile& yaml;
  const YAML::Node& node;
  const fs::path& folder;
  std::string_view key;

  std::string text() const { return yaml.text(node, key); }
  std::string place() const { return yaml.place(node); }
  std::string path() const { return shown(folder / text()); }
  Texts texts() const { return node.IsScalar() ? Texts{text()} : yaml.texts(node, key); }
  Texts paths() const {
    Texts out = texts();
    for (std::string& path : out) path = shown(folder / path);
    return out;
  }

  /// Relative to the working folder where the file is in it.
  static std::string shown(const fs::path& path) {
    fs::path full = fs::weakly_canonical(path), near = full.lexically_relative(fs::current_path());
    return (near.empty() || near.native().starts_with("..")) ? full.string() : near.string();
  }
};

std::optional<Severity> severity_of(const Value& value, const YAML::Node& node, std::string_view none) {
  std::string word = value.yaml.text(node, value.key);
  auto severity = severity_named(word);
  if (!severity && word != none)
    value.yaml.fail(node, fmt::format("unknown severity \"{}\"{}; it is error, warning, info or {}", word,
                                      did_you_mean(word, {"error", "warning", "info", none}), none));
  return severity;
}

void read_severities(const Value& value, Options& options) {
  value.yaml.require_map(value.node, value.key);
  for (const auto& pair : value.node)
    options.selection.severity.push_back(
        {value.yaml.text(pair.first, "a rule"), severity_of(value, pair.second, "off"), value.yaml.place(pair.first)});
}

std::string listed(const Texts& texts) {
  return fmt::format("[{}]", fmt::join(texts, ", "));
}
std::string listed_severities(const Options& options) {
  Texts out;
  for (const auto& [rule, severity, where] : options.selection.severity)
    out.push_back(fmt::format("{}: {}", rule, severity ? name(*severity) : "off"));
  return fmt::format("{{{}}}", fmt::join(out, ", "));
}

/// One key of the configuration. `option` is its counterpart on the command line.
struct Setting {
  std::string_view key, option, help, example;
  void (*read)(const Value&, Options&);
  std::string (*shown)(const Options&);
};

const Setting settings[] = {
    {"sources", "against", "What the drafts' figures come from: files and folders, relative to this file.",
     "[notes, wires/agency.txt]", [](const Value& value, Options& options) { options.against = value.paths(); },
     [](const Options& options) { return listed(options.against); }},
    {"require_support", "require-support", "A figure that no source has is an error.", "true",
     [](const Value& value, Options& options) { options.require_support = value.yaml.flag(value.node, value.key); },
     [](const Options& options) { return std::string(options.require_support ? "true" : "false"); }},
    {"select", "select", "Only these rules, by code, name or the beginning of either.", "[CC2, CC301]",
     [](const Value& value, Options& options) {
       options.selection.select = value.texts(), options.selection.select_at = value.place();
     },
     [](const Options& options) { return listed(options.selection.select); }},
    {"ignore", "ignore", "Not these rules.", "[weekday-against-date]",
     [](const Value& value, Options& options) {
       options.selection.ignore = value.texts(), options.selection.ignore_at = value.place();
     },
     [](const Options& options) { return listed(options.selection.ignore); }},
    {"severity", "", "How severe a rule is: error, warning, info or off.", "{CC302: info}", read_severities,
     listed_severities},
    {"fail_on", "fail-on", "The lowest severity that makes the exit status 1: error, warning, info or never.",
     "warning", [](const Value& value, Options& options) { options.fail_on = severity_of(value, value.node, "never"); },
     [](const Options& options) { return std::string(options.fail_on ? name(*options.fail_on) : "never"); }},
    {"profile", "profile", "How vague words are read: a profile in profiles.yaml.", "house",
     [](const Value& value, Options& options) { options.profile = value.text(); },
     [](const Options& options) { return options.profile; }},
    {"rules_files", "rules-file", "Files of your own rules.", "[desk-rules.yaml]",
     [](const Value& value, Options& options) { options.rules_files = value.paths(); },
     [](const Options& options) { return listed(options.rules_files); }},
    {"baseline", "baseline", "Findings that you live with for now, as --write-baseline wrote them.",
     ".claimcheck-baseline.json", [](const Value& value, Options& options) { options.baseline = value.path(); },
     [](const Options& options) { return options.baseline.empty() ? "~" : options.baseline; }},
    {"suppressions", "suppressions",
     "What may stand in texts that cannot carry a comment: a list of {rule, file, text, reason, until}.",
     ".claimcheck-allow.yaml", [](const Value& value, Options& options) { options.suppressions = value.path(); },
     [](const Options& options) { return options.suppressions.empty() ? "~" : options.suppressions; }},
};

void read_configuration(const fs::path& file, Options& options) {
  YamlFile yaml(file);
  if (yaml.root().IsNull()) return;
  std::vector<std::string_view> known;
  for (const Setting& setting : settings) known.push_back(setting.key);
  yaml.require_keys(yaml.root(), known);
  fs::path folder = file.parent_path();
  for (const Setting& setting : settings) {
    YAML::Node node = yaml.root()[std::string(setting.key)];
    if (!node || node.IsNull() || options.origins[std::string(setting.option)] == "command line") continue;
    setting.read({yaml, node, folder, setting.key}, options);
    options.origins[std::string(setting.key)] = yaml.where(node);
  }
}

fs::path found_above(fs::path folder) {
  for (;; folder = folder.parent_path()) {
    if (fs::is_regular_file(folder / configuration_name)) return folder / configuration_name;
    if (folder == folder.parent_path()) return {};
  }
}

fs::path folder_of(const std::string& draft, const Options& options) {
  fs::path path = fs::weakly_canonical(draft == "-" ? options.stdin_name : draft);
  return draft != "-" && fs::is_directory(path) ? path : path.parent_path();
}

/// The configuration of the drafts, which must be the same for all of them.
fs::path project_configuration(const Options& options) {
  if (options.sources.empty()) return found_above(fs::current_path());
  fs::path found = found_above(folder_of(options.sources.front(), options));
  for (const std::string& draft : options.sources) {
    fs::path other = found_above(folder_of(draft, options));
    if (other == found) continue;
    throw ConfigError(fmt::format(
        "{} and {} have different configurations ({}, {}): check them in two runs, or name one with --config",
        options.sources.front(), draft, found.empty() ? "none" : Value::shown(found),
        other.empty() ? "none" : Value::shown(other)));
  }
  return found;
}

fs::path user_configuration() {
  const char* xdg = std::getenv("XDG_CONFIG_HOME");
  const char* home = std::getenv("HOME");
  fs::path folder = xdg && *xdg ? fs::path(xdg) : home && *home ? fs::path(home) / ".config" : fs::path();
  fs::path file = folder / "claimcheck" / "claimcheck.yaml";
  return !folder.empty() && fs::is_regular_file(file) ? file : fs::path();
}

}  // namespace

void apply_configuration(Options& options) {
  if (options.no_config) return;
  if (!options.config.empty()) return read_configuration(options.config, options);
  for (const fs::path& file : {user_configuration(), project_configuration(options)})
    if (!file.empty()) read_configuration(Value::shown(file), options);
}

std::string settings_in_force(const Options& options) {
  std::string out;
  for (const Setting& setting : settings) {
    auto said = [&](std::string_view key) {
      auto found = options.origins.find(key);
      return found == options.origins.end() ? std::string() : found->second;
    };
    std::string origin = said(setting.key);
    if (origin.empty()) origin = said(setting.option);
    out += padded(fmt::format("{}: {}", setting.key, setting.shown(options)), 48) +
           fmt::format("  # {}\n", origin.empty() ? "default" : origin);
  }
  return out;
}

std::string starter_configuration() {
  std::string out =
      "# Settings of `claimcheck lint` for the drafts in this folder and below. What is not said here, or in the "
      "user's\n"
      "# claimcheck/claimcheck.yaml, is as `claimcheck lint --show-config` says. The command line goes before this "
      "file.\n";
  for (const Setting& setting : settings)
    out += fmt::format("\n# {}\n# {}: {}\n", setting.help, setting.key, setting.example);
  return out;
}

}  // namespace claimcheck
