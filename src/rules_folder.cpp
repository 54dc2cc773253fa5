#include "rules_folder.hpp"

#include "config_error.hpp"

#include <fmt/format.h>

namespace claimcheck {

namespace fs = std::filesystem;

fs::path shipped_rules(const fs::path& program, const fs::path& data) {
  fs::path beside = program.parent_path() / "rules";
  fs::path installed = program.parent_path().parent_path() / data;
  for (const fs::path& folder : {beside, installed})
    if (fs::is_directory(folder / "lexicon")) return folder;
  throw ConfigError(
      fmt::format("no rules in {} or {}; name a folder with --rules", beside.string(), installed.string()));
}

fs::path this_program(const char* called_as) {
  std::error_code error;
  fs::path program = fs::canonical("/proc/self/exe", error);
  return error ? fs::weakly_canonical(called_as) : program;
}

}  // namespace claimcheck
