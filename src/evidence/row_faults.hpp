// Puts faults of one table into Problems with the place of the row.
#pragma once

#include <set>          // for set
#include <string>       // for string
#include <string_view>  // for string_view
#include <utility>      // for move

#include "core/problem.hpp"     // for Problems
#include "evidence/record.hpp"  // for EvidenceTable

namespace azoo::evidence {

class RowFaults {
 public:
  RowFaults(const EvidenceTable& table, Problems& problems) : table_(table), problems_(problems) {}
  void add(std::size_t row, const std::string& field, std::string found, std::string expected) {
    problems_.add(table_.place(row), field, std::move(found), std::move(expected));
  }

 private:
  const EvidenceTable& table_;
  Problems& problems_;
};

// "3, 7 to 9"
[[nodiscard]] inline std::string as_ranges(const std::set<int>& numbers) {
  std::string text;
  for (auto at = numbers.begin(); at != numbers.end();) {
    const int first = *at;
    int last = first;
    while (++at != numbers.end() && *at == last + 1) last = *at;
    text += (text.empty() ? "" : ", ") + std::to_string(first);
    if (last > first) text += " to " + std::to_string(last);
  }
  return text;
}

[[nodiscard]] inline std::string in_marks(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

}  // namespace azoo::evidence
