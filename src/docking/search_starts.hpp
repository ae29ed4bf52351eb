// Which places of a search are refined: not many that would end in one minimum.
#pragma once

#include <cstddef>  // for size_t
#include <vector>   // for vector

#include "docking/partner.hpp"       // for ScoredPartner
#include "docking/rigid_motion.hpp"  // for RigidMotion

namespace azoo::docking {

struct Start {
  RigidMotion motion;
  std::size_t hits = 1;  // places of the search that it stands for, itself among them
};

// Each for itself.
[[nodiscard]] std::vector<Start> starts_at(const std::vector<RigidMotion>& motions);

// Of ranked motions in the frames, best first, the best `most` that lie at least apart_A (RMSD of all atoms
// of the moving partner) from every better one taken; each stands for those nearer to it, the best one's
// where several are near. 0 takes all.
[[nodiscard]] std::vector<Start> distinct_starts(const ScoredPartner& moving,
                                                 const std::vector<RigidMotion>& ranked, double apart_A,
                                                 std::size_t most);

}  // namespace azoo::docking
