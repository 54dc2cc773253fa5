#include "catch.hpp"
#include "src/reconcile.hpp"
#include "support.hpp"

#include <algorithm>

namespace claimcheck::test {
namespace {

/// The messages of the agreed dates between two articles.
std::vector<std::string> agreed(const char* first_day, const char* first, const char* second_day, const char* second) {
  std::vector<Document> documents(2);
  documents[0].id = documents[0].path = "a.txt", documents[0].text = first,
  documents[0].published = parse_iso_day(first_day);
  documents[1].id = documents[1].path = "b.txt", documents[1].text = second,
  documents[1].published = parse_iso_day(second_day);
  std::vector<Reading> readings;
  for (std::uint32_t i = 0; i < 2; i++)
    for (Reading& reading : read_document(documents[i], i, desk())) readings.push_back(std::move(reading));
  std::vector<std::string> out;
  for (const Finding& finding : reconcile(documents, readings, desk()).agreements)
    if (finding.rule == verdict::same_date) out.push_back(finding.message);
  return out;
}

}  // namespace

TEST_CASE("happenings dated alike agree", "[same-date]") {
  CHECK(agreed("2024-06-13", "The ministers met in Vienna on Thursday.", "2024-06-14",
               "The ministers met in Vienna yesterday.") ==
        std::vector<std::string>{"The meeting is dated alike, 13 June 2024: “Thursday”, “yesterday”."});
  CHECK(agreed("2024-06-13", "Since the end of May, Lisbon has launched two inquiries.", "2024-06-14",
               "The inquiry that Lisbon launched on May 29 goes on.")
            .size() == 1);
}

TEST_CASE("other days, other places and other happenings do not", "[same-date]") {
  CHECK(agreed("2024-06-13", "The ministers met in Vienna on Thursday.", "2024-06-14",
               "The ministers met in Vienna on Tuesday.")
            .empty());
  CHECK(agreed("2024-06-13", "The ministers met in Vienna on Thursday.", "2024-06-13",
               "The ministers met in Oslo on Thursday.")
            .empty());
  CHECK(agreed("2024-06-13", "The ministers met in Vienna on Thursday.", "2024-06-13",
               "The accord was signed in Vienna on Thursday.")
            .empty());
}

}  // namespace claimcheck::test
