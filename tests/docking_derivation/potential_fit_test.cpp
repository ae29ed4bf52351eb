// The derivation finds again what made poses were made with.
#include "potential_fit.hpp"

#include <gtest/gtest.h>

#include "docking_search/search_fixture.hpp"
#include "ranked_sets.hpp"

namespace azoo::docking {
namespace {

using search_tests::Chance;

constexpr std::size_t types = 4;
const auto width = Eigen::Index(feature_count(types));
const auto drawn_together = Eigen::Index(pair_index(0, 1, types));
const auto driven_apart = Eigen::Index(pair_index(2, 3, types));

// Poses with contacts at random; near-native ones have more of one pair of types and fewer of another.
RankedSet made_set(const std::string& name, Chance& chance, std::size_t poses = 60, std::size_t natives = 6) {
  RankedSet set{name, Eigen::MatrixXf::Zero(Eigen::Index(poses), width), {}, {}};
  for (std::size_t i = 0; i < poses; ++i) {
    const auto row = Eigen::Index(i);
    for (Eigen::Index k = 0; k < width; ++k) set.features(row, k) = float(chance.uniform(4.0, 12.0));
    if (i < natives) {
      set.features(row, drawn_together) += 8.0F;
      set.features(row, driven_apart) -= 3.5F;
    }
    set.native.push_back(i < natives);
    set.seeded.push_back(false);
  }
  return set;
}

std::vector<RankedSet> made_sets(std::uint64_t seed, std::size_t count) {
  Chance chance(seed);
  std::vector<RankedSet> sets;
  for (std::size_t i = 0; i < count; ++i) sets.push_back(made_set("set" + std::to_string(i), chance));
  return sets;
}

TEST(StatisticalPotential, is_the_logarithm_of_a_ratio_of_shares) {
  RankedSet set{"hand", Eigen::MatrixXf::Zero(3, width), {true, false, false}, {false, false, false}};
  set.features(0, drawn_together) = 3.0F;
  set.features(0, driven_apart) = 1.0F;
  set.features(1, drawn_together) = 2.0F;
  set.features(2, driven_apart) = 6.0F;
  set.features.leftCols(own_parts).setConstant(100.0F);  // which must not count
  const Eigen::VectorXf e = statistical_potential({&set});
  EXPECT_NEAR(e(drawn_together), -std::log((0.75 + 3e-4) / (0.25 + 3e-4)), 1e-5);
  EXPECT_NEAR(e(driven_apart), -std::log((0.25 + 3e-4) / (0.75 + 3e-4)), 1e-5);
  EXPECT_EQ(e(Eigen::Index(pair_index(0, 0, types))), 0.0F);
  EXPECT_TRUE(e.head(own_parts).isZero());
}

TEST(StatisticalPotential, every_complex_weighs_the_same) {
  Chance chance(91);
  const RankedSet small = made_set("small", chance);
  RankedSet large = made_set("large", chance);
  const Eigen::VectorXf before = statistical_potential({&small, &large});
  large.features.rightCols(width - own_parts) *= 1000.0F;
  EXPECT_TRUE(statistical_potential({&small, &large}).isApprox(before, 1e-3F));
}

TEST(PotentialFit, near_native_poses_left_out_rank_before_their_decoys) {
  const std::vector<RankedSet> sets = made_sets(92, 20), others = made_sets(93, 20);
  const Eigen::VectorXf e = statistical_potential(all_of(sets));
  // A pair of unlike types alone has two eigenvectors.
  const FittedPotential fitted = fit_potential(all_of(sets), e, {0.08F, 4, 0.001});
  std::vector<std::size_t> untouched, by_fit;
  Eigen::VectorXf nothing = Eigen::VectorXf::Zero(width);
  nothing(Eigen::Index(first_step)) = 1.0F;
  for (const RankedSet& set : others) {
    untouched.push_back(native_rank(set, nothing));
    by_fit.push_back(native_rank(set, fitted.weights));
  }
  EXPECT_LT(success(untouched, 1), 0.5);
  EXPECT_GT(success(by_fit, 1), 0.9);
  EXPECT_LT(fitted.weights(drawn_together), 0.0F);
  EXPECT_GT(fitted.weights(driven_apart), 0.0F);
}

TEST(PotentialFit, repulsion_stays_and_the_potential_has_no_more_eigenvectors_than_asked_for) {
  const std::vector<RankedSet> sets = made_sets(94, 12);
  const Eigen::VectorXf e = statistical_potential(all_of(sets));
  const FittedPotential fitted = fit_potential(all_of(sets), e, {0.25F, 1, 0.01});
  EXPECT_FLOAT_EQ(fitted.weights(Eigen::Index(repulsion_part)), 0.25F);
  EXPECT_FLOAT_EQ(fitted.counted(Eigen::Index(repulsion_part)), 0.25F);
  // Of one eigenvector every 2 x 2 minor vanishes.
  const auto at = [&](std::size_t a, std::size_t b) {
    return fitted.weights(Eigen::Index(pair_index(a, b, types)));
  };
  float size = 0.0F;
  for (std::size_t a = 0; a < types; ++a)
    for (std::size_t b = 0; b < types; ++b) {
      size = std::max(size, std::abs(at(a, a) * at(b, b)));
      EXPECT_NEAR(at(a, a) * at(b, b), at(a, b) * at(a, b), 1e-5F * std::max(1.0F, size)) << a << b;
    }
  EXPECT_GT(size, 0.0F);
}

TEST(RankingLoss, gradient_is_that_of_finite_differences) {
  const std::vector<RankedSet> sets = made_sets(95, 3);
  Chance chance(96);
  Eigen::VectorXf at(width);
  for (Eigen::Index k = 0; k < width; ++k) at(k) = float(chance.uniform(-0.05, 0.05));
  const RankLoss here = ranking_loss(all_of(sets), at);
  for (Eigen::Index k = 0; k < width; ++k) {
    constexpr float step = 1e-2F;
    Eigen::VectorXf up = at, down = at;
    up(k) += step, down(k) -= step;
    const double slope =
        (ranking_loss(all_of(sets), up).loss - ranking_loss(all_of(sets), down).loss) / (2.0 * double(step));
    EXPECT_NEAR(double(here.gradient(k)), slope, 0.01 * here.gradient.norm()) << k;
  }
}

TEST(RankedSets, folds_part_the_complexes_and_take_their_neutral_poses_with_them) {
  const std::vector<RankedSet> sets = made_sets(97, 12), neutral = made_sets(98, 7);
  std::size_t left_out = 0;
  for (std::size_t f = 0; f < folds; ++f) {
    const auto kept = outside(all_of(sets), f);
    left_out += sets.size() - kept.size();
    for (const RankedSet* of : of_the_same(kept, neutral)) {
      bool found = false;
      for (const RankedSet* set : kept) found = found || set->name == of->name;
      EXPECT_TRUE(found) << of->name;
    }
    EXPECT_LT(of_the_same(kept, neutral).size(), neutral.size());
  }
  EXPECT_EQ(left_out, sets.size());
  EXPECT_EQ(outside(all_of(sets), folds).size(), sets.size());
}

TEST(RankedSets, poses_of_one_complex_go_together) {
  Chance chance(99);
  const RankedSet a = made_set("a", chance), more = made_set("a", chance, 20, 5), b = made_set("b", chance);
  const std::vector<RankedSet> both = joined({a}, {more, b});
  ASSERT_EQ(both.size(), 2U);
  EXPECT_EQ(both[0].features.rows(), 80);
  EXPECT_EQ(both[0].features.row(60), more.features.row(0));
  EXPECT_EQ(both[0].native.size(), 80U);
  EXPECT_TRUE(both[0].native[64] && !both[0].native[65]);
  EXPECT_EQ(both[1].name, "b");
}

}  // namespace
}  // namespace azoo::docking
