#pragma once

#include "date_expression.hpp"
#include "lexicon.hpp"
#include "passage.hpp"
#include "resolve_date.hpp"

#include <optional>
#include <vector>

namespace claimcheck {

/// Where in its own text an article gives its date, the surest last.
enum class PublishedSource : std::uint8_t {
  none,
  page_line,   ///< a line at the head that is only a date; it may be the page's own clock
  timed_line,  ///< the same with a time of day: "21 Feb, 2020 19:53"
  dateline,    ///< "MOSCOW, March 5, 2020 -"
  updated,     ///< "Updated:", "Modified:"
  byline,      ///< "By admin, in Health, at March 5, 2020"
  stamp,       ///< "Issued on:", "Posted:", "Published"
};

/// The published date that an article gives of itself.
struct PublishedDate {
  std::optional<Day> day;
  Span span;
  PublishedSource source = PublishedSource::none;
  bool confirmed = false;                ///< another date in the article, or its weekday, says the same
  bool ambiguous_order = false;          ///< 05/03/2020, and nothing in the article decides
  DateOrder order = DateOrder::unknown;  ///< how the article writes its numeric dates, if it shows that
};

/// Looks for the published date in an article's text, and for what decides between 05/03 and 5 March.
/// `told` is the date that the desk gave, `setting` the order that the rules set: they decide where the text does not.
PublishedDate find_published(const Segmented&, const std::vector<DateExpression>&, const Lexicon&,
                             std::optional<Day> told, DateOrder setting);

}  // namespace claimcheck
