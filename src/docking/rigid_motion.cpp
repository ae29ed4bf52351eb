#include "docking/rigid_motion.hpp"

#include <algorithm>  // for min, max
#include <cmath>      // for sqrt, sin, cos, acos, hypot
#include <stdexcept>  // for logic_error

namespace azoo::docking {

Quaternion normalised(const Quaternion& q) noexcept {
  const double norm = std::sqrt(q.w * q.w + q.x * q.x + q.y * q.y + q.z * q.z);
  const double factor = (q.w < 0.0 ? -1.0 : 1.0) / norm;
  return {factor * q.w, factor * q.x, factor * q.y, factor * q.z};
}

Quaternion product(const Quaternion& a, const Quaternion& b) noexcept {
  return {a.w * b.w - a.x * b.x - a.y * b.y - a.z * b.z, a.w * b.x + a.x * b.w + a.y * b.z - a.z * b.y,
          a.w * b.y - a.x * b.z + a.y * b.w + a.z * b.x, a.w * b.z + a.x * b.y - a.y * b.x + a.z * b.w};
}

Quaternion rotation_about(const Vector3& v) noexcept {
  const double angle = length(v);
  // sin(a/2)/a for small angles by its series: no division by nothing.
  const double factor = angle < 1e-8 ? 0.5 - angle * angle / 48.0 : std::sin(0.5 * angle) / angle;
  return {std::cos(0.5 * angle), factor * v.x, factor * v.y, factor * v.z};
}

double angle_between(const Quaternion& a, const Quaternion& b) noexcept {
  const double d = std::abs(a.w * b.w + a.x * b.x + a.y * b.y + a.z * b.z);
  return 2.0 * std::acos(std::min(1.0, d));
}

RotationMatrix matrix_of(const Quaternion& q) noexcept {
  const double w = q.w, x = q.x, y = q.y, z = q.z;
  return {{Vector3{1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)},
           Vector3{2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)},
           Vector3{2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)}}};
}

Quaternion quaternion_of(const RotationMatrix& matrix) noexcept {
  const Vector3& a = matrix.rows[0];
  const Vector3& b = matrix.rows[1];
  const Vector3& c = matrix.rows[2];
  // The largest of the four components is found from the diagonal, the rest from it: no small divisor.
  const double ww = 1 + a.x + b.y + c.z;
  const double xx = 1 + a.x - b.y - c.z;
  const double yy = 1 - a.x + b.y - c.z;
  const double zz = 1 - a.x - b.y + c.z;
  const double most = std::max({ww, xx, yy, zz});
  if (most == ww) return normalised({ww, c.y - b.z, a.z - c.x, b.x - a.y});
  if (most == xx) return normalised({c.y - b.z, xx, b.x + a.y, a.z + c.x});
  if (most == yy) return normalised({a.z - c.x, b.x + a.y, yy, c.y + b.z});
  return normalised({b.x - a.y, a.z + c.x, c.y + b.z, zz});
}

Vector3 moved(const RigidMotion& motion, const Vector3& point) noexcept {
  return matrix_of(motion.rotation) * point + motion.shift_A;
}

RigidMotion inverse(const RigidMotion& motion) noexcept {
  const Quaternion back = conjugate(motion.rotation);
  return {back, -1.0 * (matrix_of(back) * motion.shift_A)};
}

RigidMotion compose(const RigidMotion& last, const RigidMotion& first) noexcept {
  return {product(last.rotation, first.rotation), moved(last, first.shift_A)};
}

namespace {

using Matrix4 = std::array<std::array<double, 4>, 4>;

// Horn 1987, the symmetric matrix whose leading eigenvector is the rotation.
Matrix4 horn_matrix(std::span<const Vector3> from, std::span<const Vector3> to, const Vector3& from_centre,
                    const Vector3& to_centre) {
  std::array<std::array<double, 3>, 3> s{};
  for (std::size_t i = 0; i < from.size(); ++i) {
    const Vector3 a = from[i] - from_centre;
    const Vector3 b = to[i] - to_centre;
    const std::array<double, 3> left{a.x, a.y, a.z};
    const std::array<double, 3> right{b.x, b.y, b.z};
    for (std::size_t r = 0; r < 3; ++r)
      for (std::size_t c = 0; c < 3; ++c) s[r][c] += left[r] * right[c];
  }
  return {{{s[0][0] + s[1][1] + s[2][2], s[1][2] - s[2][1], s[2][0] - s[0][2], s[0][1] - s[1][0]},
           {s[1][2] - s[2][1], s[0][0] - s[1][1] - s[2][2], s[0][1] + s[1][0], s[2][0] + s[0][2]},
           {s[2][0] - s[0][2], s[0][1] + s[1][0], s[1][1] - s[0][0] - s[2][2], s[1][2] + s[2][1]},
           {s[0][1] - s[1][0], s[2][0] + s[0][2], s[1][2] + s[2][1], s[2][2] - s[0][0] - s[1][1]}}};
}

// One Jacobi rotation that empties m[p][q]; the columns of v follow.
void empty_entry(Matrix4& m, Matrix4& v, std::size_t p, std::size_t q) {
  if (m[p][q] == 0.0) return;
  const double theta = 0.5 * (m[q][q] - m[p][p]) / m[p][q];
  const double t = (theta < 0 ? -1.0 : 1.0) / (std::abs(theta) + std::hypot(theta, 1.0));
  const double c = 1.0 / std::hypot(t, 1.0);
  const double s = t * c;
  for (std::size_t k = 0; k < 4; ++k) {
    const double a = m[k][p], b = m[k][q];
    m[k][p] = c * a - s * b;
    m[k][q] = s * a + c * b;
  }
  for (std::size_t k = 0; k < 4; ++k) {
    const double a = m[p][k], b = m[q][k];
    m[p][k] = c * a - s * b;
    m[q][k] = s * a + c * b;
  }
  for (std::size_t k = 0; k < 4; ++k) {
    const double a = v[k][p], b = v[k][q];
    v[k][p] = c * a - s * b;
    v[k][q] = s * a + c * b;
  }
}

Quaternion leading_eigenvector(Matrix4 m) {
  Matrix4 v{};
  for (std::size_t k = 0; k < 4; ++k) v[k][k] = 1.0;
  for (int sweep = 0; sweep < 12; ++sweep)
    for (std::size_t p = 0; p < 3; ++p)
      for (std::size_t q = p + 1; q < 4; ++q) empty_entry(m, v, p, q);
  std::size_t best = 0;
  for (std::size_t k = 1; k < 4; ++k)
    if (m[k][k] > m[best][best]) best = k;
  return normalised({v[0][best], v[1][best], v[2][best], v[3][best]});
}

Vector3 centre_of(std::span<const Vector3> points) {
  Vector3 sum;
  for (const Vector3& p : points) sum = sum + p;
  return (1.0 / static_cast<double>(points.size())) * sum;
}

}  // namespace

RigidMotion superposition(std::span<const Vector3> from, std::span<const Vector3> to) {
  if (from.size() != to.size() || from.empty())
    throw std::logic_error("superposition of unequal point lists");
  const Vector3 from_centre = centre_of(from);
  const Vector3 to_centre = centre_of(to);
  const Quaternion q = leading_eigenvector(horn_matrix(from, to, from_centre, to_centre));
  return {q, to_centre - matrix_of(q) * from_centre};
}

}  // namespace azoo::docking
