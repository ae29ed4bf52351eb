// The two-sample Kolmogorov-Smirnov test against distances counted by hand and its own error rate.
#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"
#include "statistics/kolmogorov_smirnov.hpp"

namespace azoo::statistics {
namespace {

TEST(KolmogorovSmirnov, the_distance_is_the_largest_gap_between_the_steps) {
  EXPECT_DOUBLE_EQ(kolmogorov_smirnov({1, 2, 3, 4}, {1, 2, 3, 4}).distance, 0.0);
  EXPECT_DOUBLE_EQ(kolmogorov_smirnov({1, 2}, {3, 4}).distance, 1.0);
  // After 2: 2 of 4 against 0 of 3.
  EXPECT_DOUBLE_EQ(kolmogorov_smirnov({4, 1, 3, 2}, {2.5, 3.5, 5}).distance, 0.5);
  // Ties are stepped over together.
  EXPECT_DOUBLE_EQ(kolmogorov_smirnov({1, 1, 2}, {1, 2, 2}).distance, 1.0 / 3.0);
  EXPECT_TRUE(std::isnan(kolmogorov_smirnov({}, {1.0}).p));
}

// Stephens' corrected statistic 1.358 is the 5 % point of the limit; distance for n = m = 50 (root = 5).
TEST(KolmogorovSmirnov, p_is_five_percent_at_the_tabled_critical_value) {
  std::vector<double> first, second;
  for (int i = 0; i < 5000; ++i) first.push_back(i);
  const double root = 50.0;
  const double critical = 1.3581 / (root + 0.12 + 0.11 / root);
  const int shift = static_cast<int>(std::lround(critical * 5000));
  for (int i = 0; i < 5000; ++i) second.push_back(i + shift);
  EXPECT_NEAR(kolmogorov_smirnov(first, second).p, 0.05, 0.002) << "the distance is in steps of 1/5000";
}

// 2000 tests of equal distributions: rejections at 5 % are binomial, SD 0.5 %.
TEST(KolmogorovSmirnov, equal_distributions_are_rejected_as_often_as_it_says) {
  const RandomStream stream({1, 0, 0, Stream::known_answer_test});
  int rejected = 0;
  for (std::uint32_t round = 0; round < 2000; ++round) {
    Draws draws(stream, round, 0);
    std::vector<double> first(60), second(80);
    for (double& x : first) x = draws.normal();
    for (double& x : second) x = draws.normal();
    rejected += kolmogorov_smirnov(first, second).p < 0.05 ? 1 : 0;
  }
  EXPECT_NEAR(rejected / 2000.0, 0.045, 0.015) << "a little conservative in small samples";
}

}  // namespace
}  // namespace azoo::statistics
