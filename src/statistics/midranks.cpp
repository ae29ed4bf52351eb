#include "statistics/midranks.hpp"

#include <algorithm>  // for sort, max
#include <cmath>      // for abs
#include <limits>     // for epsilon
#include <numeric>    // for iota

namespace azoo::statistics {

double Midranks::tie_correction() const {
  double sum = 0.0;
  for (const std::size_t size : tie_sizes) {
    const auto t = static_cast<double>(size);
    sum += t * t * t - t;
  }
  return sum;
}

Midranks midranks(std::span<const double> values, std::span<const double> tolerances) {
  const auto tolerance = [&](std::size_t i) { return tolerances.empty() ? 0.0 : tolerances[i]; };
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });

  Midranks result;
  result.doubled.resize(values.size());
  std::size_t begin = 0;
  while (begin < order.size()) {
    std::size_t end = begin + 1;
    while (end < order.size() && values[order[end]] - values[order[end - 1]] <=
                                     std::max(tolerance(order[end]), tolerance(order[end - 1]))) {
      ++end;
    }
    // Ranks begin+1 ... end share their mean, (begin + 1 + end) / 2.
    for (std::size_t i = begin; i < end; ++i) {
      result.doubled[order[i]] = static_cast<std::int64_t>(begin + 1 + end);
    }
    if (end - begin > 1) result.tie_sizes.push_back(end - begin);
    begin = end;
  }
  return result;
}

double subtraction_tolerance(double a, double b) {
  // Half a unit in the last place from reading each operand and from the subtraction, on both results
  // compared, with room to spare; a real difference between measured values is never this small.
  return 4.0 * std::numeric_limits<double>::epsilon() * (std::abs(a) + std::abs(b));
}

}  // namespace azoo::statistics
