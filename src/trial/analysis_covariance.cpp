#include "trial/analysis_covariance.hpp"

#include <algorithm>  // for max, min
#include <cmath>      // for abs, sqrt
#include <limits>     // for epsilon
#include <string>
#include <vector>

#include "statistics/distributions.hpp"
#include "statistics/moments.hpp"

namespace azoo::trial {

using statistics::TestResult;

namespace {

constexpr const char* method = "analysis of covariance";

// Means and sums of squares and products about them.
struct ArmSums {
  double n = 0.0;
  double mean_x = 0.0, mean_y = 0.0;
  double xx = 0.0, xy = 0.0, yy = 0.0;
  double largest = 0.0;  // absolute value of a baseline or final value
};

ArmSums sums_of(const BaselineAndFinal& arm) {
  ArmSums sums{.n = static_cast<double>(arm.final.size()),
               .mean_x = statistics::moments(arm.baseline).mean,
               .mean_y = statistics::moments(arm.final).mean};
  std::vector<double> xx, xy, yy;
  for (std::size_t i = 0; i < arm.final.size(); ++i) {
    const double dx = arm.baseline[i] - sums.mean_x;
    const double dy = arm.final[i] - sums.mean_y;
    xx.push_back(dx * dx);
    xy.push_back(dx * dy);
    yy.push_back(dy * dy);
    sums.largest = std::max({sums.largest, std::abs(arm.baseline[i]), std::abs(arm.final[i])});
  }
  sums.xx = statistics::compensated_sum(xx);
  sums.xy = statistics::compensated_sum(xy);
  sums.yy = statistics::compensated_sum(yy);
  return sums;
}

}  // namespace

TestResult covariance_analysis(const BaselineAndFinal& first, const BaselineAndFinal& second,
                               double ci_level) {
  const std::size_t n1 = first.final.size();
  const std::size_t n2 = second.final.size();
  const auto refuse = [&](const char* reason) { return statistics::refused(method, n1, n2, reason); };
  if (n1 < 2 || n2 < 2) return refuse("needs at least 2 men in each arm");
  const ArmSums a = sums_of(first);
  const ArmSums b = sums_of(second);
  const double df = a.n + b.n - 3.0;
  const double largest = std::max(a.largest, b.largest);
  const double rounding = 10.0 * std::numeric_limits<double>::epsilon() * largest;
  const double xx = a.xx + b.xx;
  if (!(std::sqrt(xx / (df + 1.0)) > rounding)) return refuse("baseline does not vary within the arms");
  const double slope = (a.xy + b.xy) / xx;
  const double residual = std::max(0.0, a.yy + b.yy - slope * (a.xy + b.xy));
  const double variance = residual / df;
  const double gap = a.mean_x - b.mean_x;
  const double se = std::sqrt(variance * (1.0 / a.n + 1.0 / b.n + gap * gap / xx));
  // The residual is a difference: below the rounding of its terms nothing is left to judge by.
  if (!(residual > 100.0 * std::numeric_limits<double>::epsilon() * (a.yy + b.yy)) || !(se > rounding)) {
    return refuse("final values follow baseline exactly or vary by rounding only");
  }
  TestResult result;
  result.method = method;
  result.n1 = n1;
  result.n2 = n2;
  result.estimate = a.mean_y - b.mean_y - slope * gap;
  result.df = df;
  result.statistic = result.estimate / se;
  result.p = std::min(1.0, 2.0 * statistics::t_upper_tail(std::abs(result.statistic), df));
  const double half_width = statistics::t_upper_quantile((1.0 - ci_level) / 2.0, df) * se;
  result.ci_low = result.estimate - half_width;
  result.ci_high = result.estimate + half_width;
  result.ci_level = ci_level;
  return result;
}

}  // namespace azoo::trial
