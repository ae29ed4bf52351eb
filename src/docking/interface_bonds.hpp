// Bonds between two partners from the geometry of heavy atoms. Salt bridge: opposite charges of side chains
// nearer than the limit (Barlow and Thornton, J Mol Biol 1983, doi 10.1016/S0022-2836(83)80079-5), the
// nearest pair of atoms of two residues. Disulfide: two sulfur atoms SG of cysteines. Hydrogen bond: donor
// and acceptor nearer than the limit, and at each of them no bound atom at a smaller angle than the limit,
// which stands for the angles that HBPLUS measures at a placed hydrogen (McDonald and Thornton, J Mol Biol
// 1994, doi 10.1006/jmbi.1994.1334).
#pragma once

#include <vector>  // for vector

#include "docking/interface.hpp"  // for InterfaceBond, AtomPair

namespace azoo::docking {

// `pairs`: atoms of the two partners, at least all those as near as the longest bond. The ligand is already
// moved.
[[nodiscard]] std::vector<InterfaceBond> bonds_among(const std::vector<AtomPair>& pairs,
                                                     const Structure& receptor,
                                                     const Structure& placed_ligand,
                                                     const InterfaceRules& rules);

// The smallest angle at the atom between an atom bound to it and the place, in degrees; 180 when none is
// bound.
[[nodiscard]] double smallest_angle_deg(const Structure& structure, std::size_t atom, const Vector3& place,
                                        double covalent_A);

}  // namespace azoo::docking
