#include "catch.hpp"
#include "src/segment.hpp"
#include "support.hpp"

#include <algorithm>
#include <functional>
#include <map>

// tests/tables/KIND-topic.yaml: a list of {text, title?, published?, note?, rows}; each row lists the fields to
// compare.
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

using Reader = std::function<std::vector<Json>(const Document&)>;
const std::map<std::string, Reader> readers = {
    {"quantities", [](const Document& document) { return rows(document, RowKind::quantities); }},
    {"dates", [](const Document& document) { return rows(document, RowKind::dates); }},
    {"claims", [](const Document& document) { return rows(document, RowKind::claims); }},
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

void run_table(const std::filesystem::path& path, const Reader& reader) {
  for (const Json& test : yaml_file(path)) {
    Document document = document_of(test);
    INFO("text: " << document.text);
    REQUIRE(unknown_key(test) == "");
    REQUIRE(test.contains("rows"));
    std::vector<Json> got = reader(document);
    Json wanted = test["rows"].is_null() ? Json::array() : test["rows"];
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
  for (const auto& entry : std::filesystem::directory_iterator(source_dir() / "tests" / "tables"))
    if (entry.path().extension() == ".yaml") tables.push_back(entry.path());
  std::sort(tables.begin(), tables.end());
  for (const auto& table : tables) {
    std::string topic = table.stem().string();
    DYNAMIC_SECTION(topic) {
      auto reader = readers.find(topic.substr(0, topic.find('-')));
      REQUIRE(reader != readers.end());
      run_table(table, reader->second);
    }
  }
}

}  // namespace claimcheck::test
