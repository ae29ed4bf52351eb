// Questions to a sheet: conditions on fields, fields to show. Text is compared without regard to case, any
// name of a thing finds it, any item of a list counts, numbers are compared as numbers.
#pragma once

#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "core/problem.hpp"    // for Problems
#include "evidence/sheet.hpp"  // for Sheet
#include "evidence/words.hpp"  // for Words

namespace azoo::evidence {

struct Condition {
  std::string field;
  bool contains = false;  // ~= : substring; = : the whole value
  std::string value;      // empty: the field must be empty
};

// "species=mouse", "route~=vein". A fault names --where.
[[nodiscard]] Condition parse_condition(std::string_view text, Problems& problems);

// Keeps the rows that meet every condition. Unknown fields become problems that list the known ones.
void filter(Sheet& sheet, const std::vector<Condition>& conditions, const Words& words, Problems& problems);

// Keeps these columns in this order; all when none is named.
void select(Sheet& sheet, const std::vector<std::string>& fields, Problems& problems);

// Words asked for that no term is called, and words that no row of the whole sheet holds: "no injury is
// called busulphan, perhaps busulfan". Call before filter.
[[nodiscard]] std::vector<std::string> hints(const Sheet& sheet, const std::vector<Condition>& conditions,
                                             const Words& words);

// "perhaps X; known: A, B, C"
[[nodiscard]] std::string known_names(std::string_view wanted, const std::vector<std::string>& names);

}  // namespace azoo::evidence
