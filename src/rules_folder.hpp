#pragma once

#include <filesystem>

namespace claimcheck {

/// The folder of rules that belongs to a program: beside it in a build tree, under `data` (relative to the prefix) in
/// an installed copy. Throws ConfigError if there is none.
std::filesystem::path shipped_rules(const std::filesystem::path& program, const std::filesystem::path& data);

/// The file that this process runs.
std::filesystem::path this_program(const char* called_as);

}  // namespace claimcheck
