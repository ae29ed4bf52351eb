#include "screen/ranking.hpp"

#include <algorithm>  // for sort, count_if
#include <cmath>      // for isnan

namespace azoo::screen {

std::vector<std::size_t> shared_ranks(const std::vector<double>& values) {
  std::vector<std::size_t> ranks(values.size(), 0);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::isnan(values[i])) continue;
    const auto better = std::count_if(values.begin(), values.end(), [&](double v) { return v < values[i]; });
    ranks[i] = static_cast<std::size_t>(better) + 1;
  }
  return ranks;
}

std::vector<Standing> rank_ligands(const Matrix& matrix) {
  std::vector<Standing> standings;
  const std::size_t ligands = matrix.ligands.size();
  for (std::size_t r = 0; r < matrix.receptors.size(); ++r) {
    std::vector<double> scores(ligands);
    std::vector<double> minus_z(ligands);
    std::vector<double> minus_excess(ligands);
    for (std::size_t l = 0; l < ligands; ++l) {
      scores[l] = matrix.at(l, r).scores.score;
      minus_z[l] = -matrix.at(l, r).chance.z;
      minus_excess[l] = -matrix.at(l, r).chance.excess;
    }
    const auto ranks = shared_ranks(scores);
    const auto z_ranks = shared_ranks(minus_z);
    Standing standing;
    standing.receptor = r;
    for (std::size_t l = 0; l < ligands; ++l) standing.ligands.push_back({l, ranks[l], no_value, z_ranks[l]});
    std::stable_sort(standing.ligands.begin(), standing.ligands.end(), [](const auto& a, const auto& b) {
      return (a.rank == 0 ? static_cast<std::size_t>(-1) : a.rank) <
             (b.rank == 0 ? static_cast<std::size_t>(-1) : b.rank);
    });
    for (std::size_t i = 0; i + 1 < ligands; ++i) {
      RankedLigand& here = standing.ligands[i];
      here.margin = scores[standing.ligands[i + 1].ligand] - scores[here.ligand];
    }
    standing.lead = lead_of(scores);
    if (matrix.calibrated) standing.excess_lead = lead_of(minus_excess, standard_gumbel_sd);
    standings.push_back(std::move(standing));
  }
  return standings;
}

}  // namespace azoo::screen
