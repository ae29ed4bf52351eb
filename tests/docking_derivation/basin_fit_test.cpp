// The fit of the rescoring: what it counts, and that it finds the number that tells near-native poses.
#include "basin_fit.hpp"

#include <gtest/gtest.h>

#include "docking_search/search_fixture.hpp"

namespace azoo::docking {
namespace {

using search_tests::Chance;

// The search's score says nothing; the second number does, by a margin that differs from pose to pose.
BasinSet made_set(Chance& chance) {
  constexpr Eigen::Index poses = 80, natives = 4;
  BasinSet set{Eigen::MatrixXf(poses, 3), Eigen::VectorXf(poses), {}};
  for (Eigen::Index i = 0; i < poses; ++i) {
    for (Eigen::Index k = 0; k < 3; ++k) set.features(i, k) = float(chance.uniform(-1.0, 1.0));
    if (i < natives) set.features(i, 1) -= 0.5F;
    set.share(i) = float(chance.uniform(0.05, 1.0));
    set.native.push_back(i < natives);
  }
  return set;
}

TEST(BasinFit, basins_are_counted_by_their_shares_and_only_before_the_best_native) {
  BasinSet set{Eigen::MatrixXf::Zero(5, 1), Eigen::VectorXf(5), {false, false, true, false, true}};
  set.share << 0.5F, 0.25F, 1.0F, 1.0F, 1.0F;
  Eigen::VectorXf score(5);
  score << -3.0F, -2.0F, -1.0F, 0.0F, 4.0F;
  EXPECT_DOUBLE_EQ(basins_before_native(set, score), 0.75);
  score(4) = -2.5F;
  EXPECT_DOUBLE_EQ(basins_before_native(set, score), 0.5);
  set.native = {false, false, false, false, false};
  EXPECT_DOUBLE_EQ(basins_before_native(set, score), 3.75);
}

// Mean of ln(1 + decoys before the natives / 3) and what the ridge costs, as the header says it.
double loss_by_hand(const std::vector<BasinSet>& sets, const Eigen::VectorXf& weights, float ridge) {
  double sum = 0.0;
  for (const BasinSet& set : sets) {
    const Eigen::VectorXd score = (set.features * weights).cast<double>();
    double least = 1e30, natives = 0.0, before = 0.0;
    for (Eigen::Index i = 0; i < score.size(); ++i)
      if (set.native[std::size_t(i)]) least = std::min(least, score(i));
    for (Eigen::Index i = 0; i < score.size(); ++i)
      if (set.native[std::size_t(i)]) natives += std::exp((least - score(i)) / 0.15);
    const double native = least - 0.15 * std::log(natives);
    for (Eigen::Index i = 0; i < score.size(); ++i)
      if (!set.native[std::size_t(i)])
        before += double(set.share(i)) / (1.0 + std::exp((score(i) - native) / 0.15));
    sum += std::log(1.0 + before / 3.0);
  }
  const Eigen::VectorXf off = weights - Eigen::VectorXf::Unit(weights.size(), 0);
  return sum / double(sets.size()) + double(ridge * off.squaredNorm());
}

struct Made {
  std::vector<BasinSet> sets;
  [[nodiscard]] std::vector<const BasinSet*> pointers() const {
    std::vector<const BasinSet*> all;
    for (const BasinSet& set : sets) all.push_back(&set);
    return all;
  }
};
Made made_sets() {
  Chance chance(101);
  Made made;
  for (int i = 0; i < 40; ++i) made.sets.push_back(made_set(chance));
  return made;
}
Eigen::VectorXf three(float a, float b, float c) {
  return (Eigen::VectorXf(3) << a, b, c).finished();
}

TEST(BasinFit, ends_in_a_minimum_of_the_loss_that_the_header_names) {
  const Made made = made_sets();
  constexpr float ridge = 0.01F;
  const BasinFit fitted = fit_basins(made.pointers(), Eigen::VectorXf::Ones(3), three(ridge, ridge, ridge));
  EXPECT_NEAR(fitted.loss, loss_by_hand(made.sets, fitted.weights, ridge), 1e-4);
  for (Eigen::Index k = 0; k < 3; ++k)
    for (const float step : {-0.1F, 0.1F}) {
      Eigen::VectorXf off = fitted.weights;
      off(k) += step;
      EXPECT_GT(loss_by_hand(made.sets, off, ridge), fitted.loss) << k << " " << step;
    }
}

TEST(BasinFit, finds_the_number_that_tells_near_native_poses_and_leaves_the_other) {
  const Made made = made_sets();
  const Eigen::VectorXf ones = Eigen::VectorXf::Ones(3);
  const BasinFit fitted = fit_basins(made.pointers(), ones, three(0.0F, 1e-3F, 1e-3F));
  const BasinFit held = fit_basins(made.pointers(), ones, three(0.0F, 1e6F, 1e6F));
  EXPECT_LT(fitted.loss, 0.9 * held.loss);
  EXPECT_GT(fitted.weights(1), 2.0F * std::abs(fitted.weights(2)));
  EXPECT_LT(held.weights.tail(2).cwiseAbs().maxCoeff(), 1e-3F);
}

}  // namespace
}  // namespace azoo::docking
