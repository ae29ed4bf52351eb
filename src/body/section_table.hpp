// The columns of sections.csv, for men and animals alike.
#pragma once

#include <vector>  // for vector

#include "body/section_row.hpp"    // for SectionRow
#include "core/table_columns.hpp"  // for columns

namespace azoo {

template <>
[[nodiscard]] const std::vector<Column<body::SectionRow>>& columns<body::SectionRow>();

}  // namespace azoo
