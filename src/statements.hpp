#pragma once

#include "match.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace claimcheck {

/// The statements of a run by their indexes; those of one document stand together, in the order of the text.
class Statements {
 public:
  using Index = std::uint32_t;

  explicit Statements(const std::vector<Statement>& all) : all_(all) {}

  Index size() const { return static_cast<Index>(all_.size()); }
  const Statement& operator[](Index statement) const { return all_[statement]; }
  const Claim& claim(Index statement) const { return *all_[statement].claim; }
  Index document(Index statement) const { return claim(statement).document; }
  std::optional<Day> published(Index statement) const { return all_[statement].document->published; }

  /// The total, or the list, that a claim is a part of.
  std::optional<Index> whole_of(Index part) const;
  /// The list that a claim is a member of.
  std::optional<Index> sum_of(Index member) const;
  std::vector<Index> members_of(Index sum) const;

  /// Whether the first says that its figure stands in the place of one like the second.
  bool replaces(Index newer, Index older) const;

 private:
  Index index_of(const Claim&, Index near) const;

  const std::vector<Statement>& all_;
};

}  // namespace claimcheck
