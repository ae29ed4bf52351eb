// Moments and shapes of the distributions. Seeds are fixed, so a test passes or fails for ever; each
// tolerance is five standard errors of the estimate, which a right sampler misses once in 1.7 million.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/negative_binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <vector>

#include "core/random.hpp"

namespace azoo {
namespace {

constexpr int sample_size = 200000;

std::vector<double> sample(std::uint64_t seed, const std::function<double(Draws&)>& draw) {
  const RandomStream stream({seed, 0, 0, Stream::known_answer_test});
  std::vector<double> values;
  values.reserve(sample_size);
  for (std::uint32_t i = 0; i < sample_size; ++i) {
    Draws draws(stream, i, 0);
    values.push_back(draw(draws));
  }
  return values;
}

// The mean of n values has standard error sqrt(variance / n); that of the variance is taken from the
// fourth moment of the sample itself: sqrt((m4 - variance^2) / n).
void expect_moments(const std::vector<double>& values, double mean, double variance) {
  const double n = static_cast<double>(values.size());
  double sum = 0.0;
  for (const double value : values) sum += value;
  double squares = 0.0;
  double fourth = 0.0;
  for (const double value : values) {
    const double d = value - mean;
    squares += d * d;
    fourth += d * d * d * d;
  }
  EXPECT_NEAR(sum / n, mean, 5.0 * std::sqrt(variance / n));
  const double error = std::sqrt(std::max(0.0, fourth / n - (squares / n) * (squares / n)) / n);
  EXPECT_NEAR(squares / n, variance, 5.0 * error);
}

// Pearson's chi-square of counts against probabilities; bins with an expectation below 10 are pooled.
// Returns the statistic as a standard normal deviate (Wilson & Hilferty 1931, doi:10.1073/pnas.17.12.684).
double fit_deviate(const std::vector<double>& values, const std::function<double(double)>& probability) {
  std::map<double, double> counts;
  for (const double value : values) counts[value] += 1.0;
  const double n = static_cast<double>(values.size());
  double chi_square = 0.0;
  double rest_seen = n;
  double rest_expected = n;
  int bins = 0;
  for (const auto& [value, count] : counts) {
    const double expected = n * probability(value);
    if (expected < 10.0) continue;
    chi_square += (count - expected) * (count - expected) / expected;
    rest_seen -= count;
    rest_expected -= expected;
    ++bins;
  }
  if (rest_expected > 10.0) {
    chi_square += (rest_seen - rest_expected) * (rest_seen - rest_expected) / rest_expected;
    ++bins;
  }
  const double df = bins - 1;
  return (std::cbrt(chi_square / df) - (1.0 - 2.0 / (9.0 * df))) / std::sqrt(2.0 / (9.0 * df));
}

TEST(Draws, uniform_has_its_moments_and_stays_inside) {
  const auto values = sample(1, [](Draws& d) { return d.uniform(); });
  expect_moments(values, 0.5, 1.0 / 12.0);
  EXPECT_GT(*std::min_element(values.begin(), values.end()), 0.0);
  EXPECT_LT(*std::max_element(values.begin(), values.end()), 1.0);
  // The largest value that 52 bits give is below 1; 53 bits and a half would round to 1.
  EXPECT_LT((static_cast<double>((std::uint64_t{1} << 52) - 1) + 0.5) * 0x1p-52, 1.0);
}

TEST(Draws, normal_has_its_moments_and_tails) {
  const auto values = sample(2, [](Draws& d) { return d.normal(); });
  expect_moments(values, 0.0, 1.0);
  const auto beyond = static_cast<double>(
      std::count_if(values.begin(), values.end(), [](double v) { return std::fabs(v) > 1.959963984540054; }));
  // Binomial standard error of a share of 0.05.
  EXPECT_NEAR(beyond / sample_size, 0.05, 5.0 * std::sqrt(0.05 * 0.95 / sample_size));
}

TEST(Draws, exponential_has_its_moments) {
  expect_moments(sample(3, [](Draws& d) { return d.exponential(); }), 1.0, 1.0);
}

TEST(Draws, gamma_has_mean_and_variance_equal_to_its_shape) {
  for (const double shape : {0.05, 0.5, 1.0, 2.5, 40.0}) {
    SCOPED_TRACE(shape);
    expect_moments(sample(4, [shape](Draws& d) { return d.gamma(shape); }), shape, shape);
  }
}

TEST(Draws, gamma_of_a_shape_that_is_not_finite_returns) {
  const RandomStream stream({1, 0, 0, Stream::known_answer_test});
  EXPECT_TRUE(std::isnan(Draws(stream, 0, 0).gamma(std::nan(""))));
  EXPECT_TRUE(std::isinf(Draws(stream, 0, 0).gamma(std::numeric_limits<double>::infinity())));
}

TEST(Draws, beta_has_its_moments_also_for_small_shapes) {
  const std::vector<std::pair<double, double>> shapes = {{0.001, 0.002}, {0.3, 0.7}, {2, 5}, {50, 10}};
  for (const auto& [a, b] : shapes) {
    SCOPED_TRACE(a);
    const auto values = sample(5, [a = a, b = b](Draws& d) { return d.beta(a, b); });
    const double total = a + b;
    expect_moments(values, a / total, a * b / (total * total * (total + 1.0)));
  }
}

TEST(Draws, poisson_fits_its_distribution_on_both_sides_of_the_change_of_method) {
  for (const double mean : {0.2, 3.0, 29.9, 30.1, 400.0}) {
    SCOPED_TRACE(mean);
    const auto values = sample(6, [mean](Draws& d) { return static_cast<double>(d.poisson(mean)); });
    expect_moments(values, mean, mean);
    const boost::math::poisson_distribution<> expected(mean);
    EXPECT_LT(std::fabs(fit_deviate(values, [&](double k) { return pdf(expected, k); })), 5.0);
  }
}

TEST(Draws, poisson_of_a_million_has_its_moments) {
  expect_moments(sample(7, [](Draws& d) { return static_cast<double>(d.poisson(1e6)); }), 1e6, 1e6);
}

TEST(Draws, binomial_fits_its_distribution_on_both_sides_of_the_change_of_method) {
  const std::vector<std::pair<std::uint64_t, double>> cases = {
      {1, 0.3}, {10, 0.05}, {19, 0.5}, {24, 0.5}, {1000, 0.0099}, {1000, 0.0101}, {200, 0.9}};
  for (const auto& [trials, p] : cases) {
    SCOPED_TRACE(testing::Message() << trials << " x " << p);
    const auto values =
        sample(8, [n = trials, p = p](Draws& d) { return static_cast<double>(d.binomial(n, p)); });
    const double n = static_cast<double>(trials);
    expect_moments(values, n * p, n * p * (1.0 - p));
    const boost::math::binomial_distribution<> expected(n, p);
    EXPECT_LT(std::fabs(fit_deviate(values, [&](double k) { return pdf(expected, k); })), 5.0);
  }
}

TEST(Draws, binomial_of_ten_million_cells_has_its_moments) {
  const double n = 1e7;
  for (const double p : {3e-7, 0.02}) {
    SCOPED_TRACE(p);
    expect_moments(sample(9, [p](Draws& d) { return static_cast<double>(d.binomial(10000000, p)); }), n * p,
                   n * p * (1.0 - p));
  }
}

TEST(Draws, binomial_edges_are_exact) {
  const RandomStream stream({1, 0, 0, Stream::known_answer_test});
  EXPECT_EQ(Draws(stream, 0, 0).binomial(0, 0.5), 0U);
  EXPECT_EQ(Draws(stream, 0, 0).binomial(10, 0.0), 0U);
  EXPECT_EQ(Draws(stream, 0, 0).binomial(10, 1.0), 10U);
  EXPECT_EQ(Draws(stream, 0, 0).poisson(0.0), 0U);
}

TEST(Draws, negative_binomial_fits_its_distribution) {
  const double mean = 4.0;
  const double k = 0.7;
  const auto values = sample(10, [=](Draws& d) { return static_cast<double>(d.negative_binomial(mean, k)); });
  expect_moments(values, mean, mean + mean * mean / k);
  const boost::math::negative_binomial_distribution<> expected(k, k / (k + mean));
  EXPECT_LT(std::fabs(fit_deviate(values, [&](double x) { return pdf(expected, x); })), 5.0);
}

TEST(Draws, negative_binomial_without_extra_variance_is_poisson) {
  const double none = std::numeric_limits<double>::infinity();
  expect_moments(sample(11, [=](Draws& d) { return static_cast<double>(d.negative_binomial(3.0, none)); }),
                 3.0, 3.0);
}

// Variance n p (1 - p) (1 + (n - 1) rho); rho = 1 makes every cluster all or nothing.
TEST(Draws, beta_binomial_has_its_moments_from_no_clustering_to_full) {
  const double n = 40.0;
  const double p = 0.3;
  for (const double rho : {0.0, 0.1, 0.9, 0.9999, 1.0}) {
    SCOPED_TRACE(rho);
    const auto values =
        sample(12, [=](Draws& d) { return static_cast<double>(d.beta_binomial(40, p, rho)); });
    expect_moments(values, n * p, n * p * (1.0 - p) * (1.0 + (n - 1.0) * rho));
  }
}

TEST(Draws, lognormal_has_its_median_and_log_sd) {
  auto values = sample(13, [](Draws& d) { return std::log(d.lognormal(8.0, 0.4)); });
  expect_moments(values, std::log(8.0), 0.16);
}

TEST(Draws, below_reaches_every_value_equally) {
  const auto values = sample(14, [](Draws& d) { return static_cast<double>(d.below(7)); });
  EXPECT_LT(std::fabs(fit_deviate(values, [](double) { return 1.0 / 7.0; })), 5.0);
  EXPECT_EQ(*std::max_element(values.begin(), values.end()), 6.0);
}

}  // namespace
}  // namespace azoo
