#include "claimcheck.hpp"
#include "read.hpp"
#include "rules_folder.hpp"
#include "tokenise.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iostream>

namespace claimcheck {
namespace {

constexpr int rounds = 7;

struct Speed {
  std::vector<double> megabytes_per_second;

  double median() {
    std::sort(megabytes_per_second.begin(), megabytes_per_second.end());
    return megabytes_per_second[megabytes_per_second.size() / 2];
  }
};

std::vector<Document> documents_in(const std::string& file) {
  std::vector<Document> documents;
  std::string note;
  read_raw({file}, {}, std::cin,
           [&](RawDocument&& raw) { documents.push_back(parse_document(std::move(raw), {}, note)); });
  return documents;
}

template <class Work>
void measure(Speed& speed, double bytes, Work work) {
  auto start = std::chrono::steady_clock::now();
  work();
  std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  speed.megabytes_per_second.push_back(bytes / 1e6 / seconds.count());
}

void print(std::string_view what, Speed& speed) {
  fmt::print("{:<34} {:>8.1f} MB/s   (slowest {:.1f}, fastest {:.1f})\n", what, speed.median(),
             speed.megabytes_per_second.front(), speed.megabytes_per_second.back());
}

void run(const std::string& file, const std::filesystem::path& rules) {
  Desk desk = Desk::load(rules);
  std::vector<Document> documents = documents_in(file);
  double bytes = 0;
  for (const Document& document : documents) bytes += static_cast<double>(document.title.size() + document.text.size());
  Speed tokens, whole;
  std::size_t token_count = 0, row_count = 0;
  std::vector<Token> buffer;
  auto tokenise_field = [&](std::string_view text) {
    tokenise(text, desk.lexicon.words(), bit(Category::month), buffer);
    token_count += buffer.size();
  };
  for (int round = 0; round < rounds; round++) {
    measure(tokens, bytes, [&] {
      token_count = 0;
      for (const Document& document : documents) tokenise_field(document.title), tokenise_field(document.text);
    });
    measure(whole, bytes, [&] {
      row_count = 0;
      for (std::uint32_t i = 0; i < documents.size(); i++)
        for (const Reading& reading : read_document(documents[i], i, desk))
          row_count += reading.quantities.size() + reading.dates.size() + reading.claims.size();
    });
  }
  fmt::print("{} documents, {:.1f} MB, {} tokens, {} rows; one thread, median of {} interleaved rounds\n",
             documents.size(), bytes / 1e6, token_count, row_count, rounds);
  print("tokenise + lexicon", tokens);
  print("extract (segment to normalize)", whole);
  fmt::print("{:<34} {:>8.2f}\n", "ratio", whole.median() / tokens.median());
}

}  // namespace
}  // namespace claimcheck

int main(int argc, char** argv) {
  using namespace claimcheck;
  bool named = argc == 4 && std::string_view(argv[2]) == "--rules";
  if (argc != 2 && !named) {
    fmt::print(stderr, "usage: claimcheck_bench FILE.jsonl [--rules DIR]\n");
    return 2;
  }
  try {
    run(argv[1], named ? std::filesystem::path(argv[3]) : shipped_rules(this_program(argv[0]), CLAIMCHECK_DATADIR));
  } catch (const std::exception& error) {
    fmt::print(stderr, "claimcheck_bench: {}\n", error.what());
    return 2;
  }
}
