#pragma once

#include "calendar.hpp"
#include "finding.hpp"
#include "findings_formats.hpp"
#include "read.hpp"
#include "report.hpp"
#include "selection.hpp"

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace claimcheck {

enum class Command : std::uint8_t { compare, lint, extract, explain, rules, init };
enum class ColorChoice : std::uint8_t { automatic, always, never };

/// What the command line asks for.
struct Options {
  Command command = Command::compare;
  std::vector<std::string> sources;  ///< for `lint`, the drafts
  std::vector<std::string> against;  ///< for `lint`, the sources of the drafts
  bool require_support = false;      ///< a figure that no source has is an error
  std::optional<Day> date;
  std::string undecided_date;  ///< what --date said, where day and month could change places
  std::string manifest;
  InputFormat input_format = InputFormat::automatic;
  OutputFormat output_format = OutputFormat::text;  ///< of rows
  const FindingsFormat* findings_format = find_findings_format("text");
  std::string rules;                     ///< a folder that replaces the shipped one
  std::vector<std::string> rules_files;  ///< a desk's own rules, over those in the folder
  std::string profile = "house";
  std::optional<Severity> fail_on = Severity::error;  ///< absent: findings never change the exit status
  ColorChoice color = ColorChoice::automatic;
  Selection selection;
  std::string baseline, write_baseline;  ///< files of findings to live with
  std::string suppressions;              ///< a file of what may stand in texts that cannot carry a comment
  std::string config;                    ///< a configuration file in place of those that are found
  bool no_config = false;
  bool show_config = false;
  bool fix = false;          ///< settle findings of style in the drafts themselves
  std::optional<Day> today;  ///< for suppressions that expire
  std::string stdin_name;    ///< what standard input is called
  std::map<std::string, std::string, std::less<>>
      origins;         ///< where a setting was said: by option or configuration key
  std::string output;  ///< a file in place of standard output
  unsigned threads = 1;
  RowKind kind = RowKind::claims;
  bool summary = false;
  bool why = false;  ///< for `compare`: say why claims were compared, or were not
  std::string rule;  ///< for `explain`
};

/// Reads the command line. Where there is nothing to run (--help, --version, wrong use) it has printed what there is
/// to say, and gives the exit status.
std::variant<Options, int> parse_options(int argc, const char* const* argv);

}  // namespace claimcheck
