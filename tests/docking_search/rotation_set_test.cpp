// The rotations of the exhaustive search: how evenly they cover all orientations.
#include "docking/rotation_set.hpp"

#include <gtest/gtest.h>

#include "docking_search/search_fixture.hpp"

namespace azoo::docking::search_tests {
namespace {

constexpr double degree = std::numbers::pi / 180.0;

double likeness(const Quaternion& a, const Quaternion& b) {
  return std::abs(a.w * b.w + a.x * b.x + a.y * b.y + a.z * b.z);
}

// The farthest that any of some random rotations lies from the set, in degrees.
double farthest_deg(const std::vector<Quaternion>& set, int trials) {
  Chance chance(11);
  double worst = 1.0;
  for (int k = 0; k < trials; ++k) {
    const Quaternion q = chance.rotation();
    double best = 0.0;
    for (const Quaternion& r : set) best = std::max(best, likeness(q, r));
    worst = std::min(worst, best);
  }
  return 2.0 * std::acos(worst) / degree;
}

TEST(RotationSet, rotations_are_of_unit_length_and_the_same_every_time) {
  for (const std::size_t count : {1U, 7U, 3600U}) {
    const auto set = even_rotations(count), again = even_rotations(count);
    ASSERT_EQ(set.size(), count);
    for (std::size_t i = 0; i < count; ++i) {
      const Quaternion& q = set[i];
      EXPECT_NEAR(q.w * q.w + q.x * q.x + q.y * q.y + q.z * q.z, 1.0, 1e-14);
      EXPECT_TRUE(q.w == again[i].w && q.x == again[i].x && q.y == again[i].y && q.z == again[i].z);
    }
  }
  EXPECT_TRUE(even_rotations(0).empty());
}

// N balls of radius a hold N (a - sin a) / pi of all rotations: 3,600 need at least 10.0 degrees, 54,000 4.05
// to cover them without any overlap. Here it takes 14.2, and 54,000 scale by the cube root: 5.8.
TEST(RotationSet, every_rotation_has_one_of_the_set_nearby) {
  EXPECT_LT(farthest_deg(even_rotations(3600), 2000), 14.5);
  EXPECT_LT(farthest_deg(even_rotations(54000), 250), 6.0);
}

TEST(RotationSet, nearest_neighbours_are_about_equally_far) {
  const auto set = even_rotations(3600);
  double least = 180.0, most = 0.0, sum = 0.0;
  for (std::size_t i = 0; i < set.size(); ++i) {
    double best = 0.0;
    for (std::size_t j = 0; j < set.size(); ++j)
      if (j != i) best = std::max(best, likeness(set[i], set[j]));
    const double angle = 2.0 * std::acos(std::min(1.0, best)) / degree;
    least = std::min(least, angle);
    most = std::max(most, angle);
    sum += angle;
  }
  const double mean = sum / static_cast<double>(set.size());
  RecordProperty("mean_deg", std::to_string(mean));
  // 11.6 degrees here; that of 3,600 random rotations is 8.9, the least of them below 1.
  EXPECT_GT(mean, 11.4);
  EXPECT_GT(least, 0.6 * mean);
  EXPECT_LT(most, 1.5 * mean);
}

TEST(RotationSet, every_prefix_of_directions_is_taken_equally_often) {
  // The turned z axis of evenly spread rotations is spread evenly over the sphere: eight octants.
  std::array<int, 8> counts{};
  for (const Quaternion& q : even_rotations(8000)) {
    const Vector3 v = matrix_of(q) * Vector3{0, 0, 1};
    ++counts[(v.x > 0 ? 1U : 0U) + (v.y > 0 ? 2U : 0U) + (v.z > 0 ? 4U : 0U)];
  }
  for (const int n : counts)
    EXPECT_NEAR(n, 1000, 30);  // independent draws would scatter by 30 as a standard deviation
}

TEST(RotationSet, rotations_near_are_those_within_the_angle_in_their_order) {
  const auto fine = even_rotations(3000);
  Chance chance(12);
  const std::vector<Quaternion> chosen{chance.rotation(), chance.rotation(), chance.rotation()};
  const double reach = 25.0 * degree;
  std::vector<Quaternion> expected;
  for (const Quaternion& q : fine) {
    double least = 10.0;
    for (const Quaternion& c : chosen) least = std::min(least, angle_between(q, c));
    if (least <= reach) expected.push_back(q);
  }
  const auto found = rotations_near(fine, chosen, reach);
  ASSERT_GT(expected.size(), 20U);
  ASSERT_LT(expected.size(), 300U);
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_EQ(angle_between(found[i], expected[i]), 0.0);
  EXPECT_TRUE(rotations_near(fine, {}, reach).empty());
  const Quaternion c = chosen[0], minus{-c.w, -c.x, -c.y, -c.z};
  EXPECT_EQ(rotations_near(fine, {minus}, reach).size(), rotations_near(fine, {c}, reach).size());
}

}  // namespace
}  // namespace azoo::docking::search_tests
