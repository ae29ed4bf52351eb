// The generalised extreme value distribution of a largest value: location, scale > 0 and shape; shape 0 is
// Gumbel's, above 0 the upper tail is heavier (Frechet), below 0 it ends (Weibull). Sign of the shape as in
// Coles 2001, An Introduction to Statistical Modeling of Extreme Values; evd of R has the same. Both tails
// keep their digits however far out they are asked for.
#pragma once

namespace azoo::statistics {

struct ExtremeValue {
  double location = 0.0;
  double scale = 1.0;
  double shape = 0.0;

  // -log P(X <= x), of which everything else is made: exp(-z) for Gumbel's. 0 above an upper end, inf below a
  // lower one.
  [[nodiscard]] double intensity(double x) const;
  [[nodiscard]] double log_density(double x) const;
  [[nodiscard]] double distribution(double x) const;    // P(X <= x)
  [[nodiscard]] double upper_tail(double x) const;      // P(X > x)
  [[nodiscard]] double log_upper_tail(double x) const;  // finite where the tail itself is below any double
  [[nodiscard]] double quantile(double probability) const;  // 0 < probability < 1
  [[nodiscard]] double upper_quantile(double tail) const;   // the x with P(X > x) = tail, 0 < tail < 1
  [[nodiscard]] double mean() const;                        // infinite from shape 1 on
  [[nodiscard]] double standard_deviation() const;          // infinite from shape 1/2 on
};

// log(1 + shape z) / shape, its first and second derivative by the shape; smooth through shape 0. Asks for
// 1 + shape z > 0.
struct ReducedVariate {
  double value = 0.0;
  double by_shape = 0.0;
  double by_shape_twice = 0.0;
};
[[nodiscard]] ReducedVariate reduced_variate(double z, double shape);

}  // namespace azoo::statistics
