#include "catch.hpp"
#include "grammars/attribution.hpp"
#include "grammars/place.hpp"
#include "grammars/subject.hpp"
#include "src/segment.hpp"
#include "support.hpp"

#include <functional>

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

void check(const Json& test, const Json& wanted, const Json& got) {
  std::string wrong = difference(wanted, got);
  INFO("text: " << test["text"] << "\ngot: " << got.dump());
  CHECK(wrong == "");
}

}  // namespace

TEST_CASE("subjects", "[frames]") {
  for (const Json& test : yaml_file(source_dir() / "tests/frames/subjects.yaml"))
    check(test, test["row"], subject(test["text"]));
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

}  // namespace claimcheck::test
