#include "catch.hpp"
#include "src/segment.hpp"
#include "support.hpp"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>

// tests/tables/KIND-topic.yaml: a list of {text, title?, published?, note?, rows}; each row lists the fields to
// compare. CLAIMCHECK_TABLES names another folder of tables.
namespace claimcheck::test {
namespace {

std::vector<Json> sentences(const Document& document) {
  Segmented segmented;
  segment(document.text, Field::text, desk().lexicon, segmented);
  std::vector<Json> out;
  for (const Sentence& sentence : segmented.sentences)
    out.push_back({{"text", sentence.span.of(document.text)},
                   {"shape", name(sentence.shape)},
                   {"paragraph", sentence.paragraph},
                   {"span", {sentence.span.begin, sentence.span.end}}});
  return out;
}

/// Claims in the order of their figures; `part_of` is the text of the total's figure.
std::vector<Json> claims(const Document& document) {
  std::vector<Json> read = rows(document, RowKind::claims), out = read;
  for (Json& row : out)
    if (row.contains("part_of")) row["part_of"] = read.at(row["part_of"].get<std::size_t>())["quantity"]["text"];
  std::stable_sort(out.begin(), out.end(), [](const Json& a, const Json& b) {
    return a["quantity"]["span"][0].get<std::size_t>() < b["quantity"]["span"][0].get<std::size_t>();
  });
  return out;
}

/// A claim's row is compared in full: a field that it does not list has its plain value.
Json in_full(Json row) {
  Json plain = {
      {"scope", "incident"}, {"attribution", nullptr}, {"denied", nullptr}, {"subgroup", nullptr}, {"sum", nullptr}};
  plain.update(row);
  Json& quantity = plain["quantity"];
  if (!quantity.is_object() || quantity.contains("hedge")) return plain;
  quantity["hedge"] = "exact";
  if (quantity.contains("low") && !quantity.contains("high")) quantity["high"] = quantity["low"];
  return plain;
}

using Reader = std::function<std::vector<Json>(const Document&)>;
const std::map<std::string, Reader> readers = {
    {"quantities", [](const Document& document) { return rows(document, RowKind::quantities); }},
    {"dates", [](const Document& document) { return rows(document, RowKind::dates); }},
    {"claims", claims},
    {"sentences", sentences},
};

std::string unknown_key(const Json& test) {
  for (const auto& [key, value] : test.items())
    if (key != "text" && key != "title" && key != "published" && key != "note" && key != "rows") return key;
  return "";
}

Document document_of(const Json& test) {
  Document document;
  document.id = "case";
  document.text = test.value("text", "");
  document.title = test.value("title", "");
  if (auto day = parse_iso_day(test.value("published", ""))) {
    document.published = *day;
    document.published_from = PublishedFrom::option;
  }
  return document;
}

std::string wrong_in(const Json& wanted, const std::vector<Json>& got, const Document& document) {
  for (const Json& row : got)
    if (std::string wrong = span_error(document, row); !wrong.empty()) return wrong;
  for (std::size_t i = 0; i < std::min(wanted.size(), got.size()); i++)
    if (std::string wrong = difference(wanted[i], got[i]); !wrong.empty())
      return "row " + std::to_string(i + 1) + ": " + wrong;
  if (wanted.size() != got.size())
    return "wanted " + std::to_string(wanted.size()) + " rows, got " + std::to_string(got.size());
  return "";
}

std::string report(const Document& document, const std::string& wrong, const std::vector<Json>& got) {
  std::string out = "\n  text: " + document.text + "\n  " + wrong + "\n  got:";
  for (const Json& row : got) out += "\n    " + row.dump(-1, ' ', false, Json::error_handler_t::replace);
  return out;
}

std::filesystem::path tables_dir() {
  const char* other = std::getenv("CLAIMCHECK_TABLES");
  return other ? std::filesystem::path(other) : source_dir() / "tests" / "tables";
}

Json wanted_rows(const Json& test, bool claims) {
  if (test["rows"].is_null()) return Json::array();
  Json wanted = test["rows"];
  if (claims)
    for (Json& row : wanted) row = in_full(row);
  return wanted;
}

void run_table(const std::filesystem::path& path, const std::string& kind) {
  for (const Json& test : yaml_file(path)) {
    Document document = document_of(test);
    INFO("text: " << document.text);
    REQUIRE(unknown_key(test) == "");
    REQUIRE(test.contains("rows"));
    std::vector<Json> got = readers.at(kind)(document);
    Json wanted = wanted_rows(test, kind == "claims");
    std::string wrong = wrong_in(wanted, got, document);
    if (wrong.empty()) {
      SUCCEED();
    } else {
      FAIL_CHECK(report(document, wrong, got));
    }
  }
}

}  // namespace

TEST_CASE("tables") {
  std::vector<std::filesystem::path> tables;
  for (const auto& entry : std::filesystem::directory_iterator(tables_dir()))
    if (entry.path().extension() == ".yaml") tables.push_back(entry.path());
  std::sort(tables.begin(), tables.end());
  for (const auto& table : tables) {
    std::string topic = table.stem().string();
    DYNAMIC_SECTION(topic) {
      std::string kind = topic.substr(0, topic.find('-'));
      REQUIRE(readers.contains(kind));
      run_table(table, kind);
    }
  }
}

}  // namespace claimcheck::test
