#include "core/toml_scan.hpp"

#include <algorithm>
#include <cctype>

namespace azoo {

namespace {

bool beyond_ascii(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

class Scan {
 public:
  Scan(std::string_view text, const std::string& file) : text_(text), file_(file) {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;  // byte order mark
  }

  std::optional<Problem> run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '#') {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (c == '"' || c == '\'') {
        if (!skip_string(c))
          return found("a letter beyond ASCII after a backslash", "it before the backslash");
        after_dot_ = false;
      } else if (beyond_ascii(c)) {
        return found("a letter beyond ASCII outside quotes", "quotes around names and texts that hold one");
      } else {
        ++at_;
        if (!count_part(c)) return found("a name of more than 64 parts", "fewer dots in one name");
      }
    }
    return std::nullopt;
  }

 private:
  // Names joined by dots, blanks allowed between; false when one goes on for too long.
  bool count_part(char c) {
    constexpr int most_parts = 64;
    if (c == '.' && !after_dot_) {
      after_dot_ = true;
      return ++dots_ < most_parts;
    }
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-') {
      after_dot_ = false;
    } else if (c != ' ' && c != '\t') {
      dots_ = 0;
      after_dot_ = true;
    }
    return true;
  }

  // Steps over a text in quotes; false at a backslash that a letter beyond ASCII follows. A text that
  // does not end is left to the parser.
  bool skip_string(char quote) {
    const bool long_text = text_.substr(at_, 3) == std::string(3, quote);
    at_ += long_text ? 3 : 1;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\\' && quote == '"') {
        if (!skip_escape()) return false;
      } else if (long_text && text_.substr(at_, 3) == std::string(3, quote)) {
        at_ += 3;
        // Up to two quotes just before the closing ones belong to the text.
        for (int extra = 0; extra < 2 && at_ < text_.size() && text_[at_] == quote; ++extra) ++at_;
        return true;
      } else if (!long_text && c == quote) {
        ++at_;
        return true;
      } else if (!long_text && c == '\n') {
        return true;
      } else {
        ++at_;
      }
    }
    return true;
  }

  bool skip_escape() {
    const std::size_t next = std::min(text_.find_first_not_of(" \t\r\n", at_ + 1), text_.size());
    if (next < text_.size() && beyond_ascii(text_[next])) return false;
    at_ = next == at_ + 1 ? std::min(at_ + 2, text_.size()) : next;
    return true;
  }

  Problem found(std::string what, std::string expected) const {
    const std::string_view before = text_.substr(0, at_);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    return {{file_, static_cast<int>(line), 0}, "", std::move(what), std::move(expected)};
  }

  std::string_view text_;
  const std::string& file_;
  std::size_t at_ = 0;
  int dots_ = 0;
  bool after_dot_ = true;
};

}  // namespace

std::optional<Problem> scan_toml(std::string_view text, const std::string& file) {
  return Scan(text, file).run();
}

}  // namespace azoo
