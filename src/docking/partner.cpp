#include "docking/partner.hpp"

#include <algorithm>  // for clamp

#include "docking/cell_list.hpp"      // for CellList
#include "docking/neighbourhood.hpp"  // for neighbourhood_A, neighbourhood_A2

namespace azoo::docking {
namespace {

std::vector<int> neighbours_of(const std::vector<Vector3>& positions_A) {
  const CellList cells(positions_A, 5.0);
  std::vector<int> counts(positions_A.size());
  for (std::size_t i = 0; i < positions_A.size(); ++i) {
    int neighbours = -1;  // itself
    cells.for_each_near(positions_A[i], 1.001 * neighbourhood_A, [&](std::uint32_t j) {
      if (squared_distance(positions_A[i], positions_A[j]) <= neighbourhood_A2) ++neighbours;
    });
    counts[i] = neighbours;
  }
  return counts;
}

// 0 where an atom stands out, 1 where it is buried.
double burial(int neighbours, const Kernels& kernels) {
  return std::clamp(
      (neighbours - kernels.neighbours_exposed) / (kernels.neighbours_buried - kernels.neighbours_exposed),
      0.0, 1.0);
}

}  // namespace

ScoredPartner scored_partner(const Structure& structure, const AtomTypes& types, const Kernels& kernels) {
  ScoredPartner partner;
  for (const Atom& atom : structure.atoms) {
    const AtomKind kind = types.of(structure.residues[atom.residue], atom);
    partner.positions_A.push_back(atom.position_A);
    partner.types.push_back(kind.type);
    partner.charges_e.push_back(kind.charge_e);
  }
  std::vector<bool> on_surface;
  for (const int neighbours : neighbours_of(partner.positions_A)) {
    const double buried = burial(neighbours, kernels);
    // Buried atoms are firm, atoms of side chains at the surface give way.
    partner.firmness.push_back(kernels.firmness_least + (1.0 - kernels.firmness_least) * buried);
    on_surface.push_back(buried < 0.5);
  }
  partner.sites = surface_sites(structure, partner.positions_A, on_surface, kernels);
  return partner;
}

}  // namespace azoo::docking
