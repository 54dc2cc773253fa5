#include "read.hpp"

#include "config_error.hpp"
#include "html.hpp"
#include "line_reader.hpp"
#include "markdown.hpp"
#include "suppression.hpp"
#include "tokenise.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <map>

namespace claimcheck {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

[[noreturn]] void fail(std::string_view where, std::string_view message) {
  throw InputError(fmt::format("{}: {}", where, message));
}

std::string location(const std::string& path, std::size_t line) {
  return line ? fmt::format("{}:{}", path, line) : path;
}
/// What a file is called; standard input may have been given a name.
const std::string& called(const std::string& path, const ReadSettings& settings) {
  return path == "-" && !settings.stdin_name.empty() ? settings.stdin_name : path;
}
std::string shown(const std::string& path) {
  return path == "-" ? "standard input" : path;
}

std::optional<InputFormat> format_by_name(const fs::path& path) {
  static const std::map<std::string, InputFormat> by_extension = {
      {".txt", InputFormat::text},          {".text", InputFormat::text},   {".md", InputFormat::markdown},
      {".markdown", InputFormat::markdown}, {".html", InputFormat::html},   {".htm", InputFormat::html},
      {".jsonl", InputFormat::jsonl},       {".ndjson", InputFormat::jsonl}};
  std::string extension = path.extension().string();
  for (char& c : extension) c = static_cast<char>(lower_case(static_cast<unsigned char>(c)));
  auto found = by_extension.find(extension);
  return found == by_extension.end() ? std::nullopt : std::optional(found->second);
}

InputFormat format_of(const std::string& path, const ReadSettings& settings) {
  if (settings.format != InputFormat::automatic) return settings.format;
  return format_by_name(path).value_or(InputFormat::text);
}

bool hidden(const fs::path& path) {
  return path.filename().string().starts_with('.');
}

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  fs::recursive_directory_iterator entry(folder), end;
  std::error_code dangling;  // a link that leads nowhere, or to itself
  for (; entry != end; ++entry) {
    if (hidden(entry->path())) {
      if (entry->is_directory(dangling)) entry.disable_recursion_pending();
    } else if (entry->is_regular_file(dangling)) {
      files.push_back(entry->path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

void add_folder(const fs::path& folder, const ReadSettings& settings, std::ostream& notes,
                std::vector<std::string>& out) {
  std::size_t before = out.size();
  std::error_code ignored;
  for (const fs::path& file : files_below(folder)) {
    if (format_by_name(file)) {
      out.push_back(file.string());
    } else if (!fs::equivalent(file, settings.manifest.path(), ignored)) {
      notes << "claimcheck: " << file.string() << ": not an article (.txt, .md, .html, .jsonl), left out\n";
    }
  }
  if (out.size() == before) fail(folder.string(), "no article (.txt, .md, .html, .jsonl) in this folder");
}

void require_file(const fs::path& path) {
  std::error_code error;
  fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) fail(path.string(), "no such file or folder");
  if (error) fail(path.string(), error.message());
}

/// Files are known by their names; where two have the same, by their paths.
std::vector<std::string> ids_of(const std::vector<std::string>& files) {
  std::map<std::string, int> uses;
  for (const std::string& file : files) uses[fs::path(file).filename().string()]++;
  std::vector<std::string> ids;
  for (const std::string& file : files) {
    std::string name = fs::path(file).filename().string();
    ids.push_back(uses[name] == 1 ? name : file);
  }
  return ids;
}

std::string too_long() {
  return fmt::format("longer than {} MiB, the most that one document may have", max_document_bytes >> 20);
}

std::string whole(std::istream& in, const std::string& path) {
  std::string bytes;
  while (in && bytes.size() <= max_document_bytes) {
    std::size_t had = bytes.size();
    bytes.resize(std::min(std::max<std::size_t>(2 * had, 1 << 16), max_document_bytes + 1));
    in.read(bytes.data() + had, static_cast<std::streamsize>(bytes.size() - had));
    bytes.resize(had + static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) fail(shown(path), "cannot be read");
  if (bytes.size() > max_document_bytes) fail(shown(path), too_long());
  return bytes;
}

void require_text(std::string_view bytes, const std::string& path) {
  if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos) fail(shown(path), "empty");
  auto invalid = first_invalid_utf8(bytes);
  std::size_t nul = bytes.find('\0');
  std::size_t bad = std::min(invalid.value_or(bytes.size()), nul);
  if (bad >= bytes.size()) return;
  Position position = position_of(bytes, static_cast<std::uint32_t>(bad));
  fail(fmt::format("{}:{}:{}", shown(path), position.line, position.column),
       bad == nul ? "not text: a NUL byte"
                  : fmt::format("not UTF-8: byte 0x{:02X}; convert it first, for example with iconv -f LATIN1 -t UTF-8",
                                static_cast<unsigned char>(bytes[bad])));
}

std::string text_member(const json& record, const char* key, const std::string& where) {
  auto member = record.find(key);
  if (member == record.end() || member->is_null()) return "";
  if (!member->is_string()) fail(where, fmt::format("\"{}\" must be a string", key));
  return member->get<std::string>();
}

std::string id_member(const json& record, const std::string& otherwise, const std::string& where) {
  auto member = record.find("id");
  if (member != record.end() && member->is_number_integer()) return member->dump();
  std::string id = text_member(record, "id", where);
  return id.empty() ? otherwise : id;
}

std::optional<Day> published_member(const json& record, const std::string& where, std::string& note) {
  std::string text = text_member(record, "published", where);
  if (text.empty()) return std::nullopt;
  auto day = parse_iso_day(std::string_view(text).substr(0, 10));
  if (!day)
    note = fmt::format("{}: \"published\": \"{}\" is not a day written YYYY-MM-DD, so it is left out", where, text);
  return day;
}

Document parse_record(const RawDocument& raw, std::string& note) {
  std::string where = location(shown(raw.path), raw.line);
  json record;
  try {
    record = json::parse(raw.bytes);
  } catch (const json::parse_error& error) {
    fail(fmt::format("{}:{}", where, error.byte), "not a JSON record");
  }
  if (!record.is_object()) fail(where, "not a JSON object");
  if (!record.contains("text")) fail(where, "the record has no \"text\"");
  Document document;
  document.id = id_member(record, raw.id, where);
  document.text = text_member(record, "text", where);
  if (document.text.empty()) note = fmt::format("{}: the record's \"text\" is empty", where);
  document.title = text_member(record, "title", where);
  document.source = text_member(record, "source", where);
  document.published = published_member(record, where, note);
  if (document.published) document.published_from = PublishedFrom::record;
  return document;
}

void set_published(Document& document, std::optional<Day> day, PublishedFrom from) {
  if (!day) return;
  document.published = day;
  document.published_from = from;
}

Document parse_page(RawDocument&& raw) {
  Document document;
  HtmlArticle article = read_html(std::move(raw.bytes));
  document.text = std::move(article.text);
  document.markup = std::move(article.markup);
  set_published(document, article.published, PublishedFrom::record);
  return document;
}

Document parse_markdown(RawDocument&& raw, std::string& note) {
  Document document;
  MarkdownArticle article = read_markdown(std::move(raw.bytes), shown(raw.path), note);
  document.text = std::move(article.text);
  document.markup = std::move(article.markup);
  document.source = std::move(article.front.source);
  document.own_sources = std::move(article.front.sources);
  set_published(document, article.front.published, PublishedFrom::record);
  return document;
}

/// A plain text says nothing in its comments to claimcheck.
void take_text(std::string&& bytes, Document& document) {
  std::vector<Span> comments = suppression_comments(bytes);
  if (comments.empty()) {
    document.text = std::move(bytes);
    return;
  }
  document.markup.emplace(std::move(bytes));
  const std::string& file = document.markup->bytes();
  auto end = static_cast<std::uint32_t>(file.size());
  std::uint32_t at = 0;
  auto take = [&](std::uint32_t until) {
    document.text.append(file, at, until - at);
    document.markup->add(until - at, {at, until});
  };
  for (Span comment : comments) take(comment.begin), at = comment.end;
  take(end);
}

Document parse_file(RawDocument&& raw, InputFormat format, std::string& note) {
  require_text(raw.bytes, raw.path);
  Document document;
  if (format == InputFormat::html) {
    document = parse_page(std::move(raw));
  } else if (format == InputFormat::markdown) {
    document = parse_markdown(std::move(raw), note);
  } else {
    take_text(std::move(raw.bytes), document);
  }
  document.id = std::move(raw.id);
  return document;
}

void read_records(std::istream& in, const std::string& path, std::uint32_t& index,
                  const std::function<void(RawDocument&&)>& sink) {
  LineReader lines(in, max_document_bytes);
  std::string line;
  std::uint32_t first = index;
  while (lines.next(line)) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    std::string id = location(path == "-" ? path : fs::path(path).filename().string(), lines.number());
    sink({index++, std::move(id), path, lines.number(), std::move(line)});
  }
  if (lines.too_long()) fail(location(shown(path), lines.number()), too_long());
  if (in.bad()) fail(shown(path), "cannot be read");
  if (index == first) fail(shown(path), "empty: no record");
}

}  // namespace

std::vector<std::string> article_files(const std::vector<std::string>& sources, const ReadSettings& settings,
                                       std::ostream& notes) {
  std::vector<std::string> files;
  for (const std::string& source : sources) {
    if (source == "-") {
      files.push_back(source);
      continue;
    }
    require_file(source);
    if (fs::is_directory(source)) {
      add_folder(source, settings, notes, files);
    } else {
      files.push_back(source);
    }
  }
  return files;
}

void read_raw(const std::vector<std::string>& files, const ReadSettings& settings, std::istream& standard_input,
              const std::function<void(RawDocument&&)>& sink) {
  std::vector<std::string> called_files;
  for (const std::string& file : files) called_files.push_back(called(file, settings));
  std::vector<std::string> ids = ids_of(called_files);
  std::uint32_t index = 0;
  for (std::size_t i = 0; i < files.size(); i++) {
    const std::string& path = files[i];
    std::ifstream file;
    if (path != "-") file.open(path, std::ios::binary);
    if (path != "-" && !file) fail(path, "cannot be opened");
    std::istream& in = path == "-" ? standard_input : file;
    const std::string& name = called_files[i];
    if (format_of(name, settings) == InputFormat::jsonl) {
      read_records(in, name, index, sink);
    } else {
      sink({index++, ids[i], name, 0, whole(in, name)});
    }
  }
}

Document parse_document(RawDocument&& raw, const ReadSettings& settings, std::string& note) {
  std::string path = raw.path;
  std::size_t line = raw.line;
  Document document = raw.line ? parse_record(raw, note) : parse_file(std::move(raw), format_of(path, settings), note);
  document.path = path;
  document.record_line = line;
  if (!document.published) set_published(document, settings.date, PublishedFrom::option);
  if (const Manifest::Entry* entry = settings.manifest.find(path)) {
    if (!entry->source.empty()) document.source = entry->source;
    set_published(document, entry->published, PublishedFrom::manifest);
  }
  return document;
}

}  // namespace claimcheck
