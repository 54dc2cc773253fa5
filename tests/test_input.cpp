#include "catch.hpp"
#include "src/commands.hpp"
#include "src/config_error.hpp"
#include "src/line_reader.hpp"
#include "src/ordered_work.hpp"
#include "src/read.hpp"
#include "src/segment.hpp"
#include "support.hpp"

#include <sstream>

namespace claimcheck::test {
namespace {

std::vector<Document> read(const std::string& input, const ReadSettings& settings, std::string* note = nullptr) {
  std::istringstream in(input);
  std::vector<Document> documents;
  std::string ignored;
  read_raw({"-"}, settings, in, [&](RawDocument&& raw) {
    documents.push_back(parse_document(std::move(raw), settings, note ? *note : ignored));
  });
  return documents;
}

std::string complaint(const std::string& input, InputFormat format) {
  try {
    read(input, {format, {}, {}});
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

std::vector<std::string> lines_of(const std::string& text, std::size_t limit, bool& too_long) {
  std::istringstream in(text);
  LineReader reader(in, limit);
  std::vector<std::string> lines;
  for (std::string line; reader.next(line);) lines.push_back(line);
  too_long = reader.too_long();
  return lines;
}

}  // namespace

TEST_CASE("a text without a stop is cut, and every figure in it is read") {
  constexpr std::size_t times = 3000;
  Document document;
  document.id = "long";
  for (std::size_t i = 0; i < times; i++) document.text += "14 people were killed and ";
  Segmented segmented;
  segment(document.text, Field::text, desk().lexicon, segmented);
  CHECK(segmented.sentences.size() > 1);
  CHECK(rows(document, RowKind::quantities).size() == times);
  CHECK(rows(document, RowKind::claims).size() == times);
}

TEST_CASE("a JSONL record carries its own id, title, source and date") {
  auto documents = read(
      R"({"id": "a1", "title": "T", "text": "Zw\u00f6lf\n", "source": "Herald", "published": "2020-03-05T10:00:00Z"})",
      {InputFormat::jsonl, make_day(2021, 1, 1), {}});
  REQUIRE(documents.size() == 1);
  CHECK(documents[0].id == "a1");
  CHECK(documents[0].title == "T");
  CHECK(documents[0].text == "Zw\xC3\xB6lf\n");
  CHECK(documents[0].source == "Herald");
  CHECK(documents[0].published == make_day(2020, 3, 5));
  CHECK(documents[0].published_from == PublishedFrom::record);
}

TEST_CASE("a record without an id is known by its line, blank lines are passed over") {
  auto documents = read("{\"text\": \"a\"}\r\n\n \n{\"text\": \"b\", \"id\": 7}\n{\"text\": \"c\", \"id\": null}",
                        {InputFormat::jsonl, {}, {}});
  REQUIRE(documents.size() == 3);
  CHECK(documents[0].id == "-:1");
  CHECK(documents[1].id == "7");
  CHECK(documents[2].id == "-:5");
}

TEST_CASE("a date given from outside is for documents that carry none") {
  ReadSettings settings{InputFormat::jsonl, make_day(2021, 1, 1), {}};
  std::string note;
  auto documents = read("{\"text\": \"a\"}\n{\"text\": \"b\", \"published\": \"5 March\"}\n", settings, &note);
  CHECK(documents[0].published == make_day(2021, 1, 1));
  CHECK(documents[0].published_from == PublishedFrom::option);
  CHECK(documents[1].published == make_day(2021, 1, 1));
  CHECK(note == "standard input:2: \"published\": \"5 March\" is not a day written YYYY-MM-DD, so it is left out");
}

TEST_CASE("a file's bytes are the document's text") {
  std::string bytes = "\xEF\xBB\xBFTwo\r\n\tmen";
  auto documents = read(bytes, {InputFormat::text, {}, {}});
  REQUIRE(documents.size() == 1);
  CHECK(documents[0].text == bytes);
  CHECK(!documents[0].published);
}

TEST_CASE("what cannot be read says where") {
  struct Case {
    std::string input;
    InputFormat format;
    std::string message;
  };
  const Case cases[] = {
      {"", InputFormat::text, "standard input: empty"},
      {"\n \t\r\n", InputFormat::markdown, "standard input: empty"},
      {"ab\n\xC3\xA9\xE9 x", InputFormat::text, "standard input:2:2: not UTF-8: byte 0xE9"},
      {"\xFF\xFEt\0", InputFormat::text, "standard input:1:1: not UTF-8: byte 0xFF"},
      {std::string("ab\0c", 4), InputFormat::text, "standard input:1:3: not text: a NUL byte"},
      {"{\"text\": \"a\"}\n{\"text\":", InputFormat::jsonl, "standard input:2:9: not a JSON record"},
      {"\n\"text\"", InputFormat::jsonl, "standard input:2: not a JSON object"},
      {"{}", InputFormat::jsonl, "standard input:1: the record has no \"text\""},
      {"{\"text\": []}", InputFormat::jsonl, "standard input:1: \"text\" must be a string"},
      {"{\"text\": \"\", \"id\": 1.5}", InputFormat::jsonl, "standard input:1: \"id\" must be a string"},
      {"{\"text\": \"\\ud800\"}", InputFormat::jsonl, "standard input:1:17: not a JSON record"},
  };
  for (const Case& one : cases) {
    INFO(one.input);
    CHECK(complaint(one.input, one.format).substr(0, one.message.size()) == one.message);
  }
}

TEST_CASE("lines end with the stream, and none is longer than the limit") {
  bool too_long = false;
  CHECK(lines_of("", 9, too_long).empty());
  CHECK(lines_of("a\n\nb", 9, too_long) == std::vector<std::string>{"a", "", "b"});
  CHECK(lines_of("a\n", 9, too_long) == std::vector<std::string>{"a"});
  CHECK(lines_of(std::string(600000, 'x') + "\ny", 600000, too_long).size() == 2);
  CHECK(!too_long);
  CHECK(lines_of("a\n" + std::string(600000, 'x'), 599999, too_long).size() == 1);
  CHECK(too_long);
}

TEST_CASE("work done on many threads comes back in order") {
  std::vector<int> out;
  OrderedWork<int, int> work(
      4, 10, [](int&& n) { return n * n; }, [&](int&& n) { out.push_back(n); });
  for (int i = 0; i < 1000; i++) work.add(int(i), 1);
  work.finish();
  REQUIRE(out.size() == 1000);
  for (int i = 0; i < 1000; i++) CHECK(out[static_cast<std::size_t>(i)] == i * i);
}

TEST_CASE("what a thread throws arrives in its turn") {
  std::vector<int> out;
  auto fail_at_five = [](int&& n) { return n == 5 ? throw InputError("five") : n; };
  OrderedWork<int, int> work(3, 100, fail_at_five, [&](int&& n) { out.push_back(n); });
  for (int i = 0; i < 9; i++) work.add(int(i), 1);
  CHECK_THROWS_AS(work.finish(), InputError);
  CHECK(out == std::vector<int>{0, 1, 2, 3, 4});
}

}  // namespace claimcheck::test
