#pragma once

#include "date_expression.hpp"
#include "date_mention.hpp"
#include "passage.hpp"

namespace claimcheck {

enum class DateOrder : std::uint8_t { unknown, day_first, month_first };

/// What a document says about how its dates are to be read.
struct DateContext {
  std::optional<Day> published;
  DateOrder order = DateOrder::unknown;  ///< decided by evidence in the document, else by rules/
  std::optional<Period> anchor;          ///< what was named before: "two days earlier", "that year" count from it
  std::optional<Period> quarter;         ///< the quarter that the text is about
};

/// The days that an expression names, given the published date and the news policies of docs/dates.md.
DateMention resolve_date(const DateExpression&, const Segmented&, const DateContext&);

/// Lets the next dates count from this one.
void remember(const DateExpression&, const DateMention&, DateContext&);

}  // namespace claimcheck
