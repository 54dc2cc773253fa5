#include "catch.hpp"
#include "src/best_figure.hpp"
#include "src/counter.hpp"
#include "src/fact_words.hpp"
#include "src/interval.hpp"
#include "support.hpp"

namespace claimcheck::test {
namespace {

/// A fact made by hand: its figures, each with its counters.
class Figures {
 public:
  Figures() : documents_(2) {
    documents_[0].published = parse_iso_day("2026-04-08");
    documents_[1].published = parse_iso_day("2026-04-09");
  }

  Figures& count(double value, std::string_view kind, Hedge hedge = Hedge::exact, std::uint32_t document = 0) {
    FactFigure& figure = fact.figures.emplace_back();
    figure.value = value;
    figure.hedge = hedge;
    if (hedge != Hedge::up_to) figure.low = value;
    if (hedge != Hedge::at_least) figure.high = value;
    return by(kind, document);
  }

  Figures& vague(double low, std::optional<double> high, std::string_view kind) {
    FactFigure& figure = fact.figures.emplace_back();
    figure.hedge = Hedge::vague;
    figure.low = low, figure.high = high;
    return by(kind, 0);
  }

  /// One more counter of the last figure.
  Figures& by(std::string_view kind, std::uint32_t document = 0) {
    FactSource& source = fact.figures.back().sources.emplace_back();
    source.document = document;
    kinds_.emplace_back(kind);
    fact.figures.back().voices++;
    return *this;
  }

  Figures& superseded() {
    fact.figures.back().superseded = true;
    return *this;
  }
  Figures& of_enemy() {
    fact.figures.back().sources.back().of_enemy = true;
    return *this;
  }

  /// "low/best/high", with what chose the best.
  std::string under(const char* profile) {
    Profile read = Rules::load(source_dir() / "rules", profile).profile;
    Fact chosen = fact;
    std::size_t next = 0;
    for (FactFigure& figure : chosen.figures)
      for (FactSource& source : figure.sources) source.tier = read.tier_of(kinds_[next++]);
    choose_best(chosen, documents_, read);
    auto words = [](const std::optional<double>& value) { return value ? number_words(*value) : std::string("-"); };
    return words(chosen.low) + "/" + words(chosen.best) + "/" + words(chosen.high) + (chosen.open_above ? "+" : "") +
           " " + std::string(name(chosen.best_by));
  }

  Fact fact;

 private:
  std::vector<Document> documents_;
  std::vector<std::string> kinds_;
};

Quantity exactly(double value) {
  Quantity quantity;
  quantity.value = quantity.low = quantity.high = value;
  return quantity;
}

Claim counted(std::string_view counter, std::string_view kind, std::string_view group, const char* affiliation) {
  Claim claim;
  claim.event = "killed";
  claim.subject.group = group;
  if (*affiliation) claim.subject.affiliation = affiliation;
  claim.attribution = Attribution{{}, std::string(counter), kind};
  return claim;
}

bool of_enemy(const Claim& claim) {
  return counts_its_enemy(claim, desk().taxonomy, desk().gazetteer);
}

}  // namespace

TEST_CASE("two credible counters: each profile has its own way", "[facts]") {
  Figures facts;
  facts.count(15, "monitor").count(16, "rescue", Hedge::exact, 1);
  CHECK(facts.under("house") == "15/-/16 none");
  CHECK(facts.under("acled") == "15/15/16 lowest");
  CHECK(facts.under("ibc") == "15/-/16 none");
  CHECK(facts.under("aoav") == "15/16/16 latest");
  CHECK(facts.under("gtd") == "15/16/16 latest");
}

TEST_CASE("a majority counts voices, and credibility comes first", "[facts]") {
  Figures most;
  most.count(15, "monitor").by("hospital").count(16, "rescue");
  CHECK(most.under("house") == "15/15/16 majority");
  Figures credible;
  credible.count(15, "witness").by("media").count(16, "hospital");
  CHECK(credible.under("house") == "15/16/16 tier");
  CHECK(credible.under("acled") == "15/15/16 lowest");
}

TEST_CASE("one figure is the best whatever the profile", "[facts]") {
  Figures one;
  one.count(7, "police").count(7, "hospital", Hedge::at_least);
  for (const char* profile : {"house", "acled", "ibc", "aoav", "gtd"}) CHECK(one.under(profile) == "7/7/7 agreed");
}

TEST_CASE("a bound that the counts fit widens the range only for those who keep all", "[facts]") {
  Figures fits;
  fits.count(12, "company", Hedge::at_least).count(14, "rescue").count(16, "hospital");
  CHECK(fits.under("house") == "14/-/16 none");
  CHECK(fits.under("ibc") == "12/-/16 none");
  Figures beyond;
  beyond.count(14, "rescue").count(20, "hospital", Hedge::at_least);
  CHECK(beyond.under("house") == "14/-/20+ none");
}

TEST_CASE("vague words: what the profile reads, and no best figure unless it takes the lowest", "[facts]") {
  Figures dozens;
  dozens.vague(24, 99, "official").vague(24, 99, "witness");
  CHECK(dozens.under("house") == "24/-/99 none");
  CHECK(dozens.under("acled") == "24/24/99 agreed");
  Figures both;
  both.vague(24, 99, "official").count(33, "monitor", Hedge::at_least);
  CHECK(both.under("house") == "33/33/99 agreed");
}

TEST_CASE("superseded figures count for nothing, an enemy's count is never the best", "[facts]") {
  Figures replaced;
  replaced.count(12, "police").superseded().count(15, "police");
  CHECK(replaced.under("house") == "15/15/15 agreed");
  Figures enemy;
  enemy.count(60, "belligerent").of_enemy().count(22, "witness");
  CHECK(enemy.under("house") == "22/22/60 agreed");
  Figures alone;
  alone.count(184, "belligerent").of_enemy();
  CHECK(alone.under("acled") == "184/-/184 none");
}

TEST_CASE("whose dead a belligerent counts", "[facts]") {
  CHECK(of_enemy(counted("Turkish defence ministry", "belligerent", "soldier", "Syrian government")));
  CHECK_FALSE(of_enemy(counted("Turkish defence ministry", "belligerent", "soldier", "Turkish")));
  CHECK(of_enemy(counted("army", "belligerent", "fighter", "rebel")));
  CHECK_FALSE(of_enemy(counted("army", "belligerent", "civilian", "")));
  CHECK(of_enemy(counted("Ankara", "", "soldier", "Syrian")));
  CHECK_FALSE(of_enemy(counted("Ankara", "", "soldier", "Turkish")));
  CHECK_FALSE(of_enemy(counted("hospital", "hospital", "soldier", "Syrian")));
  CHECK_FALSE(of_enemy(counted("France", "", "soldier", "French")));
  CHECK_FALSE(of_enemy(counted("the Spanish defence ministry", "belligerent", "soldier", "Spaniards")));
  CHECK_FALSE(of_enemy(counted("Washington", "", "soldier", "U.S.")));
  CHECK(of_enemy(counted("Niger", "", "soldier", "Nigerian")));
  CHECK(of_enemy(counted("the South Korean army", "belligerent", "soldier", "North Korean")));
}

TEST_CASE("allowances by event and size", "[facts]") {
  Tolerances tolerances;
  tolerances.allowances = {{{"killed"}, 0, 20, 0, 0, ""}, {{"killed"}, 0, std::nullopt, 2, 0.02, ""}};
  auto relation = [&](double a, double b, std::string_view event) {
    return compare_figures(exactly(a), exactly(b), tolerances, event);
  };
  CHECK(relation(14, 15, "killed") == FigureRelation::conflict);
  CHECK(relation(51, 53, "killed") == FigureRelation::rounded);
  CHECK(relation(51, 54, "killed") == FigureRelation::conflict);
  CHECK(relation(1003, 1019, "killed") == FigureRelation::rounded);
  CHECK(relation(51, 53, "injured") == FigureRelation::conflict);
}

TEST_CASE("rounding is inferred from the digits that are written", "[facts]") {
  Tolerances tolerances;
  auto relation = [&](double a, double b) { return compare_figures(exactly(a), exactly(b), tolerances); };
  CHECK(relation(2957, 3000) == FigureRelation::rounded);
  CHECK(relation(2957, 2897) == FigureRelation::conflict);
  CHECK(relation(41, 40) == FigureRelation::conflict);
  CHECK(relation(1240, 1200) == FigureRelation::rounded);
  CHECK(relation(1260, 1200) == FigureRelation::conflict);
}

TEST_CASE("numbers and lists as a sentence has them", "[facts]") {
  CHECK(number_words(1250) == "1,250");
  CHECK(number_words(2500000) == "2.5 million");
  CHECK(number_words(1204567) == "1,204,567");
  CHECK(number_words(340e6, "USD") == "340 million USD");
  CHECK(listed({"a"}, 3) == "a");
  CHECK(listed({"a", "b", "c"}, 3) == "a, b and c");
  CHECK(listed({"a", "b", "c", "d", "e"}, 3) == "a, b, c and 2 others");
}

}  // namespace claimcheck::test
