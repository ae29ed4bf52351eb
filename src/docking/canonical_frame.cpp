#include "docking/canonical_frame.hpp"

#include <Eigen/Eigenvalues>  // for SelfAdjointEigenSolver

namespace azoo::docking {
namespace {

Vector3 pointing_to_the_heavy_side(std::span<const Vector3> positions_A, const Vector3& centre, Vector3 axis) {
  double third = 0.0;
  for (const Vector3& p : positions_A) {
    const double along = dot(axis, p - centre);
    third += along * along * along;
  }
  return third < 0.0 ? -1.0 * axis : axis;
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
  const Vector3 first = pointing_to_the_heavy_side(positions_A, centre, axis(2));
  const Vector3 second = pointing_to_the_heavy_side(positions_A, centre, axis(1));
  const RotationMatrix rows{{first, second, cross(first, second)}};
  const Quaternion q = quaternion_of(rows);
  return {q, -1.0 * (matrix_of(q) * centre)};
}

}  // namespace azoo::docking
