#include "interval.hpp"
#include "lint/checks.hpp"
#include "lint/citation.hpp"
#include "lint/codes.hpp"
#include "wording.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace claimcheck {
namespace {

class Parts {
 public:
  Parts(const LintArticle& draft, Findings& findings) : draft_(draft), findings_(findings) {}

  void run() const {
    for (const LintText& text : draft_.texts)
      for (const Claim& claim : text.reading->claims) {
        if (claim.subgroup && claim.part_of) check(text, claim, text.reading->claims[*claim.part_of]);
        if (claim.subgroup && !claim.part_of) check_apart(text, claim);
        if (!claim.subgroup) check_exclusive(text, claim);
      }
  }

 private:
  bool is_larger(const Quantity& part, const Quantity& whole) const {
    const Tolerances& tolerances = draft_.desk.rules.tolerances;
    return exceeds(interval_of(part, tolerances), interval_of(whole, tolerances)) && whole.value.value_or(2) > 1;
  }

  static std::string words(const LintText& text, const Claim& claim) {
    std::string figure = words_of(text, claim.quantity.span);
    return claim.subject.text.empty() ? figure : figure + " " + claim.subject.text;
  }

  void report(const LintText& text, const Claim& part, const Claim& whole) const {
    findings_.add(check::part_larger_than_whole,
                  fmt::format("{} among {}: the part is larger than the whole.", words(text, part),
                              inside_sentence(words(text, whole))),
                  {part, whole});
  }

  void check(const LintText& text, const Claim& part, const Claim& whole) const {
    if (is_larger(part.quantity, whole.quantity) && part.denied == whole.denied) report(text, part, whole);
  }

  /// "Among the dead were 25 children": a part of the total that stands before it. Where there are several, it has to
  /// be larger than each.
  void check_apart(const LintText& text, const Claim& part) const {
    const Claim* nearest = nullptr;
    for (const Claim& whole : text.reading->claims) {
      bool counts = whole.event == part.event && !whole.subgroup && !whole.remainder && !whole.denied;
      if (!counts || !draft_.desk.taxonomy.is_a(part.subject.group, whole.subject.group)) continue;
      if (!is_larger(part.quantity, whole.quantity)) return;
      if (whole.span.end <= part.span.begin) nearest = &whole;
    }
    if (nearest && !part.denied) report(text, part, *nearest);
  }

  /// "Twelve people, including eight men and seven women".
  void check_exclusive(const LintText& text, const Claim& whole) const {
    for (const Rules::Partition& partition : draft_.desk.rules.partitions) {
      std::vector<const Claim*> parts = parts_of(text, whole, partition);
      double sum = 0;
      std::vector<std::string> phrases;
      std::vector<Evidence> places{whole};
      for (const Claim* part : parts) {
        sum += part->quantity.value.value_or(0);
        phrases.push_back(words(text, *part));
        places.push_back(*part);
      }
      if (parts.size() < 2 || !whole.quantity.high || sum <= *whole.quantity.high) continue;
      findings_.add(check::part_larger_than_whole,
                    fmt::format("{} make {:.0f}, more than {}.", fmt::join(phrases, " and "), sum,
                                inside_sentence(words(text, whole))),
                    std::move(places));
      return;
    }
  }

  /// One claim for each group of the partition; none if a group is there twice, or one part alone is too large.
  std::vector<const Claim*> parts_of(const LintText& text, const Claim& whole,
                                     const Rules::Partition& partition) const {
    const auto& claims = text.reading->claims;
    std::vector<const Claim*> out;
    for (const Claim& part : claims) {
      if (!part.subgroup || !part.part_of || &claims[*part.part_of] != &whole || part.event != whole.event) continue;
      if (is_larger(part.quantity, whole.quantity)) return {};
      auto is_group = [&](const std::string& group) { return draft_.desk.taxonomy.is_a(part.subject.group, group); };
      if (std::any_of(partition.parts.begin(), partition.parts.end(), is_group)) out.push_back(&part);
    }
    auto twice = [&](const std::string& group) {
      return std::count_if(out.begin(), out.end(), [&](const Claim* part) {
               return draft_.desk.taxonomy.is_a(part->subject.group, group);
             }) > 1;
    };
    bool clear = std::none_of(partition.parts.begin(), partition.parts.end(), twice);
    return clear ? out : std::vector<const Claim*>();
  }

  const LintArticle& draft_;
  Findings& findings_;
};

}  // namespace

void check_parts(const LintArticle& draft, Findings& findings) {
  Parts(draft, findings).run();
}

}  // namespace claimcheck
