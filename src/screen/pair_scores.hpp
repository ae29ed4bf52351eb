// What a screen keeps of one docked pair. Scores are in arbitrary units, lower is better; they grow with the
// size of the partners and are no energies and no affinities.
#pragma once

#include <cstddef>  // for size_t
#include <limits>   // for quiet_NaN
#include <string>   // for string

#include "docking/dock.hpp"       // for DockResult
#include "docking/structure.hpp"  // for Structure

namespace azoo::screen {

inline constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

struct PairScores {
  double score = no_value;               // of the best pose; NaN when the pair has none
  double cluster_score = no_value;       // of the best pose of the first cluster
  double centre_score = no_value;        // of the first cluster's representative
  double next_cluster_score = no_value;  // of the best pose outside the best pose's cluster
  std::size_t cluster_size = 0;          // poses in the first cluster
  std::size_t clusters = 0;
  std::size_t poses = 0;
  std::size_t ligand_atoms = 0;  // heavy atoms that are scored
  std::size_t receptor_atoms = 0;
  std::string note;  // why there is no score
};

[[nodiscard]] PairScores scores_of(const docking::DockResult& result, const docking::Structure& receptor,
                                   const docking::Structure& ligand);

}  // namespace azoo::screen
