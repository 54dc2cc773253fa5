#include "options.hpp"

#include "given_date.hpp"
#include "manual.hpp"
#include "yaml_checks.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>
#include <map>
#include <thread>

namespace claimcheck {
namespace {

template <class Value>
using Choices = std::vector<std::pair<std::string, Value>>;

const Choices<RowKind> kinds = {
    {"claims", RowKind::claims}, {"quantities", RowKind::quantities}, {"dates", RowKind::dates}};
const Choices<InputFormat> input_formats = {{"text", InputFormat::text},
                                            {"markdown", InputFormat::markdown},
                                            {"html", InputFormat::html},
                                            {"jsonl", InputFormat::jsonl}};
const Choices<OutputFormat> output_formats = {{"text", OutputFormat::text},         {"json", OutputFormat::json},
                                              {"jsonl", OutputFormat::jsonl},       {"csv", OutputFormat::csv},
                                              {"markdown", OutputFormat::markdown}, {"html", OutputFormat::html}};
const Choices<const FindingsFormat*> findings_choices = [] {
  Choices<const FindingsFormat*> choices;
  for (const FindingsFormat& format : findings_formats()) choices.emplace_back(format.name, &format);
  return choices;
}();
const Choices<ColorChoice> color_choices = {
    {"auto", ColorChoice::automatic}, {"always", ColorChoice::always}, {"never", ColorChoice::never}};
const Choices<std::optional<Severity>> fail_levels = {
    {"error", Severity::error}, {"warning", Severity::warning}, {"info", Severity::info}, {"never", std::nullopt}};

template <class Value>
std::string listed(const Choices<Value>& choices) {
  std::string out;
  for (const auto& [word, value] : choices) out += (out.empty() ? "" : "|") + word;
  return out;
}

template <class Value>
void add_choice(CLI::App& command, const std::string& option, Value& value, const Choices<Value>& choices,
                const std::string& help) {
  auto pick = [&value, &choices, option](const std::string& wanted) {
    for (const auto& [word, meaning] : choices)
      if (word == wanted) {
        value = meaning;
        return;
      }
    throw CLI::ValidationError(option, fmt::format("unknown \"{}\"; known: {}", wanted, listed(choices)));
  };
  command.add_option_function<std::string>(option, pick, help)->type_name(listed(choices));
}

void add_date(CLI::App& command, Options& options) {
  auto pick = [&options](const std::string& text) {
    GivenDate given = read_given_date(text);
    if (given.read == GivenDate::Read::no)
      throw CLI::ValidationError("--date", fmt::format("\"{}\" is not a day written YYYY-MM-DD", text));
    if (given.read == GivenDate::Read::yes) options.date = given.day;
    if (given.read == GivenDate::Read::undecided) options.undecided_date = text;
  };
  command.add_option_function<std::string>("--date", pick, "Published date of documents that carry none")
      ->type_name("YYYY-MM-DD");
}

void add_rules(CLI::App& command, Options& options) {
  command.add_option("--rules", options.rules, "Folder of rules and words to use in place of the shipped one")
      ->type_name("DIR");
  command
      .add_option("--rules-file", options.rules_files,
                  "YAML file of your own rules, which adds to the others and overrides them")
      ->type_name("FILE.yaml")
      ->take_all()
      ->expected(1)
      ->allow_extra_args(false);
  command.add_option("--profile", options.profile, "How vague words are read and the best figure is chosen")
      ->type_name("NAME")
      ->capture_default_str();
}

void add_output(CLI::App& command, Options& options) {
  command.add_option("--output", options.output, "Write to FILE in place of standard output")->type_name("FILE");
}

void add_findings_format(CLI::App& command, Options& options) {
  add_choice(command, "--output-format", options.findings_format, findings_choices, "What to print (text)");
}

void add_input(CLI::App& command, Options& options) {
  command.add_option("source", options.sources, "Article files, folders of articles, or - for standard input")
      ->type_name("SOURCE");
  add_date(command, options);
  command.add_option("--manifest", options.manifest, "YAML list of {file, source, published} for the articles")
      ->type_name("FILE.yaml");
  add_choice(command, "--input-format", options.input_format, input_formats,
             "Format of every source; found from the file's name, but must be said for -");
  command.add_option("--stdin-filename", options.stdin_name, "What standard input is called: its format, in messages")
      ->type_name("NAME");
  command.add_option("--threads", options.threads, "Documents read at the same time")
      ->type_name("N")
      ->check(CLI::Range(1, 256))
      ->capture_default_str();
}

void add_selection(CLI::App& command, Options& options) {
  auto add = [&](const std::string& option, std::vector<std::string>& into, const std::string& help) {
    command.add_option(option, into, help)
        ->type_name("RULE,...")
        ->delimiter(',')
        ->take_all()
        ->expected(1)
        ->allow_extra_args(false);
  };
  add("--select", options.selection.select, "Only these rules, by code, name or the beginning of either");
  add("--ignore", options.selection.ignore, "Not these rules");
}

void add_desk(CLI::App& command, Options& options) {
  command.add_flag("--fix", options.fix,
                   "Spell numerals in the drafts as the style rules in force say; no figure changes");
  command.add_option("--baseline", options.baseline, "Findings to live with for now, as --write-baseline wrote them")
      ->type_name("FILE");
  command.add_option("--write-baseline", options.write_baseline, "Write the findings to FILE, and report none")
      ->type_name("FILE");
  command.add_option("--suppressions", options.suppressions, "What may stand in texts that cannot carry a comment")
      ->type_name("FILE.yaml");
  auto pick = [&options](const std::string& text) {
    options.today = parse_iso_day(text);
    if (!options.today)
      throw CLI::ValidationError("--today", fmt::format("\"{}\" is not a day written YYYY-MM-DD", text));
  };
  command
      .add_option_function<std::string>("--today", pick,
                                        "The day for suppressions that expire (SOURCE_DATE_EPOCH, or the clock's)")
      ->type_name("YYYY-MM-DD");
  command.add_option("--config", options.config, "Configuration file in place of those that are found")
      ->type_name("FILE.yaml");
  command.add_flag("--no-config", options.no_config, "Read no configuration file");
  command.add_flag("--show-config", options.show_config, "Print every setting and where it was said, and stop");
}

void add_fail_on(CLI::App& command, Options& options) {
  add_choice(command, "--fail-on", options.fail_on, fail_levels,
             "Lowest severity that makes the exit status 1 (error)");
}

void add_color(CLI::App& command, Options& options) {
  add_choice(command, "--color", options.color, color_choices,
             "Colour the text (auto: on a terminal without NO_COLOR)");
}

void add_compare(CLI::App& app, Options& options) {
  CLI::App& command = *app.add_subcommand("compare", "Compare what several sources say: the discrepancy table");
  add_input(command, options);
  add_rules(command, options);
  add_findings_format(command, options);
  add_output(command, options);
  add_selection(command, options);
  add_fail_on(command, options);
  add_color(command, options);
  command.add_flag("--why", options.why, "Say why claims were compared, or were not (text, json, jsonl)");
  command.callback([&options] { options.command = Command::compare; });
}

void add_lint(CLI::App& app, Options& options) {
  CLI::App& command = *app.add_subcommand("lint", "Check a draft against itself and against its sources");
  add_input(command, options);
  command.add_option("--against", options.against, "Files or folders that the figures of the draft come from")
      ->type_name("SOURCE");
  command.add_flag("--require-support", options.require_support, "A figure that is found in no source is an error");
  add_rules(command, options);
  add_findings_format(command, options);
  add_output(command, options);
  add_fail_on(command, options);
  add_color(command, options);
  add_selection(command, options);
  add_desk(command, options);
  command.callback([&options] { options.command = Command::lint; });
}

void add_init(CLI::App& app, Options& options) {
  CLI::App& command = *app.add_subcommand("init", "Write a .claimcheck.yaml with all settings of lint, commented out");
  command.callback([&options] { options.command = Command::init; });
}

void add_extract(CLI::App& app, Options& options) {
  CLI::App& command = *app.add_subcommand("extract", "Show what was read: one row for each mention");
  add_input(command, options);
  add_choice(command, "--kind", options.kind, kinds, "Which rows (claims)");
  command.add_flag("--summary", options.summary, "Count the rows in place of printing them");
  add_rules(command, options);
  add_choice(command, "--output-format", options.output_format, output_formats, "What to print (text)");
  add_output(command, options);
  command.callback([&options] { options.command = Command::extract; });
}

void add_explain(CLI::App& app, Options& options) {
  CLI::App& command = *app.add_subcommand("explain", "Explain a rule: what it looks for, why, an example");
  command.add_option("rule", options.rule, "A rule's code or name, such as CC101")->type_name("RULE")->required();
  add_rules(command, options);
  command.callback([&options] { options.command = Command::explain; });
}

void add_rule_list(CLI::App& app, Options& options) {
  CLI::App& command = *app.add_subcommand("rules", "List the rules");
  add_rules(command, options);
  command.callback([&options] { options.command = Command::rules; });
}

/// "--against wire.txt draft.md" takes both.
std::string taken_by_against(const Options& options) {
  return options.against.size() < 2
             ? ""
             : fmt::format("; --against has taken {}: put the draft before it", fmt::join(options.against, " and "));
}

/// "claimcheck comapre a.txt"; empty if what was said begins with a command.
std::string unknown_command(const CLI::App& app, int argc, const char* const* argv) {
  if (argc < 2 || *argv[1] == '-') return "";
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  if (std::find(names.begin(), names.end(), argv[1]) != names.end()) return "";
  return fmt::format("unknown command \"{}\"{}", argv[1], did_you_mean(argv[1], {names.begin(), names.end()}));
}

/// What CLI11 cannot say of single options.
void check_together(const Options& options) {
  bool reads =
      options.command == Command::compare || options.command == Command::lint || options.command == Command::extract;
  bool shows = options.command == Command::lint && options.show_config;
  if (reads && !shows && options.sources.empty() && options.manifest.empty())
    throw CLI::ValidationError("SOURCE", "name at least one file, folder or -" + taken_by_against(options));
  for (const std::string& source : options.sources)
    if (source == "-" && options.input_format == InputFormat::automatic && options.stdin_name.empty())
      throw CLI::ValidationError("-",
                                 fmt::format("say what standard input is: --stdin-filename NAME, or --input-format {}",
                                             listed(input_formats)));
}

/// Commands that print what this description of the arguments says.
struct Descriptions {
  std::string shell, page;
  bool man = false;
};

void add_descriptions(CLI::App& app, Descriptions& wanted) {
  CLI::App& shells = *app.add_subcommand("completions", "Print completions for a shell")->group("");
  shells.add_option("shell", wanted.shell, "bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  CLI::App& man = *app.add_subcommand("man", "Print a manual page")->group("");
  man.add_option("command", wanted.page, "A command; none for the program's own page");
  man.callback([&wanted] { wanted.man = true; });
}

std::string described(const CLI::App& app, const Descriptions& wanted) {
  return wanted.man ? man_page(app, wanted.page) : completions(app, wanted.shell);
}

void note_origins(const CLI::App& app, Options& options) {
  for (const CLI::App* command : app.get_subcommands())
    for (const CLI::Option* option : command->get_options())
      if (option->count() > 0 && !option->get_lnames().empty())
        options.origins[option->get_lnames().front()] = "command line";
}

}  // namespace

std::variant<Options, int> parse_options(int argc, const char* const* argv) {
  Options options;
  options.threads = std::max(1u, std::thread::hardware_concurrency());
  CLI::App app{"claimcheck: reads articles and checks whether their figures and claims agree.", "claimcheck"};
  app.set_version_flag("--version", "claimcheck " CLAIMCHECK_VERSION);
  app.footer("Exit status: 0 nothing to report, 1 findings at the --fail-on level, 2 wrong use or unreadable input.");
  app.require_subcommand(1);
  add_compare(app, options);
  add_lint(app, options);
  add_extract(app, options);
  add_explain(app, options);
  add_rule_list(app, options);
  add_init(app, options);
  Descriptions descriptions;
  add_descriptions(app, descriptions);
  try {
    app.parse(argc, argv);
    if (descriptions.man || !descriptions.shell.empty()) {
      fmt::print("{}", described(app, descriptions));
      return 0;
    }
    note_origins(app, options);
    check_together(options);
  } catch (const CLI::ParseError& stop) {
    if (stop.get_exit_code() == 0) return app.exit(stop);
    std::string unknown = unknown_command(app, argc, argv);
    fmt::print(stderr, "claimcheck: {}\nTry claimcheck --help.\n", unknown.empty() ? stop.what() : unknown);
    return 2;
  }
  return options;
}

}  // namespace claimcheck
