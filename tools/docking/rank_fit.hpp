// Fits the weights of a linear score so that near-native poses of a complex rank before its decoys.
#pragma once

#include <Eigen/Core>  // for MatrixXf, VectorXf
#include <string>      // for string
#include <vector>      // for vector

namespace azoo::docking {

// One complex: a row of features a pose, which of them are near native, and which of them a search had found
// by itself.
struct RankedSet {
  std::string name;
  Eigen::MatrixXf features;
  std::vector<bool> native;
  std::vector<bool> seeded;
};

struct RankLoss {
  double loss = 0.0;
  Eigen::VectorXf gradient;
};
// mean over complexes of -log( sum_native exp(-s) / sum_all exp(-s) ),  s = features w; every set has a
// native.
[[nodiscard]] RankLoss ranking_loss(const std::vector<const RankedSet*>& sets,
                                    const Eigen::VectorXf& weights);

// Minimises  sum over complexes of -log( sum_native exp(-s) / sum_all exp(-s) ) / n  +  ridge sum_k ((w_k -
// prior_k) scale_k)^2,  s = features w. Full gradient, L-BFGS.
struct RankFitRules {
  double ridge = 0.01;
  int steps = 150;
  int pinned = -1;  // this weight keeps its start
};
[[nodiscard]] Eigen::VectorXf fit_ranking(const std::vector<const RankedSet*>& sets,
                                          const Eigen::VectorXf& prior, const Eigen::VectorXf& scale,
                                          const Eigen::VectorXf& start, const RankFitRules& rules);

// The place of the best near-native pose, from 0; the number of poses when there is none.
[[nodiscard]] std::size_t native_rank(const RankedSet& set, const Eigen::VectorXf& weights);

// Share of the sets with a native rank below n.
[[nodiscard]] double success(const std::vector<std::size_t>& ranks, std::size_t n);

}  // namespace azoo::docking
