#include "catch.hpp"
#include "src/html.hpp"
#include "src/read.hpp"
#include "support.hpp"

namespace claimcheck::test {
namespace {

const std::string page = R"(<!doctype html>
<html><head><title>Ferry &amp; sons</title>
<meta property="article:published_time" content="2019-07-02T08:00:00Z">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2019-07-03T07:15:00+02:00"}]}</script>
<style>p { margin: 300px }</style></head>
<body><nav><ul><li>Home<li>Sport</ul></nav>
<article><h1>Ferry sinks</h1>
<p>At least <b>40</b>&nbsp;people drowned
   in the harbour&rsquo;s mouth &#8211; 12 swam&#x20;ashore.
<p>AT&amp;T said so &mdash; R&D too, &zzz; and 5 &lt; 6.<br>New line</p>
<div hidden>500 readers</div>
<aside>Most read: 100 things</aside></article>
<footer>Copyright 2019</footer></body></html>
)";

Document document_of(std::string bytes) {
  std::string note;
  return parse_document({0, "page.html", "page.html", 0, std::move(bytes)}, {}, note);
}

std::string given(const Document& document, std::string_view words) {
  std::size_t begin = document.text.find(words);
  REQUIRE(begin != std::string::npos);
  Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + words.size())};
  return std::string(document.given(Field::text, span).of(document.given(Field::text)));
}

}  // namespace

TEST_CASE("an HTML page is read for its article") {
  CHECK(document_of(page).text ==
        "Ferry sinks\n\n"
        "At least 40\xC2\xA0people drowned in the harbour\xE2\x80\x99s mouth \xE2\x80\x93 12 swam ashore. \n\n"
        "AT&T said so \xE2\x80\x94 R&D too, &zzz; and 5 < 6.\nNew line\n\n");
}

TEST_CASE("spans of an article point into the page") {
  Document document = document_of(page);
  CHECK(given(document, "Ferry sinks") == "Ferry sinks");
  CHECK(given(document, "At least 40") == "At least <b>40");
  CHECK(given(document, "40\xC2\xA0people") == "40</b>&nbsp;people");
  CHECK(given(document, "drowned in the") == "drowned\n   in the");
  CHECK(given(document, "harbour\xE2\x80\x99s") == "harbour&rsquo;s");
  CHECK(given(document, "\xE2\x80\x93 12") == "&#8211; 12");
  CHECK(given(document, "AT&T") == "AT&amp;T");
  CHECK(given(document, "R&D too") == "R&D too");
  CHECK(given(document, "and 5 < 6") == "and 5 &lt; 6");
  CHECK(given(document, "New line") == "New line");
}

TEST_CASE("references without a semicolon, and ones that are none") {
  Document document = document_of("<p>A&nbsp33 b &copy2020 c &amp d & e &amp;amp; f &notyet; 44 g</p>");
  CHECK(document.text ==
        "A\xC2\xA0"
        "33 b \xC2\xA9"
        "2020 c & d & e &amp; f \xC2\xAC"
        "yet; 44 g\n\n");
  CHECK(given(document, "33 b") == "33 b");
  CHECK(given(document, "2020") == "2020");
  CHECK(given(document, "44 g") == "44 g");
}

TEST_CASE("a page's metadata says when it was published") {
  CHECK(document_of(page).published == make_day(2019, 7, 3));
  CHECK(document_of("<meta property='article:published_time' content='2019-07-02'>text").published ==
        make_day(2019, 7, 2));
  CHECK(!document_of("<script type='application/ld+json'>{broken</script>text").published);
  CHECK(!document_of("plain text").published);
}

TEST_CASE("the rows of a page have the page's bytes at their spans") {
  Document document = document_of(page);
  Document file;
  file.text = page;
  for (RowKind kind : {RowKind::quantities, RowKind::dates, RowKind::claims})
    for (const Json& row : rows(document, kind)) CHECK(span_error(file, row) == "");
  CHECK(rows(document, RowKind::quantities).size() >= 2);
}

}  // namespace claimcheck::test
