#include "study/screen_structures.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/files.hpp"
#include "docking/read_structure.hpp"
#include "docking/residue_range.hpp"
#include "study/structure_registry.hpp"

namespace azoo::study {

namespace {

std::string missing_words(const screen::Molecule& molecule, const StructureSearch& search,
                          const std::string& why) {
  return "the structure of " + molecule.name + " (" + molecule.called +
         "): " + places_words(molecule.identifier, search) + (why.empty() ? "" : "; " + why);
}

std::optional<LoadedMolecule> load(const screen::Molecule& molecule, const std::string& field,
                                   StructureSearch& search, const StructureRegistry& registry,
                                   StudyFaults& faults, Problems& problems) {
  std::optional<std::filesystem::path> path;
  if (!molecule.file.empty()) {
    path = find_named_file(molecule.file, search);
    if (!path) {
      faults.add(field + ".file",
                 "a structure file (PDB or mmCIF, .gz or not) beside the study, in its folders of "
                 "structures, or where azoo was started");
      return std::nullopt;
    }
  } else {
    std::string why;
    path = find_identifier(molecule.identifier, search, why);
    if (!path) {
      const std::string warning = registry.warning_without_file(molecule);
      if (!warning.empty()) why += (why.empty() ? "" : "; but ") + warning;
      faults.add(field + ".pdb", missing_words(molecule, search, why));
      return std::nullopt;
    }
  }
  auto structure = docking::read_structure(*path, molecule.selection, problems);
  if (!structure) return std::nullopt;
  LoadedMolecule loaded;
  loaded.warnings = registry.warnings(*structure, molecule);
  loaded.structure = std::move(*structure);
  loaded.structure.name = molecule.name;
  if (loaded.structure.sha256.empty()) {
    if (const auto bytes = read_file(*path, problems)) loaded.structure.sha256 = sha256(*bytes);
  }
  return loaded;
}

void check_residues(const docking::Structure& structure, const std::vector<std::string>& residues,
                    const std::string& field, StudyFaults& faults) {
  for (const std::string& range : residues) {
    if (!has_residue(structure, range))
      faults.add(field, range, "residues that " + structure.name + " has in " + structure.file);
  }
}

void check_set(const docking::Restraints& restraints, const docking::Structure* ligand,
               const docking::Structure& receptor, const std::string& field, StudyFaults& faults) {
  for (std::size_t i = 0; i < restraints.masks.size(); ++i) {
    const docking::SiteMask& mask = restraints.masks[i];
    const bool of_receptor = mask.partner == docking::Partner::receptor;
    if (!of_receptor && ligand == nullptr) continue;
    check_residues(of_receptor ? receptor : *ligand, mask.residues,
                   field + ".mask." + std::to_string(i) + ".residues", faults);
  }
  for (std::size_t i = 0; i < restraints.distances.size(); ++i) {
    const docking::DistanceRestraint& distance = restraints.distances[i];
    const std::string at = field + ".distance." + std::to_string(i);
    check_residues(receptor, distance.receptor_residues, at + ".receptor_residues", faults);
    if (ligand != nullptr) check_residues(*ligand, distance.ligand_residues, at + ".ligand_residues", faults);
  }
}

std::size_t place_of(const std::vector<screen::Molecule>& molecules, const std::string& name) {
  const auto found = std::find_if(molecules.begin(), molecules.end(),
                                  [&](const screen::Molecule& each) { return each.name == name; });
  return static_cast<std::size_t>(found - molecules.begin());
}

}  // namespace

bool has_residue(const docking::Structure& structure, const std::string& range) {
  const auto wanted = docking::parse_residue_range(range);
  return wanted && std::any_of(structure.residues.begin(), structure.residues.end(),
                               [&](const docking::Residue& residue) {
                                 return wanted->contains(residue.chain, residue.number, residue.insertion);
                               });
}

std::vector<LoadedMolecule> load_molecules(const std::vector<screen::Molecule>& molecules,
                                           const std::string& list, StructureSearch& search,
                                           const TomlValue& resolved, Problems& problems) {
  StudyFaults faults(resolved, problems);
  const StructureRegistry registry = StructureRegistry::load(problems);
  std::vector<LoadedMolecule> loaded;
  for (std::size_t i = 0; i < molecules.size(); ++i) {
    if (auto one = load(molecules[i], list + "." + std::to_string(i), search, registry, faults, problems))
      loaded.push_back(std::move(*one));
  }
  return loaded;
}

void check_restraints(const screen::Design& design, const std::vector<LoadedMolecule>& ligands,
                      const std::vector<LoadedMolecule>& receptors, StudyFaults& faults) {
  for (std::size_t r = 0; r < design.receptors.size(); ++r)
    check_set(design.receptors[r].restraints, nullptr, receptors[r].structure,
              "receptor." + std::to_string(r), faults);
  for (std::size_t i = 0; i < design.pairs.size(); ++i) {
    const screen::PairRestraints& pair = design.pairs[i];
    check_set(pair.restraints, &ligands[place_of(design.ligands, pair.ligand)].structure,
              receptors[place_of(design.receptors, pair.receptor)].structure, "pair." + std::to_string(i),
              faults);
  }
}

}  // namespace azoo::study
