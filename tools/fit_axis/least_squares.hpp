// Levenberg-Marquardt for small, underdetermined problems (Marquardt 1963, doi:10.1137/0111030): derivatives
// by forward differences, damping by the diagonal. Deterministic.
#pragma once

#include <functional>  // for function
#include <vector>      // for vector

namespace azoo::fit {

using Vector = std::vector<double>;
using Residuals = std::function<Vector(const Vector&)>;

struct LeastSquaresOptions {
  int most_iterations = 25;
  double difference = 1e-2;  // step of the forward differences
  double enough = 1e-3;      // relative decrease below which the search ends
};

// The best point found from `start`.
[[nodiscard]] Vector least_squares(const Residuals& residuals, Vector start,
                                   const LeastSquaresOptions& options = {});

[[nodiscard]] double sum_of_squares(const Vector& values);

}  // namespace azoo::fit
