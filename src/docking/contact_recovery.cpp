#include "docking/contact_recovery.hpp"

#include <algorithm>  // for max
#include <map>        // for map

namespace azoo::docking {

void ContactRecovery::Groups::add(const Structure& structure, std::size_t residue) {
  const Residue& r = structure.residues[residue];
  Group group{atoms.size(), r.atom_count, {}, 0.0};
  for (std::size_t i = r.first_atom; i < r.first_atom + r.atom_count; ++i) {
    atoms.push_back(structure.atoms[i].position_A);
    group.centre = group.centre + atoms.back();
  }
  group.centre = (1.0 / static_cast<double>(r.atom_count)) * group.centre;
  for (std::size_t i = group.first; i < atoms.size(); ++i)
    group.radius = std::max(group.radius, length(atoms[i] - group.centre));
  residues.push_back(group);
}

ContactRecovery::ContactRecovery(const Structure& receptor, const Structure& ligand,
                                 const MatchedPartners& matched, const NativeInterface& native)
    : native_(native.contacts.size()) {
  std::map<std::size_t, std::size_t> receptor_place;
  std::map<std::size_t, std::size_t> ligand_place;
  const auto place_of = [](std::map<std::size_t, std::size_t>& places, Groups& groups,
                           const Structure& structure, std::size_t residue) {
    const auto [found, fresh] = places.try_emplace(residue, groups.residues.size());
    if (fresh) groups.add(structure, residue);
    return found->second;
  };
  for (const auto& [a, b] : native.contacts) {
    const std::size_t mine = matched.receptor[a].partner;
    const std::size_t other = matched.ligand[b].partner;
    if (mine == no_residue || other == no_residue) continue;
    contacts_.emplace_back(place_of(receptor_place, receptor_, receptor, mine),
                           place_of(ligand_place, ligand_, ligand, other));
  }
}

bool ContactRecovery::touch(const Group& receptor, const Group& ligand, const Vector3& ligand_centre,
                            const std::vector<Vector3>& ligand_atoms) const {
  const double reach = receptor.radius + ligand.radius + contact_A + 1e-6;
  if (squared_distance(receptor.centre, ligand_centre) > reach * reach) return false;
  for (std::size_t i = receptor.first; i < receptor.first + receptor.count; ++i)
    for (std::size_t j = ligand.first; j < ligand.first + ligand.count; ++j)
      if (squared_distance(receptor_.atoms[i], ligand_atoms[j]) <= contact_A * contact_A) return true;
  return false;
}

double ContactRecovery::fnat(const RigidMotion& ligand_pose) const {
  const RotationMatrix rotation = matrix_of(ligand_pose.rotation);
  const auto placed = [&](const Vector3& point) { return rotation * point + ligand_pose.shift_A; };
  std::vector<Vector3> atoms;
  atoms.reserve(ligand_.atoms.size());
  for (const Vector3& atom : ligand_.atoms) atoms.push_back(placed(atom));
  std::vector<Vector3> centres;
  centres.reserve(ligand_.residues.size());
  for (const Group& group : ligand_.residues) centres.push_back(placed(group.centre));
  std::size_t recovered = 0;
  for (const auto& [a, b] : contacts_)
    if (touch(receptor_.residues[a], ligand_.residues[b], centres[b], atoms)) ++recovered;
  return static_cast<double>(recovered) / static_cast<double>(native_);
}

}  // namespace azoo::docking
