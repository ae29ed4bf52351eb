// Where a pose's interface lies on its partners (surface_sites.hpp), as a term of the ranking:
//
//   sum_k w_k f_k,   f = from_first and from_last, added over the two sides; enclosure, of the more enclosed
//   side
//
// each a mean over the atoms of a side that touch the other partner, weighed by how closely. An intensive
// number: it says where, not how much. Changes little as a pose is moved downhill, so refinements do without.
#pragma once

#include <array>   // for array
#include <vector>  // for vector

#include "docking/pair_score.hpp"    // for PairScore
#include "docking/rigid_motion.hpp"  // for RigidMotion

namespace azoo::docking {

class SiteScore {
 public:
  // The score must outlive it.
  explicit SiteScore(const PairScore& score) : score_(score) {}

  // In the order of SiteWeights::in_order; zeros where nothing touches.
  [[nodiscard]] std::array<double, SiteWeights::count> features(const RigidMotion& motion) const;
  [[nodiscard]] double value(const RigidMotion& motion) const;

 private:
  const PairScore& score_;
};

}  // namespace azoo::docking
