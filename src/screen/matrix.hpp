// The matrix of a screen: what docking gave for each pair, how it compares with chance, and which pairs stand
// out once it is counted how many were looked at.
#pragma once

#include <cstddef>     // for size_t
#include <functional>  // for function
#include <string>      // for string
#include <vector>      // for vector

#include "screen/design.hpp"       // for Design, Pair
#include "screen/pair_scores.hpp"  // for PairScores, no_value

namespace azoo::screen {

// How a score compares with the best scores of unrelated molecules of the same sizes.
struct AgainstChance {
  double z = no_value;           // as unlikely under chance as a normal value of z; larger is better
  double p = no_value;           // share of unrelated pairs with a score as good
  double smallest_p = no_value;  // that the unrelated pairs can tell
  double excess = no_value;      // over their location, in scales of their Gumbel distribution
  bool extrapolated = false;     // a size beyond those of the unrelated pairs
};
// Of the best score and of the sizes in scored heavy atoms: receptor, ligand. Empty: nothing is calibrated.
using ChanceFunction = std::function<AgainstChance(double score, double receptor_atoms, double ligand_atoms)>;

struct Cell {
  PairScores scores;
  AgainstChance chance;
  double p_adjusted = no_value;  // Holm, over all pairs of the screen
  bool stands_out = false;       // p_adjusted below the significance asked for
};

struct Matrix {
  std::vector<std::string> ligands;
  std::vector<std::string> receptors;
  std::vector<Cell> cells;  // receptor by receptor
  bool calibrated = false;
  std::size_t family = 0;  // pairs whose p was counted
  double significance = 0.05;
  std::string correction;  // how it is called
  [[nodiscard]] const Cell& at(std::size_t ligand, std::size_t receptor) const {
    return cells[receptor * ligands.size() + ligand];
  }
};

// `scores` in the order of the design's pairs. A pair with restraints is not
// compared with chance. Throws std::logic_error for a p outside 0 to 1.
[[nodiscard]] Matrix make_matrix(const Design& design, std::vector<PairScores> scores,
                                 const ChanceFunction& chance);

// Pairs that stand out, best p first, then by place.
[[nodiscard]] std::vector<Pair> outstanding(const Matrix& matrix);
// The smallest p after correction that any pair could reach: the finest p that the calibration resolves,
// times the number of pairs. NaN without a calibration.
[[nodiscard]] double smallest_adjusted_p(const Matrix& matrix);

}  // namespace azoo::screen
