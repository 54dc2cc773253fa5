#include "catch.hpp"
#include "src/commands.hpp"
#include "src/manifest.hpp"
#include "support.hpp"

#include <algorithm>
#include <random>
#include <sstream>

// Whatever the order of the files and the number of threads, compare prints the same bytes.
namespace claimcheck::test {
namespace {

std::string compare(const std::filesystem::path& story, const std::vector<std::string>& files, unsigned threads,
                    std::string_view format) {
  Options options;
  options.sources = files;
  options.manifest = (story / "story.yaml").string();
  options.threads = threads;
  options.why = true;
  options.findings_format = find_findings_format(format);
  std::istringstream in;
  std::ostringstream out, notes;
  run(options, {source_dir() / "rules", in, out, notes});
  return out.str();
}

std::vector<std::string> files_of(const std::filesystem::path& story) {
  std::vector<std::string> files;
  Manifest manifest = Manifest::load(story / "story.yaml");
  for (const Manifest::Entry& entry : manifest.entries()) files.push_back(entry.file.string());
  return files;
}

}  // namespace

TEST_CASE("every story in any order and on any number of threads") {
  std::mt19937 random(20260801);
  for (const auto& entry : std::filesystem::directory_iterator(source_dir() / "fixtures")) {
    if (!std::filesystem::exists(entry.path() / "story.yaml")) continue;
    INFO(entry.path().filename().string());
    std::vector<std::string> files = files_of(entry.path());
    std::string text = compare(entry.path(), files, 1, "text"), json = compare(entry.path(), files, 1, "json");
    for (unsigned threads : {1u, 2u}) {
      std::shuffle(files.begin(), files.end(), random);
      CHECK(compare(entry.path(), files, threads, "text") == text);
      CHECK(compare(entry.path(), files, threads, "json") == json);
    }
  }
}

}  // namespace claimcheck::test
