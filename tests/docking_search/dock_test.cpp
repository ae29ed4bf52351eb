// One pair docked from structures to clusters.
#include "docking/dock.hpp"

#include <gtest/gtest.h>

#include "docking_search/docked.hpp"

namespace azoo::docking::search_tests {
namespace {

TEST(Dock, the_same_bytes_come_at_one_and_two_threads_and_again) {
  const Structure a = receptor_helix(), b = ligand_helix();
  const DockResult one = docked(a, b, {}, 1), two = docked(a, b, {}, 2), again = docked(a, b, {}, 2);
  ASSERT_GT(one.poses.size(), 10U);
  EXPECT_EQ(bits_of(one.poses), bits_of(two.poses));
  EXPECT_EQ(bits_of(two.poses), bits_of(again.poses));
  EXPECT_EQ(one.record.plan, two.record.plan);
  ASSERT_EQ(one.clusters.size(), two.clusters.size());
  for (std::size_t k = 0; k < one.clusters.size(); ++k)
    EXPECT_EQ(one.clusters[k].members, two.clusters[k].members);
}

TEST(Dock, poses_are_ranked_by_the_sum_of_their_terms_and_touch_without_overlap) {
  const Structure a = receptor_helix(), b = ligand_helix();
  const DockResult result = docked(a, b);
  for (std::size_t k = 0; k < result.poses.size(); ++k) {
    const Pose& pose = result.poses[k];
    EXPECT_EQ(pose.score, pose.terms.sum());
    if (k > 0) {
      EXPECT_LE(result.poses[k - 1].score, pose.score);
    }
    const double gap = least_distance_A(places_of(a), places_of(b), pose.motion);
    EXPECT_GT(gap, 1.5) << k;
    EXPECT_LT(gap, 5.0) << k;
  }
  ASSERT_FALSE(result.clusters.empty());
  EXPECT_LT(result.clusters[0].representative, result.poses.size());
  const SearchRecord& record = result.record;
  EXPECT_EQ(record.rotations, 360U);
  EXPECT_EQ(record.spacing_A, 1.6);
  EXPECT_EQ(record.transforms, 360U * 7U);
  EXPECT_EQ(record.grid[0], record.grid[2]);
  EXPECT_EQ(record.poses_refined, 60U);
  EXPECT_FALSE(record.partners_swapped);
  EXPECT_NE(record.plan, "");
}

TEST(Dock, scores_of_its_poses_are_told_again_when_asked_for) {
  const Structure a = receptor_helix(), b = ligand_helix();
  const Poses poses = docked(a, b).poses;
  std::vector<RigidMotion> motions;
  for (const Pose& pose : poses) motions.push_back(pose.motion);
  Problems problems;
  const Poses told = score_poses(a, b, small_search(), fast(), motions, problems);
  ASSERT_EQ(told.size(), poses.size());
  for (std::size_t k = 0; k < told.size(); ++k) {
    EXPECT_NEAR(told[k].score, poses[k].score, 1e-9);
    EXPECT_EQ(told[k].motion.shift_A, poses[k].motion.shift_A);
  }
  // Asked the other way round, by the inverse motions, the scores are the same.
  for (RigidMotion& motion : motions) motion = inverse(motion);
  const Poses other = score_poses(b, a, small_search(), fast(), motions, problems);
  ASSERT_EQ(other.size(), poses.size());
  for (std::size_t k = 0; k < other.size(); ++k) EXPECT_NEAR(other[k].score, poses[k].score, 1e-9);
}

TEST(Dock, turning_the_files_leaves_the_best_pose_where_it_was) {
  const Structure a = receptor_helix(), b = ligand_helix();
  const Pose best = docked(a, b).poses.at(0);
  Chance chance(81);
  for (const double far_A : {50.0, 9000.0}) {
    const RigidMotion first = chance.motion(far_A), second = chance.motion(far_A);
    const DockResult turned = docked(moved(a, first), moved(b, second));
    const RigidMotion back = compose(inverse(first), compose(turned.poses.at(0).motion, second));
    EXPECT_LT(rmsd_A(places_of(b), best.motion, back), 1.0);
    EXPECT_NEAR(turned.poses[0].score, best.score, 1e-3 * std::abs(best.score));
  }
}

TEST(Dock, exchanging_the_partners_leaves_the_best_pose_where_it_was) {
  const Structure a = receptor_helix(), b = ligand_helix();
  const DockResult result = docked(a, b), other = docked(b, a);
  EXPECT_TRUE(other.record.partners_swapped);
  ASSERT_EQ(other.poses.size(), result.poses.size());
  for (std::size_t k = 0; k < 5; ++k)
    EXPECT_LT(rmsd_A(places_of(b), result.poses[k].motion, inverse(other.poses[k].motion)), 1.0) << k;
}

TEST(Dock, poses_lie_apart_as_asked_for_and_no_place_of_the_search_is_lost) {
  const Structure a = receptor_helix(), b = ligand_helix();
  const auto places = [](const Poses& poses) {
    std::size_t sum = 0;
    for (const Pose& pose : poses) sum += pose.hits;
    return sum;
  };
  std::size_t fewer = 1000;
  for (const double apart_A : {0.0, 3.0, 8.0}) {
    DockOptions options = fast();
    options.poses_apart_A = apart_A;
    Problems problems;
    const DockResult result = dock(a, b, small_search(), options, problems);
    EXPECT_LT(result.poses.size(), fewer);
    fewer = result.poses.size();
    EXPECT_EQ(places(result.poses), result.record.poses_refined);
    const auto distances = interface_rmsds_A(a, b, result.poses);
    for (std::size_t i = 0; i < result.poses.size(); ++i)
      for (std::size_t k = 0; k < i; ++k) EXPECT_GE(distances[i][k], apart_A);
  }
}

// Lysines along one face of a helix, glutamates along one face of another.
TEST(Dock, opposite_charges_come_together_and_like_ones_do_not) {
  const Structure plus = made::helix("AKAAAKAAKAAAKA"), minus = made::helix("AEAAAEAAEAAAEA", "B");
  const Structure plus_again = made::helix("AKAAAKAAKAAAKA", "B");
  const auto ends = [](const Structure& structure) {
    std::vector<Vector3> places;
    for (const Atom& atom : structure.atoms)
      if (atom.name == "NZ" || atom.name == "OE1" || atom.name == "OE2") places.push_back(atom.position_A);
    return places;
  };
  const Pose best = docked(plus, minus).poses.at(0), like = docked(plus, plus_again).poses.at(0);
  EXPECT_LT(best.terms.electrostatics, -0.5);
  EXPECT_GE(contacts(ends(plus), ends(minus), best.motion, 5.0), 4);
  EXPECT_EQ(contacts(ends(plus), ends(plus_again), like.motion, 5.0), 0);
  EXPECT_LT(best.score, like.score);
}

TEST(Dock, a_helix_and_a_ball_of_atoms_touch_as_well) {
  const Structure ball = made::ball(9.0, 2.6, {100, 0, 0}, "B");
  const DockResult result = docked(receptor_helix(), ball);
  ASSERT_FALSE(result.poses.empty());
  const double gap = least_distance_A(places_of(receptor_helix()), places_of(ball), result.poses[0].motion);
  EXPECT_GT(gap, 1.5);
  EXPECT_LT(gap, 5.0);
}

TEST(Dock, progress_goes_from_nothing_to_all_one_call_after_another_and_never_back) {
  for (const unsigned threads : {1U, 2U}) {
    std::vector<DockProgress> told;  // not guarded: calls come one at a time
    Problems problems;
    (void)dock(receptor_helix(), ligand_helix(), small_search(), fast(threads), problems,
               [&](const DockProgress& p) { told.push_back(p); });
    ASSERT_GT(told.size(), 10U);
    EXPECT_EQ(told.front().share, 0.0);
    EXPECT_EQ(told.front().stage, "searching rotations");
    EXPECT_EQ(told.back().share, 1.0);
    EXPECT_EQ(told.back().stage, "clustering");
    for (std::size_t k = 1; k < told.size(); ++k) EXPECT_LE(told[k - 1].share, told[k].share);
  }
}

TEST(Dock, it_stops_in_the_search_and_in_the_refinement_when_asked_to) {
  for (const std::string_view at : {"searching rotations", "refining poses"}) {
    StopFlag stop{false};
    Problems problems;
    std::string_view last;
    EXPECT_THROW((void)dock(
                     receptor_helix(), ligand_helix(), small_search(), fast(), problems,
                     [&](const DockProgress& p) {
                       last = p.stage;
                       if (p.stage == at) stop = true;
                     },
                     &stop),
                 Interrupted);
    EXPECT_EQ(last, at);
  }
}

TEST(Dock, every_preset_is_taken_at_its_word) {
  for (const std::string preset : {"fast", "default", "thorough"}) {
    DockOptions options = fast();
    options.preset = preset;
    Problems problems;
    const DockResult result =
        dock(made::helix("AKLE"), made::helix("DRF", "B"), with_preset(preset, 40, 5), options, problems);
    EXPECT_FALSE(problems.any()) << text_of(problems);
    // Coarse to fine: the coarse rotations first, then of the 40 those near the best.
    const auto coarse =
        static_cast<std::size_t>(shipped().value("docking.preset." + preset + ".coarse_rotations", "1"));
    if (coarse == 0) {
      EXPECT_EQ(result.record.rotations, 40U);
    } else {
      EXPECT_GT(result.record.rotations, coarse);
      EXPECT_LE(result.record.rotations, coarse + 40U);
    }
    EXPECT_EQ(result.record.spacing_A, shipped().value("docking.preset." + preset + ".spacing", "A"));
    EXPECT_EQ(result.record.poses_refined, 5U);
    EXPECT_LE(result.poses.size(), 5U);
    EXPECT_FALSE(result.poses.empty());
  }
}

}  // namespace
}  // namespace azoo::docking::search_tests
