#include "docking/rotation_set.hpp"

#include <cmath>    // for sqrt, sin, cos
#include <numbers>  // for pi, sqrt2

namespace azoo::docking {
namespace {

// The positive root of x^4 = x + 4 (Alexa 2022).
constexpr double psi = 1.533751168755204288118041413;

}  // namespace

std::vector<Quaternion> even_rotations(std::size_t count) {
  std::vector<Quaternion> rotations;
  rotations.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const double s = static_cast<double>(i) + 0.5;
    const double t = s / static_cast<double>(count);
    const double inner = std::sqrt(t);
    const double outer = std::sqrt(1.0 - t);
    const double alpha = 2.0 * std::numbers::pi * s / std::numbers::sqrt2;
    const double beta = 2.0 * std::numbers::pi * s / psi;
    rotations.push_back(normalised(
        {outer * std::cos(beta), inner * std::sin(alpha), inner * std::cos(alpha), outer * std::sin(beta)}));
  }
  return rotations;
}

std::vector<Quaternion> rotations_near(const std::vector<Quaternion>& fine,
                                       const std::vector<Quaternion>& chosen, double reach_rad) {
  // The angle is 2 acos |a.b|, so the nearness is a bound on |a.b|.
  const double least = std::cos(0.5 * reach_rad);
  std::vector<Quaternion> near;
  for (const Quaternion& q : fine) {
    for (const Quaternion& c : chosen) {
      if (std::abs(q.w * c.w + q.x * c.x + q.y * c.y + q.z * c.z) < least) continue;
      near.push_back(q);
      break;
    }
  }
  return near;
}

}  // namespace azoo::docking
