#pragma once

#include <boost/sort/spreadsort/integer_sort.hpp>

#include <algorithm>
#include <concepts>
#include <vector>

namespace claimcheck {

/// Sorts a list and keeps each value once; long lists of numbers are sorted by their bits, which is faster.
template <class Value>
void sort_once(std::vector<Value>& values) {
  if constexpr (std::unsigned_integral<Value>)
    boost::sort::spreadsort::integer_sort(values.begin(), values.end());
  else
    std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace claimcheck
