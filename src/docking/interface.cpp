#include "docking/interface.hpp"

#include <algorithm>  // for max, sort, count_if
#include <cmath>      // for sqrt
#include <map>        // for map
#include <set>        // for set
#include <utility>    // for pair

#include "docking/cell_list.hpp"        // for CellList
#include "docking/interface_bonds.hpp"  // for bonds_among

namespace azoo::docking {

namespace {

std::vector<Sphere> spheres_of(const Structure& structure, const InterfaceRules& rules) {
  std::vector<Sphere> out;
  out.reserve(structure.atoms.size());
  for (const Atom& atom : structure.atoms)
    out.push_back({atom.position_A, rules.radius_A(structure.residues[atom.residue], atom)});
  return out;
}

// Every pair of atoms nearer than the limit, by receptor atom, then ligand atom.
std::vector<AtomPair> near_pairs(const Structure& receptor, const Structure& ligand, double limit_A) {
  std::vector<Vector3> places;
  places.reserve(ligand.atoms.size());
  for (const Atom& atom : ligand.atoms) places.push_back(atom.position_A);
  const CellList cells(places, limit_A);
  std::vector<AtomPair> pairs;
  for (std::size_t a = 0; a < receptor.atoms.size(); ++a) {
    const std::size_t begin = pairs.size();
    cells.for_each_within(receptor.atoms[a].position_A, limit_A, [&](std::size_t b, double squared) {
      pairs.push_back({a, b, std::sqrt(squared)});
    });
    std::sort(pairs.begin() + static_cast<std::ptrdiff_t>(begin), pairs.end(),
              [](const AtomPair& x, const AtomPair& y) { return x.ligand_atom < y.ligand_atom; });
  }
  return pairs;
}

std::vector<ResidueContact> contacts_among(const std::vector<AtomPair>& pairs,
                                           const std::vector<InterfaceBond>& bonds, const Structure& receptor,
                                           const Structure& ligand, const ContactLimits& limits) {
  std::set<std::pair<std::size_t, std::size_t>> bonded;
  for (const InterfaceBond& bond : bonds) bonded.insert({bond.atoms.receptor_atom, bond.atoms.ligand_atom});
  std::map<std::pair<std::size_t, std::size_t>, ResidueContact> found;
  for (const AtomPair& pair : pairs) {
    if (pair.distance_A >= limits.contact_A) continue;
    const std::size_t left = receptor.atoms[pair.receptor_atom].residue;
    const std::size_t right = ligand.atoms[pair.ligand_atom].residue;
    ResidueContact& contact =
        found.try_emplace({left, right}, ResidueContact{left, right, pair, 0, 0}).first->second;
    if (pair.distance_A < contact.nearest.distance_A) contact.nearest = pair;
    if (pair.distance_A < limits.close_A) ++contact.close_pairs;
    if (pair.distance_A < limits.clash_A && !bonded.contains({pair.receptor_atom, pair.ligand_atom}))
      ++contact.clashes;
  }
  std::vector<ResidueContact> out;
  out.reserve(found.size());
  for (const auto& [residues, contact] : found) out.push_back(contact);
  return out;
}

// What one side's residues have, before those without anything are left out.
std::vector<InterfaceResidue> residues_of(const Structure& structure, const SolventAreas& areas) {
  std::vector<InterfaceResidue> out(structure.residues.size());
  for (std::size_t r = 0; r < out.size(); ++r) {
    out[r].residue = r;
    out[r].kind = class_of(structure.residues[r]);
  }
  for (std::size_t a = 0; a < structure.atoms.size(); ++a) {
    InterfaceResidue& residue = out[structure.atoms[a].residue];
    residue.free_A2 += areas.free_A2[a];
    residue.buried_A2 += areas.buried_A2[a];
  }
  return out;
}

void count_bond(InterfaceResidue& residue, BondKind kind) {
  switch (kind) {
    case BondKind::salt_bridge:
      ++residue.salt_bridges;
      break;
    case BondKind::disulfide:
      ++residue.disulfides;
      break;
    case BondKind::hydrogen_bond:
      ++residue.hydrogen_bonds;
      break;
  }
}

InterfaceSide side_of(const std::vector<InterfaceResidue>& all) {
  InterfaceSide side;
  for (const InterfaceResidue& residue : all) {
    side.free_A2 += residue.free_A2;
    side.buried_A2 += residue.buried_A2;
    side.in_contact += residue.contacts > 0 ? 1 : 0;
    if (residue.contacts > 0 || residue.buried_A2 > 0.0) side.residues.push_back(residue);
  }
  return side;
}

}  // namespace

std::string_view to_text(BondKind kind) {
  switch (kind) {
    case BondKind::salt_bridge:
      return "salt bridge";
    case BondKind::disulfide:
      return "disulfide";
    case BondKind::hydrogen_bond:
      break;
  }
  return "hydrogen bond";
}

int Interface::bonds_of(BondKind kind) const {
  return static_cast<int>(std::count_if(bonds.begin(), bonds.end(),
                                        [&](const InterfaceBond& bond) { return bond.kind == kind; }));
}

Interface interface_of(const Structure& receptor, const Structure& ligand, const RigidMotion& pose,
                       const InterfaceRules& rules) {
  const Structure placed = moved(ligand, pose);
  const ContactLimits& limits = rules.limits();
  const double furthest = std::max({limits.contact_A, limits.close_A, limits.clash_A, limits.hydrogen_bond_A,
                                    limits.salt_bridge_A, limits.disulfide_A});
  const std::vector<AtomPair> pairs = near_pairs(receptor, placed, furthest);
  Interface out;
  out.pose = pose;
  out.bonds = bonds_among(pairs, receptor, placed, rules);
  out.contacts = contacts_among(pairs, out.bonds, receptor, placed, limits);
  const std::vector<Sphere> left_spheres = spheres_of(receptor, rules);
  const std::vector<Sphere> right_spheres = spheres_of(placed, rules);
  auto left = residues_of(receptor, solvent_areas(left_spheres, right_spheres, rules.probe()));
  auto right = residues_of(placed, solvent_areas(right_spheres, left_spheres, rules.probe()));
  for (const ResidueContact& contact : out.contacts) {
    ++left[contact.receptor_residue].contacts;
    ++right[contact.ligand_residue].contacts;
    out.clashes += contact.clashes;
  }
  for (const InterfaceBond& bond : out.bonds) {
    count_bond(left[receptor.atoms[bond.atoms.receptor_atom].residue], bond.kind);
    count_bond(right[placed.atoms[bond.atoms.ligand_atom].residue], bond.kind);
  }
  out.receptor = side_of(left);
  out.ligand = side_of(right);
  return out;
}

}  // namespace azoo::docking
