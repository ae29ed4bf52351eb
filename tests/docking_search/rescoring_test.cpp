// What ranks the refined poses: against a plain double loop, what must not change it, and that it does rank.
#include "docking/rescoring.hpp"

#include <gtest/gtest.h>

#include "docking/kernels.hpp"
#include "docking/presets.hpp"
#include "docking/search_pair.hpp"
#include "docking_search/rescored.hpp"

namespace azoo::docking::search_tests {
namespace {

// The features as written above the model, pair by pair, in the coordinates as read.
std::vector<double> plain_features(const Structure& receptor, const Structure& ligand,
                                   const RigidMotion& pose) {
  const ScoreModel& m = rescored_model();
  const RescoringModel& r = m.rescoring;
  const auto sq = [](double x) { return x * x; };
  const ScoredPartner a = scored_partner(receptor, m.types, m.kernels),
                      b = scored_partner(ligand, m.types, m.kernels);
  std::vector<double> sums(3 * 3 + 3, 0.0);
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t j = 0; j < b.size(); ++j) {
      const double r2 = squared_distance(a.positions_A[i], moved(pose, b.positions_A[j]));
      const int polar = int(r.polar_type[a.types[i]]) + int(r.polar_type[b.types[j]]);
      for (int s = 0; s < 3; ++s)
        sums[std::size_t(3 * s + polar)] +=
            fall_off(r2, sq(r.shells[std::size_t(s)].near_A), sq(r.shells[std::size_t(s)].far_A));
      sums[9] += a.firmness[i] * b.firmness[j] * soft_core(r2, sq(m.kernels.repulsion_reach_A));
      sums[10] += soft_core(r2, sq(r.clash_reach_A));
      sums[11] += a.charges_e[i] * b.charges_e[j] *
                  damped_coulomb(r2, sq(r.far_charges_core_A), sq(r.far_charges_reach_A));
    }
  return sums;
}

struct Rescored {
  std::vector<double> features;
  ScoreTerms terms;
};
Rescored rescored(const Structure& receptor, const Structure& ligand, const RigidMotion& pose,
                  bool receptor_stands = false) {
  const Pair pair = framed(receptor, ligand, {}, receptor_stands);
  const PairScore score(pair.frames, rescored_model(), pair.restraints);
  const Rescoring rescoring(score);
  const RigidMotion motion = pair.frames.in_frames(pose);
  return {rescoring.features(motion), rescoring.terms(motion)};
}

TEST(Rescoring, features_are_the_plain_sums_over_all_pairs_of_atoms) {
  Chance chance(61);
  const Structure receptor = moved(receptor_helix(), chance.motion()),
                  ligand = moved(ligand_helix(), chance.motion());
  std::vector<double> largest(12, 0.0);
  for (const double gap : {1.0, 2.5, 4.0, 6.0, 9.0, 15.0, 40.0})
    for (int k = 0; k < 4; ++k) {
      const RigidMotion pose = near_pose(receptor, ligand, chance, gap);
      const std::vector<double> found = rescored(receptor, ligand, pose).features,
                                expected = plain_features(receptor, ligand, pose);
      ASSERT_EQ(found.size(), expected.size());
      for (std::size_t f = 0; f < found.size(); ++f) {
        EXPECT_NEAR(found[f], expected[f], 1e-9 * std::abs(expected[f])) << f << " at " << gap;
        largest[f] = std::max(largest[f], std::abs(found[f]));
      }
    }
  for (const double size : largest) EXPECT_GT(size, 1e-2);
}

TEST(Rescoring, the_score_is_the_share_of_the_search_and_the_weighted_features) {
  Chance chance(62);
  const Structure receptor = receptor_helix(), ligand = ligand_helix();
  const RescoringModel& r = rescored_model().rescoring;
  const Pair pair = framed(receptor, ligand);
  const PairScore score(pair.frames, rescored_model(), pair.restraints);
  const Rescoring rescoring(score);
  for (int k = 0; k < 5; ++k) {
    const RigidMotion motion = touching(pair.frames, chance, 2.5);
    double expected = r.search_share * score.terms(motion).sum();
    const std::vector<double> features = rescoring.features(motion);
    for (std::size_t f = 0; f < features.size(); ++f) expected += r.weights[f] * features[f];
    EXPECT_NEAR(rescoring.terms(motion).sum(), expected, 1e-9 * std::abs(expected));
    EXPECT_EQ(rescoring.terms(motion).repulsion, score.terms(motion).repulsion);
  }
}

TEST(Rescoring, restraints_count_in_full) {
  Restraints wishes;
  wishes.masks.push_back({Partner::receptor, true, {"A:1-16"}});
  const Structure receptor = receptor_helix(), ligand = ligand_helix();
  Chance chance(63);
  const Pair free = framed(receptor, ligand), held = framed(receptor, ligand, wishes);
  const RigidMotion motion = touching(free.frames, chance, 2.5);
  const PairScore free_score(free.frames, rescored_model(), free.restraints),
      held_score(held.frames, rescored_model(), held.restraints);
  const double gain = held_score.terms(motion).restraints;
  EXPECT_LT(gain, -1.0);
  EXPECT_NEAR(Rescoring(held_score).terms(motion).sum() - Rescoring(free_score).terms(motion).sum(), gain,
              1e-9);
}

TEST(Rescoring, common_motion_and_exchange_of_the_partners_change_nothing) {
  const auto number = [](const Structure& receptor, const Structure& ligand, const RigidMotion& pose,
                         bool stands) { return rescored(receptor, ligand, pose, stands).terms.sum(); };
  EXPECT_GT(expect_invariant(number, 64), 1.0);
}

TEST(Rescoring, only_the_weight_sets_that_ask_for_it_have_it) {
  const Structure receptor = receptor_helix(), ligand = ligand_helix();
  Chance chance(65);
  for (const char* set : {"balanced", "electrostatic", "hydrophobic", "shape", "antibody"}) {
    Problems problems;
    const auto loaded = load_score_model(shipped(), set, problems);
    ASSERT_TRUE(loaded) << text_of(problems);
    const Pair pair = framed(receptor, ligand);
    const PairScore score(pair.frames, *loaded, pair.restraints);
    const RigidMotion motion = touching(pair.frames, chance, 2.5);
    const double term = Rescoring(score).terms(motion).rescoring;
    if (std::string(set) == "balanced")
      EXPECT_GT(std::abs(term), 1e-3);
    else
      EXPECT_EQ(term, 0.0) << set;
  }
}

TEST(Rescoring, refined_poses_are_ranked_by_it) {
  const Pair pair = framed(receptor_helix(), ligand_helix());
  const PairScore score(pair.frames, rescored_model(), pair.restraints);
  Chance chance(66);
  std::vector<RigidMotion> starts;
  for (int k = 0; k < 40; ++k) starts.push_back(touching(pair.frames, chance, 3.0));
  const Poses poses = refine_pair(score, starts, {1, {}, nullptr});
  ASSERT_GT(poses.size(), 10U);
  const Rescoring rescoring(score);
  bool other_order = false;
  for (std::size_t k = 0; k < poses.size(); ++k) {
    const RigidMotion motion = pair.frames.in_frames(poses[k].motion);
    EXPECT_NEAR(poses[k].score, rescoring.terms(motion).sum(), 1e-6);
    if (k == 0) continue;
    EXPECT_LE(poses[k - 1].score, poses[k].score);
    other_order = other_order ||
                  score.terms(pair.frames.in_frames(poses[k - 1].motion)).sum() > score.terms(motion).sum();
  }
  EXPECT_TRUE(other_order) << "the search's own score would have ranked the same";
}

}  // namespace
}  // namespace azoo::docking::search_tests
