#include "explain.hpp"

#include "display_width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace claimcheck {
namespace {

constexpr std::size_t page_width = 80;

std::string section(std::string_view head, const std::string& body) {
  std::string out = fmt::format("\n{}\n", head);
  for (const std::string& line : wrap(body, page_width - 2)) out += "  " + line + "\n";
  return out;
}

std::string default_severity(const Rule& rule) {
  return rule.on ? std::string(name(rule.severity)) : "off";
}

}  // namespace

std::optional<std::string> explain(const Rules& rules, std::string_view wanted) {
  const Rule* rule = rules.find_rule(wanted);
  if (!rule) return std::nullopt;
  std::string out = fmt::format("{} {} ({})\n", rule->code, rule->name, default_severity(*rule));
  out += section("What it looks for", rule->what);
  out += section("Why", rule->why);
  out += section("Example", rule->example);
  out += section("Stays silent on", rule->silent);
  out += section(
      "To switch it off",
      fmt::format("Set \"severity: off\" under {} in rules.yaml, in a copy of the rules given with --rules DIR. "
                  "This one was read from {}.",
                  rule->code, rule->file));
  return out;
}

std::string unknown_rule(const Rules& rules, std::string_view wanted) {
  std::string out = fmt::format("no rule \"{}\"; the rules are", wanted);
  for (const Rule& rule : rules.rules) out += fmt::format("\n  {} {}", rule.code, rule.name);
  return out;
}

}  // namespace claimcheck
