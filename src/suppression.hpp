#pragma once

#include "finding.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace claimcheck {

/// A place where the desk has decided that a finding may stand: a comment in the draft
/// (<!-- claimcheck: allow CC101 reason="…" until=2026-12-01 text="…" -->), or an entry of a side file.
struct Suppression {
  std::vector<std::string> rules;  ///< codes or names
  std::string reason;
  std::optional<Day> until;               ///< the last day on which it holds
  std::string words;                      ///< the finding's words, on one line, hold these; empty for any
  std::string where;                      ///< file:line:column of the comment or entry
  std::filesystem::path file;             ///< of a side file's entry: the text that is meant
  std::optional<std::uint32_t> document;  ///< of a comment: the draft that it stands in
  Span covers;                            ///< of a comment: the bytes of the paragraph that it is about
};

/// The comments in a document, in order. One that is not understood is said in `notes` and allows nothing.
std::vector<Suppression> suppressions_in(const Document&, std::uint32_t index, std::vector<std::string>& notes);

/// The entries of a side file: a YAML list of {rule, file, text, reason, until}. Throws ConfigError.
std::vector<Suppression> suppressions_of(const std::filesystem::path& side_file);

/// Moves the findings that are allowed on that day to `verdict.suppressed`. What has expired and what has no finding to
/// allow is said in `notes`.
void suppress(const std::vector<Suppression>&, Day today, const std::vector<Document>&, Verdict&,
              std::vector<std::string>& notes);

/// The comments of a plain text, which are no part of what it says.
std::vector<Span> suppression_comments(std::string_view text);

}  // namespace claimcheck
