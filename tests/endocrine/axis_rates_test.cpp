#include "endocrine/axis_rates.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"
#include "endocrine/axis_matrix.hpp"
#include "endocrine/shipped.hpp"

namespace azoo::endocrine {
namespace {

using testing::shipped;

AxisVector random_state(Draws& draws) {
  AxisVector y;
  for (double& value : y) value = draws.uniform(0.2, 4.0);
  return y;
}

const RandomStream& stream() {
  static const RandomStream one({.seed = 7, .stream = Stream::known_answer_test});
  return one;
}

TEST(AxisRates, the_healthy_man_is_at_rest) {
  AxisVector ones;
  ones.fill(1.0);
  const AxisVector rate = axis_rates(ones, AxisConstants(shipped()), {}, {});
  for (const double value : rate) EXPECT_NEAR(value, 0.0, 1e-11);  // rounding times the fastest rate, 40 /d
}

TEST(AxisRates, nothing_that_is_gone_falls_further) {
  const AxisConstants constants(shipped());
  Draws draws(stream(), 1, 0);
  for (int trial = 0; trial < 50; ++trial) {
    AxisVector y = random_state(draws);
    const std::size_t gone = draws.below(axis_size);
    y[gone] = 0.0;
    const AxisVector rate =
        axis_rates(y, constants, {}, {.hcg_plasma_IU = draws.uniform(0.0, 500.0), .enclomiphene_mg = 20.0});
    EXPECT_GE(rate[gone], 0.0) << "state " << gone;
  }
}

TEST(AxisJacobian, equals_finite_differences_at_random_states) {
  const AxisConstants constants(shipped());
  Draws draws(stream(), 2, 0);
  for (int trial = 0; trial < 20; ++trial) {
    const AxisVector y = random_state(draws);
    const AxisInput input{.man = {},
                          .tissue = {.sertoli = 0.6, .spermatocytes = 0.3, .spermatids = 0.2, .leydig = 0.7}};
    const DrugLevels drugs{.hcg_plasma_IU = draws.uniform(0.0, 300.0),
                           .enclomiphene_mg = draws.uniform(0.0, 30.0),
                           .zuclomiphene_mg = draws.uniform(0.0, 500.0)};
    const AxisMatrix exact = axis_jacobian(y, constants, input, drugs);
    for (std::size_t j = 0; j < axis_size; ++j) {
      constexpr double shift = 1e-5;
      AxisVector up = y, down = y;
      up[j] += shift;
      down[j] -= shift;
      const AxisVector above = axis_rates(up, constants, input, drugs);
      const AxisVector below = axis_rates(down, constants, input, drugs);
      for (std::size_t i = 0; i < axis_size; ++i) {
        // Central differences: error shift^2 times third derivatives (< 1e4), rounding 1e-16/shift times
        // rates (< 1e3).
        EXPECT_NEAR(exact[i][j], (above[i] - below[i]) / (2.0 * shift), 2e-6 * (1.0 + std::fabs(exact[i][j])))
            << "row " << i << " column " << j;
      }
    }
  }
}

TEST(AxisFactors, solve_a_random_system) {
  Draws draws(stream(), 3, 0);
  AxisMatrix matrix;
  AxisVector x;
  for (auto& row : matrix) {
    for (double& value : row) value = draws.uniform(-1.0, 1.0);
  }
  matrix[0][0] = 0.0;  // needs a pivot
  for (double& value : x) value = draws.uniform(-1.0, 1.0);
  AxisVector b{};
  for (std::size_t i = 0; i < axis_size; ++i) {
    for (std::size_t j = 0; j < axis_size; ++j) b[i] += matrix[i][j] * x[j];
  }
  AxisFactors factors;
  ASSERT_TRUE(factors.factor(matrix));
  factors.solve(b);
  for (std::size_t i = 0; i < axis_size; ++i) EXPECT_NEAR(b[i], x[i], 1e-11);  // condition below 1e4
}

TEST(AxisFactors, refuse_a_singular_matrix) {
  AxisMatrix matrix{};
  matrix[0][0] = 1.0;
  AxisFactors factors;
  EXPECT_FALSE(factors.factor(matrix));
}

TEST(InhibinSecretion, has_a_sertoli_a_spermatocyte_and_a_spermatid_part) {
  const AxisConstants c(shipped());
  EXPECT_NEAR(inhibin_secretion({}, 1.0, c), 1.0, 1e-12);
  const double sertoli = inhibin_secretion({1.0, 0.0, 0.0, 1.0}, 1.0, c);
  EXPECT_NEAR(sertoli, shipped().inhibin_sertoli_share, 1e-12);
  EXPECT_NEAR(inhibin_secretion({1.0, 1.0, 0.0, 1.0}, 1.0, c) - sertoli, shipped().inhibin_spermatocyte_share,
              1e-12);
  EXPECT_GT(inhibin_secretion({1.0, 0.0, 1.0, 1.0}, 1.0, c), sertoli);
  EXPECT_EQ(inhibin_secretion({0.0, 1.0, 1.0, 1.0}, 1.0, c), 0.0) << "no inhibin B without Sertoli cells";
}

TEST(FreeTestosterone, falls_when_shbg_rises_at_the_same_total) {
  EXPECT_DOUBLE_EQ(free_testosterone(1.0, 1.0, 0.45), 1.0);
  EXPECT_LT(free_testosterone(1.0, 2.0, 0.45), 1.0);
}

}  // namespace
}  // namespace azoo::endocrine
