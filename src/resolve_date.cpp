#include "resolve_date.hpp"

namespace claimcheck {

DateMention resolve_date(const DateExpression& expression, const Segmented& text, const DateContext&) {
  DateMention mention;
  mention.tokens = expression.tokens;
  mention.span = text.span(expression.tokens);
  if (expression.absolute) mention.period = day_period(*expression.absolute);
  return mention;
}

}  // namespace claimcheck
