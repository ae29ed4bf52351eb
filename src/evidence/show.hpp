// One row whole: what it says beside what is printed, where it stands, whom it cites, and every row that
// hangs on it or contradicts it.
#pragma once

#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view
#include <utility>      // for pair
#include <vector>       // for vector

#include "core/problem.hpp"     // for Problems
#include "evidence/record.hpp"  // for Record

namespace azoo::evidence {

struct RelatedRow {
  std::string id;
  std::string text;  // one line
};

struct ShownRow {
  std::string id;
  std::string table;
  std::string title;  // of the table
  std::string file;   // where the row stands, "data/.../000.csv:12"
  std::string paper;  // "tian-2025, 000_....txt"
  std::vector<std::pair<std::string, std::string>>
      fields;                          // filled ones; "as printed" stands beside the value
  std::vector<std::string> citations;  // one a reference
  std::vector<RelatedRow> conflicts;   // that name this row, with the other sides
  std::vector<RelatedRow> attached;    // claims, outcomes, sides, criteria that name it
};

// Ids are compared without regard to case. An unknown one becomes a problem that names near ones.
[[nodiscard]] std::optional<ShownRow> show_row(const Record& record, std::string_view id, Problems& problems);

// As plain text. `uses` are lines of study files and parameters that name the row.
[[nodiscard]] std::string to_text(const ShownRow& row, const std::vector<std::string>& uses);
[[nodiscard]] std::string to_json(const ShownRow& row, const std::vector<std::string>& uses);

// What a row says in one line.
[[nodiscard]] std::string one_line(const Record& record, const RowAddress& at);

}  // namespace azoo::evidence
