#include "blocks.hpp"

#include "sort_once.hpp"

#include <boost/sort/spreadsort/integer_sort.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <span>
#include <unordered_map>

namespace claimcheck {
namespace {

using Index = std::uint32_t;

/// Days since the epoch; the documents of which no day is known come first.
using Date = std::int32_t;
constexpr Date undated = std::numeric_limits<Date>::min();

Date date_of(const std::optional<Day>& day) {
  return day ? static_cast<Date>(day->time_since_epoch().count()) : undated;
}

/// A place that a claim states, or one around that.
struct Spot {
  Index place = 0;
  bool around = false;
  friend auto operator<=>(const Spot&, const Spot&) = default;
};
using Spots = std::vector<Spot>;

/// The first place at which two names meet: both state it, or one states it and the other lies within it.
std::optional<Index> meeting_place(const Spots& a, const Spots& b) {
  for (auto i = a.begin(), k = b.begin(); i != a.end() && k != b.end();) {
    if (i->place == k->place && !(i->around && k->around)) return i->place;
    bool first = i->place <= k->place, second = k->place <= i->place;
    i += first, k += second;
  }
  return std::nullopt;
}

/// A claim on the shelf of a place, where those who state the place stand before those who state one within it, each
/// in the order of publication.
struct Entry {
  Spot spot;
  Date published = undated;
  Index claim = 0;
  Index name = 0;  ///< of the place that the claim states
  friend auto operator<=>(const Entry&, const Entry&) = default;
};
using Shelf = std::span<const Entry>;

class Blocks {
 public:
  Blocks(const std::vector<Traits>& claims, const MatchContext& context, const std::function<void(Index, Index)>& pair)
      : claims_(claims),
        context_(context),
        pair_(pair),
        reach_(static_cast<Date>(std::floor(context.rules.tolerances.story_days))),
        person_(context.taxonomy.number("person")) {}

  void run() {
    assign_blocks();
    pair_by_place();
    pair_by_names();
  }

 private:
  struct Range {
    Index first = 0, last = 0;

    bool empty() const { return first == last; }
  };

  const Claim& claim(Index i) const { return *claims_[i].statement->claim; }

  Date published(Index i) const { return published_[i]; }
  bool is_loose(Index i) const { return place_[i] == nowhere || spots_[place_[i]].front().place & unknown_place; }

  /// People are counted with people; anything else only with its own kind.
  WordKey kind_of(const Traits& traits) const {
    bool people = context_.taxonomy.is_a(traits.group, person_);
    return traits.event ^ std::rotl(traits.unit, 21) ^ (people ? 1 : 0);
  }

  void assign_blocks() {
    std::unordered_map<WordKey, Index> blocks, places;
    for (Index i = 0; i < claims_.size(); i++) {
      const Traits& traits = claims_[i];
      Index document = claim(i).document;
      if (document >= ranges_.size()) ranges_.resize(document + 1);
      if (ranges_[document].empty()) ranges_[document].first = i;
      ranges_[document].last = i + 1;
      published_.push_back(date_of(traits.statement->document->published));
      block_.push_back(blocks.try_emplace(kind_of(traits), static_cast<Index>(blocks.size())).first->second);
      place_.push_back(traits.place ? place_named(traits, places) : nowhere);
    }
    placed_.resize(blocks.size());
    for (Index i = 0; i < claims_.size(); i++)
      if (place_[i] != nowhere) placed_[block_[i]].push_back(i);
  }

  /// A place that the gazetteer does not know lies nowhere and has a number of its own.
  Index place_named(const Traits& traits, std::unordered_map<WordKey, Index>& known) {
    auto [entry, fresh] = known.try_emplace(traits.place, static_cast<Index>(spots_.size()));
    if (!fresh) return entry->second;
    Gazetteer::Places places = context_.gazetteer.places(traits.statement->claim->place->name);
    Spots& spots = spots_.emplace_back();
    if (places.at.empty()) spots.push_back({entry->second | unknown_place, false});
    for (Index place : places.at) spots.push_back({place, false});
    for (Index place : places.around) spots.push_back({place, true});
    std::sort(spots.begin(), spots.end());
    auto one_place = [](const Spot& a, const Spot& b) { return a.place == b.place; };
    spots.erase(std::unique(spots.begin(), spots.end(), one_place), spots.end());
    return entry->second;
  }

  /// Block by block, and place by place within it: long lists are put in order by the bits of the place, short ones by
  /// the whole of an entry.
  void pair_by_place() {
    std::vector<Entry> entries, shelf;
    std::vector<std::uint64_t> order;  ///< the place above where its entry stands
    for (const std::vector<Index>& block : placed_) {
      entries.clear(), order.clear();
      add_entries(block, entries);
      for (std::size_t i = 0; i < entries.size(); i++) order.push_back(std::uint64_t{entries[i].spot.place} << 32 | i);
      boost::sort::spreadsort::integer_sort(order.begin(), order.end());
      for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
        shelf.clear();
        for (; end < order.size() && order[end] >> 32 == order[begin] >> 32; end++)
          shelf.push_back(entries[static_cast<Index>(order[end])]);
        std::sort(shelf.begin(), shelf.end());
        auto around = std::find_if(shelf.begin(), shelf.end(), [](const Entry& entry) { return entry.spot.around; });
        pair_on_shelf({shelf.begin(), around}, {around, shelf.end()});
      }
    }
  }

  /// Nobody is met around a place that nobody states.
  void add_entries(const std::vector<Index>& block, std::vector<Entry>& entries) const {
    std::vector<Index> stated;
    for (Index i : block)
      for (Spot spot : spots_[place_[i]])
        if (!spot.around) stated.push_back(spot.place);
    sort_once(stated);
    for (Index i : block)
      for (Spot spot : spots_[place_[i]])
        if (!spot.around || std::binary_search(stated.begin(), stated.end(), spot.place))
          entries.push_back({spot, published(i), i, place_[i]});
  }

  /// Each of those who state the place meets those before it, and all within the place.
  void pair_on_shelf(Shelf stated, Shelf within) {
    for (std::size_t i = 0; i < stated.size(); i++) {
      for_those_near(stated[i].published, stated.first(i), [&](const Entry& other) { meet(stated[i], other); });
      for_those_near(stated[i].published, within, [&](const Entry& other) { meet(stated[i], other); });
    }
  }

  /// Those of a shelf that are not too far away in time; nobody knows that of those without a date.
  template <class Take>
  void for_those_near(Date date, Shelf shelf, Take take) const {
    auto is_before = [](const Entry& entry, Date first) { return entry.published < first; };
    auto dated = std::lower_bound(shelf.begin(), shelf.end(), undated + 1, is_before);
    auto first = date == undated ? dated : std::lower_bound(dated, shelf.end(), date - reach_, is_before);
    auto last = date == undated ? shelf.end() : std::lower_bound(first, shelf.end(), date + reach_ + 1, is_before);
    std::for_each(shelf.begin(), dated, take);
    std::for_each(first, last, take);
  }

  /// Two who meet at several places are a pair at the first of them.
  void meet(const Entry& entry, const Entry& other) {
    if (meeting_place(spots_[entry.name], spots_[other.name]) == entry.spot.place)
      pair_(std::min(entry.claim, other.claim), std::max(entry.claim, other.claim));
  }

  /// Where a place is missing or unknown, the articles have to be of one story.
  void pair_by_names() {
    for (Index document = 0; document < ranges_.size(); document++) {
      const Range& own = ranges_[document];
      if (!any_loose(own)) continue;
      pair_ranges(own, own);
      for (Index relative : context_.kinship.relatives(document, reach_))
        if (relative < ranges_.size()) pair_ranges(own, ranges_[relative]);
    }
  }

  bool any_loose(const Range& range) const {
    for (Index i = range.first; i < range.last; i++)
      if (is_loose(i)) return true;
    return false;
  }

  void pair_ranges(const Range& own, const Range& others) {
    for (Index i = own.first; i < own.last; i++)
      for (Index k = others.first; is_loose(i) && k < others.last; k++)
        if (block_[i] == block_[k] && (!is_loose(k) || i < k) && !met_by_place(i, k))
          pair_(std::min(i, k), std::max(i, k));
  }

  bool met_by_place(Index i, Index k) const { return place_[i] != nowhere && place_[i] == place_[k]; }

  static constexpr Index unknown_place = 1u << 31, nowhere = ~0u;

  const std::vector<Traits>& claims_;
  const MatchContext& context_;
  const std::function<void(Index, Index)>& pair_;
  const Date reach_;
  const Taxonomy::Number person_;
  std::vector<Date> published_;             ///< of each claim's article
  std::vector<Index> block_, place_;        ///< of each claim
  std::vector<Range> ranges_;               ///< each document's claims
  std::vector<std::vector<Index>> placed_;  ///< the claims of each block that state a place
  std::vector<Spots> spots_;                ///< of each name
};

}  // namespace

void for_each_pair(const std::vector<Traits>& claims, const MatchContext& context,
                   const std::function<void(std::uint32_t, std::uint32_t)>& pair) {
  Blocks(claims, context, pair).run();
}

}  // namespace claimcheck
