// The distribution functions the procedures need, each with its own upper tail so that no p-value is ever
// formed as one minus a number near one. Boost.Math computes them; this header keeps its templates out of
// every other file.
#pragma once

namespace azoo::statistics {

// P(T > t), Student's t with df > 0 degrees of freedom.
[[nodiscard]] double t_upper_tail(double t, double df);
// The t with P(T > t) = tail, 0 < tail < 1.
[[nodiscard]] double t_upper_quantile(double tail, double df);

// P(Z > z), standard normal.
[[nodiscard]] double normal_upper_tail(double z);
// The z with P(Z > z) = tail, 0 < tail < 1.
[[nodiscard]] double normal_upper_quantile(double tail);

// P(X > x), chi-squared with df > 0 degrees of freedom, x >= 0.
[[nodiscard]] double chi_squared_upper_tail(double x, double df);

// The x with I_x(a, b) = probability, and the x with 1 - I_x(a, b) = tail; a, b > 0.
[[nodiscard]] double beta_quantile(double probability, double a, double b);
[[nodiscard]] double beta_upper_quantile(double tail, double a, double b);

}  // namespace azoo::statistics
