#include "lint/checks.hpp"
#include "lint/codes.hpp"
#include "lint/wording.hpp"

#include <fmt/format.h>

namespace claimcheck {

void check_weekdays(const Draft& draft, Findings& findings) {
  for (const DraftText& text : draft.texts)
    for (const DateMention& date : text.reading->dates)
      if (date.weekday_mismatch)
        findings.add(check::weekday_against_date,
                     fmt::format("“{}”: the weekday is not the weekday of that date.", text_of(text, date.span)),
                     {evidence(draft, text, date)});
}

}  // namespace claimcheck
