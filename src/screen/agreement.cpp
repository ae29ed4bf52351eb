#include "screen/agreement.hpp"

#include <algorithm>  // for any_of
#include <cmath>      // for isnan
#include <span>       // for span

#include "screen/ranking.hpp"

namespace azoo::screen {

namespace {

// Each value less its ligand's and its receptor's mean; empty when a value is missing.
std::vector<double> without_means(const std::vector<double>& values, std::size_t ligands) {
  if (values.empty() || std::any_of(values.begin(), values.end(), [](double v) { return std::isnan(v); }))
    return {};
  const std::size_t receptors = values.size() / ligands;
  std::vector<double> of_ligand(ligands, 0.0);
  std::vector<double> of_receptor(receptors, 0.0);
  double all = 0.0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    of_ligand[i % ligands] += values[i] / static_cast<double>(receptors);
    of_receptor[i / ligands] += values[i] / static_cast<double>(ligands);
    all += values[i] / static_cast<double>(values.size());
  }
  std::vector<double> rest(values.size());
  for (std::size_t i = 0; i < values.size(); ++i)
    rest[i] = values[i] - of_ligand[i % ligands] - of_receptor[i / ligands] + all;
  return rest;
}

ReceptorAgreement compare_receptor(std::size_t receptor, std::span<const double> ours,
                                   std::span<const double> printed) {
  ReceptorAgreement result;
  result.receptor = receptor;
  result.correlation = statistics::spearman(ours, printed);
  result.ours = lead_of(ours);
  result.printed = lead_of(printed);
  if (result.printed.winner) {
    const auto ranks = shared_ranks({ours.begin(), ours.end()});
    result.our_rank_of_printed_winner = ranks[*result.printed.winner];
    result.same_winner = result.our_rank_of_printed_winner == 1;
  }
  return result;
}

}  // namespace

std::vector<double> scores_of(const Matrix& matrix) {
  std::vector<double> scores;
  for (const Cell& cell : matrix.cells) scores.push_back(cell.scores.score);
  return scores;
}

statistics::RankCorrelation size_correlation(const Matrix& matrix, const std::vector<double>& scores) {
  std::vector<double> sizes;
  std::vector<double> strength;
  for (std::size_t i = 0; i < matrix.cells.size() && i < scores.size(); ++i) {
    sizes.push_back(
        static_cast<double>(matrix.cells[i].scores.ligand_atoms + matrix.cells[i].scores.receptor_atoms));
    strength.push_back(-scores[i]);
  }
  return statistics::spearman(sizes, strength);
}

Agreement compare(const Matrix& matrix, const PrintedMatrix& printed) {
  Agreement result;
  const std::vector<double> ours = scores_of(matrix);
  const std::size_t ligands = matrix.ligands.size();
  result.all_pairs = statistics::spearman(ours, printed.scores);
  result.without_means =
      statistics::spearman(without_means(ours, ligands), without_means(printed.scores, ligands));
  result.size_and_ours = size_correlation(matrix, ours);
  result.size_and_printed = size_correlation(matrix, printed.scores);
  for (std::size_t r = 0; r < matrix.receptors.size(); ++r) {
    const auto row = [&](const std::vector<double>& values) {
      return std::span(values).subspan(r * ligands, ligands);
    };
    result.receptors.push_back(compare_receptor(r, row(ours), row(printed.scores)));
    const ReceptorAgreement& last = result.receptors.back();
    if (!last.printed.winner || !last.ours.winner) continue;
    ++result.compared_winners;
    if (last.same_winner) ++result.same_winners;
  }
  return result;
}

}  // namespace azoo::screen
