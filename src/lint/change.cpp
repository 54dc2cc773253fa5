#include "lint/checks.hpp"
#include "lint/citation.hpp"
#include "lint/codes.hpp"

#include <fmt/format.h>

#include <cmath>

namespace claimcheck {
namespace {

using grammar::Change;

constexpr double hedged_share = 0.15;  ///< how far, as a share of itself, a change that is "about" so much may be off

/// What the rounded ends of a change can come to.
struct Bounds {
  double least = 0, most = 0;
  bool holds(double value, double slack) const { return value >= least - slack && value <= most + slack; }
};

double value(const Change::Amount& amount) {
  return amount.measure.numeral.value;
}
double half_step(const Change::Amount& amount) {
  const grammar::Numeral& numeral = amount.measure.numeral;
  return numeral.words && numeral.scale == 1 ? 0 : numeral.step / 2;
}

Bounds relative(const Change::Amount& from, const Change::Amount& to) {
  double a = value(from), b = value(to), da = half_step(from), db = half_step(to);
  return {100 * ((b - db) / (a + da) - 1), 100 * ((b + db) / std::max(a - da, 1e-9) - 1)};
}
Bounds absolute(const Change::Amount& from, const Change::Amount& to) {
  double room = half_step(from) + half_step(to), difference = value(to) - value(from);
  return {difference - room, difference + room};
}

bool has(const Change::Amount& amount, Dimension dimension) {
  return amount.measure.unit && amount.measure.dimension() == dimension;
}
bool same_unit(const Change::Amount& a, const Change::Amount& b) {
  if (!a.measure.unit || !b.measure.unit) return a.measure.unit == b.measure.unit;
  return a.measure.unit->name == b.measure.unit->name;
}
bool is_share(const Change::Amount& amount) {
  return has(amount, Dimension::percent) || (amount.measure.numeral.fraction && !amount.measure.unit);
}
bool is_year(const Change::Amount& amount) {
  const grammar::Numeral& n = amount.measure.numeral;
  return !amount.measure.unit && !n.words && n.scale == 1 && n.step == 1 && n.value >= 1900 && n.value < 2100;
}

/// "From 10 to 30 pesos" is from 10 pesos.
Change with_units(Change change) {
  if (change.verb && change.from && change.to && !change.from->measure.unit && !is_year(*change.from))
    change.from->measure.unit = change.to->measure.unit;
  return change;
}

class ChangeCheck {
 public:
  ChangeCheck(const LintText& text, const Change& change, Findings& findings)
      : text_(text), change_(with_units(change)), findings_(findings) {}

  void run() const {
    if (!change_.from || !change_.to || !same_unit(*change_.from, *change_.to)) return;
    if (value(*change_.from) <= 0 || value(*change_.to) <= 0 || is_year(*change_.from)) return;
    if (is_multiple()) return check_multiple();
    if (change_.by)
      check_amount();
    else
      check_direction();
  }

 private:
  bool is_multiple() const { return change_.verb && change_.verb->category == Category::multiple; }
  /// 1 up, -1 down, 0 where only "from" and "to" tell.
  int direction() const {
    if (!change_.verb || is_multiple()) return 0;
    return static_cast<Trend>(change_.verb->code) == Trend::up ? 1 : -1;
  }
  double moved() const { return value(*change_.to) - value(*change_.from); }
  std::string ends() const { return fmt::format("from {} to {}", words(*change_.from), words(*change_.to)); }
  std::string words(const Change::Amount& amount) const { return words_of(text_, text_.text.span(amount.tokens)); }

  void report(std::string_view code, std::string message) const {
    findings_.add(code, std::move(message), figures_at(text_, change_.tokens));
  }

  /// "fell to 20 from 30": nothing stands between the verb and the figures, as it does in "lower rates for homes to".
  bool is_adjacent() const {
    std::uint32_t first = std::min(change_.from->tokens.begin, change_.to->tokens.begin);
    if (change_.by) first = std::min(first, change_.by->tokens.begin);
    return first <= change_.tokens.begin + 2;
  }

  void check_direction() const {
    if (is_adjacent() && direction() * moved() < 0)
      report(check::change_against_figures, fmt::format("{} is a {}.", ends(), moved() < 0 ? "fall" : "rise"));
  }

  void check_amount() const {
    const Change::Amount& by = *change_.by;
    if (direction() * moved() < 0) return check_direction();
    if (is_share(by) && !is_share(*change_.from)) return check_share();
    if (has(*change_.from, Dimension::percent) && has(by, Dimension::percent)) return check_points();
    bool points = has(by, Dimension::percentage_points) && has(*change_.from, Dimension::percent);
    if (same_unit(by, *change_.from) || points) check_difference();
  }

  double slack(double said) const {
    bool hedged = change_.by->hedge != nullptr;
    return half_step(*change_.by) * 1.02 + (hedged ? std::abs(said) * hedged_share : 0);
  }

  void check_share() const {
    bool percent = has(*change_.by, Dimension::percent);
    double said = percent ? value(*change_.by) : 100 * value(*change_.by);
    double sign = moved() < 0 ? -1 : 1, room = percent ? slack(said) : 0.12 * said;
    Bounds can_be = relative(*change_.from, *change_.to);
    // Some cut digits off instead of rounding.
    if (can_be.holds(sign * said, room + (percent ? half_step(*change_.by) : 0))) return;
    double actual = 100 * std::abs(moved()) / value(*change_.from);
    report(percent ? check::change_against_figures : check::multiple_against_figures,
           fmt::format("{} is {} of {:.3g} percent, not {}.", ends(), moved() < 0 ? "a fall" : "a rise", actual,
                       words(*change_.by)));
  }

  /// "rose 3 percent, from 10 percent to 13 percent": these are points.
  void check_points() const {
    double said = value(*change_.by), points = std::abs(moved());
    double sign = moved() < 0 ? -1 : 1;
    if (relative(*change_.from, *change_.to).holds(sign * said, slack(said))) return;
    if (absolute(*change_.from, *change_.to).holds(sign * said, slack(said)))
      return report(check::percent_for_points, fmt::format("{} is {:.3g} percentage points; in percent it is {:.3g}.",
                                                           ends(), points, 100 * points / value(*change_.from)));
    report(check::change_against_figures,
           fmt::format("{} is {:.3g} percentage points or {:.3g} percent, not {}.", ends(), points,
                       100 * points / value(*change_.from), words(*change_.by)));
  }

  void check_difference() const {
    double said = value(*change_.by), sign = moved() < 0 ? -1 : 1;
    if (absolute(*change_.from, *change_.to).holds(sign * said, slack(said))) return;
    report(check::change_against_figures,
           fmt::format("{} is a difference of {:.6g}, not {}.", ends(), std::abs(moved()), words(*change_.by)));
  }

  void check_multiple() const {
    double factor = change_.verb->value, actual = value(*change_.to) / value(*change_.from);
    Hedge hedge = change_.hedge ? static_cast<Hedge>(change_.hedge->code) : Hedge::exact;
    double low = 0.9 * factor, high = 1.15 * factor;
    if (hedge == Hedge::more_than || hedge == Hedge::at_least) low = 0.98 * factor, high = factor + 1;
    if (hedge == Hedge::nearly || hedge == Hedge::less_than) low = 0.75 * factor, high = 1.02 * factor;
    if (hedge == Hedge::about) low = 0.8 * factor, high = 1.25 * factor;
    if (factor < 1) std::swap(low, high), low = 0.75 * factor, high = 1.25 * factor;
    if (actual >= low && actual <= high) return;
    report(check::multiple_against_figures,
           fmt::format("{} is {:.3g} times as much, not “{}”.", ends(), actual, change_.verb->name));
  }

  const LintText& text_;
  const Change change_;
  Findings& findings_;
};

}  // namespace

void check_changes(const LintArticle& draft, Findings& findings) {
  for (const LintText& text : draft.texts)
    for (const Change& change : text.ties.changes) ChangeCheck(text, change, findings).run();
}

}  // namespace claimcheck
