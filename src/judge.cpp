#include "judge.hpp"

#include "blocks.hpp"
#include "kinship.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace claimcheck {
namespace {

using Index = std::uint32_t;

bool is_head(const Claim& claim) {
  return claim.field == Field::title || claim.shape == TextShape::headline || claim.shape == TextShape::deck;
}

class Judge {
 public:
  Judge(const std::vector<Statement>& statements, const std::vector<Document>& documents, const Desk& desk)
      : statements_(statements), desk_(desk), kinship_(documents), agreeing_(statements.size()) {}

  std::vector<Judged> run() {
    MatchContext context{desk_.taxonomy, desk_.gazetteer, tolerances()};
    for_each_pair(statements_, context, [&](Index a, Index b) { compare(a, b, context); });
    for (Judged pair : contradictions_)
      if (!is_explained(pair)) judged_.push_back(in_circulation(pair));
    for (Index part = 0; part < statements_.size(); part++) judge_part(part);
    return std::move(judged_);
  }

 private:
  using Side = std::pair<Index, Index>;  ///< a statement, and a document

  const Tolerances& tolerances() const { return desk_.rules.tolerances; }
  const Claim& claim(Index statement) const { return *statements_[statement].claim; }
  Index document(Index statement) const { return claim(statement).document; }
  std::optional<Day> published(Index statement) const { return statements_[statement].document->published; }

  void compare(Index a, Index b, const MatchContext& context) {
    Comparison c = compare_statements(statements_[a], statements_[b], context);
    if (c.overall == Likeness::different && !c.match.only_different(Aspect::time)) return;
    if (document(a) == document(b)) {
      note_within_document(a, b, c);
    } else if (shares_place_or_time(c.match) || kinship_.related(document(a), document(b))) {
      note(a, b, c);
    }
  }

  void note(Index a, Index b, const Comparison& c) {
    if (says_the_same(c)) note_same(a, b, c);
    if (disagree(c)) {
      rivals_[{a, document(b)}].push_back(b);
      rivals_[{b, document(a)}].push_back(a);
    }
    for (const VerdictKind& kind : pair_verdicts())
      if (kind.applies(c, tolerances()))
        (kind.contradicts ? contradictions_ : judged_).push_back({kind.code, a, b, c.match.inferred()});
  }

  void note_same(Index a, Index b, const Comparison& c) {
    given_.insert({{a, document(b)}, {b, document(a)}});
    if (c.match[Aspect::time] == Likeness::same) given_that_day_.insert({{a, document(b)}, {b, document(a)}});
    if (!agree(c, tolerances())) return;
    agreeing_[a].push_back(b);
    agreeing_[b].push_back(a);
    judged_.push_back({agreement, a, b, c.match.inferred()});
  }

  /// Inside one article only a headline and its body are held against each other.
  void note_within_document(Index a, Index b, const Comparison& c) {
    if (is_head(claim(a)) == is_head(claim(b))) return;
    Index head = is_head(claim(a)) ? a : b;
    if (says_the_same(c)) given_.insert({head, document(head)});
    if (disagree(c) && c.match[Aspect::group] == Likeness::same)
      contradictions_.push_back({verdict::figure_conflict, head, head == a ? b : a, true});
  }

  /// Nothing is in conflict with an article that gives both figures or names the other one beside its own ("revised
  /// from 18 to 17"), and an assumed match with one of several figures is no match.
  bool is_explained(const Judged& pair) const {
    const std::set<Side>& given = pair.code == verdict::date_conflict ? given_that_day_ : given_;
    if (given.contains({pair.a, document(pair.b)}) || given.contains({pair.b, document(pair.a)})) return true;
    if (pair.code != verdict::date_conflict && (names_beside(pair.a, pair.b) || names_beside(pair.b, pair.a)))
      return true;
    return pair.inferred && (has_rivals(pair.a, pair.b) || has_rivals(pair.b, pair.a));
  }

  /// Whether the sentence of `statement` also has the figure of `other`.
  bool names_beside(Index statement, Index other) const {
    const Claim& own = claim(statement);
    const std::optional<double>& value = claim(other).quantity.value;
    if (!value) return false;
    const auto& quantities = statements_[statement].reading->quantities;
    return std::any_of(quantities.begin(), quantities.end(), [&](const Quantity& quantity) {
      return quantity.value == value && own.sentence.contains(quantity.span) && !(quantity.span == own.quantity.span);
    });
  }

  bool has_rivals(Index statement, Index other) const {
    auto rivals = rivals_.find({statement, document(other)});
    if (rivals == rivals_.end()) return false;
    const Quantity& first = claim(rivals->second.front()).quantity;
    return std::any_of(rivals->second.begin(), rivals->second.end(), [&](Index rival) {
      return !agree(compare_figures(first, claim(rival).quantity, tolerances()));
    });
  }

  /// A figure that somebody gave before the older article, or still gives after the newer one, is no update.
  Judged in_circulation(Judged pair) const {
    if (pair.code != verdict::updated_figure && pair.code != verdict::falling_toll) return pair;
    bool a_first = published(pair.a) < published(pair.b);
    Index older = a_first ? pair.a : pair.b, newer = a_first ? pair.b : pair.a;
    auto known_before = [&](Index same) { return published(same) && published(same) <= published(older); };
    auto known_after = [&](Index same) { return published(same) && published(same) >= published(newer); };
    const auto &like_newer = agreeing_[newer], &like_older = agreeing_[older];
    if (std::any_of(like_newer.begin(), like_newer.end(), known_before) ||
        std::any_of(like_older.begin(), like_older.end(), known_after))
      pair.code = verdict::figure_conflict;
    return pair;
  }

  /// A part against the total that its own article gives.
  void judge_part(Index part) {
    const Claim& one = claim(part);
    const auto& claims = statements_[part].reading->claims;
    if (!one.part_of || *one.part_of >= claims.size()) return;
    const Claim& total = claims[*one.part_of];
    bool exceeded = exceeds(interval_of(one.quantity, tolerances()), interval_of(total.quantity, tolerances()));
    if (one.event == total.event && one.denied == total.denied && exceeded)
      judged_.push_back({verdict::part_exceeds_whole, index_of(total, part), part, false});
  }

  /// The claims of one reading stand near each other.
  Index index_of(const Claim& wanted, Index near) const {
    Index first = near, last = near;
    while (true) {
      if (&claim(first) == &wanted) return first;
      if (&claim(last) == &wanted) return last;
      if (first > 0) first--;
      if (last + 1 < statements_.size()) last++;
    }
  }

  const std::vector<Statement>& statements_;
  const Desk& desk_;
  Kinship kinship_;
  std::vector<Judged> judged_, contradictions_;
  std::vector<std::vector<Index>> agreeing_;  ///< for each statement, those of other documents
  std::set<Side> given_, given_that_day_;     ///< the statement's figure stands in the document too
  std::map<Side, std::vector<Index>> rivals_;
};

}  // namespace

std::vector<Judged> judge(const std::vector<Statement>& statements, const std::vector<Document>& documents,
                          const Desk& desk) {
  return Judge(statements, documents, desk).run();
}

}  // namespace claimcheck
