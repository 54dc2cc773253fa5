#pragma once

#include "claimcheck.hpp"

#include <string>
#include <vector>

namespace claimcheck {

/// A draft as `--fix` would write it, and how many findings that settles.
struct FixedDraft {
  std::string bytes;
  std::size_t fixes = 0;
};

/// Spells the figures that findings of numeral style are about the other way. A change after which any figure of the
/// draft would be read as another one is not made.
FixedDraft fix_numeral_style(const Document&, std::uint32_t index, const std::vector<Finding>&, const Desk&);

}  // namespace claimcheck
