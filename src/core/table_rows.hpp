// Rows to text and text to rows, for any table that table_columns.hpp describes.
#pragma once

#include <cstddef>      // for size_t
#include <string>       // for string
#include <string_view>  // for string_view
#include <utility>      // for move
#include <variant>      // for visit
#include <vector>       // for vector

#include "core/csv.hpp"            // for CsvTable, csv_line
#include "core/number_text.hpp"    // for to_text
#include "core/problem.hpp"        // for Problems
#include "core/table_columns.hpp"  // for columns, FieldRule

namespace azoo {

// A table with the line each row stood on, so that checks between tables can still name it.
template <class Row>
struct LinedTable {
  std::string file;
  std::vector<Row> rows;
  std::vector<int> lines;
};

// Problems of one file, at most `most_listed` of them.
class FileProblems {
 public:
  static constexpr std::size_t most_listed = 200;
  FileProblems(std::string file, Problems& problems) : file_(std::move(file)), problems_(problems) {}
  void add(int line, std::string_view field, std::string found, std::string expected);
  [[nodiscard]] bool any() const { return count_ > 0; }
  [[nodiscard]] bool full() const { return count_ > most_listed; }
  [[nodiscard]] const std::string& file() const { return file_; }

 private:
  std::string file_;
  Problems& problems_;
  std::size_t count_ = 0;
};

// One field into the row; faults are added with the column's name.
void read_field(std::string_view text, const FieldRule& rule, std::string_view name, int line, int& value,
                FileProblems& problems);
void read_field(std::string_view text, const FieldRule& rule, std::string_view name, int line, double& value,
                FileProblems& problems);
void read_field(std::string_view text, const FieldRule& rule, std::string_view name, int line,
                std::string& value, FileProblems& problems);

// The table's fields, and where each column stands in the file: -1 when it is absent.
[[nodiscard]] CsvTable parse_table(std::string_view text, FileProblems& problems);
struct NamedRule {
  std::string_view name;
  const FieldRule* rule;
};
[[nodiscard]] std::vector<int> column_order(const CsvTable& table, int header_line,
                                            const std::vector<NamedRule>& columns, FileProblems& problems);
// The line of the header: the first that is neither blank nor a comment.
[[nodiscard]] int header_line(std::string_view text);

// The text of one field of a written table.
[[nodiscard]] inline std::string field_text(int value) {
  return std::to_string(value);
}
[[nodiscard]] inline std::string field_text(double value) {
  return value != value ? "" : azoo::to_text(value);
}
[[nodiscard]] inline const std::string& field_text(const std::string& value) {
  return value;
}

template <class Row>
[[nodiscard]] std::string table_to_csv(const std::vector<Row>& rows) {
  std::vector<std::string> fields;
  for (const Column<Row>& column : columns<Row>()) fields.emplace_back(column.name);
  std::string text = csv_line(fields);
  for (const Row& row : rows) {
    fields.clear();
    for (const Column<Row>& column : columns<Row>()) {
      std::visit([&](auto member) { fields.push_back(field_text(row.*member)); }, column.member);
    }
    text += csv_line(fields);
  }
  return text;
}

template <class Row>
[[nodiscard]] LinedTable<Row> table_from_csv(std::string_view text, FileProblems& problems) {
  LinedTable<Row> result{.file = problems.file(), .rows = {}, .lines = {}};
  const CsvTable table = parse_table(text, problems);
  std::vector<NamedRule> named;
  for (const Column<Row>& column : columns<Row>()) named.push_back({column.name, &column.rule});
  const std::vector<int> order = column_order(table, header_line(text), named, problems);
  for (std::size_t r = 0; r < table.rows.size() && !problems.full(); ++r) {
    Row row;
    for (std::size_t c = 0; c < order.size(); ++c) {
      const Column<Row>& column = columns<Row>()[c];
      const bool absent = order[c] < 0;
      // A column left out reads as empty; a row number left out as zero.
      if (absent && std::holds_alternative<int Row::*>(column.member)) continue;
      FieldRule rule = column.rule;
      if (absent) rule.empty_allowed = true;
      const std::string_view field =
          absent ? std::string_view{} : table.rows[r][static_cast<std::size_t>(order[c])];
      std::visit(
          [&](auto member) {
            read_field(field, rule, column.name, table.row_lines[r], row.*member, problems);
          },
          column.member);
    }
    result.rows.push_back(std::move(row));
    result.lines.push_back(table.row_lines[r]);
  }
  return result;
}

}  // namespace azoo
