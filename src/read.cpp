#include "read.hpp"

#include "config_error.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace claimcheck {

void read_jsonl(std::istream& in, const std::string& path, const std::function<void(Document&&)>& sink) {
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); number++) {
    if (line.empty()) continue;
    auto record = nlohmann::json::parse(line, nullptr, false);
    if (!record.is_object()) throw InputError(fmt::format("{}:{}: not a JSON object", path, number));
    Document document;
    document.path = path;
    document.id = record.value("id", std::to_string(number));
    document.text = record.value("text", "");
    document.title = record.value("title", "");
    document.source = record.value("source", "");
    if (auto day = parse_iso_day(record.value("published", "").substr(0, 10)))
      document.published = *day, document.published_from = PublishedFrom::record;
    sink(std::move(document));
  }
}

}  // namespace claimcheck
