// A screen with made-up scores, for tests of what is computed from them.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "screen/design.hpp"
#include "screen/matrix.hpp"
#include "screen/pair_scores.hpp"

namespace azoo::screen::fixture {

inline Design design_of(const std::vector<std::string>& ligands, const std::vector<std::string>& receptors) {
  Design design;
  design.name = "made-up";
  design.title = "A made-up <screen> & more";
  for (const std::string& name : ligands) {
    Molecule molecule;
    molecule.name = molecule.called = molecule.printed = name;
    design.ligands.push_back(molecule);
  }
  for (const std::string& name : receptors) {
    Molecule molecule;
    molecule.name = molecule.called = molecule.printed = name;
    design.receptors.push_back(molecule);
  }
  return design;
}

// Scores receptor by receptor. Ligands have 100, 200, ... atoms, receptors 1000, 2000, ...
inline std::vector<PairScores> pairs_of(const Design& design, const std::vector<double>& scores) {
  std::vector<PairScores> pairs;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const Pair pair = pair_at(design, i);
    PairScores one;
    one.score = scores[i];
    one.cluster_score = scores[i] + 1.0;
    one.cluster_size = 40 + i;
    one.ligand_atoms = 100 * (pair.ligand + 1);
    one.receptor_atoms = 1000 * (pair.receptor + 1);
    pairs.push_back(one);
  }
  return pairs;
}

inline Matrix matrix_of(const Design& design, const std::vector<double>& scores,
                        const ChanceFunction& chance = {}) {
  return make_matrix(design, pairs_of(design, scores), chance);
}

}  // namespace azoo::screen::fixture
