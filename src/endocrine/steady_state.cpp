#include "endocrine/steady_state.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <utility>

namespace azoo::endocrine {

namespace {

using Matrix = std::array<AxisVector, axis_size>;  // rows

// Solves a x = b in place by elimination with row pivoting; the matrix is destroyed.
bool solve_in_place(Matrix& a, AxisVector& b) noexcept {
  for (std::size_t k = 0; k < axis_size; ++k) {
    std::size_t pivot = k;
    for (std::size_t i = k + 1; i < axis_size; ++i) {
      if (std::fabs(a[i][k]) > std::fabs(a[pivot][k])) pivot = i;
    }
    if (!(std::fabs(a[pivot][k]) > 0.0)) return false;
    std::swap(a[k], a[pivot]);
    std::swap(b[k], b[pivot]);
    for (std::size_t i = k + 1; i < axis_size; ++i) {
      const double factor = a[i][k] / a[k][k];
      if (factor == 0.0) continue;
      for (std::size_t j = k + 1; j < axis_size; ++j) a[i][j] -= factor * a[k][j];
      b[i] -= factor * b[k];
    }
  }
  for (std::size_t k = axis_size; k-- > 0;) {
    for (std::size_t j = k + 1; j < axis_size; ++j) b[k] -= a[k][j] * b[j];
    b[k] /= a[k][k];
  }
  return true;
}

// 1/dt - d(rates)/d(state) by forward differences.
Matrix step_matrix(const AxisVector& y, const AxisVector& rate, double dt_d, const AxisConstants& c,
                   const AxisInput& input) {
  Matrix matrix;
  for (std::size_t j = 0; j < axis_size; ++j) {
    AxisVector shifted = y;
    const double shift = 1e-7 * std::max(std::fabs(y[j]), 1e-3);
    shifted[j] += shift;
    const AxisVector moved = axis_rates(shifted, c, input, DrugLevels{});
    for (std::size_t i = 0; i < axis_size; ++i) matrix[i][j] = -(moved[i] - rate[i]) / shift;
    matrix[j][j] += 1.0 / dt_d;
  }
  return matrix;
}

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
    Matrix matrix = step_matrix(y, change, dt_d, c, input);
    if (!solve_in_place(matrix, change))
      throw std::runtime_error("the hormone axis has a singular steady state");
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
