// Meta-analysis against R's metafor (tests/oracles/metafor.R), and what must hold for any data.
#include "statistics/random_effects.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/random.hpp"
#include "statistics/effect_sizes.hpp"
#include "statistics/golden_cases.hpp"

namespace azoo::statistics {
namespace {

using golden::Case;

// metafor stops when tau^2 moves less than 1e-11, so 1e-6 (the digits that are asked for) leaves room; near
// zero, where relative digits mean nothing, 1e-8 of the typical variance is as good as nothing.
void agrees(const Case& golden, const std::string& quantity, double value, double size) {
  const double expected = golden.number(quantity);
  EXPECT_NEAR(value, expected, 1e-6 * std::abs(expected) + 1e-8 * size)
      << golden.text("id") << " " << quantity;
}

TEST(RandomEffects, agrees_with_metafor) {
  const std::vector<Case> cases = golden::read("random_effects");
  EXPECT_GE(cases.size(), 70u);
  for (const Case& golden : cases) {
    const auto variances = golden.vector("variances");
    const RandomEffects r = random_effects(golden.vector("effects"), variances, golden.number("level"));
    ASSERT_TRUE(r.computed()) << r.refusal;
    const double size = *std::min_element(variances.begin(), variances.end());
    agrees(golden, "tau2", r.tau2, size);
    agrees(golden, "estimate", r.estimate, 0.0);
    agrees(golden, "se", r.se, 0.0);
    agrees(golden, "ci_low", r.ci_low, r.se);
    agrees(golden, "ci_high", r.ci_high, r.se);
    agrees(golden, "prediction_low", r.prediction_low, r.se);
    agrees(golden, "prediction_high", r.prediction_high, r.se);
    agrees(golden, "t", r.t, 0.0);
    agrees(golden, "p", r.p, 0.0);
    agrees(golden, "q", r.q, 0.0);
    agrees(golden, "q_p", r.q_p, 0.0);
    agrees(golden, "i2_percent", r.i2_percent, 100.0);
  }
}

TEST(RandomEffects, tau2_is_where_the_restricted_likelihood_is_largest) {
  const RandomStream stream({20240301, 0, 0, Stream::known_answer_test});
  for (std::uint32_t i = 0; i < 200; ++i) {
    Draws draws(stream, i, 0);
    std::vector<double> effects;
    std::vector<double> variances;
    for (std::uint32_t k = 0; k < 2 + i % 12; ++k) {
      variances.push_back(0.01 + draws.uniform());
      effects.push_back(draws.normal() * 3.0 * draws.uniform());
    }
    const RandomEffects r = random_effects(effects, variances);
    const double best = restricted_log_likelihood(effects, variances, r.tau2);
    for (const double other :
         {0.0, r.tau2 * 0.5, r.tau2 * 0.99, r.tau2 * 1.01 + 1e-4, r.tau2 * 2.0 + 0.1, 5.0})
      EXPECT_GE(best, restricted_log_likelihood(effects, variances, other) - 1e-9) << i << " " << other;
  }
}

TEST(RandomEffects, shifts_and_scales_with_the_effects) {
  const std::vector<double> effects = {0.1, 0.9, 0.4, 1.7};
  const std::vector<double> variances = {0.04, 0.09, 0.02, 0.2};
  std::vector<double> moved = effects;
  std::vector<double> scaled = variances;
  for (double& y : moved) y = 10.0 * y + 7.0;
  for (double& v : scaled) v *= 100.0;
  const RandomEffects a = random_effects(effects, variances);
  const RandomEffects b = random_effects(moved, scaled);
  EXPECT_NEAR(b.estimate, 10.0 * a.estimate + 7.0, 1e-9);  // rounding only
  EXPECT_NEAR(b.tau2, 100.0 * a.tau2, 1e-8);
  EXPECT_LE(a.prediction_low, a.ci_low);
  EXPECT_GE(a.prediction_high, a.ci_high);
}

TEST(RandomEffects, refuses_what_cannot_be_pooled) {
  const auto why = [](std::vector<double> y, std::vector<double> v, double level = 0.95) {
    return random_effects(y, v, level).refusal;
  };
  EXPECT_EQ(why({1.0}, {1.0}), "needs at least 2 studies, got 1");
  EXPECT_EQ(why({1.0, 2.0}, {1.0}), "needs one variance for each effect");
  EXPECT_EQ(why({1.0, 2.0}, {1.0, 0.0}), "variance 2 is not a finite number above zero");
  EXPECT_EQ(why({1.0, std::nan("")}, {1.0, 1.0}), "effect 2 is not finite");
  EXPECT_EQ(why({1.0, 2.0}, {1.0, 1.0}, 1.0), "the level of the interval must lie between 0 and 1");
  EXPECT_EQ(why({1.0, 2.0}, {1.0, 1.0}), "");
}

TEST(EffectSizes, agree_with_escalc) {
  const std::vector<Case> cases = golden::read("effect_sizes");
  EXPECT_GE(cases.size(), 45u);
  for (const Case& golden : cases) {
    const std::vector<double> x = golden.vector("inputs");
    const auto pair = [&](const auto& effect) { return effect({x[0], x[1], x[2]}, {x[3], x[4], x[5]}); };
    const std::string& measure = golden.text("measure");
    const EffectSize e = measure == "MD"    ? pair(mean_difference)
                         : measure == "SMD" ? pair(standardised_mean_difference)
                         : measure == "ROM" ? pair(log_ratio_of_means)
                         : measure == "PLO" ? logit_proportion(x[0], x[1])
                                            : log_odds_ratio(x[0], x[1], x[2], x[3]);
    ASSERT_TRUE(e.computed()) << golden.text("id") << e.refusal;
    // Closed forms: only rounding differs, 1e-12 of the size of the parts.
    EXPECT_NEAR(e.value, golden.number("value"), 1e-12 * (1.0 + std::abs(e.value))) << golden.text("id");
    EXPECT_NEAR(e.variance, golden.number("variance"), 1e-12 * e.variance) << golden.text("id");
  }
}

TEST(EffectSizes, refuse_groups_without_spread_or_size) {
  EXPECT_EQ(mean_difference({1, std::nan(""), 5}, {2, 1, 5}).refusal, "a standard deviation is missing");
  EXPECT_NE(mean_difference({1, 1, 1}, {2, 1, 5}).refusal, "");
  EXPECT_NE(standardised_mean_difference({1, 0, 5}, {2, 0, 5}).refusal, "");
  EXPECT_NE(log_ratio_of_means({-1, 1, 5}, {2, 1, 5}).refusal, "");
  EXPECT_NE(logit_proportion(3, 2).refusal, "");
  EXPECT_NE(log_odds_ratio(1.5, 4, 1, 4).refusal, "");
  EXPECT_TRUE(std::isnan(logit_proportion(3, 2).value));
}

}  // namespace
}  // namespace azoo::statistics
