#include "commands.hpp"
#include "config_error.hpp"
#include "rules_folder.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iostream>

namespace claimcheck {
namespace {

bool use_color(const Options& options) {
  if (options.color != ColorChoice::automatic) return options.color == ColorChoice::always;
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  if ((no_color && *no_color) || (terminal && std::string_view(terminal) == "dumb")) return false;
  return options.output.empty() && isatty(STDOUT_FILENO);
}

std::filesystem::path rules_folder(const Options& options, const char* called_as) {
  if (options.rules.empty()) return shipped_rules(this_program(called_as), CLAIMCHECK_DATADIR);
  if (!std::filesystem::is_directory(options.rules)) throw ConfigError(options.rules + ": no such folder of rules");
  return options.rules;
}

int run_with_output(const Options& options, const char* called_as) {
  std::ofstream file;
  if (!options.output.empty()) {
    file.open(options.output, std::ios::binary);
    if (!file) throw ConfigError(options.output + ": cannot be written");
  }
  std::ostream& out = options.output.empty() ? std::cout : file;
  int status = run(options, {rules_folder(options, called_as), std::cin, out, std::cerr, use_color(options),
                             bool(isatty(STDERR_FILENO))});
  if (!out.flush()) throw InputError("the output could not be written to its end");
  return status;
}

}  // namespace
}  // namespace claimcheck

int main(int argc, char** argv) {
  using namespace claimcheck;
  std::ios::sync_with_stdio(false);
  auto options = parse_options(argc, argv);
  if (const int* status = std::get_if<int>(&options)) return *status;
  try {
    return run_with_output(std::get<Options>(options), argv[0]);
  } catch (const std::exception& error) {
    std::cout.flush();
    fmt::print(stderr, "claimcheck: {}\n", error.what());
    return 2;
  }
}
