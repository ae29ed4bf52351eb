#include "evidence/published.hpp"

#include <cmath>
#include <map>
#include <optional>

#include "core/number_text.hpp"
#include "evidence/check.hpp"
#include "evidence/citation.hpp"
#include "evidence/row_faults.hpp"

namespace azoo::evidence {

namespace {

// NaN when the field is empty.
double number_in(const EvidenceTable& table, std::size_t row, const char* field, Problems& problems) {
  const std::string& content = table.cell(row, field);
  if (content.empty()) return std::nan("");
  const std::optional<double> value = parse_number(content);
  if (!value) RowFaults(table, problems).add(row, field, in_marks(content), "a finite number or nothing");
  return value.value_or(std::nan(""));
}

void need_rows(const EvidenceTable& table, const char* name, Problems& problems) {
  if (table.rows.empty()) problems.add({}, name, "no rows", "the rows of the published record");
}

}  // namespace

std::vector<PublishedOutcome> read_outcomes(const Record& record, Problems& problems) {
  const EvidenceTable& table = record.table("outcomes");
  need_rows(table, "outcomes", problems);
  check_rows(record, problems);
  std::vector<PublishedOutcome> outcomes;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    outcomes.push_back({.id = table.cell(row, "id"),
                        .study = table.cell(row, "study"),
                        .arm = table.cell(row, "arm"),
                        .endpoint = table.cell(row, "endpoint"),
                        .time = table.cell(row, "time"),
                        .printed = table.cell(row, "printed"),
                        .direction = table.cell(row, "direction"),
                        .value = number_in(table, row, "value", problems),
                        .low = number_in(table, row, "low", problems),
                        .high = number_in(table, row, "high", problems),
                        .unit = table.cell(row, "unit"),
                        .place = table.cell(row, "place"),
                        .note = table.cell(row, "note")});
  }
  return outcomes;
}

std::vector<Contradiction> read_contradictions(const Record& record, Problems& problems) {
  const EvidenceTable& table = record.table("conflicts");
  const EvidenceTable& sides = record.table("conflict_sides");
  need_rows(table, "conflicts", problems);
  const Citations citations(record);
  std::map<std::string, std::vector<std::size_t>> of;
  for (std::size_t row = 0; row < sides.rows.size(); ++row) of[sides.cell(row, "conflict")].push_back(row);
  std::vector<Contradiction> list;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    Contradiction one{table.cell(row, "id"), "", "", "", "", "", table.cell(row, "treatment")};
    for (const auto source : items_of(table.cell(row, "sources")))
      one.study += (one.study.empty() ? "" : "; ") + citations.paper(std::string(source));
    const std::vector<std::size_t>& own = of[one.id];
    for (std::size_t i = 0; i < own.size(); ++i) {
      std::string& statement = i == 0 ? one.statement_a : one.statement_b;
      std::string& place = i == 0 ? one.place_a : one.place_b;
      const std::string divider = statement.empty() ? "" : "; ";
      statement += divider + sides.cell(own[i], "statement");
      place += divider + sides.cell(own[i], "place");
    }
    list.push_back(std::move(one));
  }
  return list;
}

}  // namespace azoo::evidence
