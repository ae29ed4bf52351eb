#include "study/screen_results.hpp"

#include <filesystem>
#include <optional>

#include "core/csv.hpp"
#include "core/files.hpp"
#include "core/number_text.hpp"
#include "core/version.hpp"
#include "report/screen_report.hpp"
#include "screen/network.hpp"
#include "screen/tables.hpp"

namespace azoo::study {

namespace fs = std::filesystem;

namespace {

std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : "; ") + item;
  return text;
}

void add_structures(std::string& text, const char* role, const std::vector<screen::Molecule>& molecules,
                    const std::vector<LoadedMolecule>& loaded) {
  for (std::size_t i = 0; i < loaded.size(); ++i) {
    const docking::Structure& structure = loaded[i].structure;
    std::vector<std::string> entities;
    for (const docking::Entity& entity : structure.entities) entities.push_back(entity.description);
    text += csv_line({role, molecules[i].name, molecules[i].called, molecules[i].identifier,
                      structure.identifier, structure.title, joined(entities),
                      fs::path(structure.file).filename().string(), structure.sha256,
                      std::to_string(structure.residues.size()), std::to_string(structure.atoms.size()),
                      joined(loaded[i].warnings), joined(structure.notes)});
  }
}

// The script is not needed to run; without it the page says that its view is missing.
std::string cytoscape_text() {
  Problems problems;
  return read_file(data_folder() / "page" / "cytoscape.min.js", problems).value_or("");
}

std::vector<report::MoleculeFacts> facts_of(const std::vector<LoadedMolecule>& molecules) {
  std::vector<report::MoleculeFacts> facts;
  for (const LoadedMolecule& each : molecules) facts.push_back({&each.structure, each.warnings});
  return facts;
}

}  // namespace

std::string structures_csv(const ScreenStudy& study) {
  std::string text =
      csv_line({"role", "name", "called", "pdb", "pdb_in_file", "title_in_file", "entities_in_file", "file",
                "sha256", "residues", "atoms", "warnings", "notes"});
  add_structures(text, "ligand", study.design.ligands, study.ligands);
  add_structures(text, "receptor", study.design.receptors, study.receptors);
  return text;
}

std::string searches_csv(const screen::Design& design, const ScreenOutcome& outcome) {
  std::string text =
      csv_line({"ligand", "receptor", "spacing_A", "grid_x", "grid_y", "grid_z", "rotations", "transforms",
                "poses_refined", "poses_refined_again", "partners_swapped", "plan"});
  for (std::size_t i = 0; i < outcome.searches.size(); ++i) {
    const screen::Pair pair = screen::pair_at(design, i);
    const docking::SearchRecord& r = outcome.searches[i];
    text += csv_line({design.ligands[pair.ligand].name, design.receptors[pair.receptor].name,
                      to_text(r.spacing_A), std::to_string(r.grid[0]), std::to_string(r.grid[1]),
                      std::to_string(r.grid[2]), std::to_string(r.rotations), std::to_string(r.transforms),
                      std::to_string(r.poses_refined), std::to_string(r.poses_refined_again),
                      r.partners_swapped ? "yes" : "no", r.plan});
  }
  return text;
}

ScreenReporting::ScreenReporting(const ScreenStudy& study, const ScreenOutcome& outcome,
                                 const screen::ChanceFunction& chance) {
  const screen::Matrix matrix = screen::make_matrix(study.design, outcome.scores, chance);
  const std::vector<screen::Standing> standings = screen::rank_ligands(matrix);
  const screen::Network network = screen::make_network(study.design, matrix);
  const screen::PrintedMatrix* printed = study.printed ? &*study.printed : nullptr;
  std::optional<screen::Agreement> agreement;
  if (printed != nullptr) agreement = screen::compare(matrix, *printed);
  files_.emplace_back("matrix.csv", screen::matrix_csv(matrix, standings, printed));
  files_.emplace_back("ranking.csv", screen::ranking_csv(matrix, standings));
  if (agreement) files_.emplace_back("agreement.csv", screen::agreement_csv(matrix, *agreement));
  files_.emplace_back("structures.csv", structures_csv(study));
  files_.emplace_back("searches.csv", searches_csv(study.design, outcome));
  files_.emplace_back("network.graphml", screen::to_graphml(network));
  files_.emplace_back("network.cyjs", screen::to_cyjs(network));
  report::ScreenReportInput input{study.design,
                                  matrix,
                                  standings,
                                  network,
                                  outcome.searches,
                                  study.parameters,
                                  facts_of(study.ligands),
                                  facts_of(study.receptors)};
  input.printed = printed;
  input.agreement = agreement ? &*agreement : nullptr;
  input.version = version();
  input.study_sha256 = study.sha256;
  input.study_file = "study.toml";
  input.cytoscape = cytoscape_text();
  const std::vector<report::Figure> figures = report::screen_figures(input);
  for (const report::Figure& figure : figures)
    files_.emplace_back("figures/" + figure.name + ".svg", figure.svg);
  files_.emplace_back("report.html", report::screen_report_html(input, figures));
  summary_ = {"Computed, not for patient care: " + study.design.title + "."};
  for (std::string& line : report::screen_summary(input)) summary_.push_back(std::move(line));
}

}  // namespace azoo::study
