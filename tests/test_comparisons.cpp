#include "catch.hpp"
#include "src/reconcile.hpp"
#include "support.hpp"

#include <algorithm>

// tests/compare/*.yaml: a list of small sets of articles, each with every finding that `compare` has for it.
//   articles: [texts, or {text, source, published}]; published on 14 May 2026, a Thursday, if not said otherwise
//   findings: [the rule and severity of each finding, in any order]; empty for a look-alike
//   says: words that a message has to hold    agrees: the rules of what agrees, where that matters
namespace claimcheck::test {
namespace {

std::vector<std::filesystem::path> comparison_tables() {
  std::vector<std::filesystem::path> out;
  for (const auto& entry : std::filesystem::directory_iterator(source_dir() / "tests" / "compare"))
    if (entry.path().extension() == ".yaml") out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

Document article_of(const Json& article, std::size_t number) {
  Json fields = article.is_string() ? Json{{"text", article}} : article;
  Document document;
  document.id = document.path = "article " + std::to_string(number + 1);
  document.text = fields.value("text", "");
  document.source = fields.value("source", "");
  document.published = parse_iso_day(fields.value("published", "2026-05-14"));
  return document;
}

struct Compared {
  std::vector<Document> documents;
  std::vector<Reading> readings;
  Verdict verdict;
};

Compared compare(const Json& articles) {
  Compared out;
  for (const Json& article : articles) out.documents.push_back(article_of(article, out.documents.size()));
  for (std::uint32_t i = 0; i < out.documents.size(); i++)
    for (Reading& reading : read_document(out.documents[i], i, desk())) out.readings.push_back(std::move(reading));
  out.verdict = reconcile(out.documents, out.readings, desk());
  return out;
}

std::vector<std::string> sorted(std::vector<std::string> list) {
  std::sort(list.begin(), list.end());
  return list;
}

void check_case(const Json& test) {
  INFO(test.dump());
  Compared compared = compare(test.at("articles"));
  std::vector<std::string> found, agreed;
  std::string messages;
  for (const Finding& finding : compared.verdict.findings) {
    found.push_back(std::string(finding.rule) + " " + std::string(name(finding.severity)));
    messages += finding.message + "\n";
  }
  for (const Finding& agreement : compared.verdict.agreements) {
    agreed.push_back(std::string(agreement.rule));
    messages += agreement.message + "\n";
  }
  for (const Fact& fact : compared.verdict.facts) messages += fact.sentence + "\n";
  INFO(messages);
  CHECK(sorted(found) == sorted(test.at("findings").get<std::vector<std::string>>()));
  if (test.contains("agrees")) CHECK(sorted(agreed) == sorted(test["agrees"].get<std::vector<std::string>>()));
  if (test.contains("says")) CHECK(messages.find(test["says"].get<std::string>()) != std::string::npos);
}

}  // namespace

TEST_CASE("comparisons") {
  for (const auto& table : comparison_tables()) DYNAMIC_SECTION(table.stem().string()) {
      for (const Json& test : yaml_file(table)) check_case(test);
    }
}

}  // namespace claimcheck::test
