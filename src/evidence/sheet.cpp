#include "evidence/sheet.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "evidence/views.hpp"

namespace azoo::evidence {

namespace {

const std::string nothing;

void append(std::string& list, std::string_view item, bool once) {
  const auto items = items_of(list);
  if (once && std::find(items.begin(), items.end(), item) != items.end()) return;
  if (!list.empty()) list += "; ";
  list += item;
}

void add_column(Sheet& sheet, SheetColumn column, std::vector<std::string> cells) {
  if (sheet.column(column.name)) return;
  sheet.columns.push_back(std::move(column));
  for (std::size_t row = 0; row < sheet.rows.size(); ++row) sheet.rows[row].push_back(std::move(cells[row]));
}

// A column that follows from each row by itself.
template <class Make>
void add_from_row(Sheet& sheet, SheetColumn column, const Make& make) {
  std::vector<std::string> cells;
  cells.reserve(sheet.rows.size());
  for (std::size_t row = 0; row < sheet.rows.size(); ++row) cells.push_back(make(row));
  add_column(sheet, std::move(column), std::move(cells));
}

// Paper, file, and what the reference numbers stand for.
void add_citation(Sheet& sheet, const Citations& citations) {
  const auto source = sheet.column("source");
  if (!source) return;
  const auto reference = sheet.column("reference");
  add_from_row(sheet, {"paper", FieldType::text, "", "", "short name of the paper"},
               [&](std::size_t row) { return citations.paper(sheet.rows[row][*source]); });
  add_from_row(sheet, {"file", FieldType::text, "", "", "file of the paper's text that was read"},
               [&](std::size_t row) { return citations.file(sheet.rows[row][*source]); });
  if (!reference) return;
  add_from_row(
      sheet, {"citation", FieldType::text, "", "", "first author and year of each reference"},
      [&](std::size_t row) { return citations.text(sheet.rows[row][*source], sheet.rows[row][*reference]); });
  add_from_row(
      sheet, {"doi", FieldType::doi, "", "", "DOIs that the reference list prints"},
      [&](std::size_t row) { return citations.dois(sheet.rows[row][*source], sheet.rows[row][*reference]); });
}

// Targets that the arrows of an experiment raise, lower or leave.
void add_markers(Sheet& sheet, const Record& record) {
  const EvidenceTable& claims = record.table("claims");
  for (const char* sign : {"up", "down", "none", "unclear"}) {
    std::unordered_map<std::string, std::string> targets;
    for (std::size_t row = 0; row < claims.rows.size(); ++row) {
      if (claims.cell(row, "sign") == sign && !claims.cell(row, "experiment").empty())
        append(targets[claims.cell(row, "experiment")], claims.cell(row, "target"), true);
    }
    add_from_row(sheet,
                 {std::string("markers_") + sign, FieldType::names, "entity", "",
                  std::string("targets of the row's claims with sign ") + sign},
                 [&](std::size_t row) { return targets[sheet.cell(row, "id")]; });
  }
}

void add_sides(Sheet& sheet, const Record& record) {
  const EvidenceTable& sides = record.table("conflict_sides");
  std::unordered_map<std::string, std::vector<std::size_t>> of;
  for (std::size_t row = 0; row < sides.rows.size(); ++row) of[sides.cell(row, "conflict")].push_back(row);
  add_from_row(sheet, {"statements", FieldType::text, "", "", "what each side says, and where"},
               [&](std::size_t row) {
                 std::string text;
                 for (const std::size_t side : of[sheet.cell(row, "id")]) {
                   if (!text.empty()) text += " | ";
                   text += sides.cell(side, "statement") + " (" + sides.cell(side, "source") +
                           (sides.cell(side, "source").empty() ? "" : ", ") + sides.cell(side, "place") + ")";
                 }
                 return text;
               });
  add_from_row(sheet, {"records", FieldType::keys, "", "", "rows of the record that hold the statements"},
               [&](std::size_t row) {
                 std::string text;
                 for (const std::size_t side : of[sheet.cell(row, "id")]) {
                   if (!sides.cell(side, "record").empty()) append(text, sides.cell(side, "record"), true);
                 }
                 return text;
               });
}

Sheet table_sheet(const EvidenceTable& table) {
  Sheet sheet{table.schema.table, table.schema.title, {}, {}};
  for (const Field& field : table.schema.fields)
    sheet.columns.push_back({field.name, field.type, field.kind, field.unit, field.meaning});
  sheet.rows.reserve(table.rows.size());
  for (const EvidenceRow& row : table.rows) sheet.rows.push_back(row.cells);
  return sheet;
}

void keep(Sheet& sheet, const View& view) {
  const auto column = sheet.column(view.field);
  if (!column) return;
  std::erase_if(sheet.rows, [&](const std::vector<std::string>& row) {
    const auto items = items_of(row[*column]);
    return std::none_of(items.begin(), items.end(), [&](std::string_view item) {
      return std::find(view.values.begin(), view.values.end(), item) != view.values.end();
    });
  });
}

}  // namespace

std::optional<std::size_t> Sheet::column(std::string_view wanted) const {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].name == wanted) return i;
  }
  return std::nullopt;
}

std::vector<std::string> Sheet::column_names() const {
  std::vector<std::string> names;
  for (const SheetColumn& column : columns) names.push_back(column.name);
  return names;
}

const std::string& Sheet::cell(std::size_t row, std::string_view wanted) const {
  const auto at = column(wanted);
  return at ? rows[row][*at] : nothing;
}

std::vector<std::string> sheet_names(const Record& record) {
  std::vector<std::string> names;
  for (const EvidenceTable& table : record.tables()) names.push_back(table.schema.table);
  for (const View& view : views()) {
    if (record.has_table(view.table)) names.push_back(view.name);
  }
  return names;
}

std::optional<Sheet> make_sheet(const Record& record, const Citations& citations, std::string_view name) {
  if (record.has_table(name)) {
    Sheet sheet = table_sheet(record.table(name));
    if (name == "experiments") add_markers(sheet, record);
    if (name == "conflicts") add_sides(sheet, record);
    add_citation(sheet, citations);
    return sheet;
  }
  for (const View& view : views()) {
    if (view.name != name || !record.has_table(view.table)) continue;
    Sheet sheet = *make_sheet(record, citations, view.table);
    if (view.field.empty()) {
      sheet = docking_winners(sheet);
    } else {
      keep(sheet, view);
    }
    sheet.name = view.name;
    sheet.title = view.title;
    return sheet;
  }
  return std::nullopt;
}

}  // namespace azoo::evidence
