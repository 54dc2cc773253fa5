#pragma once

#include "judge.hpp"
#include "statements.hpp"

#include <optional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace claimcheck {

/// What all pairs together show of each statement: which articles have its figure too, and which have another one.
struct Links {
  using Index = Statements::Index;
  using Side = std::uint64_t;  ///< a statement, and a document
  using Sides = std::vector<Side>;
  using List = std::vector<std::pair<Side, Index>>;  ///< from a side, or a statement, to statements

  static Side side(Index statement, Index document) { return Side{statement} << 32 | document; }
  static bool holds(const Sides&, Side);
  static std::span<const List::value_type> linked(const List&, Side from);

  /// Before anybody looks for anything.
  void sort();

  List agreeing;                ///< from statements to those of other documents
  List rivals;                  ///< from sides to the document's statements
  List parts;                   ///< from a whole and a document to the parts of it that the document gives
  Sides given, given_that_day;  ///< the statement's figure stands in the document too
  std::unordered_map<Index, std::vector<Index>> revised_by;
};

/// What explains a difference away: nothing is in conflict with an article that gives both figures or names the other
/// one beside its own ("revised from 18 to 17"), or whose figures add up to the other one. Without a day that both
/// state, a single person and one of several figures, unless both articles begin with it, are not taken for the other
/// article's figure.
class Explanation {
 public:
  using Index = Statements::Index;

  Explanation(const Statements&, const std::vector<Traits>&, const Links&, const MatchContext&);

  std::optional<Outcome> of(const Judged&) const;

  /// Whether the article of the first has the figure of the second in the same sentence, or right beside its own.
  bool names_beside(Index statement, Index other) const;

 private:
  const Claim& claim(Index statement) const { return statements_.claim(statement); }
  Index document(Index statement) const { return statements_.document(statement); }
  std::optional<Day> published(Index statement) const { return statements_.published(statement); }
  const Tolerances& tolerances() const { return context_.rules.tolerances; }

  bool is_revised(const Judged&) const;
  bool closes(Index newer, Index older) const;
  bool leads(Index statement) const;
  bool is_single(Index statement) const;
  bool adds_up(const Judged&) const;
  bool has_missing(Index where, Index lower, double missing) const;
  bool can_be_of_it(Index statement, Index other) const;
  bool has_closer(Index statement, Index other, double times) const;
  bool has_rivals(Index statement, Index other) const;

  const Statements& statements_;
  const std::vector<Traits>& traits_;  ///< of the statements
  const Links& links_;
  const MatchContext& context_;
};

}  // namespace claimcheck
