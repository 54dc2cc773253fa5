#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace claimcheck {

/// Where the bearer of an event stands beside the event's word, one bit each; rules/lexicon/events.yaml names them.
enum Frame : std::uint8_t {
  frame_none = 0,      ///< an idiom that happens to nobody: "struck a deal"
  frame_active = 1,    ///< the object: "killed 12"
  frame_passive = 2,   ///< the subject of the participle: "12 were killed", "12 killed"
  frame_subject = 4,   ///< the subject: "12 died"
  frame_state = 8,     ///< is, or is left, so: "12 are missing", "left 12 dead"
  frame_of = 16,       ///< behind "of": "the deaths of 12"
  frame_count = 32,    ///< the noun is counted itself: "12 deaths"
  frame_toll = 64,     ///< the figure follows: "the death toll rose to 12"
  frame_manner = 128,  ///< how it ended for a part of those before: "7 shot, 1 fatally"
};

/// What an event can happen to; an event's lexeme carries it as its value.
enum class Bearer : std::uint8_t { anything, person, thing, money };
constexpr std::string_view name(Bearer bearer) {
  constexpr std::string_view names[] = {"anything", "person", "thing", "money"};
  return names[static_cast<std::size_t>(bearer)];
}

constexpr std::optional<Frame> frame_named(std::string_view name) {
  if (name == "active") return frame_active;
  if (name == "passive") return frame_passive;
  if (name == "subject") return frame_subject;
  if (name == "state") return frame_state;
  if (name == "of") return frame_of;
  if (name == "count") return frame_count;
  if (name == "toll") return frame_toll;
  if (name == "manner") return frame_manner;
  if (name == "idiom") return frame_none;
  return std::nullopt;
}

}  // namespace claimcheck
