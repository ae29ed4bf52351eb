#include "docking/interface_bonds.hpp"

#include <algorithm>  // for min, max, clamp
#include <cmath>      // for acos
#include <map>        // for map
#include <numbers>    // for pi
#include <utility>    // for pair

namespace azoo::docking {

namespace {

struct Partners {
  const Structure& receptor;
  const Structure& ligand;
  const InterfaceRules& rules;
  [[nodiscard]] const Residue& receptor_residue(const AtomPair& pair) const {
    return receptor.residues[receptor.atoms[pair.receptor_atom].residue];
  }
  [[nodiscard]] const Residue& ligand_residue(const AtomPair& pair) const {
    return ligand.residues[ligand.atoms[pair.ligand_atom].residue];
  }
};

bool is_cysteine_sulfur(const Residue& residue, const Atom& atom) {
  return residue.kind == ResidueKind::amino_acid && residue.parent == "CYS" && atom.name == "SG";
}

// A peptide bond leads to the residue before or after; elsewhere bonds between residues carry no polar atoms
// that are looked at here.
std::pair<std::size_t, std::size_t> atoms_around(const Structure& structure, std::size_t residue) {
  const std::size_t first = residue == 0 ? 0 : residue - 1;
  const std::size_t last = std::min(residue + 1, structure.residues.size() - 1);
  return {structure.residues[first].first_atom,
          structure.residues[last].first_atom + structure.residues[last].atom_count};
}

InterfaceBond hydrogen_bond(const AtomPair& pair, const Partners& partners) {
  const double covalent = partners.rules.limits().covalent_A;
  InterfaceBond bond;
  bond.atoms = pair;
  bond.receptor_angle_deg = smallest_angle_deg(partners.receptor, pair.receptor_atom,
                                               partners.ligand.atoms[pair.ligand_atom].position_A, covalent);
  bond.ligand_angle_deg = smallest_angle_deg(
      partners.ligand, pair.ligand_atom, partners.receptor.atoms[pair.receptor_atom].position_A, covalent);
  return bond;
}

Giver giver_of(const PolarRole& receptor, const PolarRole& ligand) {
  const bool from_receptor = receptor.donor && ligand.acceptor;
  const bool from_ligand = ligand.donor && receptor.acceptor;
  if (from_receptor && from_ligand) return Giver::either;
  if (from_receptor) return Giver::receptor;
  return from_ligand ? Giver::ligand : Giver::none;
}

}  // namespace

double smallest_angle_deg(const Structure& structure, std::size_t atom, const Vector3& place,
                          double covalent_A) {
  const Vector3 corner = structure.atoms[atom].position_A;
  const Vector3 towards = place - corner;
  const auto [first, last] = atoms_around(structure, structure.atoms[atom].residue);
  double smallest = std::numbers::pi;
  for (std::size_t other = first; other < last; ++other) {
    if (other == atom) continue;
    const Vector3 bond = structure.atoms[other].position_A - corner;
    const double squared = dot(bond, bond);
    if (squared >= covalent_A * covalent_A || squared == 0.0) continue;
    const double cosine = dot(bond, towards) / (length(bond) * length(towards));
    smallest = std::min(smallest, std::acos(std::clamp(cosine, -1.0, 1.0)));
  }
  return smallest * 180.0 / std::numbers::pi;
}

std::vector<InterfaceBond> bonds_among(const std::vector<AtomPair>& pairs, const Structure& receptor,
                                       const Structure& placed_ligand, const InterfaceRules& rules) {
  const Partners partners{receptor, placed_ligand, rules};
  const ContactLimits& limits = rules.limits();
  std::map<std::pair<std::size_t, std::size_t>, AtomPair> salt_bridges;  // by residues: the nearest atoms
  std::vector<InterfaceBond> disulfides;
  std::vector<InterfaceBond> hydrogen_bonds;
  for (const AtomPair& pair : pairs) {
    const Atom& left = receptor.atoms[pair.receptor_atom];
    const Atom& right = placed_ligand.atoms[pair.ligand_atom];
    const PolarRole left_role = rules.role(partners.receptor_residue(pair), left);
    const PolarRole right_role = rules.role(partners.ligand_residue(pair), right);
    if (left_role.charge * right_role.charge < 0 && pair.distance_A < limits.salt_bridge_A) {
      const auto [known, is_new] = salt_bridges.try_emplace({left.residue, right.residue}, pair);
      if (!is_new && pair.distance_A < known->second.distance_A) known->second = pair;
    }
    if (pair.distance_A < limits.disulfide_A && is_cysteine_sulfur(partners.receptor_residue(pair), left) &&
        is_cysteine_sulfur(partners.ligand_residue(pair), right)) {
      disulfides.push_back({BondKind::disulfide, pair, Giver::none, 0.0, 0.0});
    }
    const Giver giver = giver_of(left_role, right_role);
    if (giver == Giver::none || pair.distance_A >= limits.hydrogen_bond_A || pair.distance_A <= 0.0) continue;
    InterfaceBond bond = hydrogen_bond(pair, partners);
    bond.giver = giver;
    if (std::min(bond.receptor_angle_deg, bond.ligand_angle_deg) >= limits.smallest_angle_deg)
      hydrogen_bonds.push_back(bond);
  }
  std::vector<InterfaceBond> bonds;
  for (const auto& [residues, pair] : salt_bridges)
    bonds.push_back({BondKind::salt_bridge, pair, Giver::none, 0.0, 0.0});
  bonds.insert(bonds.end(), disulfides.begin(), disulfides.end());
  bonds.insert(bonds.end(), hydrogen_bonds.begin(), hydrogen_bonds.end());
  return bonds;
}

}  // namespace azoo::docking
