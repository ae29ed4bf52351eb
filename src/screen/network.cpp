#include "screen/network.hpp"

#include <cmath>  // for isnan

#include "screen/ranking.hpp"

namespace azoo::screen {

Network make_network(const Design& design, const Matrix& matrix) {
  Network network;
  network.name = design.name;
  network.calibrated = matrix.calibrated;
  network.weight_meaning = matrix.calibrated
                               ? "z: how far beyond unrelated molecules of the same sizes"
                               : "minus the docking score in arbitrary units, which grows with size";
  const std::size_t ligands = design.ligands.size();
  for (std::size_t l = 0; l < ligands; ++l) {
    const Molecule& m = design.ligands[l];
    const std::size_t atoms = matrix.receptors.empty() ? 0 : matrix.at(l, 0).scores.ligand_atoms;
    network.nodes.push_back({"ligand:" + m.name, m.name, "ligand", m.called, m.identifier, atoms});
  }
  for (std::size_t r = 0; r < design.receptors.size(); ++r) {
    const Molecule& m = design.receptors[r];
    const std::size_t atoms = ligands == 0 ? 0 : matrix.at(0, r).scores.receptor_atoms;
    network.nodes.push_back({"receptor:" + m.name, m.name, "receptor", m.called, m.identifier, atoms});
  }
  for (const Standing& standing : rank_ligands(matrix)) {
    for (const RankedLigand& ranked : standing.ligands) {
      const Cell& cell = matrix.at(ranked.ligand, standing.receptor);
      if (std::isnan(cell.scores.score)) continue;
      const double weight = matrix.calibrated ? cell.chance.z : -cell.scores.score;
      network.edges.push_back({ranked.ligand, ligands + standing.receptor, weight, ranked.rank, cell});
    }
  }
  return network;
}

}  // namespace azoo::screen
