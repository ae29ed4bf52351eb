// Where the interface lies on the partners: against plain loops, what must not change it, and when it counts.
#include "docking/site_score.hpp"

#include <gtest/gtest.h>

#include "docking/kernels.hpp"
#include "docking/rescoring.hpp"
#include "docking_search/docked.hpp"
#include "docking_search/rescored.hpp"

namespace azoo::docking::search_tests {
namespace {

const ScoreModel& sited_model() {
  static const ScoreModel made = [] {
    ScoreModel copy = rescored_model();
    copy.site = {-0.03, -0.07, -0.4};
    return copy;
  }();
  return made;
}

struct Sited {
  std::array<double, SiteWeights::count> features;
  ScoreTerms terms;
};
Sited sited(const Structure& receptor, const Structure& ligand, const RigidMotion& pose,
            const ScoreModel& by = sited_model(), bool receptor_stands = false) {
  const Pair pair = framed(receptor, ligand, {}, receptor_stands);
  const PairScore score(pair.frames, by, pair.restraints);
  const RigidMotion motion = pair.frames.in_frames(pose);
  return {SiteScore(score).features(motion), Rescoring(score).terms(motion)};
}

// One side's means, atom by atom, of the numbers that surface_sites gives.
std::array<double, 3> plain_means(const ScoredPartner& side, const std::vector<Vector3>& places,
                                  const std::vector<Vector3>& others) {
  const Kernels& k = model().kernels;
  std::array<double, 4> sums{};
  for (std::size_t i = 0; i < places.size(); ++i) {
    double least2 = 1e30;
    for (const Vector3& other : others) least2 = std::min(least2, squared_distance(places[i], other));
    const double weight =
        fall_off(least2, k.contact_near_A * k.contact_near_A, k.contact_far_A * k.contact_far_A);
    sums[0] += weight * side.sites.from_first_A[i];
    sums[1] += weight * side.sites.from_last_A[i];
    sums[2] += weight * side.sites.enclosure[i];
    sums[3] += weight;
  }
  return {sums[0] / sums[3], sums[1] / sums[3], sums[2] / sums[3]};
}

TEST(SiteScore, features_are_means_over_the_atoms_that_touch) {
  const Structure receptor = receptor_helix(), ligand = ligand_helix();
  const ScoredPartner a = scored_partner(receptor, model().types, model().kernels),
                      b = scored_partner(ligand, model().types, model().kernels);
  Chance chance(71);
  double most_apart = 0.0;
  for (const double gap : {1.0, 2.5, 4.0, 6.0})
    for (int k = 0; k < 4; ++k) {
      const RigidMotion pose = near_pose(receptor, ligand, chance, gap);
      std::vector<Vector3> laid;
      for (const Vector3& p : b.positions_A) laid.push_back(moved(pose, p));
      const auto of_a = plain_means(a, a.positions_A, laid), of_b = plain_means(b, laid, a.positions_A);
      const auto found = sited(receptor, ligand, pose).features;
      EXPECT_NEAR(found[0], of_a[0] + of_b[0], 1e-9);
      EXPECT_NEAR(found[1], of_a[1] + of_b[1], 1e-9);
      EXPECT_NEAR(found[2], std::max(of_a[2], of_b[2]), 1e-9);
      most_apart = std::max(most_apart, std::abs(of_a[2] - of_b[2]));
    }
  EXPECT_GT(most_apart, 0.5) << "the sides must differ for the larger one to be told from a mean";
}

TEST(SiteScore, common_motion_and_exchange_of_the_partners_change_nothing) {
  const auto number = [](const Structure& receptor, const Structure& ligand, const RigidMotion& pose,
                         bool stands) {
    return sited(receptor, ligand, pose, sited_model(), stands).terms.site;
  };
  EXPECT_GT(expect_invariant(number, 72), 0.1);
}

TEST(SiteScore, it_is_a_term_of_its_own) {
  Chance chance(73);
  const Structure a = receptor_helix(), b = ligand_helix();
  const RigidMotion pose = near_pose(a, b, chance, 2.5);
  const Sited with = sited(a, b, pose), without = sited(a, b, pose, rescored_model());
  const double expected = -0.03 * with.features[0] - 0.07 * with.features[1] - 0.4 * with.features[2];
  EXPECT_NEAR(with.terms.site, expected, 1e-12);
  EXPECT_GT(std::abs(expected), 1e-3);
  EXPECT_EQ(without.terms.site, 0.0);
  EXPECT_NEAR(with.terms.sum() - without.terms.sum(), expected, 1e-9);
  EXPECT_EQ(with.terms.rescoring, without.terms.rescoring);
}

TEST(SiteScore, partners_that_do_not_touch_have_none) {
  const Sited far = sited(receptor_helix(), ligand_helix(), {{}, {500.0, 0.0, 0.0}});
  for (const double feature : far.features) EXPECT_EQ(feature, 0.0);
}

TEST(SiteScore, it_ranks_with_the_weight_set_it_was_fitted_beside_and_no_other) {
  const auto docked_by = [](const std::string& weights) {
    DockOptions options = fast();
    options.weights = weights;
    Problems problems;
    DockResult result = dock(receptor_helix(), ligand_helix(), small_search(), options, problems);
    problems.throw_if_any();
    EXPECT_GT(result.poses.size(), 10U) << weights;
    for (const Pose& pose : result.poses) EXPECT_EQ(pose.score, pose.terms.sum()) << weights;
    return result.poses;
  };
  for (const Pose& pose : docked_by("balanced")) EXPECT_NE(pose.terms.site, 0.0);
  for (const Pose& pose : docked_by("shape")) EXPECT_EQ(pose.terms.site, 0.0);
}

}  // namespace
}  // namespace azoo::docking::search_tests
