// Rotations as unit quaternions and rigid motions x -> R x + t. A pose of a ligand is such a motion of the
// coordinates as read, the receptor standing still.
#pragma once

#include <array>  // for array
#include <span>   // for span

#include "docking/vector3.hpp"  // for Vector3

namespace azoo::docking {

// w + xi + yj + zk, of unit length; q and -q are the same rotation.
struct Quaternion {
  double w = 1.0;
  double x = 0.0;
  double y = 0.0;
  double z = 0.0;
};

[[nodiscard]] Quaternion normalised(const Quaternion& q) noexcept;                    // w >= 0
[[nodiscard]] Quaternion product(const Quaternion& a, const Quaternion& b) noexcept;  // first b, then a
[[nodiscard]] constexpr Quaternion conjugate(const Quaternion& q) noexcept {
  return {q.w, -q.x, -q.y, -q.z};
}
// The rotation by |v| radians about v.
[[nodiscard]] Quaternion rotation_about(const Vector3& v) noexcept;
// The angle between two rotations, in radians, 0 to pi.
[[nodiscard]] double angle_between(const Quaternion& a, const Quaternion& b) noexcept;

// Rows of the rotation matrix.
struct RotationMatrix {
  std::array<Vector3, 3> rows{Vector3{1, 0, 0}, Vector3{0, 1, 0}, Vector3{0, 0, 1}};
  [[nodiscard]] constexpr Vector3 operator*(const Vector3& v) const noexcept {
    return {dot(rows[0], v), dot(rows[1], v), dot(rows[2], v)};
  }
};

[[nodiscard]] RotationMatrix matrix_of(const Quaternion& q) noexcept;
// For a proper rotation matrix (rows orthonormal, determinant 1).
[[nodiscard]] Quaternion quaternion_of(const RotationMatrix& matrix) noexcept;

struct RigidMotion {
  Quaternion rotation;
  Vector3 shift_A;
};

[[nodiscard]] Vector3 moved(const RigidMotion& motion, const Vector3& point) noexcept;
[[nodiscard]] RigidMotion inverse(const RigidMotion& motion) noexcept;
[[nodiscard]] RigidMotion compose(const RigidMotion& last, const RigidMotion& first) noexcept;

// The motion of `from` that brings it nearest to `to`, point by point, in least squares; at least three
// points, equally many. Kabsch's problem solved for the quaternion as Horn (J Opt Soc Am A 1987,
// doi 10.1364/JOSAA.4.000629).
[[nodiscard]] RigidMotion superposition(std::span<const Vector3> from, std::span<const Vector3> to);

}  // namespace azoo::docking
