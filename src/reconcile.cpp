#include "reconcile.hpp"

namespace claimcheck {

Verdict reconcile(const std::vector<Document>&, const std::vector<Reading>&, const Desk&) { return {}; }

}  // namespace claimcheck
