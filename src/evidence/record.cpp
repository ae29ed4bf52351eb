#include "evidence/record.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

#include "core/csv.hpp"
#include "core/toml_reader.hpp"

namespace azoo::evidence {

namespace fs = std::filesystem;

namespace {

const std::string nothing;

bool known_stem(const std::string& stem) {
  const bool paper = stem.size() == 3 && std::all_of(stem.begin(), stem.end(), [](char c) {
                       return std::isdigit(static_cast<unsigned char>(c)) != 0;
                     });
  return paper || stem == "common" || stem == "cross";
}

// The header must be that of the schema, field by field; says what differs.
bool header_fits(const CsvTable& csv, const TableSchema& schema, Problems& problems) {
  const std::vector<std::string> names = schema.field_names();
  if (csv.header == names) return true;
  const Place place{csv.file, 1, 0};
  const std::size_t before = problems.list().size();
  for (const std::string& name : names) {
    if (!csv.column(name)) problems.add(place, name, "no such column", "a column named " + name);
  }
  for (const std::string& name : csv.header) {
    if (schema.column(name)) continue;
    const std::string near = nearest_word(name, names);
    problems.add(place, name, "unknown column", near.empty() ? "a field of the schema" : "perhaps " + near);
  }
  for (std::size_t i = 0; i < names.size() && problems.list().size() == before; ++i) {
    if (csv.header[i] != names[i])
      problems.add(place, csv.header[i], "column " + std::to_string(i + 1),
                   names[i] + " there, as in the schema");
  }
  return false;
}

void read_file_of(EvidenceTable& table, const fs::path& file, Problems& problems) {
  const std::size_t before = problems.list().size();
  CsvTable csv = read_csv(file, problems);
  if (csv.header.empty() || !header_fits(csv, table.schema, problems)) return;
  table.files.push_back(csv.file);
  const auto number = static_cast<std::uint32_t>(table.files.size() - 1);
  for (std::size_t row = 0; row < csv.rows.size(); ++row)
    table.rows.push_back({std::move(csv.rows[row]), number, csv.row_lines[row]});
  if (problems.list().size() == before && csv.rows.empty())
    problems.add({csv.file, 1, 0}, "", "no rows", "at least one row below the header");
}

EvidenceTable read_table(const fs::path& folder, TableSchema schema, Problems& problems) {
  EvidenceTable table{std::move(schema), {}, {}};
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder / table.schema.table, error)) {
    const fs::path& file = entry.path();
    if (file.extension() == ".csv" && known_stem(file.stem().string()))
      files.push_back(file);
    else
      problems.add({file.string(), 0, 0}, "", "a file of an unknown name",
                   "NNN.csv with the number of a paper, common.csv or cross.csv");
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) read_file_of(table, file, problems);
  return table;
}

void check_folders(const fs::path& folder, const std::vector<EvidenceTable>& tables, Problems& problems) {
  std::vector<std::string> names;
  for (const EvidenceTable& table : tables) names.push_back(table.schema.table);
  std::vector<fs::path> found;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  for (const fs::path& path : found) {
    const std::string name = path.filename().string();
    if (name == "schema" || std::find(names.begin(), names.end(), name) != names.end()) continue;
    const std::string near = nearest_word(name, names);
    problems.add({path.string(), 0, 0}, "", "a name that no schema knows",
                 near.empty() ? "folders named as the tables" : "perhaps " + near);
  }
}

}  // namespace

const std::string& EvidenceTable::cell(std::size_t row, std::string_view field) const {
  const std::optional<std::size_t> column = schema.column(field);
  return column ? rows[row].cells[*column] : nothing;
}

std::string EvidenceTable::file_stem(std::size_t row) const {
  return fs::path(files[rows[row].file]).stem().string();
}

Record::Record(std::vector<EvidenceTable> tables) : tables_(std::move(tables)) {
  for (std::size_t t = 0; t < tables_.size(); ++t) {
    const std::optional<std::size_t> id = tables_[t].schema.column("id");
    for (std::size_t row = 0; id && row < tables_[t].rows.size(); ++row)
      ids_.emplace(tables_[t].rows[row].cells[*id], RowAddress{t, row});
  }
  const EvidenceTable& terms = table("terms");
  for (std::size_t row = 0; row < terms.rows.size(); ++row)
    words_.add_term(terms.cell(row, "kind"), terms.cell(row, "term"), terms.cell(row, "label"),
                    terms.cell(row, "broader"));
  const EvidenceTable& names = table("synonyms");
  for (std::size_t row = 0; row < names.rows.size(); ++row)
    words_.add_name(names.cell(row, "kind"), names.cell(row, "name"), names.cell(row, "term"));
}

const EvidenceTable& Record::table(std::string_view name) const {
  static const EvidenceTable none;
  for (const EvidenceTable& each : tables_) {
    if (each.schema.table == name) return each;
  }
  return none;
}

bool Record::has_table(std::string_view name) const {
  return table(name).schema.table == name && !name.empty();
}

std::optional<RowAddress> Record::find(const std::string& id) const {
  const auto found = ids_.find(id);
  return found == ids_.end() ? std::nullopt : std::optional(found->second);
}

std::set<std::string> ids_of_record(const fs::path& folder) {
  std::set<std::string> ids;
  Problems unread;  // told by load_record; a row that cannot be read is not there
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() != ".csv") continue;
    const CsvTable csv = read_csv(at->path(), unread);
    const auto column = csv.column("id");
    for (std::size_t row = 0; column && row < csv.rows.size(); ++row) ids.insert(csv.rows[row][*column]);
  }
  return ids;
}

Record load_record(const fs::path& folder, Problems& problems) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    problems.add({folder.string(), 0, 0}, "", "no such folder",
                 "a folder with schema/TABLE.toml and TABLE/NNN.csv");
    return Record({});
  }
  std::vector<EvidenceTable> tables;
  for (TableSchema& schema : read_schemas(folder / "schema", problems))
    tables.push_back(read_table(folder, std::move(schema), problems));
  check_folders(folder, tables, problems);
  return Record(std::move(tables));
}

}  // namespace azoo::evidence
