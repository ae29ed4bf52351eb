#include "study/pair_files.hpp"

#include <algorithm>
#include <span>

#include "core/files.hpp"
#include "core/number_text.hpp"
#include "core/parameters.hpp"
#include "core/toml_value.hpp"
#include "docking/pose_table.hpp"
#include "docking/write_structure.hpp"

namespace azoo::study {

namespace fs = std::filesystem;
using docking::RankedInterface;
using docking::Structure;

namespace {

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw Interrupted(folder.string() + ": cannot create: " + error.message());
}

// Models of the best cluster and of the tenth sort as a person expects: cluster-01, cluster-10.
std::string model_name(std::size_t rank, std::size_t models) {
  std::string number = std::to_string(rank);
  while (number.size() < std::to_string(models).size()) number.insert(number.begin(), '0');
  return "cluster-" + number;
}

docking::WriteOptions options_of(const PairFiles& files, std::size_t cluster) {
  const docking::Cluster& found = files.result.clusters[cluster];
  const docking::Pose& pose = files.result.poses[found.representative];
  docking::WriteOptions options;
  options.kind =
      files.format == ModelFormat::pdb ? docking::StructureFileKind::pdb : docking::StructureFileKind::mmcif;
  options.identifier = "cluster-" + std::to_string(cluster + 1);
  options.title = files.ligand.name + " docked on " + files.receptor.name;
  constexpr int digits = 6;
  options.remarks = {"Docked rigidly by azoo: a model, not an experiment.",
                     "Cluster " + std::to_string(cluster + 1) + " of " +
                         std::to_string(files.result.clusters.size()) + ", " +
                         std::to_string(found.members.size()) + " poses; pose " +
                         std::to_string(found.representative + 1) + " of poses.csv.",
                     "Score " + to_text(pose.score, digits) + " in arbitrary units: no energy, no affinity."};
  return options;
}

std::vector<std::string> write_models(const fs::path& folder, const PairFiles& files) {
  std::vector<std::string> notes;
  const std::size_t models = std::min(files.models, files.result.clusters.size());
  if (models > 0) make_folder(folder);
  for (std::size_t i = 0; i < models; ++i) {
    const docking::Pose& pose = files.result.poses[files.result.clusters[i].representative];
    docking::WriteOptions options = options_of(files, i);
    const std::string name = model_name(i + 1, models);
    const std::span<const docking::RigidMotion> one(&pose.motion, 1);
    Problems problems;
    auto model = docking::write_complex(files.receptor, files.ligand, one, options, problems);
    if (!model) {
      options.kind = docking::StructureFileKind::mmcif;
      Problems none;
      model = docking::write_complex(files.receptor, files.ligand, one, options, none);
      notes.push_back(name + " is written as mmCIF, since PDB cannot hold it: " +
                      (problems.any() ? to_text(problems.list().front()) : ""));
    }
    if (!model) continue;
    const bool pdb = options.kind == docking::StructureFileKind::pdb;
    write_file(folder / (name + (pdb ? ".pdb" : ".cif")), model->text);
    for (const std::string& note : model->notes) {
      const std::string line = "models: " + note;
      if (std::find(notes.begin(), notes.end(), line) == notes.end()) notes.push_back(line);
    }
  }
  return notes;
}

}  // namespace

std::vector<RankedInterface> first_interfaces(const Structure& receptor, const Structure& ligand,
                                              const docking::DockResult& result, std::size_t clusters,
                                              const docking::InterfaceRules& rules) {
  std::vector<RankedInterface> interfaces;
  for (std::size_t i = 0; i < std::min(clusters, result.clusters.size()); ++i) {
    const docking::Pose& pose = result.poses[result.clusters[i].representative];
    interfaces.push_back({i + 1, docking::interface_of(receptor, ligand, pose.motion, rules)});
  }
  return interfaces;
}

std::vector<std::string> write_files_of_pair(const fs::path& folder, const PairFiles& files) {
  const docking::DockResult& result = files.result;
  write_file(folder / "poses.csv", docking::poses_csv(result.poses, files.qualities));
  write_file(folder / "clusters.csv", docking::clusters_csv(result.poses, result.clusters, files.qualities));
  write_file(folder / "interface_residues.csv",
             docking::interface_residues_csv(files.receptor, files.ligand, files.interfaces));
  write_file(folder / "interface_contacts.csv",
             docking::interface_contacts_csv(files.receptor, files.ligand, files.interfaces));
  write_file(folder / "interface_bonds.csv",
             docking::interface_bonds_csv(files.receptor, files.ligand, files.interfaces));
  return write_models(folder / "models", files);
}

docking::InterfaceRules shipped_interface_rules(Problems& problems) {
  const fs::path folder = data_folder() / "docking";
  TomlValue document = read_toml(folder / "interface.toml", problems);
  ParameterSet parameters;
  parameters.add(document, "interface", problems);
  problems.throw_if_any();
  return {parameters, folder, problems};
}

void write_pair_files(const fs::path& folder, const Structure& receptor, const Structure& ligand,
                      const docking::DockResult& result, std::size_t models) {
  Problems problems;
  const docking::InterfaceRules rules = shipped_interface_rules(problems);
  problems.throw_if_any();
  const std::vector<RankedInterface> interfaces = first_interfaces(receptor, ligand, result, models, rules);
  (void)write_files_of_pair(folder, {receptor, ligand, result, {}, interfaces, models, ModelFormat::pdb});
}

}  // namespace azoo::study
