#include "claimcheck.hpp"

#include "extract.hpp"
#include "segment.hpp"

namespace claimcheck {

Desk Desk::load(const std::filesystem::path& rules, std::string_view profile) {
  return {Lexicon::load(rules), Rules::load(rules, profile), Taxonomy::load(rules / "taxonomy.yaml"),
          Gazetteer::load(rules / "gazetteer.tsv")};
}

std::vector<Reading> read_document(const Document& document, std::uint32_t index, const Desk& desk) {
  std::vector<Reading> readings;
  thread_local Segmented segmented;
  thread_local Extraction extraction;
  for (Field field : {Field::title, Field::text}) {
    if (document.field(field).empty()) continue;
    segment(document.field(field), field, desk.lexicon, segmented);
    extract(segmented, desk.lexicon, extraction);
    Reading& reading = readings.emplace_back();
    reading.document = index;
    reading.field = field;
    normalize(segmented, extraction, document, desk.rules, reading);
  }
  return readings;
}

}  // namespace claimcheck
