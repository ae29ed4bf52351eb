// What is wrong with an input, told so that a person can mend it: where it stands, which field, what
// was found, what was expected. Readers collect every problem of a file before they give up.
#pragma once

#include <stdexcept>  // for runtime_error
#include <string>     // for string
#include <vector>     // for vector

namespace azoo {

// line and column start at 1; 0 means unknown.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
};

struct Problem {
  Place place;
  std::string field;     // "arm.0.dose.cells"; empty when the whole file is meant
  std::string found;     // what stands there, as text
  std::string expected;  // what would be right
};

// "studies/x.toml:14:8: arm.0.dose.cells = -1e7; expected a finite number > 0"
[[nodiscard]] std::string to_text(const Problem& problem);
[[nodiscard]] std::string to_text(const Place& place);

// The input or the usage is wrong; nothing has been written. Exit status 2.
class InputError : public std::runtime_error {
 public:
  explicit InputError(std::vector<Problem> problems);
  [[nodiscard]] const std::vector<Problem>& problems() const noexcept { return problems_; }

 private:
  std::vector<Problem> problems_;
};

// Work stopped on the way by a signal or a full disk; what is done so far is kept. Exit status 3.
class Interrupted : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Collects problems while a reader goes on reading.
class Problems {
 public:
  void add(Problem problem) { list_.push_back(std::move(problem)); }
  void add(Place place, std::string field, std::string found, std::string expected);
  [[nodiscard]] bool any() const noexcept { return !list_.empty(); }
  [[nodiscard]] const std::vector<Problem>& list() const noexcept { return list_; }
  // Throws InputError with all problems, in order of file and line, when there is one.
  void throw_if_any() const;

 private:
  std::vector<Problem> list_;
};

}  // namespace azoo
