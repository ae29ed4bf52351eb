// Takes poses that put the ligand in nearly the same place once, so that a list of the best poses is not one
// answer many times over.
#pragma once

#include "docking/pose.hpp"           // for Poses
#include "docking/pose_distance.hpp"  // for PoseDistances

namespace azoo::docking {

// Of ranked poses those that lie at least apart_A (interface C-alpha RMSD, as clusters are measured) from
// every better one that is kept; each takes over the hits of the poses that were left out for it, the best
// one's where several are near. 0 keeps all. The distances are those of the same poses, all of them.
[[nodiscard]] Poses distinct_poses(const Poses& ranked, const PoseDistances& distances, double apart_A);

}  // namespace azoo::docking
