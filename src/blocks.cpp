#include "blocks.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>

namespace claimcheck {
namespace {

using Index = std::uint32_t;
using Key = std::tuple<std::string_view, Dimension, std::string_view, bool>;

/// People are counted with people; anything else only with its own kind.
Key key_of(const Claim& claim, const Taxonomy& taxonomy) {
  std::string_view unit = claim.quantity.dimension == Dimension::count ? std::string_view() : claim.quantity.unit;
  return {claim.event, claim.quantity.dimension, unit, taxonomy.is_a(claim.subject.group, "person")};
}

class Blocks {
 public:
  Blocks(const std::vector<Statement>& statements, const MatchContext& context,
         const std::function<void(Index, Index)>& pair)
      : statements_(statements), context_(context), pair_(pair) {
    published_.reserve(statements_.size());
    for (const Statement& statement : statements_) published_.push_back(statement.document->published);
  }

  void run() {
    assign_blocks();
    pair_by_place();
    pair_by_names();
  }

 private:
  using Range = std::pair<Index, Index>;  ///< a document's statements

  /// Who stands at a place, and who at one within it; each in the order of publication.
  struct Shelf {
    std::vector<Index> at, within;
  };

  const Claim& claim(Index i) const { return *statements_[i].claim; }
  std::optional<Day> published(Index i) const { return published_[i]; }

  void assign_blocks() {
    std::map<Key, Index> blocks;
    std::unordered_map<WordKey, Index> places;
    for (const Statement& statement : statements_) {
      Key key = key_of(*statement.claim, context_.taxonomy);
      block_.push_back(blocks.try_emplace(key, static_cast<Index>(blocks.size())).first->second);
      const auto& place = statement.claim->place;
      place_.push_back(place ? place_named(place->name, places) : nowhere);
    }
  }

  /// A place that the gazetteer does not know lies nowhere and has a number of its own.
  Index place_named(std::string_view name, std::unordered_map<WordKey, Index>& known) {
    auto [entry, fresh] = known.try_emplace(word_key(name), static_cast<Index>(places_.size()));
    if (!fresh) return entry->second;
    Gazetteer::Places& places = places_.emplace_back(context_.gazetteer.places(name));
    if (places.at.empty()) places.at.push_back(entry->second | unknown_place);
    return entry->second;
  }

  bool is_loose(Index i) const { return place_[i] == nowhere || places_[place_[i]].at.front() & unknown_place; }

  /// Block by block, in the order of publication, each statement meets those before it: at its own place, around it and
  /// within it.
  void pair_by_place() {
    std::vector<std::tuple<Index, std::optional<Day>, Index>> order;
    for (Index i = 0; i < statements_.size(); i++)
      if (place_[i] != nowhere) order.emplace_back(block_[i], published(i), i);
    std::sort(order.begin(), order.end());
    std::unordered_map<Index, Shelf> shelves;
    std::vector<Index> met;
    for (std::size_t next = 0; next < order.size(); next++) {
      auto [block, day, i] = order[next];
      if (next > 0 && block != std::get<0>(order[next - 1])) shelves.clear();
      const Gazetteer::Places& places = places_[place_[i]];
      met.clear();
      for (Index place : places.at) {
        Shelf& shelf = shelves[place];
        meet(i, shelf.at, met);
        meet(i, shelf.within, met);
        shelf.at.push_back(i);
      }
      for (Index place : places.around) {
        Shelf& shelf = shelves[place];
        meet(i, shelf.at, met);
        shelf.within.push_back(i);
      }
      std::sort(met.begin(), met.end());
      met.erase(std::unique(met.begin(), met.end()), met.end());
      for (Index other : met)
        if (other != i) pair_(std::min(i, other), std::max(i, other));
    }
  }

  /// Those of a shelf that are not too far away in time: the last ones, and those without a date, which come first.
  void meet(Index i, const std::vector<Index>& shelf, std::vector<Index>& met) const {
    std::size_t last = shelf.size();
    while (last > 0 && published(shelf[last - 1]) && close_in_time(i, shelf[last - 1])) met.push_back(shelf[--last]);
    for (std::size_t k = 0; k < last && !published(shelf[k]); k++) met.push_back(shelf[k]);
  }

  bool close_in_time(Index a, Index b) const {
    if (!published(a) || !published(b)) return true;
    double days = static_cast<double>((*published(a) - *published(b)).count());
    return std::abs(days) <= context_.tolerances.story_days;
  }

  /// Where a place is missing or unknown, the articles have to be of one story.
  void pair_by_names() {
    std::unordered_map<Index, Range> ranges;
    for (Index i = 0; i < statements_.size(); i = ranges[claim(i).document].second)
      ranges[claim(i).document] = own_range(i);
    for (Index i = 0; i < statements_.size();) {
      Range range = ranges[claim(i).document];
      if (any_loose(range)) {
        pair_ranges(range, range);
        for (std::uint32_t relative : context_.kinship.relatives(claim(i).document))
          if (auto other = ranges.find(relative); other != ranges.end()) pair_ranges(range, other->second);
      }
      i = range.second;
    }
  }

  bool any_loose(Range range) const {
    for (Index i = range.first; i < range.second; i++)
      if (is_loose(i)) return true;
    return false;
  }

  Range own_range(Index begin) const {
    Index end = begin;
    while (end < statements_.size() && claim(end).document == claim(begin).document) end++;
    return {begin, end};
  }

  void pair_ranges(Range own, Range others) {
    if (!close_in_time(own.first, others.first)) return;
    for (Index i = own.first; i < own.second; i++)
      for (Index k = others.first; is_loose(i) && k < others.second; k++)
        if (block_[i] == block_[k] && (!is_loose(k) || i < k) && !met_by_place(i, k))
          pair_(std::min(i, k), std::max(i, k));
  }

  bool met_by_place(Index i, Index k) const { return place_[i] != nowhere && place_[i] == place_[k]; }

  static constexpr Index unknown_place = 1u << 31, nowhere = ~0u;

  const std::vector<Statement>& statements_;
  const MatchContext& context_;
  const std::function<void(Index, Index)>& pair_;
  std::vector<std::optional<Day>> published_;  ///< of each statement's article
  std::vector<Index> block_, place_;           ///< of each statement
  std::vector<Gazetteer::Places> places_;      ///< of each name
};

}  // namespace

void for_each_pair(const std::vector<Statement>& statements, const MatchContext& context,
                   const std::function<void(std::uint32_t, std::uint32_t)>& pair) {
  Blocks(statements, context, pair).run();
}

}  // namespace claimcheck
