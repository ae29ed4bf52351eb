#include "statistics/summary.hpp"

#include <algorithm>  // for sort, all_of
#include <cmath>      // for floor, isfinite
#include <vector>     // for the sorted copy

#include "statistics/input_check.hpp"
#include "statistics/moments.hpp"
#include "statistics/t_test.hpp"

namespace azoo::statistics {

namespace {

double sorted_quantile(std::span<const double> sorted, double probability) {
  const double position = static_cast<double>(sorted.size() - 1) * probability;
  const double below = std::floor(position);
  const auto index = static_cast<std::size_t>(below);
  const double fraction = position - below;
  if (fraction == 0.0 || sorted[index] == sorted[index + 1]) return sorted[index];
  // Weights rather than a difference: the difference of two huge values overflows.
  return (1.0 - fraction) * sorted[index] + fraction * sorted[index + 1];
}

}  // namespace

double quantile_type7(std::span<const double> values, double probability) {
  if (values.empty() || !(probability >= 0.0 && probability <= 1.0)) return TestResult::none;
  if (!check_finite(values, "").empty()) return TestResult::none;
  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  return sorted_quantile(sorted, probability);
}

Summary summarise(std::span<const double> values, double ci_level) {
  Summary summary;
  summary.n = values.size();
  summary.refusal = check_one_sample(values, 1, TestOptions{.ci_level = ci_level});
  if (!summary.computed()) return summary;

  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  const Moments m = moments(values);
  summary.mean = m.mean;
  summary.sd = m.sd;
  summary.se = m.sd / std::sqrt(static_cast<double>(m.n));
  summary.minimum = sorted.front();
  summary.lower_quartile = sorted_quantile(sorted, 0.25);
  summary.median = sorted_quantile(sorted, 0.5);
  summary.upper_quartile = sorted_quantile(sorted, 0.75);
  summary.maximum = sorted.back();

  const TestResult interval = mean_t_interval(values, ci_level);
  summary.ci_low = interval.ci_low;
  summary.ci_high = interval.ci_high;
  summary.ci_level = interval.ci_level;
  if (!interval.computed()) summary.note = "no t interval: " + interval.refusal;
  return summary;
}

TestResult mean_t_interval(std::span<const double> values, double ci_level) {
  TestResult result = one_sample_t_test(values, TestOptions{.ci_level = ci_level});
  result.method = "Student's t interval of the mean";
  // An interval makes no claim about zero: the test that comes with it is left out.
  result.statistic = TestResult::none;
  result.p = TestResult::none;
  return result;
}

}  // namespace azoo::statistics
