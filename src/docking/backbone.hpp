// The backbone atoms that a partner and the known complex have in common, and how far apart they lie.
#pragma once

#include <string_view>  // for string_view
#include <vector>       // for vector

#include "docking/residue_matching.hpp"  // for MatchedResidue
#include "docking/rigid_motion.hpp"      // for RigidMotion
#include "docking/structure.hpp"         // for Structure, ResidueKind

namespace azoo::docking {

// Equally many points, one atom each.
struct CommonBackbone {
  std::vector<Vector3> partner_A;
  std::vector<Vector3> known_A;
  [[nodiscard]] std::size_t size() const noexcept { return partner_A.size(); }
};

// N, CA, C and O of amino acids (Mendez et al., Proteins 2003, doi 10.1002/prot.10393); of nucleotides the
// phosphate and the sugar.
[[nodiscard]] bool is_backbone_atom(std::string_view name, ResidueKind kind) noexcept;

// Residues that the partner lacks are passed over, and so are atoms that one of the two lacks.
[[nodiscard]] CommonBackbone common_backbone(const Structure& partner, const Structure& known,
                                             const std::vector<MatchedResidue>& residues);

// Root mean square distance of two lists of points, the first one moved before.
[[nodiscard]] double rmsd_A(const RigidMotion& motion, const std::vector<Vector3>& points,
                            const std::vector<Vector3>& others);

}  // namespace azoo::docking
