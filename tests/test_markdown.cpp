#include "catch.hpp"
#include "src/read.hpp"
#include "support.hpp"

namespace claimcheck::test {
namespace {

const std::string draft = R"(---
title: "Ferry sinks: 40 drown"
standfirst: Twelve swam ashore
date: 2019-07-03T08:00:00Z
source: Coast Herald
sources: [wire.txt, notes]
layout: story
---

# Ferry sinks #

At least **40**&nbsp;people drowned
in the [harbour](https://example.org/123) – *twelve* swam ashore.

> The mayor said 3 \* 4 boats
> were out.

- one boat
- two `seven` boats

| town | dead |
|------|-----:|
| Port Merrow | 31 |

~~Fifty~~ Sixty came. ![A map of 5 bays](map9.png)

    500 lines of code

```
600 lines
```

<p>Rescuers took <b>9</b> home &amp; left.</p>
)";

Document document_of(std::string bytes, std::string* said = nullptr) {
  std::string note;
  Document document = parse_document({0, "draft.md", "draft.md", 0, std::move(bytes)}, {}, note);
  if (said) *said = note;
  return document;
}

std::string given(const Document& document, std::string_view words) {
  INFO(words);
  std::size_t begin = document.text.find(words);
  REQUIRE(begin != std::string::npos);
  Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + words.size())};
  return std::string(document.given(Field::text, span).of(document.given(Field::text)));
}

}  // namespace

TEST_CASE("a Markdown draft is read for its words") {
  CHECK(document_of(draft).text ==
        "Ferry sinks: 40 drown\n\nTwelve swam ashore\n\nFerry sinks\n\n"
        "At least 40\xC2\xA0people drowned in the harbour – twelve swam ashore.\n\n"
        "The mayor said 3 * 4 boats were out.\n\none boat\n\ntwo  boats\n\n"
        "town\ndead\n\nPort Merrow\n31\n\n Sixty came. \nA map of 5 bays\n\n"
        "Rescuers took 9 home & left.\n\n");
}

TEST_CASE("spans of a Markdown draft point into the file") {
  Document document = document_of(draft);
  CHECK(given(document, "Ferry sinks: 40 drown") == "Ferry sinks: 40 drown");
  CHECK(given(document, "Twelve swam") == "Twelve swam");
  CHECK(given(document, "At least 40") == "At least **40");
  CHECK(given(document, "40\xC2\xA0people") == "40**&nbsp;people");
  CHECK(given(document, "drowned in") == "drowned\nin");
  CHECK(given(document, "harbour – twelve") == "harbour](https://example.org/123) – *twelve");
  CHECK(given(document, "3 * 4") == "3 \\* 4");
  CHECK(given(document, "boats were") == "boats\n> were");
  CHECK(given(document, "31") == "31");
  CHECK(given(document, "5 bays") == "5 bays");
  CHECK(given(document, "took 9 home & left") == "took <b>9</b> home &amp; left");
}

TEST_CASE("front matter says what the draft is") {
  Document document = document_of(draft);
  CHECK(document.source == "Coast Herald");
  CHECK(document.published == parse_iso_day("2019-07-03"));
  CHECK(document.own_sources == std::vector<std::string>{"wire.txt", "notes"});
}

TEST_CASE("front matter that cannot be read is left out, and said so with its line") {
  std::string note;
  CHECK(document_of("---\ntitle: Storm\nsources: wire.txt\n---\nTwo boats sank.\n", &note).text ==
        "Storm\n\nTwo boats sank.\n\n");
  CHECK(note == "draft.md:3:10: sources must be a list; the front matter is left out");
  CHECK(document_of("---\nTwo boats sank.\n").text == "Two boats sank.\n\n");
}

}  // namespace claimcheck::test
