#include "explain.hpp"

#include "display_width.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

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

std::string row(std::string_view key, std::string_view value, std::string_view where) {
  std::string line = fmt::format("  {:<20}  {:<28}  {}", key, value, where);
  line.resize(line.find_last_not_of(' ') + 1);
  return line + '\n';
}

std::string where(const Rules& rules, std::string_view key) {
  auto found = rules.where.find(key);
  return found == rules.where.end() ? std::string("built in") : found->second;
}

std::string words_of(const Allowance& allowance) {
  std::string size = allowance.from > 0 ? fmt::format("from {:.15g}", allowance.from) : "";
  if (allowance.up_to) size += fmt::format("{}up to {:.15g}", size.empty() ? "" : " ", *allowance.up_to);
  std::string apart = allowance.absolute > 0 ? fmt::format("{:g}", allowance.absolute) : "";
  if (allowance.relative > 0) apart += fmt::format("{}{:g} %", apart.empty() ? "" : " or ", allowance.relative * 100);
  return fmt::format("{}: {}", size.empty() ? "any size" : size, apart.empty() ? "0" : apart);
}

std::string profile_in_force(const Profile& profile) {
  std::string out = fmt::format("\nProfile {} ({})\n", profile.name, profile.where);
  std::vector<std::string_view> best;
  for (BestBy by : profile.best) best.push_back(name(by));
  out += row("best", best.empty() ? "none" : fmt::format("{}", fmt::join(best, ", then ")), "");
  out += row("range", profile.whole_range ? "all" : "counts", "");
  auto bound = [](const std::optional<double>& value) {
    return value ? fmt::format("{:.15g}", *value) : std::string("open");
  };
  for (const auto& [word, bounds] : profile.vague)
    out += row(word, fmt::format("{} to {}", bound(bounds.low), bound(bounds.high)), "");
  for (std::size_t i = 0; i < profile.tiers.size(); i++)
    out += fmt::format("  {:<20}  {}\n", fmt::format("tier {}", i + 1), fmt::join(profile.tiers[i], ", "));
  return out;
}

/// How to have a rule that is off, and to be rid of one that is on.
std::string switching(const Rule& rule) {
  std::string_view wanted = rule.on ? "off" : name(rule.severity);
  std::string how = fmt::format(
      "Write \"rules: {{{}: {{severity: {}}}}}\" into a file and give it with --rules-file FILE.", rule.code, wanted);
  if (!rule.on)
    how = fmt::format("It is off, and reports nothing until it is asked for. {} --select {} asks for it alone.", how,
                      rule.code);
  return fmt::format("{} The rule is described in {}, and its severity set in {}.", how, rule.where,
                     rule.severity_where);
}

}  // namespace

std::string rules_in_force(const Rules& rules) {
  std::string out;
  for (const Rule& rule : rules.rules)
    out += fmt::format("{}  {:<7}  {:<28}  {}\n", rule.code, default_severity(rule), rule.name, rule.severity_where);
  out += "\nTolerances\n";
  for (const auto& [key, value] : named_values(rules.tolerances))
    out += row(key, fmt::format("{:g}", value), where(rules, key));
  if (!rules.tolerances.allowances.empty()) out += "\nAllowances\n";
  for (const Allowance& one : rules.tolerances.allowances)
    out += row(one.events.empty() ? "any event" : fmt::format("{}", fmt::join(one.events, ", ")), words_of(one),
               one.where);
  out += "\nWords\n";
  out += row("tolls", fmt::format("{} events", rules.tolls.size()), where(rules, "tolls"));
  out += row("generic_nouns", fmt::format("{} nouns", rules.generic_nouns.size()), where(rules, "generic_nouns"));
  out += row("partitions", fmt::format("{} partitions", rules.partitions.size()), where(rules, "partitions"));
  out += row("ebbing", fmt::format("{}", fmt::join(rules.ebbing, ", ")), where(rules, "ebbing"));
  out += row("cues", fmt::format("{} kinds", rules.cues.size()), where(rules, "cues"));
  out += row("once", fmt::format("{}", fmt::join(rules.once, ", ")), where(rules, "once"));
  out += row("kindred", fmt::format("{} sets", rules.kindred.size()), where(rules, "kindred"));
  out += row("happenings", fmt::format("{} kinds", rules.happenings.size()), where(rules, "happenings"));
  constexpr std::string_view orders[] = {"unknown", "day_first", "month_first"};
  out += row("date_order", orders[static_cast<std::size_t>(rules.date_order)], where(rules, "date_order"));
  return out + profile_in_force(rules.profile);
}

std::optional<std::string> explain(const Rules& rules, std::string_view wanted) {
  const Rule* rule = rules.find_rule(wanted);
  if (!rule) return std::nullopt;
  std::string out = fmt::format("{} {} ({})\n", rule->code, rule->name, default_severity(*rule));
  out += section("What it looks for", rule->what);
  out += section("Why", rule->why);
  out += section("Example", rule->example);
  out += section("Stays silent on", rule->silent);
  out += section(rule->on ? "To switch it off" : "To switch it on", switching(*rule));
  return out;
}

std::string unknown_rule(const Rules& rules, std::string_view wanted) {
  std::string out = fmt::format("no rule \"{}\"; the rules are", wanted);
  for (const Rule& rule : rules.rules) out += fmt::format("\n  {} {}", rule.code, rule.name);
  return out;
}

}  // namespace claimcheck
