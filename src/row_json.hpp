#pragma once

#include "claim.hpp"
#include "date_mention.hpp"
#include "document.hpp"
#include "json_writer.hpp"
#include "quantity.hpp"

namespace claimcheck {

/// The rows of the output contract, each written as one JSON object.
void write_row(JsonWriter&, const Quantity&, const Document&, Field);
void write_row(JsonWriter&, const DateMention&, const Document&, Field);
void write_row(JsonWriter&, const Claim&, const Document&);
inline void write_row(JsonWriter& json, const Claim& claim, const Document& document, Field) {
  write_row(json, claim, document);
}

}  // namespace claimcheck
