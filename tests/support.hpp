#pragma once

#include "src/claimcheck.hpp"
#include "src/report.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace claimcheck::test {

using Json = nlohmann::json;

/// The rules and words that we ship, loaded once.
const Desk& desk();
std::filesystem::path source_dir();

std::string file_text(const std::filesystem::path&);

/// A YAML file as JSON: plain `~`, `true`, `33` become null, true and 33; everything else is a string.
Json yaml_file(const std::filesystem::path&);

/// The rows that `extract` prints for a document.
std::vector<Json> rows(const Document&, RowKind);

/// Every row's bytes at its span are its text, also in the rows nested in it. Empty, or what is wrong.
std::string span_error(const Document&, const Json& row);

/// Whether `got` has every field that `wanted` has, with the same value; absent is null. Empty, or the first
/// difference.
std::string difference(const Json& wanted, const Json& got);

}  // namespace claimcheck::test
