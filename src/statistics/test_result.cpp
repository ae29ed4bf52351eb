#include "statistics/test_result.hpp"

#include <utility>  // for move

namespace azoo::statistics {

std::string to_string(Alternative alternative) {
  switch (alternative) {
    case Alternative::two_sided:
      return "two-sided";
    case Alternative::less:
      return "less";
    case Alternative::greater:
      return "greater";
  }
  return "unknown alternative";
}

TestResult refused(std::string method, std::size_t n1, std::size_t n2, std::string reason) {
  TestResult result;
  result.method = std::move(method);
  result.n1 = n1;
  result.n2 = n2;
  result.refusal = std::move(reason);
  return result;
}

void add_note(std::string& note, const std::string& sentence) {
  if (!note.empty()) note += "; ";
  note += sentence;
}

}  // namespace azoo::statistics
