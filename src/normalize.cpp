#include "normalize.hpp"

#include "bounds.hpp"
#include "normalize_claims.hpp"

namespace claimcheck {

void normalize(const Segmented& text, const Extraction& found, DateContext context, const Rules& rules, Reading& out) {
  out.quantities = found.quantities;
  for (Quantity& quantity : out.quantities) set_bounds(quantity, rules.profile);
  out.dates.clear();
  for (const DateExpression& expression : found.dates) {
    out.dates.push_back(resolve_date(expression, text, context));
    remember(expression, out.dates.back(), context);
  }
  normalize_claims(text, found, out);
  out.occurrences.clear();
  for (const OccurrenceFrame& frame : found.occurrences)
    out.occurrences.push_back({out.document, out.field, frame.kind->name, out.dates[frame.date], frame.names});
}

}  // namespace claimcheck
