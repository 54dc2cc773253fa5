#pragma once

#include "document.hpp"

#include <string>

namespace claimcheck {

/// The article in a page: its text, without menus, forms and scripts; where that stands in the page; and the day that
/// the page's metadata gives.
struct HtmlArticle {
  std::string text;
  Markup markup;
  std::optional<Day> published;
};

/// The bytes must be UTF-8.
HtmlArticle read_html(std::string bytes);

}  // namespace claimcheck
