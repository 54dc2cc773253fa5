#include "attribution.hpp"

namespace claimcheck::grammar {

void read_attributions(const Segmented&, const Sentence&, const Lexicon&, std::vector<AttributionFrame>&) {}

}  // namespace claimcheck::grammar
