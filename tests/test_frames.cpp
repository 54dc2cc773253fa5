#include "catch.hpp"
#include "grammars/place.hpp"
#include "grammars/speaker.hpp"
#include "grammars/subject.hpp"
#include "src/config_error.hpp"
#include "src/segment.hpp"
#include "support.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

// tests/frames/*.yaml: what the grammars of subjects, attributions and places read. Each file says what its fields are.
namespace claimcheck::test {
namespace {

Json words(const Segmented& text, TokenRange range) {
  return range.empty() ? Json() : Json(std::string(text.span(range).of(text.text)));
}

Segmented segmented(const std::string& text) {
  Segmented out;
  segment(text, Field::text, desk().lexicon, out);
  return out;
}

Json subject(const std::string& marked) {
  std::size_t at = marked.find("| ");
  std::string plain = marked.substr(0, at) + marked.substr(at + 2);
  Segmented text = segmented(plain);
  TokenIterator first = text.tokens.begin();
  while (first != text.tokens.end() && first->span.begin < at) ++first;
  grammar::SubjectFrame frame;
  if (!grammar::read_subject(first, text.tokens.end(), desk().lexicon, text, frame)) return Json();
  return {{"text", words(text, frame.tokens)},
          {"head", words(text, frame.head)},
          {"group", frame.noun ? Json(frame.noun->name) : Json()},
          {"affiliation", words(text, frame.affiliation)},
          {"others", frame.others},
          {"attackers", frame.attackers}};
}

Json attributions(const std::string& plain) {
  Segmented text = segmented(plain);
  std::vector<grammar::AttributionFrame> frames;
  for (std::uint32_t i = 0; i < text.sentences.size(); i++) grammar::read_speakers(text, i, desk().lexicon, frames);
  Json rows = Json::array();
  for (const grammar::AttributionFrame& frame : frames)
    rows.push_back({{"text", words(text, frame.tokens)},
                    {"name", words(text, frame.name)},
                    {"kind", frame.claimant ? Json(frame.claimant->kind) : Json()},
                    {"governs", words(text, frame.governs)}});
  return rows;
}

Json places(const std::string& plain) {
  static const std::array<const char*, 8> links = {"in",     "at",         "near",     "from",
                                                   "toward", "possessive", "dateline", "modifier"};
  Segmented text = segmented(plain);
  std::vector<grammar::PlaceFrame> frames;
  for (const Sentence& sentence : text.sentences) grammar::read_places(text, sentence, desk().lexicon, frames);
  Json rows = Json::array();
  for (const grammar::PlaceFrame& frame : frames)
    rows.push_back({{"text", words(text, frame.tokens)},
                    {"name", words(text, frame.name)},
                    {"within", words(text, frame.within)},
                    {"link", links[static_cast<std::size_t>(frame.link)]}});
  return rows;
}

std::string differences(const Json& wanted, const Json& got) {
  if (!wanted.is_array()) return difference(wanted, got);
  for (std::size_t i = 0; i < std::min(wanted.size(), got.size()); i++)
    if (std::string wrong = difference(wanted[i], got[i]); !wrong.empty()) return wrong;
  return wanted.size() == got.size() ? "" : "wanted " + std::to_string(wanted.size()) + " rows";
}

void check(const Json& test, const Json& wanted, const Json& got) {
  std::string wrong = differences(wanted, got);
  INFO("text: " << test["text"] << "\ngot: " << got.dump());
  CHECK(wrong == "");
}

}  // namespace

TEST_CASE("subjects", "[frames]") {
  for (const Json& test : yaml_file(source_dir() / "tests/frames/subjects.yaml"))
    check(test, test["row"], subject(test["text"]));
}

TEST_CASE("attributions", "[frames]") {
  for (const Json& test : yaml_file(source_dir() / "tests/frames/attributions.yaml"))
    check(test, test["rows"], attributions(test["text"]));
}

TEST_CASE("places", "[frames]") {
  for (const Json& test : yaml_file(source_dir() / "tests/frames/places.yaml"))
    check(test, test["rows"], places(test["text"]));
}

TEST_CASE("the taxonomy knows what is a kind of what", "[frames]") {
  const Taxonomy& taxonomy = desk().taxonomy;
  CHECK(taxonomy.is_a("soldier", "combatant"));
  CHECK(taxonomy.is_a("soldier", "person"));
  CHECK(taxonomy.is_a("tank", "property"));
  CHECK(taxonomy.is_a("child", "child"));
  CHECK_FALSE(taxonomy.is_a("person", "soldier"));
  CHECK_FALSE(taxonomy.is_a("civilian", "combatant"));
  CHECK_FALSE(taxonomy.is_a("kayak", "thing"));
}

TEST_CASE("every group that the lexicon names is in the taxonomy", "[frames]") {
  for (const Lexeme& lexeme : desk().lexicon.lexemes())
    if (lexeme.category == Category::person || lexeme.category == Category::thing) {
      INFO(lexeme.name);
      CHECK(desk().taxonomy.knows(lexeme.name));
    }
}

TEST_CASE("the gazetteer knows which place lies in which", "[frames]") {
  const Gazetteer& gazetteer = desk().gazetteer;
  CHECK(gazetteer.contains("Syria", "Idlib"));
  CHECK(gazetteer.contains("Syria", "Aleppo"));
  CHECK(gazetteer.contains("Aleppo", "Aleppo"));
  CHECK(gazetteer.contains("Idlib", "Saraqeb"));
  CHECK(gazetteer.contains("SYRIA", "SARAQEB"));
  CHECK(gazetteer.contains("Libya", "Tripoli"));
  CHECK(gazetteer.contains("Lebanon", "Tripoli"));
  CHECK(gazetteer.contains("US", "San Diego"));
  CHECK(gazetteer.contains("United States", "Calif."));
  CHECK(gazetteer.contains("Colombia", "Bogota"));
  CHECK_FALSE(gazetteer.contains("Idlib", "Syria"));
  CHECK_FALSE(gazetteer.contains("Iraq", "Idlib"));
  CHECK_FALSE(gazetteer.contains("Syria", "Ardan"));
}

TEST_CASE("the gazetteer's names", "[frames]") {
  const Gazetteer& gazetteer = desk().gazetteer;
  CHECK(gazetteer.knows("idlib"));
  CHECK_FALSE(gazetteer.knows("Ardan"));
  CHECK(gazetteer.canonical("Burma") == "Myanmar");
  CHECK(gazetteer.canonical("USA") == "United States");
  CHECK(gazetteer.canonical("Kiev") == "Kyiv");
  CHECK(gazetteer.canonical("LIMA") == "Lima");
  CHECK(gazetteer.canonical("Northern Idlib") == "Northern Idlib");
}

TEST_CASE("countries by their peoples", "[frames]") {
  const Gazetteer& gazetteer = desk().gazetteer;
  CHECK(gazetteer.country_in("French paratroopers") == "France");
  CHECK(gazetteer.country_in("the Dutch navy") == "Netherlands");
  CHECK(gazetteer.country_in("South Sudanese") == "South Sudan");
  CHECK(gazetteer.country_in("Sudanese") == "Sudan");
  CHECK(gazetteer.country_in("U.S. forces") == "United States");
  CHECK(gazetteer.country_in("Britain") == "United Kingdom");
  CHECK(gazetteer.country_in("Kurdish fighters").empty());
}

TEST_CASE("a wrong gazetteer says where it is wrong", "[frames]") {
  std::filesystem::path file = std::filesystem::temp_directory_path() / "claimcheck-wrong-gazetteer.tsv";
  std::ofstream(file) << "country\tXA\t\tArdania\ncity\t\tXB.1\tKerrin\n";
  std::string message;
  try {
    Gazetteer::load(file);
  } catch (const ConfigError& error) {
    message = error.what();
  }
  CHECK(message == file.string() + ":2: no place has the code \"XB.1\"");
  std::filesystem::remove(file);
}

}  // namespace claimcheck::test
