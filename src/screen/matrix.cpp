#include "screen/matrix.hpp"

#include <algorithm>  // for sort, min
#include <cmath>      // for isnan
#include <stdexcept>  // for logic_error
#include <string>     // for string
#include <utility>    // for move

#include "statistics/multiplicity.hpp"

namespace azoo::screen {

Matrix make_matrix(const Design& design, std::vector<PairScores> scores, const ChanceFunction& chance) {
  Matrix matrix;
  for (const Molecule& ligand : design.ligands) matrix.ligands.push_back(ligand.name);
  for (const Molecule& receptor : design.receptors) matrix.receptors.push_back(receptor.name);
  matrix.significance = design.significance;
  matrix.calibrated = static_cast<bool>(chance);
  std::vector<double> p_values;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    Cell cell;
    cell.scores = std::move(scores[i]);
    // Unrelated pairs were docked without restraints, which would be part of the score.
    if (chance && !std::isnan(cell.scores.score) && !is_restrained(design, pair_at(design, i))) {
      cell.chance = chance(cell.scores.score, static_cast<double>(cell.scores.receptor_atoms),
                           static_cast<double>(cell.scores.ligand_atoms));
    }
    p_values.push_back(cell.chance.p);
    matrix.cells.push_back(std::move(cell));
  }
  const statistics::AdjustedP adjusted = statistics::holm(p_values);
  if (!adjusted.computed())
    throw std::logic_error("a calibration against chance that gives no p: " + adjusted.refusal);
  matrix.family = adjusted.family;
  matrix.correction = adjusted.method;
  for (std::size_t i = 0; i < matrix.cells.size(); ++i) {
    matrix.cells[i].p_adjusted = adjusted.p[i];
    matrix.cells[i].stands_out = adjusted.p[i] < matrix.significance;
  }
  return matrix;
}

std::vector<Pair> outstanding(const Matrix& matrix) {
  std::vector<Pair> pairs;
  for (std::size_t r = 0; r < matrix.receptors.size(); ++r) {
    for (std::size_t l = 0; l < matrix.ligands.size(); ++l) {
      if (matrix.at(l, r).stands_out) pairs.push_back({l, r});
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(), [&](Pair a, Pair b) {
    return matrix.at(a.ligand, a.receptor).chance.p < matrix.at(b.ligand, b.receptor).chance.p;
  });
  return pairs;
}

double smallest_adjusted_p(const Matrix& matrix) {
  double smallest = no_value;
  for (const Cell& cell : matrix.cells) {
    if (!(smallest <= cell.chance.smallest_p)) smallest = cell.chance.smallest_p;
  }
  return std::isnan(smallest) ? no_value : std::min(1.0, smallest * static_cast<double>(matrix.family));
}

}  // namespace azoo::screen
