// The structures of a screen: found by their files or identifiers, read, and held against what the study says
// of them.
#pragma once

#include <filesystem>  // for path
#include <string>      // for string
#include <vector>      // for vector

#include "core/problem.hpp"              // for Problems
#include "core/toml_value.hpp"           // for TomlValue
#include "docking/structure.hpp"         // for Structure
#include "screen/design.hpp"             // for Molecule
#include "study/structure_source.hpp"    // for StructureSearch
#include "study/trial_study_faults.hpp"  // for StudyFaults

namespace azoo::study {

struct LoadedMolecule {
  docking::Structure structure;
  std::vector<std::string> warnings;  // where the file's own words and the study's do not agree
};

// In the order of the molecules. Every structure that is missing is a problem of its own, so that a user
// learns at once of all of them; `list` is "ligand" or "receptor", `resolved` the study, for the places in
// it. What was found is read, with the problems of reading; the result is incomplete when there is a problem.
[[nodiscard]] std::vector<LoadedMolecule> load_molecules(const std::vector<screen::Molecule>& molecules,
                                                         const std::string& list,
                                                         StructureSearch& search,
                                                         const TomlValue& resolved, Problems& problems);

// Residues that restraints name must be there.
void check_restraints(const screen::Design& design, const std::vector<LoadedMolecule>& ligands,
                      const std::vector<LoadedMolecule>& receptors, StudyFaults& faults);

// Whether the structure has a residue in the range "A:10-20".
[[nodiscard]] bool has_residue(const docking::Structure& structure, const std::string& range);

}  // namespace azoo::study
