// A point or direction in space, in ångström where it is a position.
#pragma once

#include <cmath>  // for sqrt

namespace azoo::docking {

struct Vector3 {
  double x = 0.0;
  double y = 0.0;
  double z = 0.0;
  friend constexpr bool operator==(const Vector3&, const Vector3&) = default;
};

[[nodiscard]] constexpr Vector3 operator+(const Vector3& a, const Vector3& b) noexcept {
  return {a.x + b.x, a.y + b.y, a.z + b.z};
}
[[nodiscard]] constexpr Vector3 operator-(const Vector3& a, const Vector3& b) noexcept {
  return {a.x - b.x, a.y - b.y, a.z - b.z};
}
[[nodiscard]] constexpr Vector3 operator*(double factor, const Vector3& a) noexcept {
  return {factor * a.x, factor * a.y, factor * a.z};
}
[[nodiscard]] constexpr double dot(const Vector3& a, const Vector3& b) noexcept {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}
[[nodiscard]] constexpr Vector3 cross(const Vector3& a, const Vector3& b) noexcept {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
[[nodiscard]] inline double length(const Vector3& a) noexcept {
  return std::sqrt(dot(a, a));
}
[[nodiscard]] constexpr double squared_distance(const Vector3& a, const Vector3& b) noexcept {
  const Vector3 d = a - b;
  return dot(d, d);
}

}  // namespace azoo::docking
