// The potential between types of atoms: counted, then fitted together with the plain parts of the score.
#pragma once

#include <Eigen/Core>  // for MatrixXf, VectorXf
#include <vector>      // for vector

#include "pose_features.hpp"  // for plain_parts
#include "rank_fit.hpp"       // for RankedSet

namespace azoo::docking {

inline constexpr auto own_parts = Eigen::Index(plain_parts);

struct PotentialRules {
  // Poses that were refined by a score hold no clashes, and near-native ones of unbound partners do: how firm
  // the partners are cannot be learnt from such poses. It is set here, and chosen by docking.
  float repulsion = 0.08F;
  Eigen::Index eigenvectors = 3;  // that the fitted potential may have
  double ridge = 0.1;             // how firmly it is held near the counted one
};

// -ln(share among near-native poses / share among decoys) for each pair of types, every complex with the same
// weight; nothing in the plain parts. The reference state of a statistical potential is what chance would
// give: here the decoys themselves.
[[nodiscard]] Eigen::VectorXf statistical_potential(const std::vector<const RankedSet*>& sets);

// The plain parts as they are, and a potential as one number more.
[[nodiscard]] RankedSet summed(const RankedSet& set, const Eigen::VectorXf& potential);
// Weights of `summed` poses. `mix`: a row for each of its numbers, a column for each that is free, repulsion
// (which stays) the first.
[[nodiscard]] Eigen::VectorXf fit_summed(const std::vector<const RankedSet*>& sets,
                                         const Eigen::VectorXf& potential, const Eigen::MatrixXf& mix,
                                         float repulsion);

struct FittedPotential {
  Eigen::VectorXf weights;
  Eigen::VectorXf counted;  // the plain parts fitted, a multiple of the statistical potential
};
[[nodiscard]] FittedPotential fit_potential(const std::vector<const RankedSet*>& sets,
                                            const Eigen::VectorXf& statistical, const PotentialRules& rules);

}  // namespace azoo::docking
