#include "catch.hpp"
#include "src/bounds.hpp"
#include "src/findings_formats.hpp"
#include "src/interval.hpp"
#include "src/origins.hpp"
#include "src/reconcile.hpp"
#include "support.hpp"

#include <algorithm>
#include <sstream>

namespace claimcheck::test {
namespace {

Quantity figure(double value, Hedge hedge = Hedge::exact) {
  Quantity quantity;
  quantity.value = value;
  quantity.hedge = hedge;
  set_bounds(quantity, desk().rules.profile);
  return quantity;
}

Quantity vague(std::string_view word) {
  Quantity quantity;
  quantity.hedge = Hedge::vague;
  quantity.vague = word;
  set_bounds(quantity, desk().rules.profile);
  return quantity;
}

Period on(const char* day) {
  return day_period(*parse_iso_day(day));
}
Period between(const char* first, const char* last, Precision precision = Precision::week) {
  return {parse_iso_day(first), parse_iso_day(last), precision};
}
Period since(const char* first) {
  return {parse_iso_day(first), std::nullopt, Precision::day};
}

/// Documents and claims made by hand: what reconcile sees, without any reading of language.
class Newsroom {
 public:
  Newsroom& article(const char* id, const char* published, std::string text = "") {
    Document& document = documents.emplace_back();
    document.id = document.path = id;
    document.text =
        text.empty() ? std::string(id) + " says so, after the Maria Celeste of Kingston met the Antonia Lopez." : text;
    document.published = parse_iso_day(published);
    readings.emplace_back().document = static_cast<std::uint32_t>(documents.size() - 1);
    return *this;
  }

  Claim& claim(Quantity quantity, const char* subject = "civilians", std::string_view group = "civilian") {
    Claim& claim = readings.back().claims.emplace_back();
    claim.document = readings.back().document;
    claim.event = "killed";
    claim.subject.text = subject;
    claim.subject.group = group;
    claim.quantity = quantity;
    claim.span = claim.quantity.span = claim.sentence = {0, 4};
    return claim;
  }

  /// On 5 May 2021 in Idlib.
  Claim& incident(Quantity quantity, const char* counter = nullptr) {
    Claim& one = claim(quantity);
    one.place = Place{{}, "Idlib"};
    one.when = When{{}, on("2021-05-05")};
    if (counter) one.attribution = Attribution{{}, counter, ""};
    return one;
  }

  Verdict verdict() const { return reconcile(documents, readings, desk()); }

  std::vector<std::string> rules() const {
    std::vector<std::string> out;
    for (const Finding& finding : verdict().findings)
      out.push_back(std::string(finding.rule) + " " + std::string(name(finding.severity)));
    return out;
  }

  std::vector<Document> documents;
  std::vector<Reading> readings;
};

using Rules = std::vector<std::string>;

}  // namespace

TEST_CASE("figures stand to each other in one of seven ways", "[reconcile]") {
  struct Case {
    Quantity a, b;
    FigureRelation relation;
  };
  Quantity million = figure(1000000);
  million.step = 1000000;
  const Case cases[] = {
      {figure(16), figure(15), FigureRelation::conflict},
      {figure(16), figure(16), FigureRelation::identical},
      {figure(33, Hedge::at_least), figure(33), FigureRelation::hedge_differs},
      {figure(3000, Hedge::more_than), figure(3000), FigureRelation::hedge_differs},
      {figure(33, Hedge::at_least), figure(40), FigureRelation::compatible},
      {figure(33, Hedge::at_least), figure(30), FigureRelation::conflict},
      {figure(33, Hedge::at_least), figure(20, Hedge::up_to), FigureRelation::conflict},
      {million, figure(1000000, Hedge::nearly), FigureRelation::rounded},
      {figure(2957), figure(3000, Hedge::about), FigureRelation::rounded},
      {figure(2957), figure(3000), FigureRelation::rounded},
      {figure(2957), figure(2897), FigureRelation::conflict},
      {figure(20), figure(21), FigureRelation::conflict},
      {figure(200, Hedge::about), figure(210), FigureRelation::rounded},
      {figure(200, Hedge::about), figure(300), FigureRelation::conflict},
      {vague("dozens"), figure(33, Hedge::at_least), FigureRelation::vague_against_exact},
      {vague("dozens"), figure(41), FigureRelation::vague_against_exact},
      {vague("dozens"), figure(640), FigureRelation::vague_apart},
      {vague("dozens"), figure(2), FigureRelation::vague_apart},
      {vague("dozens"), figure(2, Hedge::at_least), FigureRelation::compatible},
      {vague("dozens"), vague("dozens"), FigureRelation::identical},
      {vague("dozens"), vague("hundreds"), FigureRelation::vague_apart},
  };
  for (const Case& test : cases) {
    INFO(static_cast<int>(test.a.hedge) << " " << test.a.value.value_or(0) << " against " << test.b.value.value_or(0));
    CHECK(compare_figures(test.a, test.b, desk().rules.tolerances) == test.relation);
    CHECK(compare_figures(test.b, test.a, desk().rules.tolerances) == test.relation);
  }
}

TEST_CASE("two counters that differ are a conflict", "[reconcile]") {
  Newsroom room;
  room.article("a", "2021-05-05").incident(figure(16), "the hospital");
  room.article("b", "2021-05-05").incident(figure(15), "Coast Watch");
  CHECK(room.rules() == Rules{"CC101 error"});
  auto verdict = room.verdict();
  CHECK(verdict.findings[0].evidence.size() == 2);
  CHECK(verdict.findings[0].place == "Idlib");
  CHECK(verdict.origins.size() == 2);
}

TEST_CASE("two counters that differ conflict on later days too", "[reconcile]") {
  Newsroom room;
  room.article("a", "2021-05-05").incident(figure(16), "the hospital");
  room.article("b", "2021-05-06").incident(figure(15), "Coast Watch");
  CHECK(room.rules() == Rules{"CC101 error"});
}

TEST_CASE("one counter with two figures is misquoted", "[reconcile]") {
  Newsroom room;
  room.article("a", "2021-05-05").incident(figure(16), "Coast Watch");
  room.article("b", "2021-05-05").incident(figure(14), "the Coast Watch");
  CHECK(room.rules() == Rules{"CC112 error"});
}

TEST_CASE("figures for different days, groups, sides or places do not meet", "[reconcile]") {
  Newsroom room;
  room.article("a", "2021-05-05").incident(figure(16));
  SECTION("another day") {
    room.article("b", "2021-05-06").incident(figure(15)).when->period = on("2021-05-04");
  }
  SECTION("another group") {
    Claim& claim = room.article("b", "2021-05-05").incident(figure(15));
    claim.subject.group = "soldier";
    claim.subject.text = "soldiers";
  }
  SECTION("another side") {
    room.readings[0].claims[0].subject.affiliation = "Turkish";
    room.article("b", "2021-05-05").incident(figure(15)).subject.affiliation = "Syrian";
  }
  SECTION("another event") {
    room.article("b", "2021-05-05").incident(figure(15)).event = "injured";
  }
  SECTION("a projection") {
    room.article("b", "2021-05-05").incident(figure(15)).scope = Scope::projection;
  }
  CHECK(room.rules() == Rules{});
}

TEST_CASE("what only one article states makes a conflict a warning", "[reconcile]") {
  Newsroom room;
  room.article("a", "2021-05-05").incident(figure(16));
  room.article("b", "2021-05-05").incident(figure(15)).when.reset();
  CHECK(room.rules() == Rules{"CC101 warning"});
}

TEST_CASE("an assumed match with one of several figures is none, but with what an article begins with", "[reconcile]") {
  auto rules = [](bool begins) {
    Newsroom room;
    auto yesterday = [&] { room.incident(figure(4)).when->period = on("2021-05-04"); };
    room.article("a", "2021-05-05");
    if (!begins) yesterday();
    room.incident(figure(16));
    if (begins) yesterday();
    room.article("b", "2021-05-05").incident(figure(15)).when.reset();
    return room.rules();
  };
  CHECK(rules(true) == Rules{"CC101 warning"});
  CHECK(rules(false) == Rules{});
}

TEST_CASE("the wounded beside the dead are no other count of the dead", "[reconcile]") {
  auto rules = [](const char* event) {
    Newsroom room;
    room.article("a", "2021-05-05").incident(figure(4));
    room.incident(figure(2)).event = event;
    room.article("b", "2021-05-05").incident(figure(2));
    return room.rules();
  };
  CHECK(rules("injured") == Rules{"CC101 error"});
  CHECK(rules("killed") == Rules{});
}

TEST_CASE("an article that gives both figures contradicts neither", "[reconcile]") {
  Newsroom room;
  room.article("a", "2021-05-05").incident(figure(16), "the hospital");
  room.incident(figure(15), "Coast Watch");
  room.article("b", "2021-05-05").incident(figure(15), "Coast Watch");
  CHECK(room.rules() == Rules{});
}

TEST_CASE("a vague figure for a period and the number of one attack in it", "[reconcile]") {
  Newsroom room;
  Claim& attack = room.article("a", "2021-05-05").claim(figure(33, Hedge::at_least), "soldiers", "soldier");
  attack.when = When{{}, between("2021-04-26", "2021-05-02")};
  Claim& two = room.claim(figure(2), "soldiers", "soldier");
  two.when = When{{}, on("2021-05-04")};
  Claim& many = room.article("b", "2021-05-05").claim(vague("dozens"), "soldiers", "soldier");
  many.scope = Scope::cumulative;
  many.when = When{{}, between("2021-04-01", "2021-05-05", Precision::vague)};
  CHECK(room.rules() == Rules{"CC103 info"});
  CHECK(room.verdict().findings.at(0).evidence.size() == 2);
}

TEST_CASE("a vague figure that cannot stand for the number", "[reconcile]") {
  Newsroom room;
  room.article("a", "2021-05-05").incident(vague("dozens"));
  room.article("b", "2021-05-05").incident(figure(640));
  CHECK(room.rules() == Rules{"CC102 warning"});
}

TEST_CASE("tolls with different beginnings are a part and a whole", "[reconcile]") {
  Newsroom room;
  auto toll = [&](const char* id, double value, Period period, Scope scope) {
    Claim& claim = room.article(id, "2021-05-05").incident(figure(value));
    claim.scope = scope;
    claim.when->period = period;
  };
  toll("a", 3001, since("2021-02-27"), Scope::cumulative);
  SECTION("smaller in the shorter time") {
    toll("b", 184, between("2021-05-04", "2021-05-05"), Scope::window);
    CHECK(room.rules() == Rules{});
  }
  SECTION("larger in the shorter time") {
    toll("b", 4000, between("2021-05-04", "2021-05-05"), Scope::window);
    CHECK(room.rules() == Rules{"CC108 error"});
  }
}

TEST_CASE("a part of its own total", "[reconcile]") {
  Newsroom room;
  room.article("a", "2021-05-05").incident(figure(14));
  Claim& children = room.incident(figure(15));
  children.subject = Subject{{}, "children", "child", std::nullopt};
  children.part_of = 0;
  CHECK(room.rules() == Rules{"CC108 error"});
  room.readings[0].claims[1].quantity = figure(5);
  CHECK(room.rules() == Rules{});
}

TEST_CASE("rounding, hedge and group drift agree", "[reconcile]") {
  Newsroom room;
  SECTION("rounding") {
    room.article("a", "2021-05-05").incident(figure(2957));
    room.article("b", "2021-05-05").incident(figure(3000, Hedge::about));
    CHECK(room.rules() == Rules{});
    REQUIRE(room.verdict().agreements.size() == 1);
    CHECK(room.verdict().agreements[0].rule == "CC104");
  }
  SECTION("hedge") {
    room.article("a", "2021-05-05").incident(figure(33));
    room.article("b", "2021-05-05").incident(figure(33, Hedge::at_least));
    REQUIRE(room.verdict().agreements.size() == 1);
    CHECK(room.verdict().agreements[0].rule == "CC105");
  }
}

TEST_CASE("a later article", "[reconcile]") {
  Newsroom room;
  room.article("a", "2021-05-05").incident(figure(12));
  SECTION("has a higher figure") {
    room.article("b", "2021-05-06").incident(figure(15));
    CHECK(room.rules() == Rules{"CC110 info"});
  }
  SECTION("has a lower figure") {
    room.article("b", "2021-05-06").incident(figure(10));
    CHECK(room.rules() == Rules{"CC111 warning"});
  }
}

TEST_CASE("a figure that was replaced before it was printed again is stale", "[reconcile]") {
  Newsroom news;
  news.article("a", "2021-05-06").incident(figure(12));
  news.article("b", "2021-05-07").incident(figure(15));
  news.article("c", "2021-05-08").incident(figure(12));
  CHECK(news.rules() == Rules{"CC117 warning", "CC110 info"});
  news.article("d", "2021-05-09").incident(figure(12));
  CHECK(news.rules() == Rules{"CC101 error"});

  Newsroom same_day;
  same_day.article("a", "2021-05-06").incident(figure(12));
  same_day.article("b", "2021-05-06").incident(figure(15));
  same_day.article("c", "2021-05-08").incident(figure(12));
  CHECK(same_day.rules() == Rules{"CC101 error"});
}

TEST_CASE("what is told in passing no longer changes", "[reconcile]") {
  auto past = [](Newsroom& news, double dead, const char* day) -> Claim& {
    Claim& claim = news.incident(figure(dead));
    claim.when = When{{}, on(day)};
    return claim;
  };
  Newsroom news;
  past(news.article("a", "2021-05-06"), 188, "1987-03-06");
  past(news.article("b", "2021-05-07"), 193, "1987-03-06");
  CHECK(news.rules() == Rules{"CC118 error"});

  auto year = [&](const char* text, const char* first, const char* last, double dead, const char* id, Newsroom& in) {
    Claim& claim = past(in.article(id, "2021-05-06", text), dead, first);
    claim.when = When{{}, between(first, last, Precision::year)};
    claim.sentence = {0, static_cast<std::uint32_t>(std::string_view(text).size())};
  };
  Newsroom misdated;
  year("the Maria Celeste sank off Idlib", "1987-01-01", "1987-12-31", 193, "a", misdated);
  year("the Maria Celeste was a ferry", "1986-01-01", "1986-12-31", 193, "b", misdated);
  CHECK(misdated.rules() == Rules{"CC118 warning"});

  Newsroom two_kinds;
  year("the Maria Celeste sank off Idlib", "1987-01-01", "1987-12-31", 193, "a", two_kinds);
  year("the flood at the Maria Celeste", "1987-01-01", "1987-12-31", 40, "b", two_kinds);
  CHECK(two_kinds.rules().empty());
}

TEST_CASE("parts against a whole that another article gives", "[reconcile]") {
  auto rules = [](double men, double women, const char* published) {
    Newsroom news;
    news.article("a", "2021-05-06").incident(figure(31)).subject.group = "person";
    news.readings.back().claims.back().subject.text = "people";
    news.article("b", published).incident(figure(men)).subject.group = "man";
    news.readings.back().claims.back().subject.text = "men";
    news.incident(figure(women)).subject.group = "woman";
    news.readings.back().claims.back().subject.text = "women";
    news.readings.back().claims.back().span = news.readings.back().claims.back().quantity.span = {2, 4};
    return news.rules();
  };
  CHECK(rules(20, 9, "2021-05-06") == Rules{"CC119 warning"});
  CHECK(rules(20, 13, "2021-05-06") == Rules{"CC119 warning"});
  CHECK(rules(20, 11, "2021-05-06").empty());
  CHECK(rules(20, 13, "2021-05-07").empty());  // the whole is older
}

TEST_CASE("a number is no news to an article that has it beside a vague word", "[reconcile]") {
  Newsroom news;
  news.article("a", "2021-05-06").incident(vague("dozens"));
  news.article("b", "2021-05-06").incident(figure(41));
  CHECK(news.rules() == Rules{"CC103 info"});
  Newsroom both;
  both.article("a", "2021-05-06").incident(vague("dozens"));
  both.incident(figure(41));
  both.article("b", "2021-05-06").incident(figure(41));
  CHECK(both.rules().empty());
}

TEST_CASE("one event on two days", "[reconcile]") {
  Newsroom room;
  room.article("a", "2021-05-05").incident(figure(17));
  room.article("b", "2021-05-05").incident(figure(17)).when->period = on("2021-05-04");
  CHECK(room.rules() == Rules{"CC107 warning"});
  room.readings[0].claims[0].quantity = room.readings[1].claims[0].quantity = figure(2);
  CHECK(room.rules() == Rules{});
}

TEST_CASE("a denial stands beside the figure", "[reconcile]") {
  Newsroom room;
  room.article("a", "2021-05-05").incident(figure(3));
  room.article("b", "2021-05-05").incident(figure(3)).denied = true;
  CHECK(room.rules() == Rules{"CC109 warning"});
}

TEST_CASE("copies are one origin, a shared quotation is not", "[reconcile]") {
  const std::string story =
      "Fishermen towed the burning trawler into the harbour of Port Antonio late on Sunday after its crew had "
      "jumped overboard near the lighthouse, and the last two men were picked up by a cargo ship an hour later.";
  const std::string speech =
      "\"We will not leave this harbour until every family has heard from us what happened on that "
      "night, and until the owner of the ship has answered our questions in public,\" said the mayor.";
  const std::string others[] = {"Owls nest in the old mill. ", "Nobody had expected the price of salt to rise. "};
  Newsroom room;
  SECTION("copies") {
    room.article("a", "2021-05-05", others[0] + story);
    room.article("b", "2021-05-05", others[1] + others[1] + story + " More follows.");
    room.article("c", "2021-05-05", others[1] + others[0]);
    auto origins = room.verdict().origins;
    REQUIRE(origins.size() == 2);
    CHECK(origins[0].documents == std::vector<std::uint32_t>{0, 1});
    REQUIRE(origins[0].shared.size() == 2);
    for (const auto& passage : origins[0].shared)
      CHECK(passage.span.of(room.documents[passage.document].text) == story.substr(0, story.size() - 1));
  }
  SECTION("a quotation") {
    room.article("a", "2021-05-05", others[0] + speech);
    room.article("b", "2021-05-05", others[1] + speech);
    CHECK(room.verdict().origins.size() == 2);
  }
}

TEST_CASE("the report does not depend on the order of the files", "[reconcile]") {
  Newsroom room;
  room.article("a", "2021-05-05").incident(figure(16), "the hospital");
  room.article("b", "2021-05-05").incident(figure(15), "Coast Watch");
  room.article("c", "2021-05-06").incident(vague("dozens"));
  Newsroom turned;
  turned.documents = {room.documents[2], room.documents[0], room.documents[1]};
  turned.readings = {room.readings[2], room.readings[0], room.readings[1]};
  for (std::uint32_t i = 0; i < 3; i++) {
    turned.readings[i].document = i;
    for (Claim& claim : turned.readings[i].claims) claim.document = i;
  }
  for (const FindingsFormat& format : findings_formats()) {
    INFO(format.name);
    std::ostringstream one, other;
    Verdict first = room.verdict(), second = turned.verdict();
    format.write({room.documents, first, desk().rules.rules}, {}, one);
    format.write({turned.documents, second, desk().rules.rules}, {}, other);
    CHECK(one.str() == other.str());
  }
}

TEST_CASE("a spreadsheet runs nothing and a terminal wraps nothing", "[reconcile]") {
  Newsroom room;
  room.article("a", "2021-05-05", "=cmd() " + std::string(400, 'x')).incident(figure(16), "=SUM(A1) of the hospital");
  room.article("b", "2021-05-05", "Ж東京 " + std::string(400, 'x'))
      .incident(figure(15), "the town's very long named counting office");
  Verdict verdict = room.verdict();
  std::ostringstream csv, text;
  write_findings_csv({room.documents, verdict, desk().rules.rules}, {}, csv);
  CHECK(csv.str().find(",=") == std::string::npos);
  write_findings_text({room.documents, verdict, desk().rules.rules}, {false, 100}, text);
  std::istringstream lines(text.str());
  for (std::string line; std::getline(lines, line);) CHECK(line.size() <= 110);
  CHECK(text.str().find('\x1b') == std::string::npos);
}

}  // namespace claimcheck::test
