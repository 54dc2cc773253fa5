#include "catch.hpp"
#include "support.hpp"

namespace claimcheck::test {
namespace {

std::vector<Document> every_text() {
  std::vector<Document> out;
  for (const auto& entry : std::filesystem::directory_iterator(source_dir() / "tests" / "tables"))
    for (const Json& test : yaml_file(entry.path())) {
      Document& document = out.emplace_back();
      document.id = entry.path().filename().string();
      document.text = test.value("text", "");
      document.title = test.value("title", "");
      document.published = parse_iso_day("2021-06-30");
    }
  if (!std::filesystem::is_directory(source_dir() / "fixtures")) return out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(source_dir() / "fixtures"))
    if (entry.path().extension() == ".txt") {
      Document& document = out.emplace_back();
      document.id = entry.path().filename().string();
      document.text = file_text(entry.path());
    }
  return out;
}

}  // namespace

TEST_CASE("the bytes at a row's span are its text") {
  for (const Document& document : every_text())
    for (RowKind kind : {RowKind::quantities, RowKind::dates, RowKind::claims})
      for (const Json& row : rows(document, kind)) {
        INFO(document.id << ": " << document.text.substr(0, 200));
        CHECK(span_error(document, row) == "");
      }
}

}  // namespace claimcheck::test
