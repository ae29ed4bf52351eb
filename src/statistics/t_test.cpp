#include "statistics/t_test.hpp"

#include <algorithm>  // for max, min
#include <cmath>      // for abs, sqrt
#include <limits>     // for epsilon, infinity
#include <utility>    // for move
#include <vector>     // for paired differences

#include "statistics/distributions.hpp"
#include "statistics/input_check.hpp"
#include "statistics/moments.hpp"

namespace azoo::statistics {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

// A standard error this small against the values is rounding, not spread (R's t.test draws the line at the
// same place).
bool essentially_constant(double standard_error, double magnitude) {
  return standard_error == 0.0 || standard_error < 10.0 * std::numeric_limits<double>::epsilon() * magnitude;
}

// Fills statistic, p and interval from estimate, standard error and degrees of freedom.
void finish(TestResult& result, double standard_error, const TestOptions& options) {
  result.ci_level = options.ci_level;
  // Each term divided by itself first: the difference of two huge values may overflow, the ratio does not.
  const double t = result.estimate / standard_error - options.null_value / standard_error;
  const double exact = (result.estimate - options.null_value) / standard_error;
  result.statistic = std::isfinite(exact) ? exact : t;
  const double tail =
      options.alternative == Alternative::two_sided ? (1.0 - options.ci_level) / 2.0 : 1.0 - options.ci_level;
  const double half_width = t_upper_quantile(tail, result.df) * standard_error;
  result.ci_low = result.estimate - half_width;
  result.ci_high = result.estimate + half_width;
  switch (options.alternative) {
    case Alternative::two_sided:
      result.p = std::min(1.0, 2.0 * t_upper_tail(std::abs(result.statistic), result.df));
      break;
    case Alternative::less:
      result.p = t_upper_tail(-result.statistic, result.df);
      result.ci_low = -infinity;
      break;
    case Alternative::greater:
      result.p = t_upper_tail(result.statistic, result.df);
      result.ci_high = infinity;
      break;
  }
}

TestResult one_sample(std::string method, std::span<const double> values, const TestOptions& options) {
  const Moments m = moments(values);
  const double standard_error = m.sd / std::sqrt(static_cast<double>(m.n));
  if (essentially_constant(standard_error, std::abs(m.mean))) {
    return refused(std::move(method), m.n, 0,
                   "all values are equal or differ by rounding only: t is undefined");
  }
  TestResult result;
  result.method = std::move(method);
  result.n1 = m.n;
  result.estimate = m.mean;
  result.df = static_cast<double>(m.n - 1);
  finish(result, standard_error, options);
  return result;
}

struct PooledError {
  double standard_error = 0.0;
  double df = 0.0;
};

PooledError student_error(const Moments& a, const Moments& b) {
  const auto n1 = static_cast<double>(a.n);
  const auto n2 = static_cast<double>(b.n);
  const double scale = std::max(a.sd, b.sd);
  if (scale == 0.0) return {0.0, n1 + n2 - 2.0};
  const double r1 = a.sd / scale;
  const double r2 = b.sd / scale;
  const double df = n1 + n2 - 2.0;
  const double pooled = scale * std::sqrt(((n1 - 1.0) * r1 * r1 + (n2 - 1.0) * r2 * r2) / df);
  return {pooled * std::sqrt(1.0 / n1 + 1.0 / n2), df};
}

PooledError welch_error(const Moments& a, const Moments& b) {
  const auto n1 = static_cast<double>(a.n);
  const auto n2 = static_cast<double>(b.n);
  const double se1 = a.sd / std::sqrt(n1);
  const double se2 = b.sd / std::sqrt(n2);
  const double scale = std::max(se1, se2);
  if (scale == 0.0) return {0.0, TestResult::none};
  const double v1 = (se1 / scale) * (se1 / scale);
  const double v2 = (se2 / scale) * (se2 / scale);
  const double df = (v1 + v2) * (v1 + v2) / (v1 * v1 / (n1 - 1.0) + v2 * v2 / (n2 - 1.0));
  return {scale * std::sqrt(v1 + v2), df};
}

using ErrorRule = PooledError (*)(const Moments&, const Moments&);

TestResult two_samples(std::string method, std::span<const double> first, std::span<const double> second,
                       const TestOptions& options, ErrorRule rule) {
  if (std::string reason = check_two_samples(first, second, 2, options); !reason.empty()) {
    return refused(std::move(method), first.size(), second.size(), std::move(reason));
  }
  const Moments a = moments(first);
  const Moments b = moments(second);
  const PooledError error = rule(a, b);
  if (essentially_constant(error.standard_error, std::max(std::abs(a.mean), std::abs(b.mean)))) {
    return refused(std::move(method), a.n, b.n,
                   "both samples are constant or vary by rounding only: t is undefined");
  }
  TestResult result;
  result.method = std::move(method);
  result.n1 = a.n;
  result.n2 = b.n;
  result.estimate = a.mean - b.mean;
  result.df = error.df;
  if (!std::isfinite(result.estimate)) {
    return refused(std::move(result.method), a.n, b.n,
                   "the difference of the means exceeds the range of a number");
  }
  finish(result, error.standard_error, options);
  return result;
}

}  // namespace

TestResult one_sample_t_test(std::span<const double> values, const TestOptions& options) {
  std::string method = "one-sample t test";
  if (std::string reason = check_one_sample(values, 2, options); !reason.empty()) {
    return refused(std::move(method), values.size(), 0, std::move(reason));
  }
  return one_sample(std::move(method), values, options);
}

TestResult paired_t_test(std::span<const double> first, std::span<const double> second,
                         const TestOptions& options) {
  std::string method = "paired t test";
  if (std::string reason = check_pairs(first, second, 2, options); !reason.empty()) {
    return refused(std::move(method), first.size(), second.size(), std::move(reason));
  }
  std::vector<double> differences(first.size());
  double rounding = 0.0;  // the largest error a subtraction may have made
  for (std::size_t i = 0; i < first.size(); ++i) {
    differences[i] = first[i] - second[i];
    rounding = std::max(rounding, std::abs(first[i]) + std::abs(second[i]));
  }
  if (!check_finite(differences, "").empty()) {
    return refused(std::move(method), first.size(), second.size(),
                   "a difference exceeds the range of a number");
  }
  rounding *= 2.0 * std::numeric_limits<double>::epsilon();
  if (const auto [low, high] = std::minmax_element(differences.begin(), differences.end());
      *high - *low <= rounding) {
    return refused(std::move(method), first.size(), second.size(),
                   "all differences are equal or differ by rounding only: t is undefined");
  }
  TestResult result = one_sample(std::move(method), differences, options);
  result.n2 = second.size();
  return result;
}

TestResult student_t_test(std::span<const double> first, std::span<const double> second,
                          const TestOptions& options) {
  return two_samples("Student's t test (equal variances)", first, second, options, student_error);
}

TestResult welch_t_test(std::span<const double> first, std::span<const double> second,
                        const TestOptions& options) {
  return two_samples("Welch's t test (unequal variances)", first, second, options, welch_error);
}

}  // namespace azoo::statistics
