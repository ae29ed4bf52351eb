#include "statistics/kolmogorov_smirnov.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace azoo::statistics {

namespace {

// Probability that the limiting statistic exceeds x: 2 sum (-1)^(k-1) exp(-2 k^2 x^2).
double exceeds(double x) {
  if (x < 0.2) return 1.0;  // to fifteen digits
  double sum = 0.0;
  double sign = 1.0;
  constexpr int most_terms = 100;
  for (int k = 1; k <= most_terms; ++k, sign = -sign) {
    const double term = std::exp(-2.0 * k * k * x * x);
    sum += sign * term;
    if (term < 1e-17) break;
  }
  return std::clamp(2.0 * sum, 0.0, 1.0);
}

}  // namespace

KolmogorovSmirnov kolmogorov_smirnov(std::vector<double> first, std::vector<double> second) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  if (first.empty() || second.empty()) return {none, none};
  std::sort(first.begin(), first.end());
  std::sort(second.begin(), second.end());
  const auto n = static_cast<double>(first.size());
  const auto m = static_cast<double>(second.size());
  double distance = 0.0;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < first.size() && j < second.size()) {
    const double at = std::min(first[i], second[j]);
    while (i < first.size() && first[i] <= at) ++i;
    while (j < second.size() && second[j] <= at) ++j;
    distance = std::max(distance, std::fabs(static_cast<double>(i) / n - static_cast<double>(j) / m));
  }
  const double root = std::sqrt(n * m / (n + m));
  return {distance, exceeds((root + 0.12 + 0.11 / root) * distance)};
}

}  // namespace azoo::statistics
