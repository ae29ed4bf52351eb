// Fits a linear score so that few basins of decoys lie before the best near-native pose of a complex.
#pragma once

#include <Eigen/Core>  // for MatrixXf, VectorXf
#include <vector>      // for vector

namespace azoo::docking {

// One complex. A pose's share is 1 over the number of poses near it, so that a basin counts once, however
// many poses lie in it.
struct BasinSet {
  Eigen::MatrixXf features;  // a row a pose, the search's score first
  Eigen::VectorXf share;
  std::vector<bool> native;
};

struct BasinFit {
  Eigen::VectorXf weights;
  double loss = 0.0;
};

// Minimises  mean over complexes of ln(1 + n / 3)  +  sum_k ridge_k (w_k scale_k - start_k)^2,  where
// n = sum over decoys of share / (1 + exp((s - s_native) / t)), s = features w, s_native the soft minimum
// over the natives, t = 0.15; start: the search's score alone. The logarithm keeps complexes without hope
// from ruling the fit. Every set has a native.
[[nodiscard]] BasinFit fit_basins(const std::vector<const BasinSet*>& sets, const Eigen::VectorXf& scale,
                                  const Eigen::VectorXf& ridge);

// Shares of the decoys before the best native; all of them when there is no native.
[[nodiscard]] double basins_before_native(const BasinSet& set, const Eigen::VectorXf& score);

}  // namespace azoo::docking
