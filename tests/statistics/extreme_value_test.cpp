// Extreme value distributions and regressions against R (tests/oracles/extreme_value.R), against themselves
// under simulation, and with input that must be refused.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

#include "core/random.hpp"
#include "statistics/distributions.hpp"
#include "statistics/extreme_value.hpp"
#include "statistics/extreme_value_check.hpp"
#include "statistics/extreme_value_regression.hpp"
#include "statistics/golden_cases.hpp"

namespace azoo::statistics {
namespace {

using golden::Case;

std::vector<std::vector<double>> columns_of(const std::string& text) {
  std::vector<std::vector<double>> columns;
  for (const std::string& column : golden::split(text, '|')) {
    columns.emplace_back();
    for (const std::string& cell : golden::split(column, ';')) columns.back().push_back(std::stod(cell));
  }
  return columns;
}

RandomStream stream_of(std::uint64_t seed) {
  return RandomStream({seed, 0, 0, Stream::known_answer_test});
}

// Values drawn around 1000 + 150 x, scale exp(4 + slope x), x spread over 0 .. 3.
struct Drawn {
  std::vector<double> values;
  ExtremeValueModel model;
};

Drawn draw(const RandomStream& stream, std::uint32_t round, std::size_t n, double slope, double shape) {
  Drawn drawn;
  drawn.model.location.emplace_back();
  Draws numbers(stream, round, 0);
  for (std::size_t i = 0; i < n; ++i) {
    const double x = 3.0 * static_cast<double>(i) / static_cast<double>(n);
    drawn.model.location[0].push_back(x);
    drawn.values.push_back(
        ExtremeValue{1000 + 150 * x, std::exp(4 + slope * x), shape}.quantile(numbers.uniform()));
  }
  if (slope != 0.0) drawn.model.log_scale = drawn.model.location;
  drawn.model.shape = shape != 0.0;
  return drawn;
}

TEST(ExtremeValue, the_distribution_agrees_with_256_bits_in_both_tails) {
  const std::vector<Case> cases = golden::read("extreme_value");
  golden::Comparison comparison;
  double smallest = 1.0;
  for (const Case& c : cases) {
    const ExtremeValue law{c.number("location"), c.number("scale"), c.number("shape")};
    const double x = c.number("x");
    comparison.check(c, "distribution", law.distribution(x));
    comparison.check(c, "upper_tail", law.upper_tail(x));
    comparison.check(c, "log_density", law.log_density(x));
    comparison.check(c, "quantile", law.quantile(c.number("tail")));
    comparison.check(c, "upper_quantile", law.upper_quantile(c.number("tail")));
    // A logarithm near 0 is a tail near 1, whose own digits count.
    const double log_tail = c.number("log_upper_tail");
    EXPECT_NEAR(law.log_upper_tail(x), log_tail, 1e-13 + 1e-12 * std::abs(log_tail)) << c.text("id");
    smallest = std::min(smallest, law.upper_tail(x));
  }
  EXPECT_LT(smallest, 1e-200) << "no case lies far out";
  golden::report("extreme_value", cases.size(), comparison);
}

TEST(ExtremeValue, a_distribution_with_an_end_has_nothing_beyond_it) {
  const ExtremeValue weibull{0, 1, -0.5};  // ends at 2
  EXPECT_EQ(weibull.upper_tail(2.5), 0.0);
  EXPECT_EQ(weibull.distribution(2.5), 1.0);
  EXPECT_EQ(weibull.log_density(2.5), -std::numeric_limits<double>::infinity());
  const ExtremeValue frechet{0, 1, 0.5};  // begins at -2
  EXPECT_EQ(frechet.distribution(-2.5), 0.0);
  EXPECT_EQ(frechet.upper_tail(-2.5), 1.0);
  EXPECT_TRUE(std::isnan(frechet.quantile(1.0)));
  EXPECT_TRUE(std::isnan(frechet.upper_quantile(0.0)));
}

// Coles 2001, section 3.1: mean and variance by gamma functions; Gumbel's are their limit at shape 0.
TEST(ExtremeValue, mean_and_spread_pass_smoothly_through_shape_zero) {
  const ExtremeValue gumbel{10, 2, 0};
  EXPECT_NEAR(gumbel.mean(), 10 + 2 * std::numbers::egamma, 1e-14);
  EXPECT_NEAR(gumbel.standard_deviation(), 2 * 1.2825498301618641, 1e-12);
  const ExtremeValue near{10, 2, 1e-5};
  EXPECT_NEAR(near.mean(), gumbel.mean(), 1e-4);
  EXPECT_NEAR(near.standard_deviation(), gumbel.standard_deviation(), 1e-4);
  EXPECT_TRUE(std::isinf(ExtremeValue({0, 1, 1.0}).mean()));
  EXPECT_TRUE(std::isinf(ExtremeValue({0, 1, 0.5}).standard_deviation()));
}

// The series gives way to the closed form at |shape z| = 0.05; both must say the same there.
TEST(ExtremeValue, derivatives_by_the_shape_agree_on_both_sides_of_the_series) {
  for (const double z : {-3.0, 0.7, 12.0}) {
    const double at = 0.05 / std::abs(z);
    for (const double sign : {-1.0, 1.0}) {
      const ReducedVariate below = reduced_variate(z, sign * at * (1 - 1e-9));
      const ReducedVariate above = reduced_variate(z, sign * at * (1 + 1e-9));
      EXPECT_NEAR(below.value / above.value, 1.0, 1e-9);
      EXPECT_NEAR(below.by_shape / above.by_shape, 1.0, 1e-8);
      EXPECT_NEAR(below.by_shape_twice / above.by_shape_twice, 1.0, 1e-8);
    }
  }
}

TEST(ExtremeValueRegression, coefficients_errors_and_likelihood_agree_with_r) {
  const std::vector<Case> cases = golden::read("extreme_value_fit");
  ASSERT_GE(cases.size(), 20U);
  double worst = 0.0;
  for (const Case& c : cases) {
    const ExtremeValueModel model{columns_of(c.text("location_covariates")),
                                  columns_of(c.text("scale_covariates")), c.text("shape") == "fitted"};
    const ExtremeValueFit fit = fit_extreme_value(c.vector("values"), model);
    ASSERT_TRUE(fit.computed()) << c.text("id") << ": " << fit.refusal;
    std::vector<double> found = fit.location;
    std::vector<double> errors = fit.location_se;
    found.insert(found.end(), fit.log_scale.begin(), fit.log_scale.end());
    errors.insert(errors.end(), fit.log_scale_se.begin(), fit.log_scale_se.end());
    if (model.shape) {
      found.push_back(fit.shape);
      errors.push_back(fit.shape_se);
    }
    const std::vector<double> coefficients = c.vector("coefficients");
    const std::vector<double> se = c.vector("se");
    ASSERT_EQ(found.size(), coefficients.size()) << c.text("id");
    EXPECT_EQ(fit.coefficients(), coefficients.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      const std::string where = c.text("id") + " coefficient " + std::to_string(i);
      // A coefficient is known to its standard error: the distance of two optima is measured in that.
      EXPECT_NEAR(found[i], coefficients[i], 1e-6 * se[i]) << where;
      EXPECT_NEAR(errors[i] / se[i], 1.0, 1e-6) << where;
      worst =
          std::max({worst, std::abs(found[i] - coefficients[i]) / se[i], std::abs(errors[i] / se[i] - 1.0)});
    }
    EXPECT_NEAR(fit.log_likelihood, c.number("log_likelihood"), 1e-8 * std::abs(c.number("log_likelihood")))
        << c.text("id");
  }
  std::printf("extreme_value_fit: %zu cases, worst distance %.2g standard errors\n", cases.size(), worst);
}

// 300 samples of 150: the mean of the standardised errors is within 4/sqrt(300) of 0, their spread within 15
// % of 1 (its own standard error is 4 %), and intervals of 95 % hold the truth in 95 % (standard error 1.3
// %).
TEST(ExtremeValueRegression, known_coefficients_come_back_within_their_standard_errors) {
  const RandomStream stream = stream_of(11);
  double sums[3] = {}, squares[3] = {};
  int held = 0;
  constexpr int rounds = 300;
  for (std::uint32_t round = 0; round < rounds; ++round) {
    const Drawn drawn = draw(stream, round, 150, 0.2, 0.0);
    const ExtremeValueFit fit = fit_extreme_value(drawn.values, drawn.model);
    ASSERT_TRUE(fit.computed()) << fit.refusal;
    const double errors[3] = {(fit.location[0] - 1000) / fit.location_se[0],
                              (fit.location[1] - 150) / fit.location_se[1],
                              (fit.log_scale[1] - 0.2) / fit.log_scale_se[1]};
    for (int k = 0; k < 3; ++k) {
      sums[k] += errors[k];
      squares[k] += errors[k] * errors[k];
    }
    held += std::abs(errors[1]) < 1.96 ? 1 : 0;
  }
  for (int k = 0; k < 3; ++k) {
    EXPECT_NEAR(sums[k] / rounds, 0.0, 4.0 / std::sqrt(300.0)) << k;
    EXPECT_NEAR(std::sqrt(squares[k] / rounds), 1.0, 0.15) << k;
  }
  EXPECT_NEAR(held / 300.0, 0.95, 0.05);
}

TEST(ExtremeValueRegression, a_known_shape_comes_back_and_gumbels_likelihood_lies_below) {
  const RandomStream stream = stream_of(12);
  for (const double shape : {-0.2, 0.25}) {
    const Drawn drawn = draw(stream, shape > 0 ? 1U : 2U, 600, 0.0, shape);
    const ExtremeValueFit fit = fit_extreme_value(drawn.values, drawn.model);
    ASSERT_TRUE(fit.computed()) << fit.refusal;
    EXPECT_NEAR(fit.shape, shape, 4 * fit.shape_se);
    ExtremeValueModel gumbel = drawn.model;
    gumbel.shape = false;
    EXPECT_GT(fit.log_likelihood, fit_extreme_value(drawn.values, gumbel).log_likelihood + 5);
  }
}

// Ten times the values and another origin: ten times the location and scale, the same shape.
TEST(ExtremeValueRegression, the_unit_of_the_values_changes_nothing_else) {
  Drawn drawn = draw(stream_of(13), 0, 200, 0.3, 0.1);
  const ExtremeValueFit first = fit_extreme_value(drawn.values, drawn.model);
  for (double& v : drawn.values) v = 10 * v - 5e4;
  const ExtremeValueFit second = fit_extreme_value(drawn.values, drawn.model);
  EXPECT_NEAR(second.location[0], 10 * first.location[0] - 5e4, 1e-6);
  EXPECT_NEAR(second.location[1], 10 * first.location[1], 1e-7);
  EXPECT_NEAR(second.log_scale[0], first.log_scale[0] + std::log(10.0), 1e-9);
  EXPECT_NEAR(second.shape, first.shape, 1e-9);
  EXPECT_NEAR(second.location_se[1], 10 * first.location_se[1], 1e-6);
}

TEST(ExtremeValueRegression, what_cannot_be_fitted_is_refused_with_a_reason) {
  const double nan = std::nan("");
  const std::vector<double> y = {1, 5, 2, 8, 3, 9, 4, 7};
  const std::vector<double> x = {1, 2, 3, 4, 5, 6, 7, 8};
  const std::vector<double> twice = {2, 4, 6, 8, 10, 12, 14, 16};
  const auto reason = [](const std::vector<double>& values, const ExtremeValueModel& model) {
    const ExtremeValueFit fit = fit_extreme_value(values, model);
    EXPECT_TRUE(fit.computed() || (fit.location.empty() && std::isnan(fit.log_likelihood)));
    return fit.refusal;
  };
  EXPECT_EQ(reason(y, {{x}, {}, false}), "");
  EXPECT_EQ(reason({1, 2, 3, 5}, {}), "needs at least 5 values, got 4");
  EXPECT_EQ(reason({1, 2, nan, 4, 5}, {}), "value 3 is NaN; every value must be finite");
  EXPECT_EQ(reason(y, {{{1, 2}}, {}, false}), "covariate 1 of the location has 2 values where there are 8");
  EXPECT_EQ(reason(y, {{}, {{1, 2, 3, 4, 5, 6, nan, 8}}, false}),
            "covariate 1 of the log scale has a value that is not finite at 7");
  EXPECT_EQ(reason(y, {{std::vector<double>(8, 3.0)}, {}, false}), "covariate 1 of the location is constant");
  EXPECT_EQ(reason(y, {{x, twice}, {}, false}), "the covariates of the location are linearly dependent");
  EXPECT_EQ(reason(twice, {{x}, {}, false}),
            "the covariates explain every value: there is no scale to estimate");
  EXPECT_EQ(reason({4, 4, 4, 4, 4, 4}, {}),
            "the values are all alike, or so nearly that their differences are lost in rounding");
  // Values heaped at their upper end, as of shape -4: the likelihood has no bound there.
  std::vector<double> heaped;
  for (int i = 0; i < 40; ++i) heaped.push_back(-std::pow(i, 4));
  EXPECT_EQ(reason(heaped, {{}, {}, true}), "the likelihood has no maximum that could be reached");
}

TEST(ExtremeValueCheck, the_distance_is_andersons_and_darlings) {
  // Three values at the quartiles of their own laws: u = 1/4, 1/2, 3/4;
  // A^2 = -3 - (1/3) [2 log(1/4) + 3 * 2 log(1/2) + 5 * 2 log(3/4)], each bracket log u_i + log(1 -
  // u_(n+1-i)).
  const ExtremeValue a{0, 1, 0}, b{50, 4, 0.2}, c{-7, 0.5, -0.1};
  const std::vector<ExtremeValue> laws = {c, a, b};
  const std::vector<double> values = {c.quantile(0.75), a.quantile(0.25), b.quantile(0.5)};
  const double expected = -3 - (2 * std::log(0.25) + 6 * std::log(0.5) + 10 * std::log(0.75)) / 3;
  EXPECT_NEAR(anderson_darling(values, laws), expected, 1e-12);
}

// 200 samples from the model, 99 draws each: p is uniform on 0.01, 0.02 .. 1; rejections at 10 % have a
// standard error of 2.1 %. Normal values, which Gumbel's law does not fit, are rejected nearly always at n =
// 200.
TEST(ExtremeValueCheck, p_is_uniform_under_the_model_and_small_for_another_law) {
  const RandomStream stream = stream_of(14);
  int low = 0, high = 0;
  for (std::uint32_t round = 0; round < 200; ++round) {
    const Drawn drawn = draw(stream, round, 60, 0.0, 0.0);
    const ExtremeValueFit fit = fit_extreme_value(drawn.values, drawn.model);
    const FitCheck check = check_extreme_value(drawn.values, drawn.model, fit, stream_of(1000 + round), 99);
    ASSERT_TRUE(check.computed());
    EXPECT_EQ(check.draws, 99U);
    low += check.p <= 0.1 ? 1 : 0;
    high += check.p > 0.9 ? 1 : 0;
  }
  EXPECT_NEAR(low / 200.0, 0.1, 0.075);
  EXPECT_NEAR(high / 200.0, 0.1, 0.075);
  Draws numbers(stream, 999, 0);
  std::vector<double> normal(200);
  for (double& v : normal) v = numbers.normal();
  const FitCheck check = check_extreme_value(normal, {}, fit_extreme_value(normal), stream_of(15), 99);
  EXPECT_LE(check.p, 0.02);
}

TEST(ExtremeValueCheck, a_refused_fit_has_no_check) {
  const std::vector<double> few = {1, 2};
  const FitCheck check = check_extreme_value(few, {}, fit_extreme_value(few), stream_of(1), 9);
  EXPECT_FALSE(check.computed());
  EXPECT_TRUE(std::isnan(check.p));
  const std::vector<double> y = {1, 5, 2, 8, 3, 9};
  EXPECT_EQ(check_extreme_value(few, {}, fit_extreme_value(y), stream_of(1), 9).refusal,
            "the fit is of other data");
}

}  // namespace
}  // namespace azoo::statistics
