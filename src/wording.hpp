#pragma once

#include "finding.hpp"
#include "rules.hpp"

#include <vector>

namespace claimcheck {

/// What a finding says in one or two sentences. Its evidence must be set; nothing is said that the evidence does not.
std::string message_for(const Finding&, const std::vector<Document>&);

/// "civilians killed in Idlib on 5 March 2020", with what all the evidence shares.
std::string fact_phrase(const Finding&);

/// "5 March 2020", "24 February to 1 March 2020", "since 27 February 2020", "March 2020", "2020".
std::string readable(const Period&);
std::string readable(Day);

/// An event as it stands behind those whom it happened to: "killed"; nothing for what the subject says itself ("votes",
/// "attacks").
std::string event_words(std::string_view event);
/// "Protesters" need not be protesting.
bool is_said_by(const std::string& subject, const std::string& event);

/// The words of a figure, on one line: "more than 3,000".
std::string figure_words(const Claim&, const Document&);

/// "A dozen" as it stands inside a sentence; "AFAD" as it is.
std::string inside_sentence(std::string words);

/// "in Idlib", "in the Philippines".
std::string in_place(std::string_view name);

/// "1,000,000", "2.5".
std::string with_separators(double);

/// "One origin: a.txt, b.txt, both with the credit AFP"
std::string origin_words(const Origin&, const std::vector<Document>&);

/// Who is printed beside a figure: the outlet, or the file where the outlet is unknown.
const std::string& source_name(const Document&);

}  // namespace claimcheck
