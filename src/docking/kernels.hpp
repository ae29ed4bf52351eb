// The kernels of the score as functions of the squared distance: smooth, without a root, nothing beyond their
// reach.
#pragma once

#include <span>  // for span

#include "docking/score_model.hpp"  // for Step

namespace azoo::docking {

// A kernel with its derivative by r^2.
struct KernelValue {
  double value = 0.0;
  double slope = 0.0;
  constexpr void add(double weight, const KernelValue& other) noexcept {
    value += weight * other.value;
    slope += weight * other.slope;
  }
};

// 1 below near, 0 beyond far, between them 1 - u^2 (3 - 2u) in the squared distance.
[[nodiscard]] constexpr KernelValue fall_off_at(double r2, double near2, double far2) noexcept {
  if (r2 <= near2) return {1.0, 0.0};
  if (r2 >= far2) return {};
  const double u = (r2 - near2) / (far2 - near2);
  return {1.0 - u * u * (3.0 - 2.0 * u), -6.0 * u * (1.0 - u) / (far2 - near2)};
}
[[nodiscard]] constexpr double fall_off(double r2, double near2, double far2) noexcept {
  return fall_off_at(r2, near2, far2).value;
}

// The sum of the steps.
[[nodiscard]] inline double steps_at(double r2, std::span<const Step> steps) noexcept {
  double sum = 0.0;
  for (const Step& step : steps)
    sum += step.share * fall_off(r2, step.near_A * step.near_A, step.far_A * step.far_A);
  return sum;
}

// (1 - r^2/a^2)^2 within a.
[[nodiscard]] constexpr KernelValue soft_core_at(double r2, double reach2) noexcept {
  if (r2 >= reach2) return {};
  const double v = 1.0 - r2 / reach2;
  return {v * v, -2.0 * v / reach2};
}
[[nodiscard]] constexpr double soft_core(double r2, double reach2) noexcept {
  return soft_core_at(r2, reach2).value;
}

// Coulomb with a dielectric that grows with the distance, so 1/r^2, blunted at short range and led to nothing
// at the reach. The form of Warshel and others (epsilon = 4 r; Q Rev Biophys 1984,
// doi 10.1017/S0033583500005333), its constant left to the weight.
[[nodiscard]] constexpr KernelValue damped_coulomb_at(double r2, double core2, double reach2) noexcept {
  if (r2 >= reach2) return {};
  const double v = 1.0 - r2 / reach2;
  const double value = v * v / (r2 + core2);
  return {value, -(2.0 * v / reach2 + value) / (r2 + core2)};
}
[[nodiscard]] constexpr double damped_coulomb(double r2, double core2, double reach2) noexcept {
  return damped_coulomb_at(r2, core2, reach2).value;
}

}  // namespace azoo::docking
