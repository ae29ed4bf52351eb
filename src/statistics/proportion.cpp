#include "statistics/proportion.hpp"

#include <fmt/format.h>

#include <algorithm>  // for max, min
#include <cmath>      // for expm1, log, sqrt
#include <cstddef>    // for size_t
#include <utility>    // for move

#include "statistics/distributions.hpp"
#include "statistics/input_check.hpp"

namespace azoo::statistics {

namespace {

std::string check_counts(std::int64_t successes, std::int64_t trials, double ci_level) {
  if (std::string reason = check_options({.ci_level = ci_level}); !reason.empty()) return reason;
  if (trials < 1) return fmt::format("needs at least 1 trial, got {}", trials);
  if (successes < 0 || successes > trials) {
    return fmt::format("needs between 0 and {} successes, got {}", trials, successes);
  }
  return {};
}

TestResult start(const char* method, std::int64_t successes, std::int64_t trials, double ci_level,
                 Alternative alternative) {
  TestResult result;
  result.method = method;
  result.n1 = static_cast<std::size_t>(trials);
  result.estimate = static_cast<double>(successes) / static_cast<double>(trials);
  result.ci_level = ci_level;
  result.note = alternative == Alternative::two_sided
                    ? "two-sided interval, half of the error at each end, also at 0 of n and n of n"
                    : fmt::format("one-sided interval ({})", to_string(alternative));
  return result;
}

double side_tail(double ci_level, Alternative alternative) {
  return alternative == Alternative::two_sided ? (1.0 - ci_level) / 2.0 : 1.0 - ci_level;
}

// 1 - tail^(1/n), the p at which n failures in n trials have probability `tail`.
double all_failures_bound(double tail, double trials) {
  return -std::expm1(std::log(tail) / trials);
}

// The smaller root of (n + z^2) p^2 - (2 x + z^2) p + x^2 / n = 0, written without the difference of
// near-equals.
double wilson_low(double x, double n, double z) {
  const double z2 = z * z;
  const double root = std::abs(z) * std::sqrt(z2 + 4.0 * x * (n - x) / n);
  return z >= 0.0 ? 2.0 * x * (x / n) / (2.0 * x + z2 + root) : (2.0 * x + z2 + root) / (2.0 * (n + z2));
}

}  // namespace

TestResult clopper_pearson(std::int64_t successes, std::int64_t trials, double ci_level,
                           Alternative alternative) {
  const char* method = "Clopper-Pearson interval";
  if (std::string reason = check_counts(successes, trials, ci_level); !reason.empty()) {
    return refused(method, static_cast<std::size_t>(std::max<std::int64_t>(trials, 0)), 0, std::move(reason));
  }
  TestResult result = start(method, successes, trials, ci_level, alternative);
  const double tail = side_tail(ci_level, alternative);
  const auto x = static_cast<double>(successes);
  const auto n = static_cast<double>(trials);
  result.ci_low = 0.0;
  if (alternative != Alternative::less && successes > 0) {
    result.ci_low = successes == trials ? std::exp(std::log(tail) / n) : beta_quantile(tail, x, n - x + 1.0);
  }
  result.ci_high = 1.0;
  if (alternative != Alternative::greater && successes < trials) {
    result.ci_high = successes == 0 ? all_failures_bound(tail, n) : beta_upper_quantile(tail, x + 1.0, n - x);
  }
  return result;
}

TestResult wilson(std::int64_t successes, std::int64_t trials, double ci_level, Alternative alternative) {
  const char* method = "Wilson interval (no continuity correction)";
  if (std::string reason = check_counts(successes, trials, ci_level); !reason.empty()) {
    return refused(method, static_cast<std::size_t>(std::max<std::int64_t>(trials, 0)), 0, std::move(reason));
  }
  TestResult result = start(method, successes, trials, ci_level, alternative);
  const double z = normal_upper_quantile(side_tail(ci_level, alternative));
  const auto x = static_cast<double>(successes);
  const auto n = static_cast<double>(trials);
  result.ci_low = alternative == Alternative::less ? 0.0 : wilson_low(x, n, z);
  // The upper bound for successes is one less the lower bound for failures; written out, it adds positive
  // terms only.
  const double z2 = z * z;
  const double root = z * std::sqrt(z2 + 4.0 * x * (n - x) / n);
  result.ci_high = alternative == Alternative::greater || (z > 0.0 && successes == trials)
                       ? 1.0
                       : (2.0 * x + z2 + root) / (2.0 * (n + z2));
  return result;
}

}  // namespace azoo::statistics
