#pragma once

#include "finding.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {

/// The verdicts that the program knows, each described by a rule of the same code in rules/rules.yaml.
namespace verdict {
inline constexpr std::string_view figure_conflict = "CC101", vague_bounds_apart = "CC102",
                                  vague_against_exact = "CC103", same_up_to_rounding = "CC104", hedge_differs = "CC105",
                                  group_drift = "CC106", date_conflict = "CC107", part_exceeds_whole = "CC108",
                                  denied_against_asserted = "CC109", updated_figure = "CC110", falling_toll = "CC111",
                                  counter_quoted_twice = "CC112", ambiguous_date = "CC113", one_origin = "CC114",
                                  same_date = "CC115", quoted_article = "CC116", stale_figure = "CC117",
                                  background_differs = "CC118", parts_against_total = "CC119";
inline constexpr std::string_view all[] = {figure_conflict,     vague_bounds_apart, vague_against_exact,
                                           same_up_to_rounding, hedge_differs,      group_drift,
                                           date_conflict,       part_exceeds_whole, denied_against_asserted,
                                           updated_figure,      falling_toll,       counter_quoted_twice,
                                           ambiguous_date,      one_origin,         same_date,
                                           quoted_article,      stale_figure,       background_differs,
                                           parts_against_total};
}  // namespace verdict

/// One verdict that the reconciler can reach, as rules/rules.yaml describes it. `explain` prints this and nothing else.
struct Rule {
  std::string code;  ///< "CC101"
  std::string name;  ///< "figure-conflict"
  bool on = true;    ///< false for `severity: off`, and where the rule has to be asked for (`on: false`)
  Severity severity = Severity::info;
  std::string what;
  std::string why;
  std::string example;
  std::string silent;  ///< the look-alike that it leaves alone
  std::string where;   ///< file:line of its text
  std::string severity_where;
};

/// How far two figures of one event and size may differ and still count as the same: rules/rules.yaml, `allowances`.
struct Allowance {
  std::vector<std::string> events;  ///< all, if empty
  double from = 0;                  ///< for figures of this size and more,
  std::optional<double> up_to;      ///< up to this one
  double absolute = 0;
  double relative = 0;  ///< a share of the larger figure
  std::string where;    ///< file:line
};

/// The thresholds of the reconciler: rules/rules.yaml, `tolerances`.
struct Tolerances {
  double about = 0.1;              ///< "about 200" stands for figures within this share of it
  double nearly = 0.2;             ///< "nearly 200" reaches this share below it
  double rounding = 0.05;          ///< two roundings of one figure differ by no more than this share
  double plain_rounding = 0.02;    ///< a draft that rounds without saying so may differ from its source by this share
  double undated_days = 3;         ///< an undated incident happened at most so many days before its article
  double story_days = 14;          ///< the same happening is not looked for in articles further apart than this
  double background_days = 60;     ///< what happened so long before its article is told in passing
  double growing_days = 2;         ///< another counter's higher toll so many days later is no conflict
  double repeated_figure = 3;      ///< from here on, the same figure on two days is taken for one event
  double far_apart = 4;            ///< figures that differ more times are of one fact only if both state its place or day
  double distinctive_figure = 10;  ///< from here on, equal figures agree even where neither place nor time is stated
  double passage_words = 12;       ///< the shortest run of words that counts as shared
  double shared_words = 24;        ///< documents that share so many words…
  double shared_share = 0.08;      ///< …and this share of the shorter one are one origin
  std::vector<Allowance> allowances;  ///< the first that fits counts
};

}  // namespace claimcheck
