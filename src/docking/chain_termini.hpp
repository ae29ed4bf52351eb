// Where chains of amino acids begin and end, as they were made: not where the model only lacks residues.
#pragma once

#include <vector>  // for vector

#include "docking/structure.hpp"  // for Structure
#include "docking/vector3.hpp"    // for Vector3

namespace azoo::docking {

// The alpha carbons of the first and of the last residues.
struct ChainTermini {
  std::vector<Vector3> first_A;
  std::vector<Vector3> last_A;
};

// Files may join several chains under one name. So where the backbone is broken, residues are held to be
// missing only if the chain's name stays, its numbers go on by at most 60, and that many residues can reach
// across, 4.5 A each; else one chain ends there and another begins. Residues without an alpha carbon are
// passed over.
[[nodiscard]] ChainTermini chain_termini(const Structure& structure);

}  // namespace azoo::docking
