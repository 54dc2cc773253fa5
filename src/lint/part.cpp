#include "interval.hpp"
#include "lint/checks.hpp"
#include "lint/citation.hpp"
#include "lint/codes.hpp"

#include <fmt/format.h>

namespace claimcheck {

void check_parts(const LintArticle& draft, Findings& findings) {
  const Tolerances& tolerances = draft.desk.rules.tolerances;
  for (const LintText& text : draft.texts)
    for (const Claim& part : text.reading->claims) {
      if (!part.part_of || !part.subgroup) continue;
      const Claim& whole = text.reading->claims[*part.part_of];
      bool larger = exceeds(interval_of(part.quantity, tolerances), interval_of(whole.quantity, tolerances));
      if (larger && whole.quantity.value.value_or(2) > 1 && part.event == whole.event && part.denied == whole.denied)
        findings.add(
            check::part_larger_than_whole,
            fmt::format("{} {} among {} {}: the part is larger than the whole.", words_of(text, part.quantity.span),
                        part.subject.text, words_of(text, whole.quantity.span), whole.subject.text),
            {part, whole});
    }
}

}  // namespace claimcheck
