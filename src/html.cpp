#include "html.hpp"

#include <gumbo.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace claimcheck {
namespace {

using nlohmann::json;

template <class Visit>
void each_child(const GumboNode& node, Visit visit) {
  if (node.type != GUMBO_NODE_ELEMENT) return;
  const GumboVector& children = node.v.element.children;
  for (unsigned i = 0; i < children.length; i++) visit(*static_cast<const GumboNode*>(children.data[i]));
}

bool is_element(const GumboNode& node, std::initializer_list<GumboTag> tags) {
  return node.type == GUMBO_NODE_ELEMENT && std::find(tags.begin(), tags.end(), node.v.element.tag) != tags.end();
}

std::string_view attribute(const GumboNode& node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found ? found->value : "";
}

bool is_page_furniture(const GumboNode& node) {
  return is_element(node, {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_NAV,
                           GUMBO_TAG_ASIDE, GUMBO_TAG_FOOTER, GUMBO_TAG_FORM, GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT,
                           GUMBO_TAG_SVG, GUMBO_TAG_TEXTAREA, GUMBO_TAG_IFRAME, GUMBO_TAG_HEAD}) ||
         (node.type == GUMBO_NODE_ELEMENT && gumbo_get_attribute(&node.v.element.attributes, "hidden"));
}

bool is_block(const GumboNode& node) {
  return is_element(node,
                    {GUMBO_TAG_P,       GUMBO_TAG_DIV,        GUMBO_TAG_H1,     GUMBO_TAG_H2,         GUMBO_TAG_H3,
                     GUMBO_TAG_H4,      GUMBO_TAG_H5,         GUMBO_TAG_H6,     GUMBO_TAG_LI,         GUMBO_TAG_UL,
                     GUMBO_TAG_OL,      GUMBO_TAG_SECTION,    GUMBO_TAG_HEADER, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_FIGURE,
                     GUMBO_TAG_ARTICLE, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_TABLE,  GUMBO_TAG_TR,         GUMBO_TAG_DT,
                     GUMBO_TAG_DD,      GUMBO_TAG_PRE,        GUMBO_TAG_HR,     GUMBO_TAG_ADDRESS,    GUMBO_TAG_MAIN});
}

std::size_t text_length(const GumboNode& node) {
  if (node.type == GUMBO_NODE_TEXT) return node.v.text.original_text.length;
  std::size_t length = 0;
  if (!is_page_furniture(node)) each_child(node, [&](const GumboNode& child) { length += text_length(child); });
  return length;
}

/// The element of that kind which holds the most text, if any.
const GumboNode* longest(const GumboNode& node, GumboTag tag) {
  const GumboNode* best = is_element(node, {tag}) ? &node : nullptr;
  each_child(node, [&](const GumboNode& child) {
    const GumboNode* found = longest(child, tag);
    if (found && (!best || text_length(*found) > text_length(*best))) best = found;
  });
  return best;
}

const GumboNode& article_of(const GumboNode& root) {
  for (GumboTag tag : {GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN, GUMBO_TAG_BODY})
    if (const GumboNode* found = longest(root, tag)) return *found;
  return root;
}

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/// Takes the text out of the page, piece by piece.
class TextTaker {
 public:
  explicit TextTaker(HtmlArticle& out) : out_(out), page_(out.markup.bytes()) {}

  void take(const GumboNode& node) {
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) return take_text(node.v.text);
    if (is_page_furniture(node)) return;
    if (is_element(node, {GUMBO_TAG_BR, GUMBO_TAG_TD, GUMBO_TAG_TH})) break_line("\n");
    if (is_block(node)) break_line("\n\n");
    each_child(node, [&](const GumboNode& child) { take(child); });
    if (is_block(node)) break_line("\n\n");
  }

 private:
  /// Follows the page's bytes and the text that they stand for side by side; they differ in character references only.
  void take_text(const GumboText& node) {
    at_ = static_cast<std::uint32_t>(node.original_text.data - page_.data());
    std::uint32_t end = at_ + static_cast<std::uint32_t>(node.original_text.length);
    std::string_view text = node.text;
    while (!text.empty() && at_ < end) {
      if (page_[at_] == '\r' && text[0] == '\n') at_++;
      std::size_t length = page_[at_] == '&' ? character_length(text) : 1;
      append(text.substr(0, length), page_[at_] == '&' ? reference_length(text, end) : 1);
      text.remove_prefix(length);
    }
  }

  /// Bytes of the reference ("&amp;", "&#8217;", "&nbsp") that the text's first character was written as; 1 for an
  /// ampersand that stands for itself.
  std::uint32_t reference_length(std::string_view text, std::uint32_t end) const {
    std::string_view rest = page_.substr(at_, end - at_);
    auto begins = [&](std::string_view reference) { return rest.starts_with(reference); };
    if (text[0] == '&' && !begins("&amp") && !begins("&AMP") && !begins("&#38") && !begins("&#x26")) return 1;
    constexpr auto names = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789#";
    std::size_t stop = std::min(rest.find_first_not_of(names, 1), rest.size());
    std::string_view after = text.substr(character_length(text));
    if (stop < rest.size() && rest[stop] == ';') stop++;
    for (std::size_t length = 3; length < stop; length++)
      if (after.starts_with(rest.substr(length, stop - length))) return static_cast<std::uint32_t>(length);
    return static_cast<std::uint32_t>(stop);
  }

  static std::size_t character_length(std::string_view text) {
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) length++;
    return length;
  }

  void append(std::string_view text, std::uint32_t bytes) {
    Span span{at_, at_ + bytes};
    at_ += bytes;
    bool space = text.size() == 1 && is_space(text[0]);
    if (space && (out_.text.empty() || is_space(out_.text.back()))) return;
    out_.text += space ? " " : text;
    out_.markup.add(static_cast<std::uint32_t>(text.size()), span);
  }

  void break_line(std::string_view lines) {
    if (out_.text.empty() || out_.text.ends_with(lines)) return;
    out_.text += lines;
    out_.markup.add(static_cast<std::uint32_t>(lines.size()), {at_, at_});
  }

  HtmlArticle& out_;
  std::string_view page_;
  std::uint32_t at_ = 0;
};

std::optional<Day> day_of(std::string_view text) {
  return parse_iso_day(text.substr(0, 10));
}

std::optional<Day> published_in(const json& linked_data) {
  if (linked_data.is_object())
    if (auto found = linked_data.find("datePublished"); found != linked_data.end() && found->is_string())
      if (auto day = day_of(found->get_ref<const std::string&>())) return day;
  if (linked_data.is_structured())
    for (const json& part : linked_data)
      if (auto day = published_in(part)) return day;
  return std::nullopt;
}

std::optional<Day> published_by_script(const GumboNode& node) {
  if (!is_element(node, {GUMBO_TAG_SCRIPT}) || attribute(node, "type") != "application/ld+json") return std::nullopt;
  std::optional<Day> day;
  each_child(node, [&](const GumboNode& text) {
    if (text.type == GUMBO_NODE_TEXT) day = published_in(json::parse(text.v.text.text, nullptr, false));
  });
  return day;
}

std::optional<Day> published_by_meta(const GumboNode& node) {
  if (!is_element(node, {GUMBO_TAG_META}) || attribute(node, "property") != "article:published_time")
    return std::nullopt;
  return day_of(attribute(node, "content"));
}

template <class Source>
std::optional<Day> first_published(const GumboNode& node, Source source) {
  if (auto day = source(node)) return day;
  std::optional<Day> day;
  each_child(node, [&](const GumboNode& child) {
    if (!day) day = first_published(child, source);
  });
  return day;
}

}  // namespace

HtmlArticle read_html(std::string bytes) {
  HtmlArticle article{"", Markup(std::move(bytes)), {}};
  const std::string& page = article.markup.bytes();
  std::unique_ptr<GumboOutput, void (*)(GumboOutput*)> tree(
      gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size()),
      [](GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); });
  TextTaker(article).take(article_of(*tree->root));
  article.published = first_published(*tree->root, published_by_script);
  if (!article.published) article.published = first_published(*tree->root, published_by_meta);
  return article;
}

}  // namespace claimcheck
