#include "claimcheck.hpp"

#include "extract.hpp"
#include "lexicon_words.hpp"
#include "segment.hpp"

#include <algorithm>

namespace claimcheck {

Desk Desk::load(const std::filesystem::path& rules, std::string_view profile,
                const std::vector<std::filesystem::path>& own_rules) {
  Gazetteer gazetteer = Gazetteer::load(rules / "gazetteer.tsv");
  Desk desk{Lexicon::load(rules, gazetteer), Rules::load(rules, profile, own_rules),
            Taxonomy::load(rules / "taxonomy.yaml"), std::move(gazetteer)};
  desk.gazetteer.add_demonyms(rules / "demonyms.tsv");
  require_known(desk.rules.words, desk.lexicon);
  return desk;
}

std::vector<Reading> read_document(const Document& document, std::uint32_t index, const Desk& desk) {
  std::vector<Reading> readings;
  thread_local Segmented segmented;
  thread_local Extraction extraction;
  DateContext dates{document.published, desk.rules.date_order, {}, {}};
  for (Field field : {Field::text, Field::title}) {
    if (document.field(field).empty()) continue;
    segment(document.field(field), field, desk.lexicon, segmented);
    extract(segmented, desk.lexicon, extraction);
    Reading& reading = readings.emplace_back();
    reading.document = index;
    reading.field = field;
    if (field == Field::text) {
      reading.published =
          find_published(segmented, extraction.dates, desk.lexicon, document.published, desk.rules.date_order);
      if (!dates.published) dates.published = reading.published.day;
      if (reading.published.order != DateOrder::unknown) dates.order = reading.published.order;
    }
    normalize(segmented, extraction, dates, desk.rules, reading);
  }
  std::reverse(readings.begin(), readings.end());
  return readings;
}

void adopt_published(Document& document, const std::vector<Reading>& readings) {
  for (const Reading& reading : readings) {
    if (document.published || !reading.published.day) continue;
    document.published = reading.published.day;
    document.published_from = PublishedFrom::article;
  }
}

}  // namespace claimcheck
