#include "lexicon_file.hpp"

#include <yaml.h>

#include <map>
#include <new>

namespace claimcheck {
namespace {

YAML::Mark mark_of(const yaml_mark_t& at) {
  YAML::Mark mark;
  mark.line = static_cast<int>(at.line);
  mark.column = static_cast<int>(at.column);
  return mark;
}

std::string text_of(const yaml_char_t* text) {
  return text ? reinterpret_cast<const char*>(text) : "";
}

struct NotYaml {
  YAML::Mark at;
  std::string problem;
};

/// Builds the nodes of a text's first document from libyaml's events.
class LexiconParser {
 public:
  explicit LexiconParser(const std::string& text) {
    if (!yaml_parser_initialize(&parser_)) throw std::bad_alloc();
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }
  LexiconParser(const LexiconParser&) = delete;
  LexiconParser& operator=(const LexiconParser&) = delete;
  ~LexiconParser() {
    yaml_event_delete(&event_);
    yaml_parser_delete(&parser_);
  }

  LexiconNode document() {
    next();
    next();
    if (event_.type != YAML_DOCUMENT_START_EVENT) return {};
    next();
    return node();
  }

 private:
  void next() {
    yaml_event_delete(&event_);
    if (!yaml_parser_parse(&parser_, &event_)) throw NotYaml{mark_of(parser_.problem_mark), text_of_problem()};
  }

  std::string text_of_problem() const { return parser_.problem ? parser_.problem : "unreadable"; }

  /// The node that the current event begins; the event after it is the current one then.
  LexiconNode node() {
    switch (event_.type) {
      case YAML_ALIAS_EVENT:
        return alias();
      case YAML_SEQUENCE_START_EVENT:
        return parts(LexiconNode::Kind::sequence, text_of(event_.data.sequence_start.anchor));
      case YAML_MAPPING_START_EVENT:
        return parts(LexiconNode::Kind::map, text_of(event_.data.mapping_start.anchor));
      default:
        return scalar();
    }
  }

  LexiconNode parts(LexiconNode::Kind kind, const std::string& anchor) {
    LexiconNode out(kind, mark_of(event_.start_mark));
    for (next(); event_.type != YAML_SEQUENCE_END_EVENT && event_.type != YAML_MAPPING_END_EVENT;) out.add(node());
    next();
    return remembered(std::move(out), anchor);
  }

  LexiconNode scalar() {
    const auto& scalar = event_.data.scalar;
    std::string text(reinterpret_cast<const char*>(scalar.value), scalar.length);
    bool null = scalar.style == YAML_PLAIN_SCALAR_STYLE && (text.empty() || text == "~" || text == "null");
    LexiconNode out(null ? LexiconNode::Kind::null : LexiconNode::Kind::scalar, mark_of(event_.start_mark),
                    std::move(text));
    std::string anchor = text_of(scalar.anchor);
    next();
    return remembered(std::move(out), anchor);
  }

  LexiconNode alias() {
    auto found = anchors_.find(text_of(event_.data.alias.anchor));
    if (found == anchors_.end()) throw NotYaml{mark_of(event_.start_mark), "the referenced anchor is not defined"};
    next();
    return found->second;
  }

  LexiconNode remembered(LexiconNode&& node, const std::string& anchor) {
    if (!anchor.empty()) anchors_[anchor] = node;
    return std::move(node);
  }

  yaml_parser_t parser_{};
  yaml_event_t event_{};
  std::map<std::string, LexiconNode> anchors_;
};

}  // namespace

const LexiconNode* LexiconNode::find(std::string_view key) const {
  if (!IsMap()) return nullptr;
  for (const Entry& entry : *this)
    if (entry.first.Scalar() == key) return &entry.second;
  return nullptr;
}

LexiconFile::LexiconFile(const std::filesystem::path& path) : YamlChecks(path.string()) {
  std::string text = read_file(path);
  try {
    root_ = LexiconParser(text).document();
  } catch (const NotYaml& error) {
    fail_to_parse(error.at.line, error.at.column, error.problem);
  }
}

}  // namespace claimcheck
