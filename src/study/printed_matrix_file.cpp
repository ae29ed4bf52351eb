#include "study/printed_matrix_file.hpp"

#include <cmath>
#include <utility>
#include <vector>

#include "core/csv.hpp"
#include "core/files.hpp"
#include "core/number_text.hpp"

namespace azoo::study {

namespace fs = std::filesystem;

namespace {

std::optional<std::size_t> place_of(const std::vector<screen::Molecule>& molecules,
                                    const std::string& printed) {
  for (std::size_t i = 0; i < molecules.size(); ++i) {
    if (molecules[i].printed == printed && !printed.empty()) return i;
  }
  return std::nullopt;
}

class Filling {
 public:
  Filling(const screen::Design& design, Problems& problems)
      : design_(design), problems_(problems), scores_(screen::pair_count(design), screen::no_value) {}

  // What the study does not screen is passed over.
  void put(const std::string& ligand, const std::string& receptor, double score, const Place& place) {
    const auto l = place_of(design_.ligands, ligand);
    const auto r = place_of(design_.receptors, receptor);
    if (!l || !r) return;
    double& cell = scores_[*r * design_.ligands.size() + *l];
    if (!std::isnan(cell))
      problems_.add(place, ligand + " on " + receptor, "a second score", "one score a pair");
    cell = score;
  }

  // A molecule without a single score was spelt otherwise in the table.
  void check_all_found(TomlReader& table, std::string_view key) const {
    const std::size_t ligands = design_.ligands.size();
    const auto complain = [&](const screen::Molecule& molecule, const char* list) {
      table.fault(key, "a score for " + molecule.name + ": name it at the key printed of its [[" + list +
                           "]] as it stands in the table (printed = \"\": it is not there)");
    };
    for (std::size_t l = 0; l < ligands; ++l) {
      bool any = design_.ligands[l].printed.empty();
      for (std::size_t r = 0; r < design_.receptors.size(); ++r)
        any = any || !std::isnan(scores_[r * ligands + l]);
      if (!any) complain(design_.ligands[l], "ligand");
    }
    for (std::size_t r = 0; r < design_.receptors.size(); ++r) {
      bool any = design_.receptors[r].printed.empty();
      for (std::size_t l = 0; l < ligands; ++l) any = any || !std::isnan(scores_[r * ligands + l]);
      if (!any) complain(design_.receptors[r], "receptor");
    }
  }

  [[nodiscard]] std::vector<double> take() { return std::move(scores_); }

 private:
  const screen::Design& design_;
  Problems& problems_;
  std::vector<double> scores_;
};

void read_rows(const CsvTable& sheet, TomlReader& table, Filling& filling, Problems& problems) {
  const auto column = [&](const char* key, const char* usual) {
    const std::string name = table.text_or(key, usual);
    const auto place = sheet.column(name);
    if (!place) table.fault(key, "the name of a column of " + sheet.file);
    return place;
  };
  const auto ligand = column("ligand_column", "ligand");
  const auto receptor = column("receptor_column", "receptor");
  const auto score = column("score_column", "score");
  if (!ligand || !receptor || !score) return;
  for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
    const auto& row = sheet.rows[i];
    if (row[*score].empty()) continue;
    const auto value = parse_number(row[*score]);
    if (value) {
      filling.put(row[*ligand], row[*receptor], *value, sheet.place(i));
    } else {
      problems.add(sheet.place(i), sheet.header[*score], row[*score], "a finite number, or nothing");
    }
  }
}

void read_inline(TomlReader& table, Filling& filling, Problems& problems) {
  const TomlValue* scores = table.raw("scores");
  const TomlMap* rows = scores == nullptr ? nullptr : scores->map();
  if (rows == nullptr) {
    table.fault("scores", "a table of ligands, each { RECEPTOR = score }, or a file at the key file");
    return;
  }
  for (const auto& [ligand, row] : rows->entries) {
    const std::string field = table.field("scores") + "." + ligand;
    if (row.map() == nullptr) {
      problems.add(row.place, field, describe(row), "a table { RECEPTOR = score }");
      continue;
    }
    for (const auto& [receptor, value] : row.map()->entries) {
      double score = screen::no_value;
      if (const auto* real = std::get_if<double>(&value.data)) score = *real;
      if (const auto* whole = std::get_if<std::int64_t>(&value.data)) score = static_cast<double>(*whole);
      if (std::isfinite(score)) {
        filling.put(ligand, receptor, score, value.place);
      } else {
        problems.add(value.place, field + "." + receptor, describe(value), "a finite number");
      }
    }
  }
}

void read_file_rows(TomlReader& table, const std::string& name, const InputFolders& folders, Filling& filling,
                    std::string& hash, Problems& problems) {
  const auto path = find_input(name, folders);
  if (!path) {
    table.fault("file", "a file beside the study, in the data folder or where azoo was started");
    return;
  }
  const std::size_t before = problems.list().size();
  const auto text = read_file(*path, problems);
  if (!text) return;
  hash = sha256(*text);
  const CsvTable sheet = parse_csv(*text, path->string(), problems);
  if (problems.list().size() == before) read_rows(sheet, table, filling, problems);
}

}  // namespace

std::optional<fs::path> find_input(const std::string& name, const InputFolders& folders) {
  std::error_code error;
  for (const fs::path& path : {folders.study / name, folders.data / name, fs::path(name)}) {
    if (fs::is_regular_file(path, error)) return path;
  }
  return std::nullopt;
}

std::optional<screen::PrintedMatrix> read_printed_matrix(TomlReader table, const screen::Design& design,
                                                         const InputFolders& folders, std::string& sha256,
                                                         Problems& problems) {
  const std::size_t before = problems.list().size();
  screen::PrintedMatrix printed;
  printed.source = table.text("source");
  printed.unit = table.text_or("unit", "");
  printed.program = table.text_or("program", "");
  Filling filling(design, problems);
  const std::string file = table.text_or("file", "");
  if (file.empty()) {
    read_inline(table, filling, problems);
  } else {
    read_file_rows(table, file, folders, filling, sha256, problems);
    if (table.has("scores")) table.fault("scores", "no such key beside file");
  }
  table.finish();
  if (problems.list().size() == before) filling.check_all_found(table, file.empty() ? "scores" : "file");
  if (problems.list().size() != before) return std::nullopt;
  printed.scores = filling.take();
  return printed;
}

}  // namespace azoo::study
