#include "animal/tables.hpp"

#include <optional>

#include "body/section_table.hpp"
#include "core/files.hpp"
#include "core/table_columns.hpp"
#include "core/table_rows.hpp"

namespace azoo {

using namespace field;
using animal::AnimalRow;
using animal::ReadoutRow;
using animal::SummaryRow;

template <>
[[nodiscard]] const std::vector<Column<AnimalRow>>& columns<AnimalRow>() {
  using Row = AnimalRow;
  static const std::vector<Column<Row>> list = {
      {"animal", &Row::animal, some_text("the animal's code")},
      {"group", &Row::group, some_text("the name of a group")},
      {"species", &Row::species, some_text("a species")},
      {"sacrificed_d", &Row::sacrificed_d, not_below_zero()},
      {"testes", &Row::testes, one_of({"left", "both"})},
      {"sertoli_cells", &Row::sertoli_cells, not_below_zero()},
      {"simulated_sites_percent", &Row::simulated_sites_percent, not_below_zero()},
      {"note", &Row::note, any_text()},
  };
  return list;
}

template <>
[[nodiscard]] const std::vector<Column<ReadoutRow>>& columns<ReadoutRow>() {
  using Row = ReadoutRow;
  static const std::vector<Column<Row>> list = {
      {"animal", &Row::animal, some_text("the animal's code")},
      {"group", &Row::group, some_text("the name of a group")},
      {"day", &Row::day, not_below_zero()},
      {"readout", &Row::readout, some_text("the key of a read-out")},
      {"value", &Row::value, or_empty(not_below_zero())},
      {"unit", &Row::unit, some_text("the unit of the read-out")},
      {"flag", &Row::flag, or_empty(one_of({"below_detection", "not_reached", "undefined"}))},
  };
  return list;
}

template <>
[[nodiscard]] const std::vector<Column<SummaryRow>>& columns<SummaryRow>() {
  using Row = SummaryRow;
  static const std::vector<Column<Row>> list = {
      {"group", &Row::group, some_text("the name of a group")},
      {"day", &Row::day, not_below_zero()},
      {"readout", &Row::readout, some_text("the key of a read-out")},
      {"unit", &Row::unit, some_text("the unit of the read-out")},
      {"n", &Row::n, whole_from_zero()},
      {"mean", &Row::mean, computed()},
      {"sd", &Row::sd, computed()},
      {"se", &Row::se, computed()},
      {"control", &Row::control, any_text()},
      {"ratio", &Row::ratio, computed()},
      {"ratio_low", &Row::ratio_low, computed()},
      {"ratio_high", &Row::ratio_high, computed()},
      {"ci_level", &Row::ci_level, number(0, 1, "a number from 0 to 1")},
      {"test", &Row::test, any_text()},
      {"statistic", &Row::statistic, computed()},
      {"df", &Row::df, computed()},
      {"p", &Row::p, or_empty(number(0, 1, "a number from 0 to 1"))},
      {"note", &Row::note, any_text()},
  };
  return list;
}

}  // namespace azoo

namespace azoo::animal {

namespace {

template <class Row>
std::vector<Row> rows_of(std::string_view text, const std::string& file, Problems& problems) {
  FileProblems in_file(file, problems);
  return table_from_csv<Row>(text, in_file).rows;
}

}  // namespace

std::string to_csv(const std::vector<AnimalRow>& rows) {
  return table_to_csv(rows);
}
std::string to_csv(const std::vector<ReadoutRow>& rows) {
  return table_to_csv(rows);
}
std::string to_csv(const std::vector<SectionRow>& rows) {
  return table_to_csv(rows);
}
std::string to_csv(const std::vector<SummaryRow>& rows) {
  return table_to_csv(rows);
}

AnimalRecords parse_records(const RecordTexts& texts, const std::filesystem::path& origin,
                            Problems& problems) {
  const auto name = [&](const char* file) { return (origin / file).string(); };
  AnimalRecords records;
  records.animals = rows_of<AnimalRow>(texts.animals, name("animals.csv"), problems);
  records.readouts = rows_of<ReadoutRow>(texts.readouts, name("readouts.csv"), problems);
  if (!texts.sections.empty())
    records.sections = rows_of<SectionRow>(texts.sections, name("sections.csv"), problems);
  return records;
}

AnimalRecords read_records(const std::filesystem::path& folder, Problems& problems) {
  const auto animals = read_file(folder / "animals.csv", problems);
  const auto readouts = read_file(folder / "readouts.csv", problems);
  std::optional<std::string> sections = std::string{};
  if (std::filesystem::exists(folder / "sections.csv"))
    sections = read_file(folder / "sections.csv", problems);
  if (!animals || !readouts || !sections) return {};
  return parse_records({*animals, *readouts, *sections}, folder, problems);
}

std::vector<SummaryRow> read_summary(const std::filesystem::path& file, Problems& problems) {
  const auto text = read_file(file, problems);
  if (!text) return {};
  return rows_of<SummaryRow>(*text, file.string(), problems);
}

}  // namespace azoo::animal
