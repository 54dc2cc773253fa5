#pragma once

#include "claim_view.hpp"

#include <optional>

namespace claimcheck::grammar {

/// Whether a day or a place of the sentence is the claim's own, or belongs to another verb: to what somebody said or
/// decided on that day, to a relative clause of another noun, to what became of the bearers afterwards.
class Attachment : ClaimView {
 public:
  explicit Attachment(const ClaimView& view) : ClaimView(view) {}

  bool takes_day(Index) const;
  bool takes_place(Index) const;

  /// Where the relative clause that the claim stands in begins: "the fire | that | killed 12".
  std::optional<Index> own_relative() const;
  /// The same, but for what is only the object of a verb: "denied | that | 12 were killed".
  std::optional<Index> own_noun_clause() const;

 private:
  bool says_when(Index i) const;
  bool only_listeners(std::uint32_t from, std::uint32_t to) const;
  bool is_verb(const Chunk& chunk) const;
  bool tells_of_happening(Index relative) const;
  bool has_verb() const;
  bool of_later_verb(Index i) const;
  bool compares(const Chunk& chunk) const;
  bool is_embedded() const;
  bool opens_with_after() const;
  bool is_reduced() const;
  bool is_next(Index i, Index relative) const;
  bool leads_on(Index preposition, Index day) const;
  bool describes_antecedent(Index i, Index relative) const;
  bool opens_speech(Index i) const;
  bool of_another_clause(Index i) const;
  bool is_first_time(Index i) const;
  bool dates_talk(Index i) const;
};

}  // namespace claimcheck::grammar
