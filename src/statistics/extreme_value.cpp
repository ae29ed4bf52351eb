#include "statistics/extreme_value.hpp"

#include <cmath>
#include <limits>
#include <numbers>

namespace azoo::statistics {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

// The reduced variate y of the value: P(X <= x) = exp(-exp(-y)).
double variate_of(const ExtremeValue& law, double x) {
  const double z = (x - law.location) / law.scale;
  if (1.0 + law.shape * z <= 0.0) return law.shape > 0.0 ? -infinity : infinity;
  return law.shape == 0.0 ? z : reduced_variate(z, law.shape).value;
}

// The value whose reduced variate is y: (exp(shape y) - 1) / shape.
double value_at(const ExtremeValue& law, double y) {
  return law.location + law.scale * (law.shape == 0.0 ? y : std::expm1(law.shape * y) / law.shape);
}

}  // namespace

ReducedVariate reduced_variate(double z, double shape) {
  const double product = shape * z;
  constexpr double series_below = 0.05;
  if (std::abs(product) < series_below) {
    // sum over k of (-shape)^k z^(k+1) / (k+1); the first term left out is below 1e-18 of the sum.
    constexpr int terms = 14;
    ReducedVariate r;
    double power = z;     // (-shape)^k z^(k+1)
    double first = 0.0;   // d power / d shape
    double second = 0.0;  // d^2 power / d shape^2
    for (int k = 0; k < terms; ++k) {
      r.value += power / (k + 1);
      r.by_shape += first / (k + 1);
      r.by_shape_twice += second / (k + 1);
      second = -z * (2.0 * first + shape * second);
      first = -z * (power + shape * first);
      power *= -product;
    }
    return r;
  }
  const double t = 1.0 + product;
  ReducedVariate r;
  r.value = std::log1p(product) / shape;
  r.by_shape = (z / t - r.value) / shape;
  r.by_shape_twice = -(z * z / (t * t) + 2.0 * r.by_shape) / shape;
  return r;
}

double ExtremeValue::intensity(double x) const {
  return std::exp(-variate_of(*this, x));
}

double ExtremeValue::log_density(double x) const {
  const double y = variate_of(*this, x);
  if (!std::isfinite(y)) return std::isnan(y) ? y : -infinity;
  return -std::log(scale) - (1.0 + shape) * y - std::exp(-y);
}

double ExtremeValue::distribution(double x) const {
  return std::exp(-intensity(x));
}

double ExtremeValue::upper_tail(double x) const {
  return -std::expm1(-intensity(x));
}

double ExtremeValue::log_upper_tail(double x) const {
  const double y = variate_of(*this, x);
  const double w = std::exp(-y);
  // log(1 - exp(-w)): -y - w/2 where w^2/24 is below the last digit, else by the smaller of the two tails.
  constexpr double small = 1e-8;
  if (w < small) return -y - w / 2.0;
  return w > std::numbers::ln2 ? std::log1p(-std::exp(-w)) : std::log(-std::expm1(-w));
}

double ExtremeValue::quantile(double probability) const {
  if (!(probability > 0.0 && probability < 1.0)) return std::nan("");
  return value_at(*this, -std::log(-std::log(probability)));
}

double ExtremeValue::upper_quantile(double tail) const {
  if (!(tail > 0.0 && tail < 1.0)) return std::nan("");
  return value_at(*this, -std::log(-std::log1p(-tail)));
}

double ExtremeValue::mean() const {
  if (shape >= 1.0) return infinity;
  if (shape == 0.0) return location + scale * std::numbers::egamma;
  return location + scale * (std::tgamma(1.0 - shape) - 1.0) / shape;
}

double ExtremeValue::standard_deviation() const {
  if (shape >= 0.5) return infinity;
  if (shape == 0.0) return scale * std::numbers::pi / std::sqrt(6.0);
  const double g1 = std::tgamma(1.0 - shape);
  const double g2 = std::tgamma(1.0 - 2.0 * shape);
  return scale * std::sqrt(g2 - g1 * g1) / std::abs(shape);
}

}  // namespace azoo::statistics
