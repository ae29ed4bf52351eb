#include "study/screen_study.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "core/toml_reader.hpp"
#include "docking/restraints_file.hpp"
#include "study/evidence_ids.hpp"
#include "study/printed_matrix_file.hpp"
#include "study/screen_molecules.hpp"
#include "study/study_document.hpp"
#include "study/trial_study_faults.hpp"
#include "study/trial_study_names.hpp"

namespace azoo::study {

namespace fs = std::filesystem;

namespace {

void read_head(TomlReader& root, screen::Design& design) {
  design.name = read_identifier(root, "name");
  design.title = root.text("title");
  design.question = root.text_or("question", "");
  design.evidence = root.texts_or("evidence", {});
}

void read_docking(TomlReader table, screen::Design& design) {
  design.preset = table.word_or("preset", "default", {"fast", "default", "thorough"});
  design.weights =
      table.word_or("weights", "balanced", {"balanced", "electrostatic", "hydrophobic", "shape", "antibody"});
  docking::ClusterRules& rules = design.clusters;
  constexpr NumberRule radius{0.0, 100.0, true, "a number of angstrom > 0 and at most 100"};
  constexpr std::int64_t most = 1'000'000;
  constexpr NumberRule distance{0.0, 100.0, false, "a number of angstrom from 0 to 100"};
  design.poses_apart_A = table.number_or("poses_apart_A", design.poses_apart_A, distance);
  rules.radius_A = table.number_or("cluster_radius_A", rules.radius_A, radius);
  const auto whole = [&](const char* key, std::size_t fallback) {
    return static_cast<std::size_t>(table.integer_or(key, static_cast<std::int64_t>(fallback), 1, most));
  };
  rules.poses_taken = whole("poses_clustered", rules.poses_taken);
  rules.clusters_kept = whole("clusters_kept", rules.clusters_kept);
  const std::string plain(docking::to_text(rules.order));
  rules.order = docking::cluster_order(table.word_or("cluster_order", plain, docking::cluster_order_words()))
                    .value_or(rules.order);
  design.models =
      static_cast<std::size_t>(table.integer_or("models", static_cast<std::int64_t>(design.models), 0, 1000));
  table.finish();
}

void read_analysis(TomlReader table, screen::Design& design) {
  constexpr NumberRule rule{0.0, 0.5, true, "a number > 0 and at most 0.5"};
  design.significance = table.number_or("significance", design.significance, rule);
  table.finish();
}

void check_names(const std::vector<screen::Molecule>& molecules, const std::string& list,
                 StudyFaults& faults) {
  std::map<std::string, std::size_t> taken;
  for (std::size_t i = 0; i < molecules.size(); ++i) {
    std::string plain = molecules[i].name;
    std::transform(plain.begin(), plain.end(), plain.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const auto [at, is_new] = taken.emplace(plain, i);
    if (!is_new && !plain.empty())
      faults.add(list + "." + std::to_string(i) + ".name",
                 "a name that " + list + "." + std::to_string(at->second) +
                     ".name has not taken (capitals do not count: names become folders)");
  }
}

void read_molecules(TomlReader& root, const char* list, MoleculeRole role,
                    std::vector<screen::Molecule>& molecules, Problems& found) {
  for (TomlReader& table : root.tables(list, true)) molecules.push_back(read_molecule(table, role, found));
  if (molecules.size() > most_molecules)
    root.fault(list, "at most " + std::to_string(most_molecules) + " tables [[" + std::string(list) + "]]");
}

void read_pair(TomlReader table, screen::Design& design, Problems& found) {
  const auto names = [](const std::vector<screen::Molecule>& molecules) {
    std::vector<std::string> list;
    for (const screen::Molecule& each : molecules) list.push_back(each.name);
    return list;
  };
  screen::PairRestraints pair;
  pair.ligand = read_name(table, "ligand", names(design.ligands), "[[ligand]]");
  pair.receptor = read_name(table, "receptor", names(design.receptors), "[[receptor]]");
  pair.restraints = docking::read_restraints(table, found);
  if (pair.restraints.membrane.present)
    table.fault("membrane", "no such key here: a membrane is its receptor's");
  if (pair.restraints.masks.empty() && pair.restraints.distances.empty())
    table.fault("distance", "at least one [[pair.mask]] or [[pair.distance]]");
  table.finish();
  design.pairs.push_back(std::move(pair));
}

void check_pairs(const screen::Design& design, StudyFaults& faults) {
  std::map<std::pair<std::string, std::string>, std::size_t> seen;
  for (std::size_t i = 0; i < design.pairs.size(); ++i) {
    const auto [at, is_new] = seen.emplace(std::pair(design.pairs[i].ligand, design.pairs[i].receptor), i);
    if (!is_new)
      faults.add("pair." + std::to_string(i) + ".ligand",
                 "a pair that pair." + std::to_string(at->second) + " has not described");
  }
}

StructureSearch read_structures(TomlReader table, const ScreenReading& reading) {
  StructureSearch search;
  search.study_folder = reading.file.parent_path();
  search.folders = table.texts_or("folders", {"structures"});
  search.fetch = table.flag_or("fetch", true);
  search.network = reading.network;
  search.cache = reading.cache;
  search.transport = reading.transport;
  table.finish();
  return search;
}

// What lies in other files is looked at when the study itself is sound.
void read_files(TomlReader& root, const ScreenReading& reading, StructureSearch search, ScreenStudy& study,
                Problems& found) {
  if (root.raw("printed") != nullptr) {
    study.printed = read_printed_matrix(root.table_or_empty("printed"), study.design,
                                        {search.study_folder, reading.data}, study.printed_sha256, found);
  }
  StudyFaults faults(study.resolved, found);
  check_names(study.design.ligands, "ligand", faults);
  check_names(study.design.receptors, "receptor", faults);
  check_pairs(study.design, faults);
  if (found.any()) return;
  study.ligands = load_molecules(study.design.ligands, "ligand", search, study.resolved, found);
  study.receptors = load_molecules(study.design.receptors, "receptor", search, study.resolved, found);
  if (found.any()) return;
  check_restraints(study.design, study.ligands, study.receptors, faults);
}

void read_design(TomlReader& root, const ScreenReading& reading, ScreenStudy& study, Problems& found) {
  screen::Design& design = study.design;
  read_head(root, design);
  override_parameters(root, study.parameters, found);
  read_docking(root.table_or_empty("docking"), design);
  read_analysis(root.table_or_empty("analysis"), design);
  read_molecules(root, "ligand", MoleculeRole::ligand, design.ligands, found);
  read_molecules(root, "receptor", MoleculeRole::receptor, design.receptors, found);
  for (TomlReader& table : root.tables("pair", false)) read_pair(table, design, found);
  StructureSearch search = read_structures(root.table_or_empty("structures"), reading);
  check_record_ids(root, design.evidence, reading.data);
  read_files(root, reading, search, study, found);
}

}  // namespace

std::optional<ScreenStudy> read_screen_study(const ScreenReading& reading, Problems& problems) {
  Problems found;
  std::optional<ScreenStudy> study;
  if (reading.seed)
    found.add({"--seed", 0, 0}, "", std::to_string(*reading.seed),
              "no seed: a screen draws no random numbers, the same input gives the same bytes");
  if (auto document = read_study_document(reading.file, reading.overrides, std::nullopt, found)) {
    study.emplace();
    study->resolved = std::move(document->root);
    study->sha256 = std::move(document->sha256);
    TomlReader root(study->resolved, "", found);
    if (check_kind(root, "screen")) {
      study->parameters = ParameterSet::load(reading.data, found);
      read_design(root, reading, *study, found);
      root.finish();
      check_every_value(study->resolved, found);
    }
  }
  if (!found.any()) return study;
  for (const Problem& problem : found.list()) problems.add(problem);
  return std::nullopt;
}

}  // namespace azoo::study
