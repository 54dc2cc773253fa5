#pragma once

#include "passage.hpp"

namespace claimcheck::grammar {

/// The counted noun phrase: "Turkish soldiers", "members of the security forces", "other people".
struct SubjectFrame {
  TokenRange tokens;             ///< the whole phrase, without its figure
  TokenRange head;               ///< the head noun
  TokenRange affiliation;        ///< "Turkish", "Syrian government"; may be empty
  const Lexeme* noun = nullptr;  ///< the head's entry under person or thing; null for an unknown noun
  bool others = false;           ///< "others", "more": stands for somebody named before
  bool attackers = false;        ///< "gunmen", "the bomber"
};

/// Reads the noun phrase at `first`, which stands right behind its figure or determiner ("33 | Turkish soldiers").
bool read_subject(TokenIterator& first, TokenIterator last, const Lexicon&, const Segmented&, SubjectFrame&);

/// One of its kind ("a guard", "a member of the crew"), not "a crowd"; its noun must be known.
bool is_one(const SubjectFrame&, const Segmented&);

/// "12 notebooks", not "12 points" or "the 2030 Agenda".
bool is_countable(const SubjectFrame&, const Segmented&);

/// An unknown noun is a person by its nation ("Danes"), its capital ("SEALs") or its ending ("pollsters").
bool may_be_person(const SubjectFrame&, const Segmented&);

/// Whether a person or thing stands before the noun phrase that begins at `first` must have ended: without one
/// read_subject finds no noun that the lexicon knows.
bool noun_in_reach(TokenIterator first, TokenIterator last);

}  // namespace claimcheck::grammar
