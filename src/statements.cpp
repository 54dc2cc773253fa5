#include "statements.hpp"

namespace claimcheck {

using Index = Statements::Index;

std::optional<Index> Statements::whole_of(Index part) const {
  const auto& claims = all_[part].reading->claims;
  const auto& whole = claim(part).part_of;
  return whole && *whole < claims.size() ? std::optional(index_of(claims[*whole], part)) : std::nullopt;
}

std::optional<Index> Statements::sum_of(Index member) const {
  return claim(member).subgroup ? std::nullopt : whole_of(member);
}

std::vector<Index> Statements::members_of(Index sum) const {
  std::vector<Index> members;
  if (!claim(sum).sum) return members;
  const auto& claims = all_[sum].reading->claims;
  for (const Claim& one : claims)
    if (one.part_of && &claims[*one.part_of] == &claim(sum)) members.push_back(index_of(one, sum));
  return members;
}

bool Statements::replaces(Index newer, Index older) const {
  return claim(newer).earlier && claim(newer).earlier == claim(older).quantity.value && !claim(older).denied;
}

/// The claims of one reading stand near each other.
Index Statements::index_of(const Claim& wanted, Index near) const {
  Index first = near, last = near;
  while (true) {
    if (&claim(first) == &wanted) return first;
    if (&claim(last) == &wanted) return last;
    if (first > 0) first--;
    if (last + 1 < size()) last++;
  }
}

}  // namespace claimcheck
