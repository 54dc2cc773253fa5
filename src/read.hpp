#pragma once

#include "document.hpp"
#include "manifest.hpp"

#include <functional>
#include <istream>
#include <ostream>
#include <string>
#include <vector>

namespace claimcheck {

enum class InputFormat : std::uint8_t { automatic, text, markdown, html, jsonl };

/// The longest document, and the longest JSONL record, that is read.
constexpr std::size_t max_document_bytes = std::size_t{64} << 20;

/// What is said of the documents from outside.
struct ReadSettings {
  InputFormat format = InputFormat::automatic;
  std::optional<Day> date;  ///< for documents that carry none
  Manifest manifest;
  std::string stdin_name = {};  ///< what standard input is called; empty: "-"
};

/// One document as it lies in its file, not yet checked: a whole file, or one line of JSONL.
struct RawDocument {
  std::uint32_t index = 0;  ///< in the order of the input
  std::string id;           ///< JSONL records may have their own
  std::string path;
  std::size_t line = 0;  ///< of a JSONL record; 0 for a file
  std::string bytes;
};

/// The article files that the sources name: files and - as they are, folders as the files in them, sorted. Files in a
/// folder that are no articles are named on `notes`. Throws InputError for what is missing or holds nothing readable.
std::vector<std::string> article_files(const std::vector<std::string>& sources, const ReadSettings&,
                                       std::ostream& notes);

/// Hands on one raw document after the other; only one is held at a time.
void read_raw(const std::vector<std::string>& files, const ReadSettings&, std::istream& standard_input,
              const std::function<void(RawDocument&&)>& sink);

/// Checks a raw document and makes it a Document. Throws InputError naming the file, and the line where there is one;
/// what can be left out without harm is said in `note`.
Document parse_document(RawDocument&&, const ReadSettings&, std::string& note);

}  // namespace claimcheck
