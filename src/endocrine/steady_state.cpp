#include "endocrine/steady_state.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

#include "endocrine/axis_matrix.hpp"

namespace azoo::endocrine {

namespace {

constexpr double first_step_d = 0.25;
constexpr double step_growth = 4.0;
constexpr double longest_step_d = 1e9;
constexpr int most_steps = 200;
constexpr double converged = 1e-11;  // relative to the healthy man

}  // namespace

AxisVector steady_state(const AxisVector& guess, const AxisConstants& c, const AxisInput& input) {
  AxisVector y = guess;
  double dt_d = first_step_d;
  for (int step = 0; step < most_steps; ++step) {
    AxisVector change = axis_rates(y, c, input, DrugLevels{});
    AxisMatrix matrix = axis_jacobian(y, c, input, DrugLevels{});
    for (std::size_t i = 0; i < axis_size; ++i) {
      for (std::size_t j = 0; j < axis_size; ++j) matrix[i][j] = -matrix[i][j];
      matrix[i][i] += 1.0 / dt_d;
    }
    AxisFactors factors;
    if (!factors.factor(matrix)) throw std::runtime_error("the hormone axis has a singular steady state");
    factors.solve(change);
    double largest = 0.0;
    bool positive = true;
    for (std::size_t i = 0; i < axis_size; ++i) {
      largest = std::max(largest, std::fabs(change[i]));
      positive = positive && y[i] + change[i] >= -converged;
    }
    if (!std::isfinite(largest)) throw std::runtime_error("the hormone axis has no finite steady state");
    if (!positive && dt_d > 1e-6) {  // too long a step: concentrations cannot be negative
      dt_d /= 8.0;
      continue;
    }
    for (std::size_t i = 0; i < axis_size; ++i) y[i] = std::max(y[i] + change[i], 0.0);
    if (largest < converged && dt_d > 1e3) return y;
    dt_d = std::min(dt_d * step_growth, longest_step_d);
  }
  throw std::runtime_error("the hormone axis found no steady state within " + std::to_string(most_steps) +
                           " steps");
}

}  // namespace azoo::endocrine
