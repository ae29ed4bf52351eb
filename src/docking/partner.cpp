#include "docking/partner.hpp"

#include <algorithm>  // for clamp

#include "docking/cell_list.hpp"  // for CellList

namespace azoo::docking {
namespace {

constexpr double neighbourhood_A = 10.0;
// Squares of distances between places of three decimals are multiples of 1e-6: halfway between two of them no
// rounding error of a turned molecule decides who is a neighbour.
constexpr double neighbourhood_A2 = neighbourhood_A * neighbourhood_A + 0.5e-6;

// Buried atoms are firm, atoms of side chains at the surface give way.
std::vector<double> firmness_of(const std::vector<Vector3>& positions_A, const Kernels& kernels) {
  const CellList cells(positions_A, 5.0);
  std::vector<double> firmness(positions_A.size());
  for (std::size_t i = 0; i < positions_A.size(); ++i) {
    int neighbours = -1;  // itself
    cells.for_each_near(positions_A[i], 1.001 * neighbourhood_A, [&](std::uint32_t j) {
      if (squared_distance(positions_A[i], positions_A[j]) <= neighbourhood_A2) ++neighbours;
    });
    const double burial = std::clamp(
        (neighbours - kernels.neighbours_exposed) / (kernels.neighbours_buried - kernels.neighbours_exposed),
        0.0, 1.0);
    firmness[i] = kernels.firmness_least + (1.0 - kernels.firmness_least) * burial;
  }
  return firmness;
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
  partner.firmness = firmness_of(partner.positions_A, kernels);
  return partner;
}

}  // namespace azoo::docking
