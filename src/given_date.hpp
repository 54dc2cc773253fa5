#pragma once

#include "calendar.hpp"

#include <string_view>

namespace claimcheck {

/// A published date as a person or a catalogue gives it: 2026-05-12, 12.5.2026, 5/12/26.
struct GivenDate {
  enum class Read : std::uint8_t { no, yes, undecided };
  Read read = Read::no;  ///< undecided: day first and month first give two different days
  Day day{};
};
GivenDate read_given_date(std::string_view);

}  // namespace claimcheck
