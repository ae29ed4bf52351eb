#include "statistics/moments.hpp"

#include <algorithm>  // for max
#include <cmath>      // for frexp, ldexp, sqrt
#include <limits>     // for quiet_NaN
#include <vector>     // for the scaled copy

namespace azoo::statistics {

namespace {

class CompensatedSum {
 public:
  void add(double term) {
    const double next = sum_ + term;
    lost_ += std::abs(sum_) >= std::abs(term) ? (sum_ - next) + term : (term - next) + sum_;
    sum_ = next;
  }
  [[nodiscard]] double value() const { return sum_ + lost_; }

 private:
  double sum_ = 0.0;
  double lost_ = 0.0;
};

}  // namespace

double compensated_sum(std::span<const double> values) {
  CompensatedSum sum;
  for (const double value : values) sum.add(value);
  return sum.value();
}

Moments moments(std::span<const double> values) {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  Moments result{values.size(), nan, nan};
  if (values.empty()) return result;
  double largest = 0.0;
  for (const double value : values) largest = std::max(largest, std::abs(value));
  int exponent = 0;
  std::frexp(largest, &exponent);

  std::vector<double> scaled(values.begin(), values.end());
  for (double& value : scaled) value = std::ldexp(value, -exponent);
  const auto n = static_cast<double>(scaled.size());
  const double mean = compensated_sum(scaled) / n;
  result.mean = std::ldexp(mean, exponent);
  if (scaled.size() < 2) return result;

  double spread = 0.0;
  for (double& value : scaled) {
    value -= mean;
    spread = std::max(spread, std::abs(value));
  }
  // A second power of two for the deviations: they may be far smaller than the values.
  int spread_exponent = 0;
  std::frexp(spread, &spread_exponent);
  CompensatedSum squares;
  CompensatedSum residual;
  for (const double value : scaled) {
    const double deviation = std::ldexp(value, -spread_exponent);
    squares.add(deviation * deviation);
    residual.add(deviation);
  }
  const double sum_of_squares = squares.value() - residual.value() * residual.value() / n;
  result.sd = std::ldexp(std::sqrt(std::max(sum_of_squares, 0.0) / (n - 1.0)), exponent + spread_exponent);
  return result;
}

}  // namespace azoo::statistics
