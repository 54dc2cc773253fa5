#include "catch.hpp"

#include "src/config_error.hpp"
#include "src/display_width.hpp"
#include "src/explain.hpp"

#include <filesystem>
#include <fstream>

using namespace claimcheck;

namespace {

const std::filesystem::path shipped = std::filesystem::path(CLAIMCHECK_SOURCE_DIR) / "rules";

std::string complaint_about(const std::string& rules_yaml) {
  auto folder = std::filesystem::temp_directory_path() / "claimcheck-rules-test";
  std::filesystem::create_directories(folder);
  std::filesystem::copy_file(shipped / "profiles.yaml", folder / "profiles.yaml",
                             std::filesystem::copy_options::overwrite_existing);
  std::ofstream(folder / "rules.yaml") << rules_yaml;
  try {
    Rules::load(folder);
  } catch (const ConfigError& error) {
    return error.what();
  }
  return "";
}

bool says(const std::string& text, const std::string& part) {
  return text.find(part) != text.npos;
}

}  // namespace

TEST_CASE("every rule explains itself", "[explain]") {
  Rules rules = Rules::load(shipped);
  for (const Rule& rule : rules.rules) {
    auto text = explain(rules, rule.code);
    REQUIRE(text);
    CHECK(says(*text, rule.name));
    CHECK(says(*text, rule.on ? "severity: off" : "It is off, and reports nothing until it is asked for."));
    CHECK(explain(rules, rule.name) == text);
  }
  CHECK(explain(rules, "cc101") == explain(rules, "Figure-Conflict"));
  CHECK_FALSE(explain(rules, "CC999"));
  CHECK(says(unknown_rule(rules, "CC999"), "CC101 figure-conflict"));
}

TEST_CASE("mistakes in rules.yaml are placed", "[explain]") {
  CHECK(says(complaint_about("tolerances: {abuot: 0.1}\nrules: {}\n"),
             "rules.yaml:1:14: unknown key \"abuot\" (did you mean \"about\"?)"));
  CHECK(says(complaint_about("tolerances: {about: many}\nrules: {}\n"), "rules.yaml:1:21: about must be a number"));
  CHECK(says(complaint_about("rules:\n  CC900: {name: x}\n"), "rules.yaml:2:3: unknown rule \"CC900\""));
  CHECK(says(complaint_about("rules:\n  CC101:\n    name: x\n    severity: mild\n    what: a\n    why: b\n    example: "
                             "c\n    silent: d\n"),
             "rules.yaml:4:15: unknown severity \"mild\""));
  CHECK(says(complaint_about("rules: [CC101]\n"), "rules.yaml:1:8: rules must be a map"));
}

TEST_CASE("text is measured in columns", "[explain]") {
  CHECK(display_width("café") == 4);
  CHECK(display_width("cafe\u0301") == 4);
  CHECK(display_width("東京") == 4);
  CHECK(shorten("東京都", 5) == "東京…");
  CHECK(shorten("Paris", 5) == "Paris");
  CHECK(shorten("\xff\xfe ab", 3) == "\xff\xfe…");
  CHECK(one_line(" a\n\t b ") == "a b");
  CHECK(wrap("one two three", 8) == std::vector<std::string>{"one two", "three"});
}
