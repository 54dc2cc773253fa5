#include "catch.hpp"
#include "src/lint/codes.hpp"
#include "src/lint/lint.hpp"
#include "support.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

// tests/lint/*.yaml: a list of small drafts, each with every finding that `lint` has for it.
//   draft: the text                title, published: of the draft, where they matter
//   sources: [texts, or {text, source, published}]
//   findings: [{rule: CC205, words: [the words of each figure or date, in order], severity?}]; empty for a look-alike
//   silent: [the rules that this draft looks like and must not be reported by]
//   on: [rules that have to be asked for]    require_support: true
namespace claimcheck::test {
namespace {

std::vector<std::filesystem::path> lint_tables() {
  std::vector<std::filesystem::path> out;
  for (const auto& entry : std::filesystem::directory_iterator(source_dir() / "tests" / "lint"))
    if (entry.path().extension() == ".yaml") out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

std::string unknown_key(const Json& test) {
  const std::set<std::string> known = {"draft",    "title",  "published", "sources",        "note",
                                       "findings", "silent", "on",        "require_support"};
  for (const auto& [key, value] : test.items())
    if (!known.contains(key)) return key;
  return "";
}

Document document_of(const Json& test, const char* text, std::string id) {
  Document document;
  document.id = std::move(id);
  document.text = test.value(text, "");
  document.title = test.value("title", "");
  document.source = test.value("source", "");
  document.published = parse_iso_day(test.value("published", ""));
  return document;
}

void add(LintInput& input, Document document, const Desk& with) {
  auto index = static_cast<std::uint32_t>(input.articles.documents.size());
  for (Reading& reading : read_document(document, index, with)) input.articles.readings.push_back(std::move(reading));
  input.articles.documents.push_back(std::move(document));
}

Desk desk_with(const Json& rules) {
  Desk out = desk();
  for (Rule& rule : out.rules.rules)
    if (std::find(rules.begin(), rules.end(), rule.code) != rules.end()) rule.on = true;
  return out;
}

LintInput input_of(const Json& test, const Desk& with) {
  LintInput input;
  add(input, document_of(test, "draft", "draft"), with);
  input.drafts = 1;
  for (const Json& source : test.value("sources", Json::array())) {
    std::string id = "source " + std::to_string(input.articles.documents.size());
    bool plain = source.is_string();
    add(input, document_of(plain ? Json{{"text", source}} : source, "text", id), with);
  }
  return input;
}

Span span_of(const ClaimEvidence& one) {
  return one.claim->quantity.span;
}
Span span_of(const DateEvidence& one) {
  return one.date.span;
}
Span span_of(const FigureEvidence& one) {
  return one.quantity.span;
}

std::string words_of(const Evidence& evidence, const LintInput& input) {
  return std::visit(
      [&](const auto& one) {
        return std::string(span_of(one).of(input.articles.documents[one.document].field(one.field)));
      },
      evidence);
}

Json found(const Finding& finding, const Json& wanted, const LintInput& input) {
  Json out = {{"rule", finding.rule}, {"words", Json::array()}};
  if (wanted.contains("severity")) out["severity"] = name(finding.severity);
  for (const Evidence& evidence : finding.evidence) out["words"].push_back(words_of(evidence, input));
  return out;
}

std::string texts(const Json& word) {
  if (word.is_string()) return word.get<std::string>();
  std::ostringstream out;
  out << word.get<double>();
  return out.str();
}

Json with_words_as_text(Json finding) {
  for (Json& word : finding["words"]) word = texts(word);
  return finding;
}

void check_case(const Json& test) {
  INFO("draft: " << test.value("draft", ""));
  REQUIRE(unknown_key(test) == "");
  REQUIRE(test.contains("findings"));
  Desk with = test.contains("on") ? desk_with(test["on"]) : desk();
  LintInput input = input_of(test, with);
  LintSettings settings{test.value("require_support", false)};
  Json wanted = test["findings"].is_null() ? Json::array() : test["findings"], got = Json::array();
  for (Json& finding : wanted) finding = with_words_as_text(finding);
  for (const Finding& finding : lint(input, 0, with, settings)) {
    std::size_t at = got.size();
    got.push_back(found(finding, at < wanted.size() ? wanted[at] : Json::object(), input));
    CHECK(finding.message.size() > 0);
  }
  CHECK(got == wanted);
}

/// The rules that some case names under `key`.
std::set<std::string> rules_under(const char* key) {
  std::set<std::string> out;
  for (const auto& table : lint_tables())
    for (const Json& test : yaml_file(table))
      for (const Json& one : test.value(key, Json::array()))
        out.insert(one.is_string() ? one.get<std::string>() : one["rule"].get<std::string>());
  return out;
}

}  // namespace

TEST_CASE("lint tables") {
  for (const auto& table : lint_tables()) DYNAMIC_SECTION(table.stem().string()) {
      for (const Json& test : yaml_file(table)) check_case(test);
    }
}

TEST_CASE("every check has a draft in which it fires and a look-alike in which it is silent") {
  std::set<std::string> fires = rules_under("findings"), silent = rules_under("silent");
  for (std::string_view code : check::all) {
    INFO(code);
    REQUIRE(desk().rules.find_rule(code));
    CHECK(fires.count(std::string(code)) > 0);
    CHECK(silent.count(std::string(code)) > 0);
  }
}

}  // namespace claimcheck::test
