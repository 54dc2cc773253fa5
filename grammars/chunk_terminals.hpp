#pragma once

#include "chunk.hpp"

#include <boost/spirit/home/x3.hpp>

/// Spirit X3 over chunks, as `terminals.hpp` is over tokens.
namespace claimcheck::grammar {

namespace x3 = boost::spirit::x3;
using ChunkIterator = std::vector<Chunk>::const_iterator;

/// One chunk that satisfies a predicate over the iterator, which lets it look at its neighbour.
template <class Predicate>
struct chunk_if : x3::parser<chunk_if<Predicate>> {
  using attribute_type = const Chunk*;
  static constexpr bool has_attribute = true;

  constexpr explicit chunk_if(Predicate wanted) : predicate(wanted) {}

  template <class Context, class RContext, class Attribute>
  bool parse(ChunkIterator& first, const ChunkIterator& last, const Context&, RContext&, Attribute& attribute) const {
    if (first == last || !predicate(first, last)) return false;
    x3::traits::move_to(&*first, attribute);
    ++first;
    return true;
  }

  Predicate predicate;
};

template <class... Kinds>
constexpr auto chunk(Kinds... kinds) {
  return chunk_if([=](ChunkIterator at, ChunkIterator) { return ((at->kind == kinds) || ...); });
}
template <class... Kinds>
constexpr auto other_than(Kinds... kinds) {
  return chunk_if([=](ChunkIterator at, ChunkIterator) { return ((at->kind != kinds) && ...); });
}

}  // namespace claimcheck::grammar
