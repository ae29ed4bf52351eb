// A screen as it is to be done: which ligands on which receptors, how they are docked, and what is asked of
// the scores. Every ligand is docked on every receptor.
#pragma once

#include <cstddef>  // for size_t
#include <string>   // for string
#include <vector>   // for vector

#include "docking/clustering.hpp"      // for ClusterRules
#include "docking/dock.hpp"            // for DockOptions
#include "docking/read_structure.hpp"  // for StructureSelection
#include "docking/restraints.hpp"      // for Restraints

namespace azoo::screen {

struct Molecule {
  std::string name;        // in tables and names of files
  std::string called;      // what the study says it is; held against what its file says
  std::string printed;     // its row or column in the published matrix
  std::string identifier;  // code in the Protein Data Bank; empty when only a file is named
  std::string file;        // as the study names it; empty: found by the identifier
  std::string note;
  docking::StructureSelection selection;
  docking::Restraints restraints;  // of a receptor, whatever the ligand
};

// What holds for one pair alone.
struct PairRestraints {
  std::string ligand;
  std::string receptor;
  docking::Restraints restraints;
};

struct Design {
  std::string name;
  std::string title;
  std::string question;
  std::vector<std::string> evidence;
  std::vector<Molecule> ligands;
  std::vector<Molecule> receptors;
  std::vector<PairRestraints> pairs;
  std::string preset = "default";
  std::string weights = "balanced";
  double poses_apart_A = docking::DockOptions{}.poses_apart_A;
  docking::ClusterRules clusters;
  std::size_t models = 5;      // best clusters of a pair whose complexes are written
  double significance = 0.05;  // of p after correction for the number of pairs
};

// Pairs are counted receptor by receptor, in the order of the study.
[[nodiscard]] inline std::size_t pair_count(const Design& design) {
  return design.ligands.size() * design.receptors.size();
}
struct Pair {
  std::size_t ligand = 0;
  std::size_t receptor = 0;
};
[[nodiscard]] inline Pair pair_at(const Design& design, std::size_t index) {
  return {index % design.ligands.size(), index / design.ligands.size()};
}

// "CD81--AR", also the name of the pair's folder.
[[nodiscard]] std::string pair_name(const Design& design, Pair pair);
// The options of docking one pair, its restraints and its receptor's together.
[[nodiscard]] docking::DockOptions options_of(const Design& design, Pair pair);

// Whether restraints are part of the pair's score.
[[nodiscard]] bool is_restrained(const Design& design, Pair pair);

}  // namespace azoo::screen
