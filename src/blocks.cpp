#include "blocks.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>

namespace claimcheck {
namespace {

using Key = std::tuple<std::string_view, Dimension, std::string_view, std::string_view>;

/// People are counted with people; anything else only with its own kind.
Key key_of(const Claim& claim, const Taxonomy& taxonomy) {
  std::string_view kind = taxonomy.is_a(claim.subject.group, "person") ? "person" : "thing";
  std::string_view unit = claim.quantity.dimension == Dimension::count ? std::string_view() : claim.quantity.unit;
  return {claim.event, claim.quantity.dimension, unit, kind};
}

bool close_in_time(const Statement& a, const Statement& b, double days) {
  if (!a.document->published || !b.document->published) return true;
  return std::abs(static_cast<double>((*a.document->published - *b.document->published).count())) <= days;
}

}  // namespace

void for_each_pair(const std::vector<Statement>& statements, const MatchContext& context,
                   const std::function<void(std::uint32_t, std::uint32_t)>& pair) {
  std::map<Key, std::vector<std::uint32_t>> blocks;
  for (std::uint32_t i = 0; i < statements.size(); i++)
    blocks[key_of(*statements[i].claim, context.taxonomy)].push_back(i);
  for (auto& [key, block] : blocks) {
    auto published = [&](std::uint32_t i) { return statements[i].document->published; };
    std::stable_sort(block.begin(), block.end(), [&](auto a, auto b) { return published(a) < published(b); });
    for (std::size_t i = 0; i < block.size(); i++) {
      for (std::size_t k = i + 1; k < block.size(); k++) {
        bool close = close_in_time(statements[block[i]], statements[block[k]], context.tolerances.story_days);
        if (!close) break;
        pair(std::min(block[i], block[k]), std::max(block[i], block[k]));
      }
    }
  }
}

}  // namespace claimcheck
