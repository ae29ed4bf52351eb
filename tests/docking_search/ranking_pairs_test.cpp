// The score that ranks poses, with its slope, and poses moved downhill on it.
#include "docking/ranking_pairs.hpp"

#include <gtest/gtest.h>

#include "docking/search_pair.hpp"
#include "docking_search/docked.hpp"
#include "docking_search/gathered.hpp"
#include "docking_search/rescored.hpp"

namespace azoo::docking::search_tests {
namespace {

TEST(Kernels, slopes_are_those_of_the_values) {
  constexpr double step = 1e-5;
  const auto check = [](const auto& plain, const auto& with_slope) {
    double steepest = 0.0;
    for (double r2 = 0.05; r2 < 40.0; r2 += 0.0937) {
      const KernelValue at = with_slope(r2);
      EXPECT_DOUBLE_EQ(at.value, plain(r2)) << r2;
      EXPECT_NEAR(at.slope, (plain(r2 + step) - plain(r2 - step)) / (2.0 * step), 1e-4) << r2;
      steepest = std::max(steepest, std::abs(at.slope));
    }
    EXPECT_GT(steepest, 0.01);
  };
  check([](double r2) { return fall_off(r2, 4.0, 20.0); },
        [](double r2) { return fall_off_at(r2, 4.0, 20.0); });
  check([](double r2) { return soft_core(r2, 13.0); }, [](double r2) { return soft_core_at(r2, 13.0); });
  check([](double r2) { return damped_coulomb(r2, 2.0, 30.0); },
        [](double r2) { return damped_coulomb_at(r2, 2.0, 30.0); });
}

TEST(RankingPairs, the_score_is_the_one_that_ranks_at_the_gathered_pose_and_about_it) {
  Chance chance(91);
  const Pair pair = framed(receptor_helix(), ligand_helix(), wishes());
  const PairScore score(pair.frames, rescored_model(), pair.restraints);
  const Rescoring rescoring(score, PairScore::skin_A);
  RankingPairs pairs(rescoring);  // used again for every pose
  for (const double gap : {1.0, 2.5, 4.0, 6.0, 12.0, 40.0}) {
    const RigidMotion motion = touching(pair.frames, chance, gap);
    pairs.gather(motion);
    const double here = rescoring.terms(motion).sum();
    EXPECT_NEAR(pairs.evaluate(motion).score, here, 1e-9 * std::max(1.0, std::abs(here))) << gap;
    for (int k = 0; k < 10; ++k) {
      const RigidMotion near = within_skin(pair.frames, motion, chance);
      const double there = rescoring.terms(near).sum();
      EXPECT_NEAR(pairs.evaluate(near).score, there, 1e-9 * std::max(1.0, std::abs(there))) << gap;
    }
  }
}

// Without restraints too, whose slope is so steep that a fault in the rest would hide behind it.
TEST(RankingPairs, the_gradient_is_the_slope_of_the_score) {
  Chance chance(92);
  for (const Restraints& wanted : {Restraints{}, wishes()}) {
    const Pair pair = framed(receptor_helix(), ligand_helix(), wanted);
    const PairScore score(pair.frames, rescored_model(), pair.restraints);
    const Rescoring rescoring(score, PairScore::skin_A);
    RankingPairs pairs(rescoring);
    for (const double gap : {1.0, 2.5, 3.5, 5.0, 7.0}) {
      SCOPED_TRACE(gap);
      expect_slope(pairs, touching(pair.frames, chance, gap),
                   [&](const RigidMotion& at) { return rescoring.terms(at).sum(); });
    }
  }
}

class RefinedAgain : public testing::Test {
 protected:
  RefinedAgain() {
    Chance chance(93);
    for (int k = 0; k < 30; ++k) starts_.push_back(touching(pair_.frames, chance, 3.0));
    first_ = refine_pair(score_, starts_, {1, {}, nullptr});
  }
  static std::size_t places(const Poses& poses) {
    std::size_t sum = 0;
    for (const Pose& pose : poses) sum += pose.hits;
    return sum;
  }
  Pair pair_ = framed(receptor_helix(), ligand_helix());
  PairScore score_{pair_.frames, rescored_model(), pair_.restraints};
  std::vector<RigidMotion> starts_;
  Poses first_;
};

TEST_F(RefinedAgain, poses_go_down_and_none_is_lost) {
  const Poses again = refine_again(score_, first_, 1000, {1, {}, nullptr});
  ASSERT_GT(again.size(), 5U);
  EXPECT_LE(again.size(), first_.size());
  EXPECT_EQ(places(again), starts_.size());
  EXPECT_LT(again.front().score, first_.front().score - 0.01);
  for (std::size_t k = 0; k < again.size(); ++k) {
    EXPECT_EQ(again[k].score, again[k].terms.sum());
    EXPECT_LE(again[k].score, first_[k].score + 1e-9) << "each went down, so the k-th best did";
    if (k > 0) {
      EXPECT_LE(again[k - 1].score, again[k].score);
    }
  }
}

TEST_F(RefinedAgain, terms_are_means_of_those_before_and_after) {
  const Rescoring rescoring(score_);
  const Pose& start = first_.at(3);
  const Poses again = refine_again(score_, {start}, 1, {1, {}, nullptr});
  ASSERT_EQ(again.size(), 1U);
  const ScoreTerms before = start.terms,
                   after = rescoring.terms(pair_.frames.in_frames(again.front().motion)),
                   mean = again.front().terms;
  EXPECT_LT(after.sum(), before.sum() - 0.01) << "else nothing is seen";
  EXPECT_NEAR(again.front().score, 0.5 * (before.sum() + after.sum()), 1e-9);
  EXPECT_NEAR(mean.repulsion, 0.5 * (before.repulsion + after.repulsion), 1e-9);
  EXPECT_NEAR(mean.attraction, 0.5 * (before.attraction + after.attraction), 1e-9);
  EXPECT_NEAR(mean.electrostatics, 0.5 * (before.electrostatics + after.electrostatics), 1e-9);
  EXPECT_NEAR(mean.pair_potential, 0.5 * (before.pair_potential + after.pair_potential), 1e-9);
  EXPECT_NEAR(mean.rescoring, 0.5 * (before.rescoring + after.rescoring), 1e-9);
}

TEST(ScoreTerms, a_mean_is_of_every_term) {
  const ScoreTerms mean = mean_of({1, 2, 3, 4, 5, 6, 7}, {3, 6, 9, 12, 15, 18, 21});
  EXPECT_EQ(mean.repulsion, 2);
  EXPECT_EQ(mean.attraction, 4);
  EXPECT_EQ(mean.electrostatics, 6);
  EXPECT_EQ(mean.pair_potential, 8);
  EXPECT_EQ(mean.rescoring, 10);
  EXPECT_EQ(mean.site, 12);
  EXPECT_EQ(mean.restraints, 14);
}

TEST_F(RefinedAgain, only_as_many_as_asked_for_move_and_all_are_ranked_together) {
  const Poses again = refine_again(score_, first_, 2, {1, {}, nullptr});
  std::size_t unmoved = 0;
  for (const Pose& pose : again)
    for (const Pose& before : first_)
      unmoved += pose.score == before.score && pose.motion.shift_A == before.motion.shift_A;
  EXPECT_GE(unmoved, first_.size() - 3);
  EXPECT_LE(unmoved, first_.size() - 2);
  for (std::size_t k = 1; k < again.size(); ++k) EXPECT_LE(again[k - 1].score, again[k].score);
}

TEST_F(RefinedAgain, threads_change_nothing_and_it_stops_when_asked_to) {
  EXPECT_EQ(bits_of(refine_again(score_, first_, 1000, {1, {}, nullptr})),
            bits_of(refine_again(score_, first_, 1000, {2, {}, nullptr})));
  StopFlag stop{true};
  EXPECT_THROW((void)refine_again(score_, first_, 1000, {1, {}, &stop}), Interrupted);
}

ParameterSet refining_again(int count) {
  ParameterSet set = small_search();
  Problems problems;
  set.override_from(parse_toml("docking.preset.fast.poses_refined_again = " + std::to_string(count),
                               "study.toml", problems),
                    problems);
  problems.throw_if_any();
  return set;
}

DockResult docked_with(const ParameterSet& set, const DockOptions& options) {
  Problems problems;
  DockResult result = dock(receptor_helix(), ligand_helix(), set, options, problems);
  problems.throw_if_any();
  return result;
}

// What refinements go down on (site_score.hpp).
double deepest_without_site(const Poses& poses) {
  double least = 1e30;
  for (const Pose& pose : poses) least = std::min(least, pose.score - pose.terms.site);
  return least;
}

TEST(Dock, a_preset_that_refines_again_finds_deeper_poses_the_same_at_any_number_of_threads) {
  const DockResult one = docked_with(refining_again(40), fast(1)),
                   two = docked_with(refining_again(40), fast(2)),
                   plain = docked_with(refining_again(0), fast(1));
  EXPECT_EQ(bits_of(one.poses), bits_of(two.poses));
  EXPECT_GT(one.record.poses_refined_again, 10U);
  EXPECT_LE(one.record.poses_refined_again, 40U);
  EXPECT_EQ(plain.record.poses_refined_again, 0U);
  EXPECT_LT(deepest_without_site(one.poses), deepest_without_site(plain.poses));
}

TEST(Dock, a_weight_set_without_rescoring_is_not_refined_again) {
  DockOptions options = fast();
  options.weights = "shape";
  const DockResult again = docked_with(refining_again(40), options),
                   plain = docked_with(refining_again(0), options);
  EXPECT_EQ(again.record.poses_refined_again, 0U);
  EXPECT_EQ(bits_of(again.poses), bits_of(plain.poses));
}

}  // namespace
}  // namespace azoo::docking::search_tests
