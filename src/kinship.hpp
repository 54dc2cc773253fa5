#pragma once

#include "document.hpp"
#include "lexicon.hpp"
#include "words.hpp"

#include <boost/unordered/unordered_flat_map.hpp>
#include <span>

#include <vector>

namespace claimcheck {

/// Whether documents tell the same story: they have names in common. Asked only where two claims share no stated place
/// or day.
class Kinship {
 public:
  class Reader;
  Kinship(const std::vector<Document>&, const Lexicon&);

  bool related(std::uint32_t a, std::uint32_t b) const;

  /// The documents that are related to one, by names that not too many documents have, and were published so many days
  /// before or after it, or nobody knows when; sorted.
  std::vector<std::uint32_t> relatives(std::uint32_t document, std::int32_t days) const;

  /// Whether a document has every word of a phrase, written with a capital.
  bool names(std::uint32_t document, std::string_view phrase) const;

 private:
  Kinship() = default;

  using Name = std::uint32_t;  ///< names are numbered as they come
  using Names = std::vector<Name>;

  /// The capitalised words of documents, those of one side by side and sorted.
  struct Lists {
    struct Range {
      std::size_t begin = 0, end = 0;
    };
    Names names;
    std::vector<Range> ranges;  ///< by document

    std::span<const Name> of(std::uint32_t document) const {
      return std::span(names).subspan(ranges[document].begin, ranges[document].end - ranges[document].begin);
    }
    void add(std::uint32_t document, Names&);
  };

  using Days = std::int32_t;  ///< since the epoch

  /// A document by the day on which it was published, so that those of some days stand side by side.
  struct Holder {
    Days published;
    std::uint32_t document;
  };
  using Shelf = std::span<const Holder>;

  /// The documents that have each name, in one list, and where each name's end in it.
  struct Holders {
    std::vector<Holder> documents;
    std::vector<std::uint32_t> ends;

    Shelf of(Name name) const {
      std::uint32_t begin = name == 0 ? 0 : ends[name - 1];
      return Shelf(documents).subspan(begin, ends[name] - begin);
    }
  };

  Holders holders(const Lists&) const;
  bool is_distinctive(Name name) const;
  /// Whether so many names in common, or such ones, make two documents of one story.
  bool tie(const Names& common) const;

  boost::unordered_flat_map<WordKey, Name> numbers_;
  Lists certain_, possible_;     ///< those inside sentences are names, the others may be
  std::vector<Days> published_;  ///< by document
  Holders certain_holders_, possible_holders_;
};

/// Makes a Kinship of documents whose words somebody else reads too.
class Kinship::Reader {
 public:
  Reader(const std::vector<Document>&, const Lexicon&);
  void add(std::uint32_t document, const std::vector<PlainWord>&);
  Kinship kinship() &&;

 private:
  const std::vector<Document>& documents_;
  const Lexicon& lexicon_;
  Kinship kinship_;
  Names certain_, possible_;  ///< of the document that is being read
};

}  // namespace claimcheck
