#pragma once

#include <cstring>
#include <istream>
#include <string>
#include <vector>

namespace claimcheck {

/// Lines of a stream, none longer than `limit`: a file without line ends is not taken into memory.
class LineReader {
 public:
  LineReader(std::istream& in, std::size_t limit) : in_(in), limit_(limit), buffer_(1 << 18) {}

  /// False at the end of the stream, and at a line that is too long.
  bool next(std::string& line) {
    line.clear();
    if (begin_ == end_ && !fill()) return false;
    number_++;
    do {
      const char* first = buffer_.data() + begin_;
      const void* newline = std::memchr(first, '\n', end_ - begin_);
      std::size_t length =
          newline ? static_cast<std::size_t>(static_cast<const char*>(newline) - first) : end_ - begin_;
      line.append(first, length);
      begin_ += length + (newline ? 1 : 0);
      if (line.size() > limit_) return too_long_ = true, false;
      if (newline) return true;
    } while (fill());
    return true;
  }

  std::size_t number() const { return number_; }  ///< of the last line, from 1
  bool too_long() const { return too_long_; }

 private:
  bool fill() {
    in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    begin_ = 0;
    end_ = static_cast<std::size_t>(in_.gcount());
    return end_ > 0;
  }

  std::istream& in_;
  std::size_t limit_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0, end_ = 0;
  std::size_t number_ = 0;
  bool too_long_ = false;
};

}  // namespace claimcheck
