#include "core/problem.hpp"

#include <algorithm>
#include <tuple>

namespace azoo {

namespace {

std::string joined(const std::vector<Problem>& problems) {
  std::string text;
  for (const Problem& problem : problems) {
    if (!text.empty()) text += '\n';
    text += to_text(problem);
  }
  return text;
}

}  // namespace

std::string to_text(const Place& place) {
  std::string text = place.file;
  if (place.line > 0) text += ":" + std::to_string(place.line);
  if (place.line > 0 && place.column > 0) text += ":" + std::to_string(place.column);
  return text;
}

std::string to_text(const Problem& problem) {
  std::string text = to_text(problem.place);
  if (!text.empty()) text += ": ";
  text += problem.field;
  if (!problem.found.empty()) text += (problem.field.empty() ? "" : " = ") + problem.found;
  if (!problem.expected.empty()) text += "; expected " + problem.expected;
  return text;
}

InputError::InputError(std::vector<Problem> problems)
    : std::runtime_error(joined(problems)), problems_(std::move(problems)) {}

void Problems::add(Place place, std::string field, std::string found, std::string expected) {
  list_.push_back({std::move(place), std::move(field), std::move(found), std::move(expected)});
}

void Problems::throw_if_any() const {
  if (list_.empty()) return;
  std::vector<Problem> sorted = list_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.place.file, a.place.line, a.place.column) <
           std::tie(b.place.file, b.place.line, b.place.column);
  });
  throw InputError(std::move(sorted));
}

}  // namespace azoo
