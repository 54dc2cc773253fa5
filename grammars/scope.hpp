#pragma once

#include "claim_view.hpp"

namespace claimcheck::grammar {

/// Whether a figure is one event's, a running toll, one of a stretch of time, or not asserted at all.
class ScopeReader : ClaimView {
 public:
  explicit ScopeReader(const ClaimView& view) : ClaimView(view) {}

  /// The claim's scope, where its verb has not decided it already.
  Scope scope() const;

 private:
  template <class Parser>
  bool date_has(const Parser&) const;
  bool as_of_date() const;
  bool clause_has(Category category) const;
  bool within_hours() const;
  bool stretches(const Chunk& preposition) const;
  bool is_rate() const;
  bool is_word_at(std::uint32_t i) const;
  bool is_open_question() const;
  bool is_negated(std::uint32_t verb) const;
  bool since_undated() const;
  bool is_possibility() const;
  bool is_condition() const;
  bool is_scheduled() const;
  bool is_of_long_strife() const;
  bool is_running_sum() const;
};

}  // namespace claimcheck::grammar
