#include "markdown.hpp"

#include "html.hpp"

#include <md4c.h>

#include <algorithm>

namespace claimcheck {
namespace {

/// Takes the text out of the file as md4c tells its pieces, nearly all of which are parts of the file.
class TextTaker {
 public:
  explicit TextTaker(MarkdownArticle& out) : out_(out), file_(out.markup.bytes()) {}

  void take() {
    for (const FrontMatter::Line& line : out_.front.lines) {
      append(line.text, line.bytes);
      break_line("\n\n");
    }
    at_ = out_.front.end;
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
    parser.enter_block = [](MD_BLOCKTYPE type, void*, void* self) { return of(self).enter(type); };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return of(self).leave(type); };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* self) { return of(self).enter(type); };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) { return of(self).leave(type); };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      return of(self).piece(type, {text, size});
    };
    std::string_view rest = file_.substr(at_);
    md_parse(rest.data(), static_cast<MD_SIZE>(rest.size()), &parser, this);
  }

 private:
  static TextTaker& of(void* self) { return *static_cast<TextTaker*>(self); }

  int enter(MD_BLOCKTYPE type) {
    break_line(type == MD_BLOCK_TD || type == MD_BLOCK_TH ? "\n" : "\n\n");
    if (type == MD_BLOCK_HTML) html_ = {};
    return 0;
  }
  int leave(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_HTML) take_html();
    if (type != MD_BLOCK_TD && type != MD_BLOCK_TH) break_line("\n\n");
    return 0;
  }
  int enter(MD_SPANTYPE type) {
    if (type == MD_SPAN_DEL) struck_out_++;
    if (type == MD_SPAN_IMG) break_line("\n");
    return 0;
  }
  int leave(MD_SPANTYPE type) {
    if (type == MD_SPAN_DEL) struck_out_--;
    if (type == MD_SPAN_IMG) break_line("\n");
    return 0;
  }

  int piece(MD_TEXTTYPE type, std::string_view text) {
    Span place = place_of(text);
    if (type == MD_TEXT_HTML) html_ = html_.empty() ? place : cover(html_, place);
    if (struck_out_ > 0) return 0;
    if (type == MD_TEXT_NORMAL) append(text, place);
    if (type == MD_TEXT_ENTITY) append(read_html(std::string(text)).text, place);
    if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR) append(" ", {at_, std::min(at_ + 1, size())});
    return 0;
  }

  /// A piece that is not a part of the file stands where the last one ended.
  Span place_of(std::string_view text) {
    auto begin = file_.data(), end = begin + file_.size();
    if (std::less<>()(text.data(), begin) || std::less<>()(end, text.data() + text.size())) return {at_, at_};
    auto offset = static_cast<std::uint32_t>(text.data() - begin);
    at_ = offset + static_cast<std::uint32_t>(text.size());
    return {offset, at_};
  }
  std::uint32_t size() const { return static_cast<std::uint32_t>(file_.size()); }

  void append(std::string_view text, Span place) {
    if (text.empty()) return;
    out_.text += text;
    out_.markup.add(static_cast<std::uint32_t>(text.size()), place);
  }

  void take_html() {
    HtmlArticle inner = read_html(std::string(html_.of(file_)));
    out_.text += inner.text;
    out_.markup.add(inner.markup, html_.begin);
  }

  void break_line(std::string_view lines) {
    while (!out_.text.empty() && !out_.text.ends_with(lines)) append("\n", {at_, at_});
  }

  MarkdownArticle& out_;
  std::string_view file_;
  std::uint32_t at_ = 0;
  Span html_;
  int struck_out_ = 0;
};

}  // namespace

MarkdownArticle read_markdown(std::string bytes, const std::string& path, std::string& note) {
  MarkdownArticle article{"", Markup(std::move(bytes)), {}};
  article.front = read_front_matter(article.markup.bytes(), path, note);
  TextTaker(article).take();
  return article;
}

}  // namespace claimcheck
