#pragma once

#include "document.hpp"
#include "finding.hpp"
#include "gazetteer.hpp"
#include "lexicon.hpp"
#include "normalize.hpp"
#include "rules.hpp"
#include "taxonomy.hpp"

#include <vector>

namespace claimcheck {

/// The words and rules of one run, loaded once and shared by all threads.
struct Desk {
  Lexicon lexicon;
  Rules rules;
  Taxonomy taxonomy;
  Gazetteer gazetteer;

  static Desk load(const std::filesystem::path& rules, std::string_view profile = "house",
                   const std::vector<std::filesystem::path>& own_rules = {});
};

/// Reads one document: its title, if it has one, and its text. read → segment → extract → normalize.
std::vector<Reading> read_document(const Document&, std::uint32_t index, const Desk&);

/// Documents with everything that was read in them; a reading's `document` is an index into `documents`.
struct Articles {
  std::vector<Document> documents;
  std::vector<Reading> readings;
};

/// Gives a document that was not told its published date the one that its text gives of itself.
void adopt_published(Document&, const std::vector<Reading>&);

}  // namespace claimcheck
