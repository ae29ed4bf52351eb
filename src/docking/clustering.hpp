// Groups poses that put the ligand in nearly the same place.
#pragma once

#include <cstddef>  // for size_t
#include <string>   // for string
#include <vector>   // for vector

#include "docking/pose.hpp"       // for Poses
#include "docking/structure.hpp"  // for Structure

namespace azoo::docking {

// population: the pose with the most neighbours within the radius opens a cluster and takes them, then the next
// (Comeau et al., Bioinformatics 2004, doi 10.1093/bioinformatics/btg371). score: the best pose left does.
enum class ClusterOrder { population, score };

struct ClusterRules {
  double radius_A = 9.0;            // interface C-alpha RMSD
  std::size_t poses_taken = 1000;   // best poses that are clustered
  std::size_t clusters_kept = 100;
  ClusterOrder order = ClusterOrder::population;
};

struct Cluster {
  std::size_t representative = 0;    // index into the poses
  std::vector<std::size_t> members;  // indices into the poses, the representative among them, best score first
};

// In order of rank. RMSD of two poses: over the ligand's C-alpha atoms (phosphorus or any first atom where there is
// none) that lie within 10 A of the receptor in the first of the two, receptor fixed.
[[nodiscard]] std::vector<Cluster> cluster_poses(const Structure& receptor, const Structure& ligand,
                                                 const Poses& poses, const ClusterRules& rules);

}  // namespace azoo::docking
