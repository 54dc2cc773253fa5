#include "normalize_claims.hpp"

#include <algorithm>

namespace claimcheck {
namespace {

/// The words of a span on one line: a figure's noun phrase may be wrapped in the text.
std::string words(const Segmented& text, TokenRange range) {
  std::string out;
  for (char c : text.span(range).of(text.text)) {
    bool space = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (space && (out.empty() || out.back() == ' ')) continue;
    out += space ? ' ' : c;
  }
  return out;
}

Quantity one_bearer(const Segmented& text, const ClaimFrame& frame) {
  Quantity quantity;
  quantity.tokens = frame.counter;
  quantity.span = text.span(quantity.tokens);
  quantity.value = quantity.low = quantity.high = frame.none ? 0 : 1;
  return quantity;
}

Quantity figure_of(const Segmented& text, const ClaimFrame& frame, Quantity quantity) {
  if (!frame.latest) return quantity;
  quantity.tokens = frame.latest_tokens;
  quantity.span = text.span(frame.latest_tokens);
  quantity.value = quantity.low = quantity.high = frame.latest;
  quantity.hedge = Hedge::exact;
  return quantity;
}

/// What the members of a list come to; none of them is hedged but by "at least" or "more than".
void add_up(const Segmented& text, const ClaimFrame& frame, std::uint32_t index, const Extraction& found,
            const std::vector<Claim>& claims, Quantity& sum) {
  sum.tokens = frame.counter;
  sum.span = text.span(frame.counter);
  double low = frame.singles;
  for (std::size_t i = 0; i < claims.size(); i++) {
    if (found.claims[i].part_of != index) continue;
    low += claims[i].quantity.low.value_or(0);
    if (!claims[i].quantity.high) sum.hedge = Hedge::at_least;
  }
  sum.value = sum.low = low;
  sum.high = sum.hedge == Hedge::exact ? std::optional(low) : std::nullopt;
}

/// Of "from 18 to 17", which is read as a range, the figure that is not the later one.
std::optional<double> earlier_of(const ClaimFrame& frame, const Quantity& range) {
  if (!frame.latest) return std::nullopt;
  return range.low == frame.latest ? range.high : range.low;
}

Subject subject_of(const Segmented& text, const ClaimFrame& frame) {
  Subject subject;
  subject.span = text.span(frame.subject);
  subject.text = words(text, frame.subject);
  if (frame.noun)
    subject.group = frame.noun->name;
  else if (frame.event && bearer_of(*frame.event) == Bearer::person)
    subject.group = "person";
  else if (frame.event && bearer_of(*frame.event) == Bearer::money)
    subject.group = "money";
  if (!frame.affiliation.empty()) subject.affiliation = words(text, frame.affiliation);
  return subject;
}

std::optional<When> when_of(const ClaimFrame& frame, const Reading& reading) {
  if (!frame.date) return std::nullopt;
  const DateMention& date = reading.dates[*frame.date];
  if (!date.period) return std::nullopt;
  When when{date.span, frame.at_start ? beginning_of(*date.period) : *date.period};
  if (frame.since) when.period.last.reset();
  return when;
}

/// A stock such as the displaced is counted up to now: "a million have fled", "in December an attack drove out a
/// million".
bool running(const ClaimFrame& frame, const std::optional<When>& when) {
  if (!frame.event || !frame.event->running || frame.scope != Scope::incident) return false;
  if (!when) return frame.perfect;
  return when->period.precision != Precision::day && when->period.precision != Precision::week;
}

Scope scope_of(const ClaimFrame& frame, const std::optional<When>& when) {
  bool open = when && when->period.first && !when->period.last;
  return frame.scope == Scope::incident && open ? Scope::cumulative : frame.scope;
}

std::string_view event_of(const ClaimFrame& frame) {
  if (!frame.event) return "count";
  return frame.mixed || frame.event->counts_as.empty() ? frame.event->name : frame.event->counts_as;
}

Claim resolve(const Segmented& text, const ClaimFrame& frame, const Reading& reading) {
  Claim claim;
  claim.document = reading.document;
  claim.field = reading.field;
  claim.span = text.span(frame.tokens);
  claim.sentence = text.sentences[frame.sentence].span;
  claim.shape = text.sentences[frame.sentence].shape;
  claim.event = event_of(frame);
  claim.subject = subject_of(text, frame);
  claim.quantity =
      frame.quantity ? figure_of(text, frame, reading.quantities[*frame.quantity]) : one_bearer(text, frame);
  claim.quantity.role = Role::claim;
  if (frame.quantity) claim.earlier = earlier_of(frame, reading.quantities[*frame.quantity]);
  if (!frame.place.empty()) claim.place = Place{text.span(frame.place), words(text, frame.place)};
  claim.when = when_of(frame, reading);
  claim.scope = running(frame, claim.when) ? Scope::cumulative : scope_of(frame, claim.when);
  if (claim.when && running(frame, claim.when)) claim.when->period.last.reset();
  if (!frame.attribution.empty())
    claim.attribution = Attribution{text.span(frame.attribution), words(text, frame.attribution),
                                    frame.claimant ? std::string_view(frame.claimant->kind) : ""};
  claim.part_of = frame.part_of;
  claim.subgroup = frame.subgroup;
  claim.remainder = frame.remainder;
  claim.sum = frame.sum;
  claim.with_attackers = frame.with_attackers;
  claim.denied = frame.denied;
  claim.quoted = frame.quoted;
  return claim;
}

}  // namespace

void normalize_claims(const Segmented& text, const Extraction& found, Reading& out) {
  out.claims.clear();
  out.claims.reserve(found.claims.size());
  for (const ClaimFrame& frame : found.claims) {
    out.claims.push_back(resolve(text, frame, out));
    if (frame.quantity) out.quantities[*frame.quantity].role = Role::claim;
  }
  for (std::uint32_t i = 0; i < found.claims.size(); i++)
    if (found.claims[i].sum) add_up(text, found.claims[i], i, found, out.claims, out.claims[i].quantity);
}

}  // namespace claimcheck
