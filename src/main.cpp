#include "claimcheck.hpp"
#include "config_error.hpp"
#include "read.hpp"
#include "report.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>

int main(int argc, char** argv) {
  using namespace claimcheck;
  CLI::App app{"claim and figure consistency checker"};
  std::string kind = "claims", input_format, output_format = "text", rules = "rules";
  std::vector<std::string> sources;
  auto* extract = app.add_subcommand("extract", "what was read: one row for each mention");
  extract->add_option("--kind", kind);
  extract->add_option("--input-format", input_format);
  extract->add_option("--output-format", output_format);
  app.add_option("--rules", rules);
  extract->add_option("sources", sources)->required();
  CLI11_PARSE(app, argc, argv);
  try {
    std::filesystem::path folder = rules;
    if (!std::filesystem::is_directory(folder))
      folder = std::filesystem::canonical("/proc/self/exe").parent_path().parent_path().parent_path() / "rules";
    Desk desk = Desk::load(folder);
    std::ios::sync_with_stdio(false);
    RowKind rows = kind == "quantities" ? RowKind::quantities : kind == "dates" ? RowKind::dates : RowKind::claims;
    read_jsonl(std::cin, "-", [&](Document&& document) {
      std::string out;
      append_rows(document, read_document(document, 0, desk), rows, OutputFormat::jsonl, out);
      std::cout << out;
    });
  } catch (const std::exception& error) {
    fmt::print(stderr, "claimcheck: {}\n", error.what());
    return 2;
  }
}
