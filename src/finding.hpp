#pragma once

#include "claim.hpp"
#include "date_mention.hpp"
#include "fact.hpp"

#include <string>
#include <variant>
#include <vector>

namespace claimcheck {

enum class Severity : std::uint8_t { info, warning, error };
std::string_view name(Severity);
std::optional<Severity> severity_named(std::string_view);

/// A claim as evidence. It stays where it was read, in readings that outlive the verdict; `document` says where that is
/// among the run's documents.
struct ClaimEvidence {
  std::uint32_t document = 0;
  Field field = Field::text;
  const Claim* claim = nullptr;

  ClaimEvidence(const Claim& one) : document(one.document), field(one.field), claim(&one) {}
  ClaimEvidence(const Claim&&) = delete;
};

/// A date as evidence: the mention and the document it stands in.
struct DateEvidence {
  std::uint32_t document = 0;
  Field field = Field::text;
  DateMention date;
};

/// A figure as evidence that is not, or not as such, a claim: a share, a conversion, one end of a change.
struct FigureEvidence {
  std::uint32_t document = 0;
  Field field = Field::text;
  Span sentence;
  Quantity quantity;
};

using Evidence = std::variant<ClaimEvidence, DateEvidence, FigureEvidence>;

/// What the reconciler or a check of `lint` says about one set of claims, dates or figures.
struct Finding {
  std::string_view rule;       ///< "CC101"
  std::string_view rule_name;  ///< "figure-conflict"
  Severity severity = Severity::info;
  std::string_view scope;  ///< "across-sources", "against-sources", "within-document"
  std::string message;
  std::string event;
  std::string place;
  std::optional<Period> when;
  std::vector<Evidence> evidence;
};

/// A finding that the desk lets stand.
struct Suppressed {
  Finding finding;
  std::string_view by;  ///< "inSource" for a comment in the text, "external" for a side file or baseline
  std::string reason;
};

/// Documents that share sentences and count once, with one shared passage as the reason.
struct Origin {
  std::vector<std::uint32_t> documents;
  struct SharedPassage {
    std::uint32_t document;
    Span span;
  };
  std::vector<SharedPassage> shared;  ///< the same passage in two of the documents; empty for a single document
  std::string credit;                 ///< a credit that both carry ("AFP"); empty if none
};

/// Two claims of one event, why they were compared or were not, and what came of it: for `compare --why`.
struct PairReasons {
  Claim a, b;
  std::vector<std::string> reasons;  ///< "both in Idlib", "soldiers are not civilians"
  std::string outcome;               ///< "CC101 figure-conflict", "the figures agree"; empty if not compared
  std::string_view rule;             ///< empty where nothing was reported
};
struct Comparisons {
  std::vector<PairReasons> compared, apart;  ///< no more than a reader can bear
  std::size_t compared_in_all = 0, apart_in_all = 0;
};

/// Everything that `compare` and `lint` print.
struct Verdict {
  std::vector<Finding> findings;
  std::vector<Finding> agreements;
  std::vector<Origin> origins;
  std::optional<Comparisons> comparisons;  ///< only where somebody asked
  std::vector<Fact> facts = {};            ///< what two documents or more give figures for
  std::vector<Suppressed> suppressed = {};
};

}  // namespace claimcheck
