#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace claimcheck {

/// Union-find. A set's representative is its smallest member, so the outcome does not depend on the order of joins.
class DisjointSets {
 public:
  explicit DisjointSets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0); }

  std::uint32_t find(std::uint32_t member) {
    while (parent_[member] != member) member = parent_[member] = parent_[parent_[member]];
    return member;
  }

  void join(std::uint32_t a, std::uint32_t b) {
    a = find(a), b = find(b);
    if (a < b) parent_[b] = a;
    if (b < a) parent_[a] = b;
  }

  /// The sets, each sorted, by their smallest members.
  std::vector<std::vector<std::uint32_t>> sets() {
    std::vector<std::vector<std::uint32_t>> out;
    std::vector<std::uint32_t> place(parent_.size());
    for (std::uint32_t member = 0; member < parent_.size(); member++) {
      std::uint32_t root = find(member);
      if (root == member) place[root] = static_cast<std::uint32_t>(out.size()), out.emplace_back();
      out[place[root]].push_back(member);
    }
    return out;
  }

  /// The sets of these members alone, one after the other.
  template <class Take>
  void for_each_set(const std::vector<std::uint32_t>& members, Take take) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> rooted;
    rooted.reserve(members.size());
    for (std::uint32_t member : members) rooted.emplace_back(find(member), member);
    std::sort(rooted.begin(), rooted.end());
    std::vector<std::uint32_t> set;
    for (std::size_t begin = 0, end = 0; begin < rooted.size(); begin = end) {
      set.clear();
      for (; end < rooted.size() && rooted[end].first == rooted[begin].first; end++) set.push_back(rooted[end].second);
      take(std::as_const(set));
    }
  }

 private:
  std::vector<std::uint32_t> parent_;
};

}  // namespace claimcheck
