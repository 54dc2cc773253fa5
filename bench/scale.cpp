#include "claimcheck.hpp"
#include "json_writer.hpp"
#include "reconcile.hpp"
#include "rules_folder.hpp"

#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <random>

// How time and memory grow: facts from ever more claims, and a stream of JSONL. All articles are made up here, from a
// fixed seed; every measurement runs in a process of its own, so that its memory is its own.
namespace claimcheck {
namespace {

using Clock = std::chrono::steady_clock;

/// Processor time, which other programs on the machine disturb less than the clock on the wall.
double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}
constexpr int days_of_news = 3 * 365;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

std::vector<std::string> place_names(const std::filesystem::path& rules) {
  std::vector<std::string> names;
  Gazetteer gazetteer = Gazetteer::load(rules / "gazetteer.tsv");
  for (std::string_view name : gazetteer.names())
    if (name.size() > 4 && name[0] >= 'A' && name[0] <= 'Z' && name.find(' ') == name.npos) names.emplace_back(name);
  return names;
}

/// Stories that are told by one to four articles, as often as in collected news. Each article tells some of the story's
/// facts; most of the figures agree, and some differ.
class Stories {
 public:
  explicit Stories(const std::filesystem::path& rules) : places_(place_names(rules)) {}

  Document next() {
    if (articles_ == 0) begin_story();
    articles_--;
    Document document;
    document.id = fmt::format("{:07}-{}", story_, articles_);
    document.source = fmt::format("Paper {}", below(40));
    document.published = day_ + date::days{static_cast<int>(below(3))};
    for (std::size_t fact = 0; fact < facts; fact++)
      if (below(told) == 0) document.text += sentence(fact);
    return document;
  }

 private:
  static constexpr std::size_t facts = 20, told = 4;  ///< an article tells one fact in four

  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }

  std::string name() {
    constexpr std::string_view syllables[] = {"ka", "lo",  "mir", "tes", "vo", "ran", "du", "sel",
                                              "ba", "nor", "ti",  "gam", "re", "zul", "fe", "hon"};
    std::string out;
    for (int i = 0; i < 5; i++) out += syllables[below(std::size(syllables))];
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
  }

  void begin_story() {
    story_++;
    constexpr std::size_t tellers[] = {1, 1, 1, 1, 1, 2, 2, 2, 3, 4};
    articles_ = tellers[below(std::size(tellers))];
    day_ = Day{date::year{2020} / 1 / 1} + date::days{static_cast<int>(below(days_of_news))};
    place_ = places_[below(places_.size())];
    official_ = name(), witness_ = name();
    for (std::uint64_t& figure : figures_) figure = 2 + below(400);
  }

  /// One figure in ten is another paper's.
  std::string sentence(std::size_t fact) {
    std::uint64_t figure = figures_[fact] + (below(10) == 0 ? 1 + below(20) : 0);
    constexpr std::string_view people[] = {"people",    "soldiers", "protesters", "passengers", "children",
                                           "civilians", "miners",   "students",   "farmers",    "nurses"};
    std::string_view who = people[fact % std::size(people)];
    if (fact >= std::size(people)) {
      switch (fact % 3) {
        case 0:
          return fmt::format("{} {} were injured in {}, {} said. ", figure, who, place_, witness_);
        case 1:
          return fmt::format("At least {} {} are missing, said {}. ", figure, who, official_);
        default:
          return fmt::format("Rescuers saved {} {} in {} on {}. ", figure, who, place_, iso(day_));
      }
    }
    switch (fact % 3) {
      case 0:
        return fmt::format("{} {} were killed in {} on {}, {} said. ", figure, who, place_, iso(day_), official_);
      case 1:
        return fmt::format("{} {} were arrested, {} said. ", figure, who, witness_);
      default:
        return fmt::format("{} {} were displaced near {}. ", figure, who, place_);
    }
  }

  std::vector<std::string> places_;
  std::mt19937_64 random_{20260801};
  std::size_t story_ = 0, articles_ = 0;
  Day day_{};
  std::string place_, official_, witness_;
  std::array<std::uint64_t, facts> figures_{};
};

struct Usage {
  double megabytes = 0;
  int status = 0;
};

Usage wait_for(pid_t child) {
  int status = 0;
  rusage used{};
  wait4(child, &status, 0, &used);
  return {static_cast<double>(used.ru_maxrss) / 1024, WIFEXITED(status) ? WEXITSTATUS(status) : 1};
}

struct FactsUsage {
  std::size_t claims = 0, articles = 0, findings = 0, agreements = 0, facts = 0, origins = 0;
  double read = 0, reconciled = 0;  ///< seconds
};

FactsUsage measure_facts(std::size_t wanted, const std::filesystem::path& rules) {
  Desk desk = Desk::load(rules);
  Stories stories(rules);
  std::vector<Document> documents;
  std::vector<Reading> readings;
  FactsUsage usage;
  double start = processor_seconds();
  while (usage.claims < wanted) {
    documents.push_back(stories.next());
    for (Reading& reading : read_document(documents.back(), static_cast<std::uint32_t>(documents.size() - 1), desk)) {
      usage.claims += reading.claims.size();
      keep_comparable(reading);
      readings.push_back(std::move(reading));
    }
  }
  usage.read = processor_seconds() - start;
  start = processor_seconds();
  Verdict verdict = reconcile(documents, readings, desk);
  usage.reconciled = processor_seconds() - start;
  usage.articles = documents.size(), usage.origins = verdict.origins.size(), usage.facts = verdict.facts.size();
  usage.findings = verdict.findings.size(), usage.agreements = verdict.agreements.size();
  return usage;
}

/// How many times as long, for how many times as many claims.
std::string growth(const FactsUsage& before, const FactsUsage& now) {
  return fmt::format("    {:.1f} times the claims: read in {:.1f} times as long, facts {:.1f}, both {:.1f}\n",
                     static_cast<double>(now.claims) / static_cast<double>(before.claims), now.read / before.read,
                     now.reconciled / before.reconciled,
                     (now.read + now.reconciled) / (before.read + before.reconciled));
}

struct FactsRun {
  FactsUsage usage;
  double megabytes = 0;
};

std::optional<FactsRun> run_facts(std::size_t size, const std::filesystem::path& rules) {
  int ends[2];
  if (pipe(ends) != 0) return std::nullopt;
  pid_t child = fork();
  if (child == 0) {
    FactsUsage usage = measure_facts(size, rules);
    std::_Exit(write(ends[1], &usage, sizeof usage) == sizeof usage ? 0 : 1);
  }
  close(ends[1]);
  FactsRun run;
  bool measured = read(ends[0], &run.usage, sizeof run.usage) == sizeof run.usage;
  close(ends[0]);
  run.megabytes = wait_for(child).megabytes;
  return measured ? std::optional(run) : std::nullopt;
}

void keep_shortest(FactsRun& best, const FactsRun& run) {
  best.usage.read = std::min(best.usage.read, run.usage.read);
  best.usage.reconciled = std::min(best.usage.reconciled, run.usage.reconciled);
  best.megabytes = std::max(best.megabytes, run.megabytes);
}

/// Of each size the shortest times of a few runs: what else the machine does makes a run longer, never shorter. All
/// sizes run in each round, so that a slow minute falls on all of them.
void run_facts(const std::vector<std::size_t>& sizes, const std::filesystem::path& rules) {
  constexpr int rounds = 4;
  fmt::print("processor time, the shortest of {} rounds\n", rounds);
  std::fflush(stdout);
  std::vector<std::optional<FactsRun>> best(sizes.size());
  for (int round = 0; round < rounds; round++)
    for (std::size_t i = 0; i < sizes.size(); i++) {
      auto run = run_facts(sizes[i], rules);
      if (!run) return;
      if (!best[i]) best[i] = run;
      keep_shortest(*best[i], *run);
    }
  for (std::size_t i = 0; i < sizes.size(); i++) {
    const FactsUsage& now = best[i]->usage;
    fmt::print(
        "{:>9} claims in {:>7} articles: read in {:7.3f} s, facts in {:7.3f} s, {:.0f} MB at most; {} facts, "
        "{} findings, {} agreements, {} origins\n{}",
        now.claims, now.articles, now.read, now.reconciled, best[i]->megabytes, now.facts, now.findings, now.agreements,
        now.origins, i > 0 ? growth(best[i - 1]->usage, now) : "");
  }
}

/// A few megabytes of records, to be repeated.
std::string records(const std::filesystem::path& rules) {
  constexpr std::size_t enough = 4 << 20;
  Stories stories(rules);
  std::string out;
  while (out.size() < enough) {
    Document document = stories.next();
    std::string text;
    for (int i = 0; i < 6; i++) text += document.text + "\n\n";
    JsonWriter json(out);
    json.begin_object()
        .member("id", document.id)
        .member("source", document.source)
        .member("published", document.published);
    json.member("text", text).end_object();
    out += '\n';
  }
  return out;
}

void feed(int pipe, const std::string& block, std::size_t bytes) {
  for (std::size_t sent = 0; sent < bytes; sent += block.size())
    for (std::size_t at = 0; at < block.size();) {
      ssize_t wrote = write(pipe, block.data() + at, block.size() - at);
      if (wrote <= 0) return;
      at += static_cast<std::size_t>(wrote);
    }
}

void run_stream(std::size_t megabytes, const std::filesystem::path& program, const std::filesystem::path& rules) {
  std::string block = records(rules), rules_dir = rules.string();
  double alone = 0;
  for (int threads : {1, 2}) {
    int ends[2];
    if (pipe(ends) != 0) return;
    auto start = Clock::now();
    pid_t child = fork();
    if (child == 0) {
      dup2(ends[0], 0);
      close(ends[0]), close(ends[1]);
      std::string count = std::to_string(threads);
      execl(program.c_str(), program.c_str(), "extract", "--input-format", "jsonl", "--output-format", "jsonl",
            "--threads", count.c_str(), "--rules", rules_dir.c_str(), "--output", "/dev/null", "-", nullptr);
      std::_Exit(2);
    }
    close(ends[0]);
    feed(ends[1], block, megabytes << 20);
    close(ends[1]);
    Usage usage = wait_for(child);
    double seconds = seconds_since(start);
    if (threads == 1) alone = seconds;
    fmt::print("{} MB of JSONL, {} thread{}: {:.1f} s, {:.1f} MB/s, {:.0f} MB at most{}{}\n", megabytes, threads,
               threads == 1 ? "" : "s", seconds, static_cast<double>(megabytes) / seconds, usage.megabytes,
               threads == 1 ? "" : fmt::format(", {:.2f} times one thread", alone / seconds),
               usage.status == 0 ? "" : fmt::format(" (exit status {})", usage.status));
    std::fflush(stdout);
  }
}

int usage() {
  fmt::print(stderr, "usage: claimcheck_scale facts [CLAIMS...]\n       claimcheck_scale stream [MEGABYTES]\n");
  return 2;
}

}  // namespace
}  // namespace claimcheck

int main(int argc, char** argv) {
  using namespace claimcheck;
  std::string_view what = argc > 1 ? argv[1] : "";
  std::vector<std::size_t> sizes;
  for (int i = 2; i < argc; i++) sizes.push_back(std::strtoull(argv[i], nullptr, 10));
  try {
    std::filesystem::path program = this_program(argv[0]), rules = shipped_rules(program, CLAIMCHECK_DATADIR);
    if (what == "facts") {
      run_facts(sizes.empty() ? std::vector<std::size_t>{10'000, 100'000, 1'000'000} : sizes, rules);
    } else if (what == "stream" && argc <= 3) {
      run_stream(sizes.empty() ? 1024 : sizes.front(), program.parent_path() / "claimcheck", rules);
    } else {
      return usage();
    }
  } catch (const std::exception& error) {
    fmt::print(stderr, "claimcheck_scale: {}\n", error.what());
    return 2;
  }
}
