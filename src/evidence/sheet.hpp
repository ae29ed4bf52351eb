// A table of answers: a table of the record with what follows from it (citation, DOI, arrows of an
// experiment, sides of a conflict), or a view over tables. Queries, SQL and exports all read sheets.
#pragma once

#include <cstddef>      // for size_t
#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "evidence/citation.hpp"  // for Citations
#include "evidence/record.hpp"    // for Record
#include "evidence/schema.hpp"    // for FieldType

namespace azoo::evidence {

struct SheetColumn {
  std::string name;
  FieldType type = FieldType::text;
  std::string kind;  // of words: what other names resolve
  std::string unit;
  std::string meaning;
};

struct Sheet {
  std::string name;
  std::string title;
  std::vector<SheetColumn> columns;
  std::vector<std::vector<std::string>> rows;

  [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> column_names() const;
  // Empty when there is no such column.
  [[nodiscard]] const std::string& cell(std::size_t row, std::string_view name) const;
};

// Tables in the order of the record, then views.
[[nodiscard]] std::vector<std::string> sheet_names(const Record& record);

// Nothing when the name is unknown.
[[nodiscard]] std::optional<Sheet> make_sheet(const Record& record, const Citations& citations,
                                              std::string_view name);

}  // namespace azoo::evidence
