// The files of one docked pair: tables of poses and clusters, tables of the interfaces, and models. They
// stand in the results folder of `azoo dock` and in the folder of each pair of a screen.
#pragma once

#include <cstddef>     // for size_t
#include <filesystem>  // for path
#include <string>      // for string
#include <vector>      // for vector

#include "core/problem.hpp"              // for Problems
#include "docking/dock.hpp"              // for DockResult
#include "docking/evaluation.hpp"        // for Quality
#include "docking/interface_rules.hpp"   // for InterfaceRules
#include "docking/interface_tables.hpp"  // for RankedInterface
#include "docking/structure.hpp"         // for Structure
#include "study/dock_request.hpp"        // for ModelFormat

namespace azoo::study {

struct PairFiles {
  const docking::Structure& receptor;
  const docking::Structure& ligand;
  const docking::DockResult& result;
  const std::vector<docking::Quality>& qualities;           // of each pose, or none at all
  const std::vector<docking::RankedInterface>& interfaces;  // of the first clusters
  std::size_t models = 0;                                   // clusters whose model is written
  ModelFormat format = ModelFormat::pdb;
};

// The interfaces of the representatives of the first clusters.
[[nodiscard]] std::vector<docking::RankedInterface> first_interfaces(const docking::Structure& receptor,
                                                                     const docking::Structure& ligand,
                                                                     const docking::DockResult& result,
                                                                     std::size_t clusters,
                                                                     const docking::InterfaceRules& rules);

// poses.csv, clusters.csv, interface_residues.csv, interface_contacts.csv, interface_bonds.csv,
// models/cluster-N.pdb or .cif; a model that the columns of PDB cannot hold is written as mmCIF. Gives back
// notes on the models, such as chains renamed. The folder must be there; Interrupted when it cannot be
// written.
std::vector<std::string> write_files_of_pair(const std::filesystem::path& folder, const PairFiles& files);

// The same for a pair of which nothing else is known: interfaces of as many clusters as models, PDB files,
// rules as shipped. Throws InputError when the data folder is damaged.
void write_pair_files(const std::filesystem::path& folder, const docking::Structure& receptor,
                      const docking::Structure& ligand, const docking::DockResult& result,
                      std::size_t models);

// The shipped rules, read without the rest of the data folder.
[[nodiscard]] docking::InterfaceRules shipped_interface_rules(Problems& problems);

}  // namespace azoo::study
