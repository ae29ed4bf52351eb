#include "core/table_columns.hpp"

#include <utility>  // for move

namespace azoo::field {

FieldRule optional_column(FieldRule rule) {
  rule.column_required = false;
  return rule;
}

FieldRule or_empty(FieldRule rule) {
  rule.empty_allowed = true;
  rule.expected += " or an empty field";
  return rule;
}

FieldRule whole(double low, double high, std::string expected) {
  return {.expected = std::move(expected), .low = low, .high = high};
}

FieldRule whole_from_zero() {
  return whole(0, std::numeric_limits<int>::max(), "a whole number >= 0");
}

FieldRule number(double low, double high, std::string expected) {
  return {.expected = std::move(expected), .low = low, .high = high};
}

FieldRule finite() {
  return {.expected = "a finite number"};
}

FieldRule not_below_zero() {
  return {.expected = "a finite number >= 0", .low = 0.0};
}

FieldRule above_zero() {
  return {.expected = "a finite number > 0", .low = 0.0, .low_open = true};
}

FieldRule computed() {
  FieldRule rule = or_empty({.expected = "a number"});
  rule.infinite_allowed = true;
  return rule;
}

FieldRule any_text() {
  return {.expected = "text", .empty_allowed = true};
}

FieldRule some_text(std::string expected) {
  return {.expected = std::move(expected)};
}

FieldRule one_of(std::vector<std::string> words) {
  std::string expected = "one of";
  for (const std::string& word : words) expected += (&word == &words.front() ? " " : ", ") + word;
  return {.expected = std::move(expected), .words = std::move(words)};
}

}  // namespace azoo::field
