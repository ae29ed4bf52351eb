#include "docking/canonical_frame.hpp"

#include <Eigen/Eigenvalues>  // for SelfAdjointEigenSolver
#include <algorithm>          // for max, min_element
#include <array>              // for array
#include <cmath>              // for abs, sqrt

namespace azoo::docking {
namespace {

struct Axis {
  Vector3 direction;           // to the heavy side: the third moment along it is not negative
  double one_sidedness = 0.0;  // the third moment over the second to the power of 3/2: of no unit
};

Axis towards_the_heavy_side(std::span<const Vector3> positions_A, const Vector3& centre,
                            const Vector3& direction) {
  double second = 0.0, third = 0.0;
  for (const Vector3& p : positions_A) {
    const double along = dot(direction, p - centre);
    second += along * along;
    third += along * along * along;
  }
  const double size = std::max(1e-12, second * std::sqrt(second));
  return {third < 0.0 ? -1.0 * direction : direction, std::abs(third) / size};
}

}  // namespace

RigidMotion canonical_frame(std::span<const Vector3> positions_A) {
  if (positions_A.empty()) return {};
  Vector3 centre;
  for (const Vector3& p : positions_A) centre = centre + p;
  centre = (1.0 / static_cast<double>(positions_A.size())) * centre;
  Eigen::Matrix3d spread = Eigen::Matrix3d::Zero();
  for (const Vector3& p : positions_A) {
    const Vector3 d = p - centre;
    const Eigen::Vector3d v(d.x, d.y, d.z);
    spread += v * v.transpose();
  }
  const Eigen::SelfAdjointEigenSolver<Eigen::Matrix3d> solver(spread);
  const auto axis = [&](int column) {
    const auto v = solver.eigenvectors().col(column);
    return Vector3{v(0), v(1), v(2)};
  };
  std::array<Axis, 3> axes;
  for (int k = 0; k < 3; ++k)
    axes[static_cast<std::size_t>(k)] = towards_the_heavy_side(positions_A, centre, axis(2 - k));
  // Two axes settle the third. That is the one that says least of its own: along it a symmetric molecule has
  // no heavy side, and a rounding error would choose.
  const auto settled = static_cast<std::size_t>(
      std::min_element(axes.begin(), axes.end(),
                       [](const Axis& a, const Axis& b) { return a.one_sidedness < b.one_sidedness; }) -
      axes.begin());
  axes[settled].direction = cross(axes[(settled + 1) % 3].direction, axes[(settled + 2) % 3].direction);
  const RotationMatrix rows{{axes[0].direction, axes[1].direction, axes[2].direction}};
  const Quaternion q = quaternion_of(rows);
  return {q, -1.0 * (matrix_of(q) * centre)};
}

}  // namespace azoo::docking
