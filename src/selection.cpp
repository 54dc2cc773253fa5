#include "selection.hpp"

#include "config_error.hpp"
#include "token.hpp"
#include "yaml_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace claimcheck {
namespace {

bool begins_with(std::string_view text, std::string_view beginning) {
  return text.size() >= beginning.size() &&
         std::equal(beginning.begin(), beginning.end(), text.begin(),
                    [](unsigned char a, unsigned char b) { return lower_case(a) == lower_case(b); });
}

[[noreturn]] void fail(std::string_view selector, const std::string& at, const std::vector<Rule>& rules) {
  std::vector<std::string_view> known;
  for (const Rule& rule : rules) known.insert(known.end(), {rule.code, rule.name});
  throw ConfigError(fmt::format("{}no rule \"{}\"{}; `claimcheck rules` lists them", at.empty() ? "" : at + ": ",
                                selector, did_you_mean(selector, known)));
}

template <class Change>
void change(const std::string& selector, const std::string& at, std::vector<Rule>& rules, Change what) {
  bool found = false;
  for (Rule& rule : rules)
    if (names(selector, rule.code, rule.name)) what(rule), found = true;
  if (!found) fail(selector, at, rules);
}

}  // namespace

bool names(std::string_view selector, std::string_view code, std::string_view name) {
  return !selector.empty() && (begins_with(code, selector) || begins_with(name, selector));
}

void apply_selection(const Selection& selection, std::vector<Rule>& rules) {
  for (const auto& [selector, severity, at] : selection.severity)
    change(selector, at, rules, [&severity = severity](Rule& rule) {
      rule.on = severity.has_value();
      rule.severity = severity.value_or(rule.severity);
    });
  if (!selection.select.empty())
    for (Rule& rule : rules) rule.on = false;
  for (const std::string& selector : selection.select)
    change(selector, selection.select_at, rules, [](Rule& rule) { rule.on = true; });
  for (const std::string& selector : selection.ignore)
    change(selector, selection.ignore_at, rules, [](Rule& rule) { rule.on = false; });
}

std::optional<Severity> severity_in(const Selection& selection, std::string_view code, std::string_view name) {
  std::optional<Severity> out;
  for (const auto& [selector, severity, at] : selection.severity)
    if (names(selector, code, name)) out = severity;
  return out;
}

}  // namespace claimcheck
