#include "lint_command.hpp"

#include "baseline.hpp"
#include "config_error.hpp"
#include "evidence.hpp"
#include "fixes.hpp"
#include "lint/lint.hpp"
#include "ordered_work.hpp"
#include "settings.hpp"
#include "suppression.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

namespace claimcheck {
namespace {

namespace fs = std::filesystem;
using Texts = std::vector<std::string>;

/// A line on a terminal that says how far the run is, and goes when it is done.
class Progress {
 public:
  Progress(const Surroundings& around, std::size_t all)
      : out_(around.notes), on_(around.progress && all > 1), all_(all) {}
  ~Progress() {
    if (on_) out_ << "\r\x1b[K" << std::flush;
  }
  void step() {
    if (on_) out_ << fmt::format("\rclaimcheck: {} of {} drafts", ++done_, all_) << std::flush;
  }

 private:
  std::ostream& out_;
  bool on_;
  std::size_t all_, done_ = 0;
};

/// What a draft is held against: what the command line says, else its own front matter, else the configuration.
Texts sources_of(const Document& draft, const Options& options) {
  auto said = options.origins.find("against");
  bool on_command_line = said != options.origins.end();
  if (on_command_line || draft.own_sources.empty()) return options.against;
  Texts out;
  for (const std::string& source : draft.own_sources)
    out.push_back((fs::path(draft.path).parent_path() / source).lexically_normal().string());
  return out;
}

/// Makes what was read in a document belong to another index.
void renumber(std::vector<Reading>& readings, std::uint32_t index) {
  for (Reading& reading : readings) {
    reading.document = index;
    for (Claim& claim : reading.claims) claim.document = index;
  }
}

/// The same for a finding: where the group's drafts and its sources stand among the run's documents.
void renumber(Finding& finding, std::uint32_t drafts, std::uint32_t first_draft, std::uint32_t first_source) {
  auto move = [&](auto& one) {
    one.document = one.document < drafts ? one.document + first_draft : one.document - drafts + first_source;
  };
  for (Evidence& evidence : finding.evidence) std::visit(move, evidence);
}

/// Drafts that share their sources.
struct Group {
  Texts sources;
  LintInput input;
};

std::vector<Group> grouped(Articles&& drafts, const Options& options) {
  std::vector<Group> groups;
  std::map<Texts, std::size_t> known;
  std::vector<std::vector<Reading>> readings(drafts.documents.size());
  for (Reading& reading : drafts.readings) readings[reading.document].push_back(std::move(reading));
  for (std::size_t i = 0; i < drafts.documents.size(); i++) {
    Texts sources = sources_of(drafts.documents[i], options);
    auto [at, fresh] = known.emplace(sources, groups.size());
    if (fresh) groups.push_back({sources, {}});
    LintInput& input = groups[at->second].input;
    renumber(readings[i], input.drafts++);
    input.articles.documents.push_back(std::move(drafts.documents[i]));
    std::move(readings[i].begin(), readings[i].end(), std::back_inserter(input.articles.readings));
  }
  return groups;
}

using Findings = std::vector<Finding>;

/// The findings of every draft of a group, on as many threads as the options allow.
std::vector<Findings> lint_group(const Group& group, const Desk& desk, const Options& options, Progress& progress) {
  std::vector<Findings> out;
  OrderedWork<std::uint32_t, Findings> workers(
      std::min(options.threads, group.input.drafts), group.input.drafts,
      [&](std::uint32_t&& draft) { return lint(group.input, draft, desk, {options.require_support}); },
      [&](Findings&& findings) {
        progress.step();
        out.push_back(std::move(findings));
      });
  for (std::uint32_t draft = 0; draft < group.input.drafts; draft++) workers.add(std::uint32_t{draft}, 1);
  workers.finish();
  return out;
}

/// All documents of a run, its drafts first.
struct Run {
  std::vector<Document> documents;
  std::size_t drafts = 0;
  Verdict verdict;
  std::vector<std::vector<Reading>> readings;  ///< what the verdict's evidence stands in
};

void require_sources(const Group& group) {
  if (group.sources.empty())
    throw ConfigError(
        fmt::format("--require-support: {} has no sources; name them with --against, in its front matter or in {}",
                    group.input.articles.documents.front().path, configuration_name));
}

Run lint_all(const Options& options, const Surroundings& around, const Desk& desk) {
  Articles drafts;
  read_articles(options, around, desk, drafts);
  Run run;
  run.drafts = drafts.documents.size();
  Progress progress(around, run.drafts);
  std::vector<Document> sources;
  for (Group& group : grouped(std::move(drafts), options)) {
    if (options.require_support) require_sources(group);
    Options reading = options;
    reading.sources = group.sources;
    reading.manifest.clear();
    if (!group.sources.empty()) read_articles(reading, around, desk, group.input.articles);
    group.input.kinship.emplace(group.input.articles.documents, desk.lexicon);
    auto first_draft = static_cast<std::uint32_t>(run.documents.size());
    auto first_source = static_cast<std::uint32_t>(run.drafts + sources.size());
    for (Findings& findings : lint_group(group, desk, options, progress))
      for (Finding& finding : findings) {
        renumber(finding, group.input.drafts, first_draft, first_source);
        run.verdict.findings.push_back(std::move(finding));
      }
    run.readings.push_back(std::move(group.input.articles.readings));
    auto& documents = group.input.articles.documents;
    auto source = documents.begin() + group.input.drafts;
    std::move(documents.begin(), source, std::back_inserter(run.documents));
    std::move(source, documents.end(), std::back_inserter(sources));
  }
  std::move(sources.begin(), sources.end(), std::back_inserter(run.documents));
  return run;
}

void set_severities(Verdict& verdict, const Options& options) {
  for (Finding& finding : verdict.findings) {
    if (options.require_support && finding.severity == Severity::error) continue;
    if (auto said = severity_in(options.selection, finding.rule, finding.rule_name)) finding.severity = *said;
  }
}

Day today(const Options& options) {
  if (options.today) return *options.today;
  using namespace std::chrono;
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH"))
    return floor<date::days>(system_clock::from_time_t(std::strtoll(epoch, nullptr, 10)));
  return floor<date::days>(system_clock::now());
}

void apply_suppressions(Run& run, const Options& options, std::ostream& notes) {
  std::vector<std::string> said;
  std::vector<Suppression> suppressions;
  for (std::uint32_t draft = 0; draft < run.drafts; draft++)
    for (Suppression& one : suppressions_in(run.documents[draft], draft, said)) suppressions.push_back(std::move(one));
  if (!options.suppressions.empty())
    for (Suppression& one : suppressions_of(options.suppressions)) suppressions.push_back(std::move(one));
  suppress(suppressions, today(options), run.documents, run.verdict, said);
  for (const std::string& note : said) notes << "claimcheck: " << note << '\n';
}

/// Whether the run ends here because it was to write a baseline.
bool write_or_apply_baseline(Run& run, const Options& options, std::ostream& notes) {
  if (!options.write_baseline.empty()) {
    std::ofstream file(options.write_baseline, std::ios::binary);
    write_baseline(run.verdict, run.documents, file);
    if (!file.flush()) throw ConfigError(options.write_baseline + ": cannot be written");
    notes << fmt::format("claimcheck: {}: {} written\n", options.write_baseline,
                         counted(run.verdict.findings.size(), "finding"));
    return true;
  }
  if (options.baseline.empty()) return false;
  if (std::size_t gone = Baseline::load(options.baseline).apply(run.verdict, run.documents))
    notes << fmt::format("claimcheck: {}: {} of its findings are gone; --write-baseline drops them\n", options.baseline,
                         gone);
  return false;
}

/// Writes the drafts with their style mended, and says whether there was any to mend.
bool fix_drafts(Run& run, const Desk& desk, std::ostream& notes) {
  bool any = false;
  for (std::uint32_t draft = 0; draft < run.drafts; draft++) {
    const Document& document = run.documents[draft];
    FixedDraft fixed = fix_numeral_style(document, draft, run.verdict.findings, desk);
    if (fixed.fixes == 0) continue;
    std::ofstream file(document.path, std::ios::binary);
    file << fixed.bytes;
    if (!file.flush()) throw ConfigError(document.path + ": cannot be written");
    notes << fmt::format("claimcheck: {}: {} fixed\n", document.path, fixed.fixes);
    any = true;
  }
  return any;
}

void show_settings(const Options& options, const Surroundings& around) {
  around.out << settings_in_force(options);
  if (options.sources.empty()) return;
  ReadSettings reading;
  reading.format = options.input_format;
  for (const std::string& file : article_files(options.sources, reading, around.notes)) {
    if (file == "-") continue;
    read_raw({file}, reading, around.in, [&](RawDocument&& raw) {
      std::string note;
      Document draft = parse_document(std::move(raw), reading, note);
      if (!draft.own_sources.empty() && !options.origins.contains("against"))
        around.out << fmt::format("# sources of {}: [{}], from its front matter\n", file,
                                  fmt::join(sources_of(draft, options), ", "));
    });
  }
}

}  // namespace

int lint_drafts(Options options, const Surroundings& around) {
  Options again = options;
  apply_configuration(options);
  if (options.fix && std::count(options.sources.begin(), options.sources.end(), "-"))
    throw ConfigError("--fix: standard input cannot be written to");
  if (options.show_config) return show_settings(options, around), 0;
  Desk desk = load_desk(options, around);
  apply_selection(options.selection, desk.rules.rules);
  Run run = lint_all(options, around, desk);
  set_severities(run.verdict, options);
  apply_suppressions(run, options, around.notes);
  if (write_or_apply_baseline(run, options, around.notes)) return 0;
  if (options.fix && fix_drafts(run, desk, around.notes)) {
    std::ostringstream said_before;
    again.fix = false;
    return lint_drafts(again, {around.rules, around.in, around.out, said_before, around.color, around.progress});
  }
  options.findings_format->write({run.documents, run.verdict, desk.rules.rules, run.drafts}, {around.color},
                                 around.out);
  return exit_status(run.verdict, options.fail_on);
}

int write_starter_configuration(const Surroundings& around) {
  if (fs::exists(configuration_name)) throw ConfigError(fmt::format("{} is there already", configuration_name));
  std::ofstream file(configuration_name, std::ios::binary);
  file << starter_configuration();
  if (!file.flush()) throw ConfigError(fmt::format("{} cannot be written", configuration_name));
  around.notes << fmt::format("claimcheck: wrote {}\n", configuration_name);
  return 0;
}

}  // namespace claimcheck
