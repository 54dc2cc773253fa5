#pragma once

#include "passage.hpp"
#include "quantity.hpp"
#include "terminals.hpp"

#include <algorithm>
#include <span>

/// The figures that were read already, as terminals of a grammar that says how they stand to each other.
namespace claimcheck::grammar {

struct PlacedFigures {
  const Segmented& text;
  std::span<const Quantity> figures;  ///< of one sentence, in order

  const Quantity* at(Iterator token) const {
    auto index = static_cast<std::uint32_t>(token - text.tokens.begin());
    auto found = std::lower_bound(figures.begin(), figures.end(), index,
                                  [](const Quantity& figure, std::uint32_t i) { return figure.tokens.begin < i; });
    return found != figures.end() && found->tokens.begin == index ? &*found : nullptr;
  }
};

/// `x3::with<figures_tag>(figures)[p]` is how a grammar sees them.
struct figures_tag;

/// A figure that satisfies the predicate; its attribute is the figure.
template <class Predicate>
struct placed_figure : x3::parser<placed_figure<Predicate>> {
  using attribute_type = const Quantity*;
  static constexpr bool has_attribute = true;

  constexpr explicit placed_figure(Predicate wanted) : predicate(wanted) {}

  template <class Context, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RContext&, Attribute& attribute) const {
    if (first == last) return false;
    const PlacedFigures& placed = x3::get<figures_tag>(context);
    const Quantity* figure = placed.at(first);
    if (!figure || !predicate(*figure)) return false;
    Iterator behind = placed.text.at(figure->tokens.end);
    if (behind > last) return false;
    first = behind;
    x3::traits::move_to(figure, attribute);
    return true;
  }

  Predicate predicate;
};

}  // namespace claimcheck::grammar
