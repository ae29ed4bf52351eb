// The columns of the tables of a trial. Used by tables.cpp only.
#pragma once

#include <vector>  // for vector

#include "body/section_table.hpp"  // for columns of sections.csv
#include "core/table_columns.hpp"  // for Column
#include "trial/records.hpp"       // for the rows

namespace azoo {

template <>
[[nodiscard]] const std::vector<Column<trial::ParticipantRow>>& columns<trial::ParticipantRow>();
template <>
[[nodiscard]] const std::vector<Column<trial::VisitRow>>& columns<trial::VisitRow>();
template <>
[[nodiscard]] const std::vector<Column<trial::EventRow>>& columns<trial::EventRow>();
template <>
[[nodiscard]] const std::vector<Column<trial::AnalysisRow>>& columns<trial::AnalysisRow>();

}  // namespace azoo
