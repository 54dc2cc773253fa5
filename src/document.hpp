#pragma once

#include "calendar.hpp"
#include "markup.hpp"
#include "span.hpp"

#include <optional>
#include <string>
#include <vector>

namespace claimcheck {

/// Which text of a document a span points into.
enum class Field : std::uint8_t { text, title };
std::string_view name(Field);

enum class PublishedFrom : std::uint8_t { unknown, manifest, option, record, article };
std::string_view name(PublishedFrom);

/// 1-based line and column; columns count characters (code points), as editors do.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};
Position position_of(std::string_view text, std::uint32_t offset);

/// One article. Spans are byte offsets into `text` (or `title`), which are never altered.
struct Document {
  std::string id;               ///< the file's name, or the JSONL record's id
  std::string path;             ///< as given on the command line; "-" for standard input
  std::string source;           ///< the outlet; empty if unknown
  std::size_t record_line = 0;  ///< the line of a JSONL record in its file; 0 for a file
  std::string title;            ///< a JSONL record's title; empty for files
  std::string text;
  std::vector<std::string> own_sources;  ///< files that the front matter says its figures come from
  std::optional<Markup> markup;          ///< what `text` was taken out of; absent where the text is the file
  std::optional<Day> published;
  PublishedFrom published_from = PublishedFrom::unknown;

  std::string_view field(Field which) const { return which == Field::title ? title : text; }

  /// The bytes as they were given, which is what output points into, and where a span of a field stands in them.
  std::string_view given(Field which) const { return inside_markup(which) ? markup->bytes() : field(which); }
  Span given(Field which, Span span) const { return inside_markup(which) ? markup->in_bytes(span) : span; }
  Position position(Field which, std::uint32_t offset) const;

 private:
  bool inside_markup(Field which) const { return markup && which == Field::text; }
};

}  // namespace claimcheck
