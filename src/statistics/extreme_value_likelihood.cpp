#include "statistics/extreme_value_likelihood.hpp"

#include <cmath>
#include <limits>

#include "statistics/extreme_value.hpp"  // for reduced_variate

namespace azoo::statistics {

namespace {

// Derivatives of one value's log density by location (m), log scale (s) and shape (k).
struct Derivatives {
  double value, m, s, k, mm, ms, ss, mk, sk, kk;
};

// With z = (x - location) / scale, y the reduced variate and w = exp(-y):
// log density = -log scale - (1 + shape) y - w. The derivatives by z carry those by location and scale.
Derivatives derivatives_of(double z, double log_scale, double shape) {
  const ReducedVariate y = reduced_variate(z, shape);
  const double scale = std::exp(log_scale);
  const double t = 1.0 + shape * z;
  const double w = std::exp(-y.value);
  const double by_z = (w - 1.0 - shape) / t;
  const double by_zz = (1.0 + shape) * (shape - w) / (t * t);
  const double by_zk = -(w * y.by_shape + 1.0) / t - z * by_z / t;
  Derivatives d{};
  d.value = -log_scale - (1.0 + shape) * y.value - w;
  d.m = -by_z / scale;
  d.s = -1.0 - z * by_z;
  d.k = -y.value - (1.0 + shape - w) * y.by_shape;
  d.mm = by_zz / (scale * scale);
  d.ms = (z * by_zz + by_z) / scale;
  d.ss = z * by_z + z * z * by_zz;
  d.mk = -by_zk / scale;
  d.sk = -z * by_zk;
  d.kk = -2.0 * y.by_shape - (1.0 + shape - w) * y.by_shape_twice - w * y.by_shape * y.by_shape;
  return d;
}

double linear(const std::vector<std::vector<double>>& columns, std::span<const double> coefficients,
              std::size_t row) {
  double sum = 0.0;
  for (std::size_t j = 0; j < columns.size(); ++j) sum += coefficients[j] * columns[j][row];
  return sum;
}

}  // namespace

LikelihoodAt extreme_value_likelihood(const ExtremeValueDesign& design,
                                      std::span<const double> coefficients) {
  const std::size_t p = design.location.size();
  const std::size_t q = design.log_scale.size();
  const std::size_t size = design.coefficients();
  const double shape = design.shape ? coefficients[p + q] : 0.0;
  LikelihoodAt result;
  result.gradient.assign(size, 0.0);
  result.information.assign(size * size, 0.0);
  std::vector<double> by(size);  // of the linear predictors, by each coefficient
  for (std::size_t i = 0; i < design.values.size(); ++i) {
    const double log_scale = linear(design.log_scale, coefficients.subspan(p, q), i);
    const double z =
        (design.values[i] - linear(design.location, coefficients.first(p), i)) / std::exp(log_scale);
    if (!(1.0 + shape * z > 0.0)) return {-std::numeric_limits<double>::infinity(), {}, {}};
    const Derivatives d = derivatives_of(z, log_scale, shape);
    result.value += d.value;
    for (std::size_t j = 0; j < size; ++j)
      by[j] = j < p ? design.location[j][i] : j < p + q ? design.log_scale[j - p][i] : 1.0;
    const auto part = [&](std::size_t j) { return j < p ? 0 : j < p + q ? 1 : 2; };
    const double first[3] = {d.m, d.s, d.k};
    const double second[3][3] = {{d.mm, d.ms, d.mk}, {d.ms, d.ss, d.sk}, {d.mk, d.sk, d.kk}};
    for (std::size_t j = 0; j < size; ++j) {
      result.gradient[j] += first[part(j)] * by[j];
      for (std::size_t k = 0; k < size; ++k)
        result.information[j * size + k] -= second[part(j)][part(k)] * by[j] * by[k];
    }
  }
  if (!std::isfinite(result.value)) return {-std::numeric_limits<double>::infinity(), {}, {}};
  return result;
}

}  // namespace azoo::statistics
