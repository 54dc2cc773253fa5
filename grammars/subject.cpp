#include "subject.hpp"

namespace claimcheck::grammar {

bool read_subject(TokenIterator&, TokenIterator, const Lexicon&, const Segmented&, SubjectFrame&) { return false; }

}  // namespace claimcheck::grammar
