#include "catch.hpp"
#include "src/manifest.hpp"
#include "src/read.hpp"
#include "src/reconcile.hpp"
#include "support.hpp"

#include <algorithm>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

// fixtures/STORY/: the articles, story.yaml (their manifest) and expected.yaml; fixtures/README.md says what that
// holds.
namespace claimcheck::test {
namespace {

/// Where a figure stands: the file, and the words of the figure or date.
using Figure = std::pair<std::string, std::string>;
using Figures = std::vector<Figure>;

struct Story {
  std::vector<Document> documents;
  std::vector<Reading> readings;
  std::map<std::string, std::vector<Json>> claims;  ///< by file
  Verdict verdict;

  std::string_view text(std::uint32_t document, Field field, Span span) const {
    return span.of(documents[document].field(field));
  }
};

Story read_story(const std::filesystem::path& folder) {
  Story story;
  ReadSettings settings;
  settings.manifest = Manifest::load(folder / "story.yaml");
  for (const Manifest::Entry& entry : settings.manifest.entries()) {
    RawDocument raw{static_cast<std::uint32_t>(story.documents.size()), entry.file.filename().string(),
                    entry.file.string(), 0, file_text(entry.file)};
    std::string note;
    Document document = parse_document(std::move(raw), settings, note);
    for (Reading& reading : read_document(document, static_cast<std::uint32_t>(story.documents.size()), desk())) {
      keep_comparable(reading);
      story.readings.push_back(std::move(reading));
    }
    story.claims[entry.file.filename().string()] = rows(document, RowKind::claims);
    story.documents.push_back(std::move(document));
  }
  story.verdict = reconcile(story.documents, story.readings, desk());
  return story;
}

/// "dozens of" is the same figure as "dozens".
std::string without_of(std::string figure) {
  if (figure.ends_with(" of")) figure.resize(figure.size() - 3);
  return figure;
}

Figure figure(const ClaimEvidence& evidence, const Story& story) {
  const Claim& claim = *evidence.claim;
  return {story.documents[claim.document].id,
          without_of(std::string(story.text(claim.document, claim.field, claim.quantity.span)))};
}
Figure figure(const DateEvidence& date, const Story& story) {
  return {story.documents[date.document].id, std::string(story.text(date.document, date.field, date.date.span))};
}
Figure figure(const FigureEvidence& one, const Story& story) {
  return {story.documents[one.document].id, std::string(story.text(one.document, one.field, one.quantity.span))};
}

Figures figures(const Finding& finding, const Story& story) {
  Figures out;
  for (const Evidence& evidence : finding.evidence)
    out.push_back(std::visit([&](const auto& one) { return figure(one, story); }, evidence));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::string words(const Json& value) {
  if (!value.is_number()) return value.get<std::string>();
  std::ostringstream out;
  out << value.get<double>();
  return out.str();
}

Figures figures(const Json& evidence) {
  Figures out;
  for (const Json& one : evidence) out.emplace_back(one["file"], one.contains("figure") ? words(one["figure"]) : "");
  std::sort(out.begin(), out.end());
  return out;
}

std::string print(std::string_view rule, std::string_view severity, const Figures& figures) {
  std::string out = std::string(rule) + " " + std::string(severity);
  for (const auto& [file, text] : figures) out += "; " + file + " \"" + text + "\"";
  return out;
}

std::string print(const Finding& finding, const Story& story) {
  return print(finding.rule_name, name(finding.severity), figures(finding, story));
}

bool is_rule(const Finding& finding, const Json& wanted) {
  return wanted["rule"] == finding.rule_name || wanted["rule"] == finding.rule;
}

bool includes(const Figures& all, const Figures& some) {
  return std::all_of(some.begin(), some.end(), [&](const Figure& wanted) {
    return std::any_of(all.begin(), all.end(), [&](const Figure& one) {
      return one.first == wanted.first && (wanted.second.empty() || one.second == wanted.second);
    });
  });
}

/// Every expected finding is there with exactly its evidence, and no other finding is.
std::vector<std::string> wrong_findings(const Json& expected, const Story& story) {
  std::vector<std::string> wanted, got, out;
  for (const Json& one : expected)
    wanted.push_back(print(words(one["rule"]), words(one["severity"]), figures(one["evidence"])));
  for (const Finding& finding : story.verdict.findings) got.push_back(print(finding, story));
  std::sort(wanted.begin(), wanted.end());
  std::sort(got.begin(), got.end());
  std::set_difference(wanted.begin(), wanted.end(), got.begin(), got.end(), std::back_inserter(out));
  for (std::string& text : out) text = "not found: " + text;
  std::size_t missing = out.size();
  std::set_difference(got.begin(), got.end(), wanted.begin(), wanted.end(), std::back_inserter(out));
  for (std::size_t i = missing; i < out.size(); i++) out[i] = "found besides: " + out[i];
  return out;
}

std::string missing_agreement(const Json& wanted, const Story& story) {
  for (const Finding& agreement : story.verdict.agreements)
    if (is_rule(agreement, wanted) && includes(figures(agreement, story), figures(wanted["evidence"]))) return "";
  return "no such agreement: " + wanted.dump();
}

bool is_one_origin(const Figures& wanted, const Story& story) {
  return std::any_of(story.verdict.origins.begin(), story.verdict.origins.end(), [&](const Origin& origin) {
    return std::all_of(wanted.begin(), wanted.end(), [&](const Figure& one) {
      return std::any_of(origin.documents.begin(), origin.documents.end(),
                         [&](std::uint32_t index) { return story.documents[index].id == one.first; });
    });
  });
}

/// A look-alike: no finding of this rule has all of this evidence.
std::string broken_silence(const Json& wanted, const Story& story) {
  if (wanted["rule"] == "one-origin" && is_one_origin(figures(wanted["evidence"]), story))
    return "should be silent: one origin of " + wanted["evidence"].dump();
  for (const auto* findings : {&story.verdict.findings, &story.verdict.agreements})
    for (const Finding& finding : *findings)
      if (is_rule(finding, wanted) && includes(figures(finding, story), figures(wanted["evidence"])))
        return "should be silent: " + print(finding, story);
  return "";
}

std::string missing_origin(const Json& wanted, const Story& story) {
  std::vector<std::string> files = wanted;
  std::sort(files.begin(), files.end());
  for (const Origin& origin : story.verdict.origins) {
    std::vector<std::string> documents;
    for (std::uint32_t index : origin.documents) documents.push_back(story.documents[index].id);
    std::sort(documents.begin(), documents.end());
    if (documents == files) return "";
  }
  return "no such origin: " + wanted.dump();
}

/// The row that an expected claim is compared with.
Json claim_row(const Json& wanted) {
  Json row = {{"event", wanted["event"]}};
  for (const char* key : {"low", "high", "hedge"})
    if (wanted.contains(key)) row["quantity"][key] = wanted[key];
  for (const char* key : {"group", "affiliation"})
    if (wanted.contains(key)) row["subject"][key] = wanted[key];
  for (const char* key : {"place", "attribution", "scope", "denied"})
    if (wanted.contains(key)) row[key] = wanted[key];
  if (wanted.contains("when")) row["when"] = {{"first", wanted["when"][0]}, {"last", wanted["when"][1]}};
  return row;
}

std::string missing_claim(const Json& wanted, const Story& story) {
  std::string nearest = "no claim with this figure";
  for (const Json& row : story.claims.at(wanted["file"])) {
    if (without_of(row["quantity"]["text"]) != words(wanted["figure"])) continue;
    std::string wrong = difference(claim_row(wanted), row);
    if (wrong.empty()) return "";
    nearest = wrong;
  }
  return words(wanted["file"]) + " \"" + words(wanted["figure"]) + "\" " + words(wanted["event"]) + ": " + nearest;
}

/// Plain counts of things ("ten questions") aside.
std::string claims_in(const std::string& file, const Story& story) {
  for (const Json& row : story.claims.at(file))
    if (row["event"] != "count") return file + " states no such figure: " + row.dump();
  return "";
}

std::vector<std::string> wrong_in(const std::filesystem::path& folder) {
  Json expected = yaml_file(folder / "expected.yaml");
  Story story = read_story(folder);
  std::vector<std::string> out = wrong_findings(expected.value("findings", Json::array()), story);
  auto each = [&](const char* key, auto check) {
    for (const Json& wanted : expected.value(key, Json::array()))
      if (std::string wrong = check(wanted, story); !wrong.empty()) out.push_back(wrong);
  };
  each("agreements", missing_agreement);
  each("silent", broken_silence);
  each("origins", missing_origin);
  each("claims", missing_claim);
  each("no_claims", claims_in);
  return out;
}

std::vector<std::filesystem::path> stories_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> out;
  if (!std::filesystem::is_directory(folder)) return out;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (std::filesystem::exists(entry.path() / "story.yaml")) out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

void check_stories(const std::filesystem::path& folder) {
  for (const auto& story : stories_in(folder)) {
    std::string topic = story.filename().string();
    DYNAMIC_SECTION(topic) {
      std::string report;
      for (const std::string& wrong : wrong_in(story)) report += "\n  " + wrong;
      if (!report.empty()) FAIL(topic << ":" << report);
      SUCCEED();
    }
  }
}

/// The rules that some story expects, or expects to stay silent.
std::set<std::string> rules_under(const std::vector<std::string>& keys) {
  std::set<std::string> out;
  for (const auto& story : stories_in(source_dir() / "fixtures")) {
    Json expected = yaml_file(story / "expected.yaml");
    for (const std::string& key : keys)
      for (const Json& one : expected.value(key, Json::array())) out.insert(words(one["rule"]));
    if (expected.contains("origins") && keys.front() == "findings") out.insert("one-origin");
  }
  return out;
}

}  // namespace

TEST_CASE("stories") {
  check_stories(source_dir() / "fixtures");
}

TEST_CASE("every rule has a story in which it speaks and one in which it is silent") {
  std::set<std::string> spoken = rules_under({"findings", "agreements"}), silent = rules_under({"silent"});
  for (std::string_view code : verdict::all) {
    const Rule& rule = *desk().rules.find_rule(code);
    INFO(rule.code << " " << rule.name);
    CHECK(spoken.count(rule.name) + spoken.count(rule.code) > 0);
    CHECK(silent.count(rule.name) + silent.count(rule.code) > 0);
  }
}

// What a careful reader finds and the program does not find yet: `claimcheck_tests "pending stories"`.
TEST_CASE("pending stories", "[.]") {
  check_stories(source_dir() / "fixtures" / "pending");
}

}  // namespace claimcheck::test
