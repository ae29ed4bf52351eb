// The columns of each table: name, place in the row, and what a field may hold. Header of the written file,
// reader and messages all come from this one list. Used by tables.cpp only.
#pragma once

#include <limits>       // for numeric_limits
#include <string>       // for string
#include <string_view>  // for string_view
#include <variant>      // for variant
#include <vector>       // for vector

#include "trial/records.hpp"  // for the rows

namespace azoo::trial {

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

template <>
[[nodiscard]] const std::vector<Column<ParticipantRow>>& columns<ParticipantRow>();
template <>
[[nodiscard]] const std::vector<Column<VisitRow>>& columns<VisitRow>();
template <>
[[nodiscard]] const std::vector<Column<EventRow>>& columns<EventRow>();
template <>
[[nodiscard]] const std::vector<Column<SectionRow>>& columns<SectionRow>();
template <>
[[nodiscard]] const std::vector<Column<AnalysisRow>>& columns<AnalysisRow>();

}  // namespace azoo::trial
