// Refinement off the grid: always downhill, to a place where the slope is small.
#include <gtest/gtest.h>

#include "docking/neighbour_pairs.hpp"
#include "docking/refine_pose.hpp"
#include "docking/search_pair.hpp"
#include "docking_search/search_fixture.hpp"

namespace azoo::docking::search_tests {
namespace {

double steepness(const PairScore& score, NeighbourPairs& pairs, const RigidMotion& motion) {
  pairs.gather(motion);
  const ScoreGradient g = pairs.evaluate(motion);
  double squared = 0.0;
  for (const Vector3& p : score.ligand().positions_A) squared += dot(p, p);
  const double gyration2 = squared / static_cast<double>(score.ligand().size());
  return std::sqrt(dot(g.by_shift, g.by_shift) + dot(g.by_turn, g.by_turn) / gyration2);
}

TEST(Refinement, it_never_raises_the_score_and_ends_where_the_slope_is_small) {
  Chance chance(71);
  const Pair pair = framed(receptor_helix(), ligand_helix());
  const PairScore score(pair.frames, model(), pair.restraints);
  NeighbourPairs pairs(score);
  std::vector<double> ends;
  for (int k = 0; k < 60; ++k) {
    const RigidMotion start = touching(pair.frames, chance, chance.uniform(1.0, 5.0));
    const double before = score.terms(start).sum();
    RefinementRules patient;
    patient.most_steps = 200;
    for (const RefinementRules& rules : {RefinementRules{}, patient}) {
      const RigidMotion end = refined(score.ligand(), pairs, start, rules);
      // What single precision can hide, see the test of NeighbourPairs.
      EXPECT_LE(score.terms(end).sum(), before + 1e-4);
      EXPECT_GE(end.rotation.w, 0.0);
      if (rules.most_steps == 200) ends.push_back(steepness(score, pairs, end));
    }
  }
  // At a minimum with a curvature of up to about 10 an A^2, a last step of 0.005 A leaves a slope of 0.05.
  std::sort(ends.begin(), ends.end());
  EXPECT_LT(ends[ends.size() / 2], 0.05);
  EXPECT_LT(ends[ends.size() * 9 / 10], 0.3);
}

TEST(Refinement, a_pose_at_a_minimum_stays_there) {
  Chance chance(72);
  const Pair pair = framed(receptor_helix(), ligand_helix());
  const PairScore score(pair.frames, model(), pair.restraints);
  NeighbourPairs pairs(score);
  RefinementRules patient;
  patient.most_steps = 300;
  patient.stops_below_A = 1e-4;
  for (int k = 0; k < 10; ++k) {
    const RigidMotion end = refined(score.ligand(), pairs, touching(pair.frames, chance, 3.0), patient);
    EXPECT_LT(rmsd_A(pair.frames.moving.positions_A, end, refined(score.ligand(), pairs, end, patient)),
              0.25);
  }
}

TEST(Refinement, a_pose_beyond_every_reach_is_left_where_it_is) {
  const Pair pair = framed(receptor_helix(), ligand_helix());
  const PairScore score(pair.frames, model(), pair.restraints);
  NeighbourPairs pairs(score);
  const RigidMotion far{{}, {300, 0, 0}};
  const RigidMotion end = refined(score.ligand(), pairs, far, {});
  EXPECT_LT(rmsd_A(pair.frames.moving.positions_A, far, end), 1e-9);
}

TEST(Refinement, a_distance_restraint_draws_the_partners_together_from_afar) {
  Restraints wishes;
  wishes.distances.push_back({{"A:8"}, {"B:5"}, 0.0, 5.0});
  const Pair pair = framed(receptor_helix(), ligand_helix(), wishes);
  const PairScore score(pair.frames, model(), pair.restraints);
  NeighbourPairs pairs(score);
  Chance chance(73);
  for (int k = 0; k < 5; ++k) {
    RefinementRules patient;
    patient.most_steps = 300;
    const RigidMotion start{chance.rotation(), 40.0 * chance.direction()};
    const RigidMotion end = refined(score.ligand(), pairs, start, patient);
    EXPECT_LT(score.terms(end).restraints, 0.2 * score.terms(start).restraints);
  }
}

TEST(Refinement, ends_in_the_same_place_are_taken_once_and_come_in_order) {
  Chance chance(74);
  const Pair pair = framed(receptor_helix(), ligand_helix());
  const PairScore score(pair.frames, model(), pair.restraints);
  std::vector<RigidMotion> starts;
  for (int k = 0; k < 12; ++k) {
    const RigidMotion start = touching(pair.frames, chance, 3.0);
    starts.push_back(start);
    starts.push_back({start.rotation, start.shift_A + Vector3{0.01, 0, 0}});
    starts.push_back({start.rotation, start.shift_A});
  }
  std::vector<double> shares;
  const Poses poses =
      refine_pair(score, starts, {1, [&](double share) { shares.push_back(share); }, nullptr});
  EXPECT_GE(poses.size(), 8U);
  EXPECT_LE(poses.size(), 20U);
  const auto places = places_of(ligand_helix());
  for (std::size_t i = 0; i < poses.size(); ++i) {
    EXPECT_EQ(poses[i].score, poses[i].terms.sum());
    EXPECT_NEAR(poses[i].score, score.terms(pair.frames.in_frames(poses[i].motion)).sum(), 1e-9);
    if (i > 0) {
      EXPECT_LE(poses[i - 1].score, poses[i].score);
    }
    for (std::size_t j = 0; j < i; ++j) EXPECT_GT(rmsd_A(places, poses[i].motion, poses[j].motion), 0.1);
  }
  EXPECT_TRUE(std::is_sorted(shares.begin(), shares.end()));
  EXPECT_EQ(shares.back(), 1.0);
  StopFlag stop{true};
  EXPECT_THROW((void)refine_pair(score, starts, {1, {}, &stop}), Interrupted);
  EXPECT_TRUE(refine_pair(score, {}, {1, {}, nullptr}).empty());
}

}  // namespace
}  // namespace azoo::docking::search_tests
