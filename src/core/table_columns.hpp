// The columns of a table whose rows are structs: name, place in the row, and what a field may hold. Header of
// the written file, reader and messages all come from this one list. A module gives the list of each of its
// rows as a specialisation of columns().
#pragma once

#include <limits>       // for numeric_limits
#include <string>       // for string
#include <string_view>  // for string_view
#include <variant>      // for variant
#include <vector>       // for vector

namespace azoo {

// What a field may hold. `expected` goes into messages.
struct FieldRule {
  std::string expected;
  bool column_required = true;
  bool empty_allowed = false;
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool low_open = false;                // low itself is not allowed
  bool infinite_allowed = false;        // only in computed tables: an odds ratio may have no upper limit
  std::vector<std::string> words = {};  // of a text; empty: any text
};

template <class Row>
struct Column {
  std::string_view name;
  std::variant<int Row::*, double Row::*, std::string Row::*> member;
  FieldRule rule;
};

template <class Row>
[[nodiscard]] const std::vector<Column<Row>>& columns();

// Rules that many tables share.
namespace field {

// A column that real data may leave out altogether.
[[nodiscard]] FieldRule optional_column(FieldRule rule);
[[nodiscard]] FieldRule or_empty(FieldRule rule);
[[nodiscard]] FieldRule whole(double low, double high, std::string expected);
[[nodiscard]] FieldRule whole_from_zero();
[[nodiscard]] FieldRule number(double low, double high, std::string expected);
[[nodiscard]] FieldRule finite();
[[nodiscard]] FieldRule not_below_zero();
[[nodiscard]] FieldRule above_zero();
// A number that a program computed: may be empty or infinite.
[[nodiscard]] FieldRule computed();
[[nodiscard]] FieldRule any_text();
[[nodiscard]] FieldRule some_text(std::string expected);
[[nodiscard]] FieldRule one_of(std::vector<std::string> words);

}  // namespace field

}  // namespace azoo
