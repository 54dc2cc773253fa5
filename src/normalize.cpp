#include "normalize.hpp"

#include "normalize_claims.hpp"

namespace claimcheck {

void set_bounds(Quantity& quantity, const Profile& profile) {
  bool whole = quantity.dimension == Dimension::count && quantity.value && *quantity.value == static_cast<double>(static_cast<long long>(*quantity.value));
  double beyond = whole ? 1 : 0;
  switch (quantity.hedge) {
    case Hedge::exact: quantity.low = quantity.high = quantity.value; break;
    case Hedge::about: quantity.low = quantity.high = quantity.value; break;
    case Hedge::at_least: quantity.low = quantity.value, quantity.high.reset(); break;
    case Hedge::more_than: quantity.low = *quantity.value + beyond, quantity.high.reset(); break;
    case Hedge::up_to: quantity.high = quantity.value, quantity.low.reset(); break;
    case Hedge::less_than: quantity.high = *quantity.value - beyond, quantity.low.reset(); break;
    case Hedge::nearly: quantity.high = quantity.value, quantity.low.reset(); break;
    case Hedge::range: break;
    case Hedge::vague:
      if (auto bounds = profile.vague.find(quantity.vague); bounds != profile.vague.end())
        quantity.low = bounds->second.low, quantity.high = bounds->second.high;
      break;
  }
}

void normalize(const Segmented& text, const Extraction& found, const Document& document, const Rules& rules, Reading& out) {
  out.quantities = found.quantities;
  for (Quantity& quantity : out.quantities) set_bounds(quantity, rules.profile);
  out.dates.clear();
  DateContext context{document.published, rules.date_order, {}, {}};
  for (const DateExpression& expression : found.dates) {
    out.dates.push_back(resolve_date(expression, text, context));
    remember(expression, out.dates.back(), context);
  }
  normalize_claims(text, found, out);
}

}  // namespace claimcheck
