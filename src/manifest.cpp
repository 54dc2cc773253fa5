#include "manifest.hpp"

#include "yaml_reader.hpp"

#include <fmt/format.h>

namespace claimcheck {
namespace {

Manifest::Entry read_entry(const YamlFile& yaml, const YAML::Node& node, const std::filesystem::path& folder) {
  yaml.require_keys(node, {"file", "source", "published"});
  if (!node["file"]) yaml.fail(node, "an entry needs a file");
  Manifest::Entry entry;
  entry.file = (folder / yaml.text(node["file"], "file")).lexically_normal();
  entry.where = yaml.place(node["file"]);
  if (node["source"]) entry.source = yaml.text(node["source"], "source");
  if (const YAML::Node& published = node["published"]; published && !published.IsNull()) {
    std::string day = yaml.text(published, "published");
    entry.published = parse_iso_day(day);
    if (!entry.published) yaml.fail(published, fmt::format("\"{}\" is not a day written YYYY-MM-DD", day));
  }
  return entry;
}

}  // namespace

Manifest Manifest::load(const std::filesystem::path& file) {
  YamlFile yaml(file);
  yaml.require_sequence(yaml.root(), "a manifest");
  Manifest manifest;
  manifest.path_ = file;
  for (const YAML::Node& node : yaml.root()) {
    Entry entry = read_entry(yaml, node, file.parent_path());
    auto [place, fresh] =
        manifest.index_.emplace(std::filesystem::weakly_canonical(entry.file), manifest.entries_.size());
    if (!fresh) yaml.fail(node, fmt::format("{} is listed twice", entry.file.string()));
    manifest.entries_.push_back(std::move(entry));
  }
  return manifest;
}

void Manifest::require_files() const {
  for (const Entry& entry : entries_)
    if (!std::filesystem::exists(entry.file))
      throw ConfigError(fmt::format("{}: {}: no such file", entry.where, entry.file.string()));
}

const Manifest::Entry* Manifest::find(const std::filesystem::path& file) const {
  if (entries_.empty()) return nullptr;
  auto found = index_.find(std::filesystem::weakly_canonical(file));
  return found == index_.end() ? nullptr : &entries_[found->second];
}

}  // namespace claimcheck
