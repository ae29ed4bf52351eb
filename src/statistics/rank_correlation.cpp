#include "statistics/rank_correlation.hpp"

#include <cmath>   // for sqrt, isnan
#include <vector>  // for vector

#include "statistics/midranks.hpp"

namespace azoo::statistics {

RankCorrelation spearman(std::span<const double> x, std::span<const double> y) {
  std::vector<double> left;
  std::vector<double> right;
  for (std::size_t i = 0; i < x.size() && i < y.size(); ++i) {
    if (std::isnan(x[i]) || std::isnan(y[i])) continue;
    left.push_back(x[i]);
    right.push_back(y[i]);
  }
  RankCorrelation result;
  result.n = left.size();
  if (result.n < 3) return result;
  const Midranks a = midranks(left);
  const Midranks b = midranks(right);
  // Ranks less their mean, doubled: whole numbers, so that the sums are exact.
  const auto mean = static_cast<double>(result.n + 1);
  double product = 0.0;
  double square_a = 0.0;
  double square_b = 0.0;
  for (std::size_t i = 0; i < result.n; ++i) {
    const double da = static_cast<double>(a.doubled[i]) - mean;
    const double db = static_cast<double>(b.doubled[i]) - mean;
    product += da * db;
    square_a += da * da;
    square_b += db * db;
  }
  if (square_a > 0.0 && square_b > 0.0) result.rho = product / std::sqrt(square_a * square_b);
  return result;
}

}  // namespace azoo::statistics
