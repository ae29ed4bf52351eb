// Reads fields out of a TOML table and checks them: kind, range, allowed words, unknown keys. Every
// fault is recorded and reading goes on, so that a user sees all of them at once. Optional fields write
// their default into the tree, which thereby becomes the document as resolved.
//
// A field may be a bare value or a table { value = ..., source = "..." } that says where it comes from.
#pragma once

#include <cstdint>           // for int64_t
#include <initializer_list>  // for initializer_list
#include <limits>            // for numeric_limits
#include <set>               // for set
#include <string>            // for string
#include <string_view>       // for string_view
#include <vector>            // for vector

#include "core/problem.hpp"     // for Problems
#include "core/toml_value.hpp"  // for TomlValue

namespace azoo {

// What a number must be; the text goes into messages.
struct NumberRule {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool low_open = false;  // low itself is not allowed
  std::string_view text = "a finite number";
};

inline constexpr NumberRule any_number{};
inline constexpr NumberRule positive{0.0, std::numeric_limits<double>::infinity(), true,
                                     "a finite number > 0"};
inline constexpr NumberRule not_negative{0.0, std::numeric_limits<double>::infinity(), false,
                                         "a finite number >= 0"};
inline constexpr NumberRule fraction{0.0, 1.0, false, "a number from 0 to 1"};

class TomlReader {
 public:
  // `path` is how the table is called in messages: "" for the root, "arm.0" inside it.
  TomlReader(TomlValue& table, std::string path, Problems& problems);

  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] Place place(std::string_view key) const;  // of the field, else of the table
  [[nodiscard]] Place place() const { return table_->place; }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string field(std::string_view key) const;

  double number(std::string_view key, const NumberRule& rule);
  double number_or(std::string_view key, double fallback, const NumberRule& rule);
  std::int64_t integer(std::string_view key, std::int64_t low, std::int64_t high);
  std::int64_t integer_or(std::string_view key, std::int64_t fallback, std::int64_t low, std::int64_t high);
  bool flag_or(std::string_view key, bool fallback);
  std::string text(std::string_view key);
  std::string text_or(std::string_view key, std::string_view fallback);
  std::string word(std::string_view key, const std::vector<std::string>& allowed);
  std::string word_or(std::string_view key, std::string_view fallback,
                      const std::vector<std::string>& allowed);
  std::vector<double> numbers(std::string_view key, const NumberRule& rule);
  std::vector<double> numbers_or(std::string_view key, std::vector<double> fallback, const NumberRule& rule);
  std::vector<std::string> texts(std::string_view key);
  std::vector<std::string> texts_or(std::string_view key, std::vector<std::string> fallback);

  // A table that must be there / may be missing (then it is added, empty, for its defaults).
  TomlReader table(std::string_view key);
  TomlReader table_or_empty(std::string_view key);
  // [[key]]: every item a table; a missing key gives an empty list (and a problem if required).
  std::vector<TomlReader> tables(std::string_view key, bool required);
  // The raw value, for keys whose inside is free; counts as known.
  const TomlValue* raw(std::string_view key);

  // Records a problem with a field that this reader cannot know of by itself.
  void fault(std::string_view key, std::string expected);
  // Every key that nobody asked for is a problem; names the nearest known key. `source` and `note` are always
  // allowed. Call last, for each table.
  void finish();

 private:
  TomlValue* find(std::string_view key);  // unwraps { value = ... }
  TomlValue* require(std::string_view key, std::string_view expected);
  void wrong(std::string_view key, const TomlValue& value, std::string_view expected);
  double checked(std::string_view key, const TomlValue& value, const NumberRule& rule);

  TomlValue* table_;
  std::string path_;
  Problems* problems_;
  std::set<std::string, std::less<>> known_;
};

// The candidate nearest to the word by edit distance, "" when none is near.
[[nodiscard]] std::string nearest_word(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace azoo
