#include "bounds.hpp"

#include <cmath>

namespace claimcheck {
namespace {

std::optional<double> times(std::optional<double> bound, double factor) {
  return bound ? std::optional(*bound * factor) : std::nullopt;
}

void set_vague_bounds(Quantity& quantity, const Profile& profile) {
  quantity.low = quantity.high = std::nullopt;
  auto entry = profile.vague.find(quantity.vague);
  if (entry == profile.vague.end()) return;
  quantity.low = times(entry->second.low, quantity.vague_scale);
  quantity.high = times(entry->second.high, quantity.vague_scale);
}

}  // namespace

double beyond(double value, Dimension dimension) {
  return dimension == Dimension::count && value == std::floor(value) ? 1 : 0;
}

void set_bounds(Quantity& quantity, const Profile& profile) {
  if (quantity.hedge == Hedge::vague) return set_vague_bounds(quantity, profile);
  if (!quantity.value) return;
  double value = *quantity.value, strict = beyond(value, quantity.dimension);
  quantity.low = quantity.high = std::nullopt;
  switch (quantity.hedge) {
    case Hedge::exact:
    case Hedge::about:
      quantity.low = quantity.high = value;
      break;
    case Hedge::at_least:
      quantity.low = value;
      break;
    case Hedge::more_than:
      quantity.low = value + strict;
      break;
    case Hedge::up_to:
    case Hedge::nearly:
      quantity.high = value;
      break;
    case Hedge::less_than:
      quantity.high = value - strict;
      break;
    case Hedge::range:
    case Hedge::vague:
      break;
  }
}

}  // namespace claimcheck
