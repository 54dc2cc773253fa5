#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace claimcheck {

/// The manual page of a program or of one of its commands, in roff, made from the description of its arguments.
std::string man_page(const CLI::App& program, const std::string& command);

/// The program's completions for bash, zsh or fish.
std::string completions(const CLI::App& program, const std::string& shell);

}  // namespace claimcheck
