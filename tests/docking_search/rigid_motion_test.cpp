// Quaternions, rigid motions and superposition.
#include <gtest/gtest.h>

#include "docking/rigid_motion.hpp"
#include "docking_search/search_fixture.hpp"

namespace azoo::docking::search_tests {
namespace {

// Double precision with a dozen operations on numbers up to 100: errors of some 1e-14 each.
constexpr double rounding_A = 1e-11;

void expect_near(const Vector3& a, const Vector3& b, double tolerance = rounding_A) {
  EXPECT_NEAR(a.x, b.x, tolerance);
  EXPECT_NEAR(a.y, b.y, tolerance);
  EXPECT_NEAR(a.z, b.z, tolerance);
}

TEST(RigidMotion, a_quarter_turn_about_z_takes_x_to_y) {
  const Quaternion q = rotation_about({0, 0, std::numbers::pi / 2});
  expect_near(matrix_of(q) * Vector3{1, 0, 0}, {0, 1, 0});
  expect_near(matrix_of(q) * Vector3{0, 1, 0}, {-1, 0, 0});
  expect_near(moved({q, {1, 2, 3}}, {5, 0, 7}), {1, 7, 10});
}

TEST(RigidMotion, a_product_turns_by_its_right_factor_first) {
  const Quaternion about_z = rotation_about({0, 0, std::numbers::pi / 2});
  const Quaternion about_x = rotation_about({std::numbers::pi / 2, 0, 0});
  expect_near(matrix_of(product(about_x, about_z)) * Vector3{1, 0, 0}, {0, 0, 1});
  expect_near(matrix_of(product(about_z, about_x)) * Vector3{1, 0, 0}, {0, 1, 0});
}

TEST(RigidMotion, compose_is_one_motion_after_the_other_and_the_inverse_undoes_it) {
  Chance chance(1);
  for (int k = 0; k < 50; ++k) {
    const RigidMotion first = chance.motion(), last = chance.motion();
    const Vector3 p = chance.uniform(0, 50) * chance.direction();
    expect_near(moved(compose(last, first), p), moved(last, moved(first, p)));
    expect_near(moved(inverse(first), moved(first, p)), p);
    expect_near(moved(compose(first, inverse(first)), p), p);
  }
}

TEST(RigidMotion, a_small_turn_moves_a_point_by_the_cross_product) {
  const Vector3 v{1e-9, -2e-9, 3e-9}, p{4, 5, 6};
  // What is left out is of the order of the square of the angle.
  expect_near(matrix_of(rotation_about(v)) * p - p, cross(v, p), 1e-15);
}

TEST(RigidMotion, the_angle_between_rotations_is_that_of_the_turn_between_them) {
  Chance chance(2);
  for (const double angle : {1e-3, 0.5, 1.5, 3.1}) {
    const Quaternion q = chance.rotation();
    const Quaternion turned = product(rotation_about(angle * chance.direction()), q);
    EXPECT_NEAR(angle_between(q, turned), angle, 1e-9);
    const Quaternion minus{-turned.w, -turned.x, -turned.y, -turned.z};
    EXPECT_NEAR(angle_between(q, minus), angle, 1e-9);
  }
  EXPECT_EQ(angle_between({}, {}), 0.0);
}

TEST(RigidMotion, matrix_and_quaternion_are_the_same_rotation_half_turns_among_them) {
  Chance chance(3);
  std::vector<Quaternion> rotations{{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
  for (int k = 0; k < 40; ++k) rotations.push_back(chance.rotation());
  for (int k = 0; k < 40; ++k) rotations.push_back(rotation_about(std::numbers::pi * chance.direction()));
  for (int k = 0; k < 40; ++k)
    rotations.push_back(rotation_about((std::numbers::pi - 1e-7) * chance.direction()));
  for (const Quaternion& q : rotations) {
    const RotationMatrix matrix = matrix_of(q);
    const Quaternion back = quaternion_of(matrix);
    EXPECT_GE(back.w, 0.0);
    EXPECT_NEAR(back.w * back.w + back.x * back.x + back.y * back.y + back.z * back.z, 1.0, 1e-14);
    for (std::size_t r = 0; r < 3; ++r) expect_near(matrix_of(back).rows[r], matrix.rows[r], 1e-14);
    expect_near(cross(matrix.rows[0], matrix.rows[1]), matrix.rows[2], 1e-14);
  }
}

TEST(RigidMotion, superposition_finds_a_random_motion_again) {
  Chance chance(4);
  for (const std::size_t count : {3U, 4U, 50U})
    for (int k = 0; k < 30; ++k) {
      std::vector<Vector3> from, to;
      const RigidMotion motion = chance.motion(200.0);
      for (std::size_t i = 0; i < count; ++i) {
        from.push_back(chance.uniform(5, 30) * chance.direction());
        to.push_back(moved(motion, from.back()));
      }
      const RigidMotion found = superposition(from, to);
      // The eigenvector of sums of about 1e3 A^2; three points lie in a plane, sometimes nearly on a line.
      for (std::size_t i = 0; i < count; ++i) expect_near(moved(found, from[i]), to[i], 1e-8);
    }
}

TEST(RigidMotion, superposition_of_points_in_a_plane_mirrors_nothing) {
  const std::vector<Vector3> flat{{0, 0, 0}, {3, 0, 0}, {0, 5, 0}, {4, 4, 0}, {-2, 1, 0}};
  for (const double angle : {0.0, 1.0, std::numbers::pi}) {
    const RigidMotion motion{rotation_about({angle, 0, 0}), {1, 2, 3}};
    std::vector<Vector3> to;
    for (const Vector3& p : flat) to.push_back(moved(motion, p));
    const RigidMotion found = superposition(flat, to);
    for (std::size_t i = 0; i < flat.size(); ++i) expect_near(moved(found, flat[i]), to[i], 1e-10);
    // A point off the plane tells the turn from a reflection.
    expect_near(moved(found, {1, 1, 7}), moved(motion, {1, 1, 7}), 1e-9);
  }
}

TEST(RigidMotion, superposition_is_the_best_of_all_motions_for_points_that_do_not_fit) {
  Chance chance(5);
  std::vector<Vector3> from, to;
  for (int i = 0; i < 12; ++i) {
    from.push_back(10.0 * chance.direction());
    to.push_back(10.0 * chance.direction());
  }
  const auto misfit = [&](const RigidMotion& m) {
    double sum = 0.0;
    for (std::size_t i = 0; i < from.size(); ++i) sum += squared_distance(moved(m, from[i]), to[i]);
    return sum;
  };
  const RigidMotion best = superposition(from, to);
  for (int k = 0; k < 200; ++k) {
    const RigidMotion near{product(rotation_about(0.01 * chance.direction()), best.rotation),
                           best.shift_A + 0.01 * chance.direction()};
    EXPECT_LT(misfit(best), misfit(near));
    EXPECT_LT(misfit(best), misfit(chance.motion(5.0)));
  }
}

TEST(RigidMotion, superposition_of_unequal_lists_is_a_fault_of_the_program) {
  const std::vector<Vector3> one{{1, 2, 3}}, two{{1, 2, 3}, {4, 5, 6}};
  EXPECT_THROW((void)superposition(one, two), std::logic_error);
  EXPECT_THROW((void)superposition({}, {}), std::logic_error);
}

}  // namespace
}  // namespace azoo::docking::search_tests
