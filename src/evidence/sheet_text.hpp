// A sheet as text: a table for people, CSV, or JSON for programs.
#pragma once

#include <cstddef>  // for size_t
#include <string>   // for string

#include "evidence/sheet.hpp"  // for Sheet

namespace azoo::evidence {

[[nodiscard]] std::string to_csv(const Sheet& sheet);

// A list of objects; numbers as numbers, lists as lists, nothing as null.
[[nodiscard]] std::string to_json(const Sheet& sheet);

// Aligned columns. `brief` leaves out columns as printed and columns without any content, and shortens cells;
// the last line then says so.
[[nodiscard]] std::string to_table(const Sheet& sheet, bool brief);

}  // namespace azoo::evidence
