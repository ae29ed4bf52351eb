// The part of the score that a user's knowledge of the site adds, in the frames of a search.
//
//   masks:      sum_ij (m_i + m_j) C(r_ij), m negative where contacts are wanted, positive where they are
//   forbidden membrane:   for every moving atom that lies in the slab or beyond it, up to a fixed penalty
//   distances:  v^2 / (1 + v) for the violation v in A of the least distance between two sets of atoms
#pragma once

#include <optional>  // for optional
#include <vector>    // for vector

#include "core/parameters.hpp"          // for ParameterSet
#include "core/problem.hpp"             // for Problems
#include "docking/channels.hpp"         // for Channel
#include "docking/gathered_score.hpp"   // for ScoreGradient
#include "docking/pair_frames.hpp"      // for PairFrames
#include "docking/restraints.hpp"       // for Restraints

namespace azoo::docking {

struct DistanceTerm {
  std::vector<std::size_t> standing;  // atoms
  std::vector<std::size_t> moving;
  double min_A = 0.0;
  double max_A = 0.0;
};

// Atoms with n . x below `edge` are in the slab or beyond it.
struct MembraneTerm {
  Vector3 normal;  // of unit length, to where the ligand may be
  double edge_A = 0.0;
};

struct RestraintScore {
  std::vector<double> standing_mask;  // per atom; empty: none
  std::vector<double> moving_mask;
  std::vector<DistanceTerm> distances;
  std::optional<MembraneTerm> membrane;
  double distance_weight = 0.0;  // per A
  double membrane_weight = 0.0;  // per atom

  [[nodiscard]] bool any() const {
    return !standing_mask.empty() || !moving_mask.empty() || !distances.empty() || membrane;
  }
  [[nodiscard]] double mask(std::size_t standing, std::size_t moving) const {
    return (standing_mask.empty() ? 0.0 : standing_mask[standing]) +
           (moving_mask.empty() ? 0.0 : moving_mask[moving]);
  }
};

// Problems: residues that are not there, limits that are no range, a membrane normal of no length.
[[nodiscard]] RestraintScore restraint_score(const Restraints& restraints, const Structure& receptor,
                                             const Structure& ligand, const PairFrames& frames,
                                             const ParameterSet& parameters, Problems& problems);

// What membrane and distances add at a pose, with the gradient by shift and turn of the moving partner; the
// masks are taken with the pairs of atoms.
[[nodiscard]] ScoreGradient place_restraints(const RestraintScore& restraints, const PairFrames& frames,
                                             const RigidMotion& motion);

// The same on the grid. A distance is there measured from every atom of the moving set, and averaged.
[[nodiscard]] std::vector<Channel> restraint_channels(const RestraintScore& restraints,
                                                      const PairFrames& frames, const Kernels& kernels);

// Indices of the atoms in residues such as "A:10-20", "A:35B"; problems name those that are not there.
[[nodiscard]] std::vector<std::size_t> atoms_of_residues(const Structure& structure,
                                                         const std::vector<std::string>& residues,
                                                         Problems& problems);

}  // namespace azoo::docking
