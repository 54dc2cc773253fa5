#include "commands.hpp"

#include "claimcheck.hpp"
#include "config_error.hpp"
#include "explain.hpp"
#include "lint_command.hpp"
#include "ordered_work.hpp"
#include "reconcile.hpp"
#include "row_summary.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace claimcheck {
namespace {

using Batch = std::vector<RawDocument>;
constexpr std::size_t batch_bytes = 64 << 10;      ///< small documents are handed to a thread together
constexpr std::size_t in_flight_bytes = 16 << 20;  ///< of documents waiting for their turn in the output

ReadSettings read_settings(const Options& options) {
  ReadSettings settings{options.input_format, options.date, {}, options.stdin_name};
  if (!options.manifest.empty()) settings.manifest = Manifest::load(options.manifest);
  return settings;
}

std::vector<std::string> files_of(const Options& options, const ReadSettings& settings, std::ostream& notes) {
  std::vector<std::string> sources = options.sources;
  if (sources.empty()) {
    settings.manifest.require_files();
    for (const Manifest::Entry& entry : settings.manifest.entries()) sources.push_back(entry.file.string());
  }
  return article_files(sources, settings, notes);
}

/// Applies `work` to every document of the input, on the threads that the options allow, and hands the results to
/// `done` in the order of the input.
template <class Result>
void each_document(const Options& options, const Surroundings& around,
                   std::function<Result(std::uint32_t, Document&&)> work, std::function<void(Result&&)> done) {
  ReadSettings settings = read_settings(options);
  struct Outcome {
    std::string note;
    std::optional<Result> result;
    std::exception_ptr error;
  };
  auto read_one = [&](RawDocument&& raw) -> Outcome {
    std::uint32_t index = raw.index;
    std::string note;
    try {
      Document document = parse_document(std::move(raw), settings, note);
      return {std::move(note), work(index, std::move(document)), nullptr};
    } catch (...) {
      return {"", std::nullopt, std::current_exception()};
    }
  };
  auto read_batch = [&](Batch&& batch) {
    std::vector<Outcome> outcomes;
    for (RawDocument& raw : batch) outcomes.push_back(read_one(std::move(raw)));
    return outcomes;
  };
  auto hand_on = [&](std::vector<Outcome>&& outcomes) {
    for (Outcome& outcome : outcomes) {
      if (outcome.error) std::rethrow_exception(outcome.error);
      if (!outcome.note.empty()) around.notes << "claimcheck: " << outcome.note << '\n';
      done(std::move(*outcome.result));
    }
  };
  OrderedWork<Batch, std::vector<Outcome>> workers(options.threads, in_flight_bytes, read_batch, hand_on);
  Batch batch;
  std::size_t bytes = 0;
  auto hand_over = [&] {
    if (!batch.empty()) workers.add(std::exchange(batch, {}), std::exchange(bytes, 0));
  };
  auto finish = [&] {
    hand_over();
    workers.finish();
  };
  try {
    read_raw(files_of(options, settings, around.notes), settings, around.in, [&](RawDocument&& raw) {
      bytes += raw.bytes.size();
      batch.push_back(std::move(raw));
      if (bytes >= batch_bytes) hand_over();
    });
  } catch (const InputError&) {
    finish();
    throw;
  }
  finish();
}

std::vector<std::filesystem::path> own_rules(const Options& options) {
  return {options.rules_files.begin(), options.rules_files.end()};
}

}  // namespace

Desk load_desk(const Options& options, const Surroundings& around) {
  return Desk::load(around.rules, options.profile, own_rules(options));
}

namespace {

int extract_rows(const Options& options, const Surroundings& around) {
  Desk desk = load_desk(options, around);
  RowFrame frame = row_frame(options.kind, options.output_format);
  around.out << frame.head;
  std::string_view before;
  each_document<std::string>(
      options, around,
      [&](std::uint32_t index, Document&& document) {
        std::string rows;
        append_rows(document, read_document(document, index, desk), options.kind, options.output_format, rows);
        return rows;
      },
      [&](std::string&& rows) {
        if (rows.empty()) return;
        around.out << before << rows;
        before = frame.separator;
      });
  around.out << frame.tail;
  return 0;
}

int summarise_rows(const Options& options, const Surroundings& around) {
  Desk desk = load_desk(options, around);
  RowSummary total;
  each_document<RowSummary>(
      options, around,
      [&](std::uint32_t index, Document&& document) {
        return summary_of(document, read_document(document, index, desk), options.kind);
      },
      [&](RowSummary&& one) { total.add(one); });
  write_summary(total, options.kind, options.output_format, around.out);
  return 0;
}

struct ReadArticle {
  Document document;
  std::vector<Reading> readings;
};

}  // namespace

int exit_status(const Verdict& verdict, std::optional<Severity> fail_on) {
  auto counts = [&](const Finding& finding) { return fail_on && finding.severity >= *fail_on; };
  return std::any_of(verdict.findings.begin(), verdict.findings.end(), counts) ? 1 : 0;
}

void read_articles(const Options& options, const Surroundings& around, const Desk& desk, Articles& out) {
  auto first = static_cast<std::uint32_t>(out.documents.size());
  each_document<ReadArticle>(
      options, around,
      [&, first](std::uint32_t index, Document&& document) {
        auto read = read_document(document, first + index, desk);
        adopt_published(document, read);
        return ReadArticle{std::move(document), std::move(read)};
      },
      [&](ReadArticle&& article) {
        out.documents.push_back(std::move(article.document));
        std::move(article.readings.begin(), article.readings.end(), std::back_inserter(out.readings));
      });
}

namespace {

int compare(const Options& options, const Surroundings& around) {
  Desk desk = load_desk(options, around);
  apply_selection(options.selection, desk.rules.rules);
  Articles articles;
  read_articles(options, around, desk, articles);
  for (Reading& reading : articles.readings) keep_comparable(reading);
  Verdict verdict = reconcile(articles.documents, articles.readings, desk, options.why ? Why::wanted : Why::unwanted);
  options.findings_format->write({articles.documents, verdict, desk.rules.rules}, {around.color}, around.out);
  return exit_status(verdict, options.fail_on);
}

int explain_rule(const Options& options, const Surroundings& around) {
  Rules rules = Rules::load(around.rules, options.profile, own_rules(options));
  auto text = explain(rules, options.rule);
  if (!text) throw ConfigError(unknown_rule(rules, options.rule));
  around.out << *text;
  return 0;
}

int list_rules(const Options& options, const Surroundings& around) {
  around.out << rules_in_force(load_desk(options, around).rules);
  return 0;
}

}  // namespace

int run(const Options& options, const Surroundings& around) {
  if (!options.undecided_date.empty())
    around.notes << fmt::format(
        "claimcheck: --date {} can be read day first or month first; the documents count as undated\n",
        options.undecided_date);
  switch (options.command) {
    case Command::compare:
      return compare(options, around);
    case Command::lint:
      return lint_drafts(options, around);
    case Command::extract:
      return options.summary ? summarise_rows(options, around) : extract_rows(options, around);
    case Command::explain:
      return explain_rule(options, around);
    case Command::rules:
      return list_rules(options, around);
    case Command::init:
      return write_starter_configuration(around);
  }
  return 2;
}

}  // namespace claimcheck
