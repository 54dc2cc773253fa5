#pragma once

#include "profile.hpp"
#include "resolve_date.hpp"
#include "rule.hpp"
#include "token.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace claimcheck {

/// Words and thresholds that a desk may change; the grammar is not among them.
struct Rules {
  Profile profile;
  std::vector<Rule> rules;  ///< by code
  Tolerances tolerances;
  /// A unit as factor and offset of the first unit of its dimension.
  struct Conversion {
    double factor = 1, offset = 0;
  };
  std::map<std::string, Conversion, std::less<>> conversions;
  std::vector<std::string> tolls;      ///< events whose figures grow while they are counted
  std::vector<std::string> ebbing;     ///< of these, the events whose figures fall too: who was missing is found
  std::vector<WordKey> generic_nouns;  ///< "people", "victims": they say no more than that people are meant
  /// Words beside a figure that say how it is to be taken, by what they say.
  std::map<std::string, std::vector<WordKey>, std::less<>> cues;
  bool is_cue(std::string_view cue, WordKey) const;
  /// Groups in which nobody is counted twice; if complete, everybody is in one of them.
  struct Partition {
    std::vector<std::string> parts;
    bool complete = false;
  };
  std::vector<Partition> partitions;
  std::map<std::string, std::vector<std::string>> happenings;  ///< the words for each kind of happening
  std::vector<std::string> once;                  ///< occurrences of which one place sees no two within some days
  std::vector<std::vector<std::string>> kindred;  ///< kinds that may be one happening
  DateOrder date_order = DateOrder::unknown;      ///< for 05/03/2020 where the article gives no evidence
  std::map<std::string, std::string, std::less<>> where;  ///< file:line of each setting, by its key
  std::vector<WordUse> words;                             ///< what the lexicon has to know, or the rules are wrong

  /// Reads `folder`/*.yaml, then the desk's own files, each of which adds to and overrides what was read before it.
  /// Throws ConfigError with file:line:column.
  static Rules load(const std::filesystem::path& folder, std::string_view profile = "house",
                    const std::vector<std::filesystem::path>& own = {});

  /// By code or name, in any case; null if there is none.
  const Rule* find_rule(std::string_view code_or_name) const;
};

/// The tolerances by their names in rules.yaml.
std::vector<std::pair<std::string_view, double>> named_values(const Tolerances&);

}  // namespace claimcheck
