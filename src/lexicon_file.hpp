#pragma once

#include "yaml_checks.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {

/// A value in a lexicon file, with the part of YAML::Node's interface that its readers need.
class LexiconNode {
 public:
  enum class Kind { null, scalar, sequence, map };
  /// Of a sequence, both are the item.
  struct Entry {
    const LexiconNode &first, &second;
    operator const LexiconNode&() const { return second; }
  };
  class Iterator;

  LexiconNode() = default;
  LexiconNode(Kind kind, YAML::Mark mark, std::string scalar = {})
      : kind_(kind), mark_(mark), scalar_(std::move(scalar)) {}

  bool IsScalar() const { return kind_ == Kind::scalar; }
  bool IsSequence() const { return kind_ == Kind::sequence; }
  bool IsMap() const { return kind_ == Kind::map; }
  const std::string& Scalar() const { return scalar_; }
  YAML::Mark Mark() const { return mark_; }

  Iterator begin() const;
  Iterator end() const;
  /// The value of a key, or null.
  const LexiconNode* find(std::string_view key) const;

  void add(LexiconNode part) { parts_.push_back(std::move(part)); }

 private:
  std::size_t step() const { return IsMap() ? 2 : 1; }

  Kind kind_ = Kind::null;
  YAML::Mark mark_;
  std::string scalar_;
  std::vector<LexiconNode> parts_;  ///< a map's keys and values by turns
};

class LexiconNode::Iterator {
 public:
  Iterator(const LexiconNode* at, std::size_t step) : at_(at), step_(step) {}

  Entry operator*() const { return {at_[0], at_[step_ - 1]}; }
  Iterator& operator++() {
    at_ += step_;
    return *this;
  }
  bool operator!=(const Iterator& other) const { return at_ != other.at_; }

 private:
  const LexiconNode* at_;
  std::size_t step_;
};

inline LexiconNode::Iterator LexiconNode::begin() const {
  return {parts_.data(), step()};
}
inline LexiconNode::Iterator LexiconNode::end() const {
  return {parts_.data() + parts_.size(), step()};
}

/// A file of words. They are most of what a run reads before its first article, so libyaml parses them, in an eighth of
/// yaml-cpp's time.
class LexiconFile : public YamlChecks<LexiconNode> {
 public:
  /// Throws ConfigError if the file cannot be read or is not YAML.
  explicit LexiconFile(const std::filesystem::path&);
};

}  // namespace claimcheck
