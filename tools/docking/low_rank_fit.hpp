// Fits a pair potential of few eigenvectors, so that the search, which pays a transform for each, sees all of
// it.
#pragma once

#include <Eigen/Core>  // for MatrixXf, VectorXf
#include <vector>      // for vector

#include "rank_fit.hpp"  // for RankedSet

namespace azoo::docking {

struct LowRankRules {
  Eigen::Index types = 0;
  Eigen::Index rank = 4;
  double ridge = 0.5;
  int steps = 150;
};

// The same loss as fit_ranking, with the weights of the pairs held to e = sum_k sign_k v_k v_k', starting
// from the leading eigenvectors of the start's potential. Of the plain parts repulsion stays, the others are
// free.
[[nodiscard]] Eigen::VectorXf fit_low_rank(const std::vector<const RankedSet*>& sets,
                                           const Eigen::VectorXf& prior, const Eigen::VectorXf& scale,
                                           const Eigen::VectorXf& start, const LowRankRules& rules);

}  // namespace azoo::docking
