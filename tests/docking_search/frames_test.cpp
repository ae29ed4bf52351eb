// A molecule's own frame, and the frames of a pair.
#include <gtest/gtest.h>

#include "docking/canonical_frame.hpp"
#include "docking/pair_frames.hpp"
#include "docking_search/search_fixture.hpp"

namespace azoo::docking::search_tests {
namespace {

std::vector<Vector3> in_own_frame(const std::vector<Vector3>& points) {
  const RigidMotion frame = canonical_frame(points);
  std::vector<Vector3> places;
  for (const Vector3& p : points) places.push_back(moved(frame, p));
  return places;
}

std::vector<Vector3> all_moved(const std::vector<Vector3>& points, const RigidMotion& motion) {
  std::vector<Vector3> places;
  for (const Vector3& p : points) places.push_back(moved(motion, p));
  return places;
}

double farthest_apart(const std::vector<Vector3>& a, const std::vector<Vector3>& b) {
  double most = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) most = std::max(most, std::sqrt(squared_distance(a[i], b[i])));
  return most;
}

TEST(CanonicalFrame, however_a_molecule_is_moved_its_coordinates_in_its_own_frame_are_the_same) {
  Chance chance(21);
  for (const Structure& structure : {receptor_helix(), ligand_helix(), made::strand("GKWD")}) {
    const auto points = places_of(structure);
    const auto own = in_own_frame(points);
    for (int k = 0; k < 20; ++k)
      EXPECT_LT(farthest_apart(in_own_frame(all_moved(points, chance.motion(500.0))), own), 1e-6);
  }
}

TEST(CanonicalFrame, it_has_its_origin_at_the_centre_and_its_axes_by_falling_spread) {
  const auto own = in_own_frame(places_of(receptor_helix()));
  Vector3 sum, spread;
  double xy = 0, xz = 0, yz = 0;
  for (const Vector3& p : own) {
    sum = sum + p;
    spread = spread + Vector3{p.x * p.x, p.y * p.y, p.z * p.z};
    xy += p.x * p.y;
    xz += p.x * p.z;
    yz += p.y * p.z;
  }
  EXPECT_LT(length(sum), 1e-9);
  EXPECT_GT(spread.x, spread.y);
  EXPECT_GT(spread.y, spread.z);
  for (const double mixed : {xy, xz, yz}) EXPECT_NEAR(mixed, 0.0, 1e-9 * spread.x);
}

TEST(CanonicalFrame, it_is_right_handed_so_that_a_mirror_image_stays_one) {
  auto points = places_of(receptor_helix());
  const RotationMatrix rows = matrix_of(canonical_frame(points).rotation);
  EXPECT_NEAR(dot(cross(rows.rows[0], rows.rows[1]), rows.rows[2]), 1.0, 1e-12);
  const auto own = in_own_frame(points);
  for (Vector3& p : points) p.x = -p.x;
  EXPECT_GT(farthest_apart(in_own_frame(points), own), 0.5);
}

// Two copies about an axis of two-fold symmetry: the third moments across that axis vanish. Whichever of the
// principal axes it is, the frame must not hang on the sign of a rounding error.
TEST(CanonicalFrame, a_symmetric_dimer_has_one_frame_up_to_its_own_symmetry) {
  Chance chance(22);
  for (const Vector3 offset :
       {Vector3{2, 14, 1}, Vector3{0, 3, 14}, Vector3{14, 3, 0}, Vector3{3, 12, 4}, Vector3{3, 4, 40}}) {
    auto points = in_own_frame(places_of(ligand_helix()));
    // Unturned and side by side they lie flat: the axis of symmetry is that of least spread.
    const Quaternion turn = offset.z == 1.0 ? Quaternion{} : chance.rotation();
    for (Vector3& p : points) p = matrix_of(turn) * p + offset;
    const std::size_t half = points.size();
    for (std::size_t i = 0; i < half; ++i) points.push_back({-points[i].x, -points[i].y, points[i].z});
    const auto own = in_own_frame(points);
    auto exchanged = own;
    std::rotate(exchanged.begin(), exchanged.begin() + static_cast<std::ptrdiff_t>(half), exchanged.end());
    for (int k = 0; k < 20; ++k) {
      const auto found = in_own_frame(all_moved(points, chance.motion(100.0)));
      EXPECT_LT(std::min(farthest_apart(found, own), farthest_apart(found, exchanged)), 1e-6);
    }
  }
}

TEST(CanonicalFrame, few_points_or_points_on_a_line_give_a_proper_motion) {
  const std::vector<std::vector<Vector3>> odd{{},
                                              {{1, 2, 3}},
                                              {{1, 2, 3}, {1, 2, 3}, {1, 2, 3}},
                                              {{0, 0, 0}, {1, 1, 1}, {2, 2, 2}},
                                              {{1e6, 0, 0}, {-1e6, 0, 0}, {0, 1, 0}}};
  for (const auto& points : odd) {
    const RigidMotion frame = canonical_frame(points);
    const Quaternion& q = frame.rotation;
    EXPECT_NEAR(q.w * q.w + q.x * q.x + q.y * q.y + q.z * q.z, 1.0, 1e-12);
    EXPECT_TRUE(std::isfinite(frame.shift_A.x + frame.shift_A.y + frame.shift_A.z));
  }
}

TEST(PairFrames, the_larger_partner_stands_still) {
  const auto pair = framed(receptor_helix(), ligand_helix()),
             swapped = framed(ligand_helix(), receptor_helix());
  EXPECT_FALSE(pair.frames.swapped);
  EXPECT_TRUE(swapped.frames.swapped);
  EXPECT_EQ(pair.frames.standing.size(), receptor_helix().atoms.size());
  EXPECT_EQ(swapped.frames.standing.positions_A, pair.frames.standing.positions_A);
  EXPECT_EQ(swapped.frames.moving.positions_A, pair.frames.moving.positions_A);
  const auto held = framed(ligand_helix(), receptor_helix(), {}, true);
  EXPECT_FALSE(held.frames.swapped);
  EXPECT_EQ(held.frames.standing.size(), ligand_helix().atoms.size());
}

TEST(PairFrames, equally_large_partners_are_told_apart_by_their_atoms) {
  const Structure a = made::helix("AKLEYRDSW"), b = made::helix("WSDRYELKA", "B");
  ASSERT_EQ(a.atoms.size(), b.atoms.size());
  const auto ab = framed(a, b), ba = framed(b, a);
  EXPECT_NE(ab.frames.swapped, ba.frames.swapped);
  EXPECT_EQ(ab.frames.standing.types, ba.frames.standing.types);
  const auto aa = framed(a, a);
  EXPECT_FALSE(aa.frames.swapped);
}

TEST(PairFrames, a_pose_told_in_the_frames_and_back_is_the_same_pose) {
  Chance chance(23);
  const Structure big = moved(receptor_helix(), chance.motion()),
                  small = moved(ligand_helix(), chance.motion());
  for (const bool swap : {false, true}) {
    const Structure& receptor = swap ? small : big;
    const Structure& ligand = swap ? big : small;
    const PairFrames frames = framed(receptor, ligand).frames;
    ASSERT_EQ(frames.swapped, swap);
    for (int k = 0; k < 10; ++k) {
      const RigidMotion pose = chance.motion(), there = frames.in_frames(pose), back = frames.as_asked(there);
      EXPECT_LT(rmsd_A(places_of(ligand), pose, back), 1e-9);
      EXPECT_GE(back.rotation.w, 0.0);
      // Distances between atoms of the two partners are those of the pose as asked.
      const double asked = least_distance_A(places_of(receptor), places_of(ligand), pose);
      const double framed_A = least_distance_A(frames.standing.positions_A, frames.moving.positions_A, there);
      EXPECT_NEAR(asked, framed_A, 1e-9);
      const Vector3 r = receptor.atoms[5].position_A, l = moved(pose, ligand.atoms[7].position_A);
      const Vector3 s = frames.standing.positions_A[swap ? 7 : 5];
      const Vector3 m = moved(there, frames.moving.positions_A[swap ? 5 : 7]);
      EXPECT_NEAR(length(r - l), length(s - m), 1e-9);
    }
  }
}

}  // namespace
}  // namespace azoo::docking::search_tests
