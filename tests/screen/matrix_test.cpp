// The matrix of a screen: order of its pairs, what is handed to the calibration, correction for their number.
#include "screen/matrix.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "screen/small_screen.hpp"

namespace azoo::screen {
namespace {

using fixture::design_of;
using fixture::matrix_of;

TEST(ScreenPlan, counts_pairs_receptor_by_receptor_and_names_their_folders) {
  const Design design = design_of({"A", "B", "C"}, {"R", "S"});
  EXPECT_EQ(pair_count(design), 6U);
  EXPECT_EQ(pair_name(design, pair_at(design, 0)), "A--R");
  EXPECT_EQ(pair_name(design, pair_at(design, 2)), "C--R");
  EXPECT_EQ(pair_name(design, pair_at(design, 4)), "B--S");
}

TEST(ScreenPlan, gives_a_pair_the_restraints_of_its_receptor_and_its_own) {
  Design design = design_of({"A", "B"}, {"R", "S"});
  design.preset = "fast";
  design.clusters.radius_A = 7.0;
  design.receptors[0].restraints.membrane.present = true;
  design.receptors[0].restraints.masks.push_back({docking::Partner::receptor, false, {"A:1"}});
  docking::Restraints own;
  own.distances.push_back({{"A:5"}, {"B:6"}, 0.0, 9.0});
  design.pairs.push_back({"B", "R", own});
  const docking::DockOptions first = options_of(design, {0, 0});
  EXPECT_EQ(first.preset, "fast");
  EXPECT_EQ(first.clusters.radius_A, 7.0);
  EXPECT_TRUE(first.restraints.membrane.present);
  EXPECT_EQ(first.restraints.masks.size(), 1U);
  EXPECT_TRUE(first.restraints.distances.empty());
  const docking::DockOptions second = options_of(design, {1, 0});
  EXPECT_TRUE(second.restraints.membrane.present);
  EXPECT_EQ(second.restraints.distances.size(), 1U);
  EXPECT_TRUE(options_of(design, {1, 1}).restraints.distances.empty());
  EXPECT_FALSE(options_of(design, {0, 1}).restraints.membrane.present);
}

TEST(PairScores, are_those_of_the_best_pose_of_the_first_cluster_and_of_the_best_pose_elsewhere) {
  docking::DockResult result;
  for (const double score : {-9.0, -8.0, -7.5, -5.0, -4.0}) {
    docking::Pose pose;
    pose.score = score;
    result.poses.push_back(pose);
  }
  result.clusters.push_back({3, {2, 3, 4}});
  result.clusters.push_back({0, {0}});
  result.clusters.push_back({1, {1}});
  docking::Structure receptor;
  receptor.atoms.resize(30);
  docking::Structure ligand;
  ligand.atoms.resize(12);
  const PairScores scores = scores_of(result, receptor, ligand);
  EXPECT_EQ(scores.score, -9.0);
  EXPECT_EQ(scores.cluster_score, -7.5);
  EXPECT_EQ(scores.centre_score, -5.0);
  EXPECT_EQ(scores.next_cluster_score, -8.0);
  EXPECT_EQ(scores.cluster_size, 3U);
  EXPECT_EQ(scores.clusters, 3U);
  EXPECT_EQ(scores.poses, 5U);
  EXPECT_EQ(scores.ligand_atoms, 12U);
  EXPECT_EQ(scores.receptor_atoms, 30U);
}

TEST(PairScores, say_that_there_was_no_pose) {
  const PairScores scores = scores_of({}, {}, {});
  EXPECT_TRUE(std::isnan(scores.score));
  EXPECT_EQ(scores.note, "no pose was found");
}

// Holm by hand: sorted 0.001, 0.01, 0.02, 0.5 times 4, 3, 2, 1 is 0.004, 0.03, 0.04, 0.5.
TEST(ScreenMatrix, corrects_p_for_the_number_of_pairs_and_stars_what_is_left) {
  Design design = design_of({"A", "B"}, {"R", "S"});
  design.significance = 0.035;
  std::vector<std::vector<double>> asked;
  const std::map<double, double> p = {{-1.0, 0.02}, {-2.0, 0.001}, {-3.0, 0.5}, {-4.0, 0.01}};
  const Matrix matrix =
      matrix_of(design, {-1.0, -2.0, -3.0, -4.0}, [&](double score, double receptor, double ligand) {
        asked.push_back({score, receptor, ligand});
        return AgainstChance{-score, p.at(score), 0.0005};
      });
  ASSERT_EQ(asked.size(), 4U);
  EXPECT_EQ(asked[1], (std::vector<double>{-2.0, 1000.0, 200.0}));
  EXPECT_EQ(asked[2], (std::vector<double>{-3.0, 2000.0, 100.0}));
  EXPECT_EQ(matrix.family, 4U);
  EXPECT_NEAR(matrix.at(1, 0).p_adjusted, 0.004, 1e-15);
  EXPECT_NEAR(matrix.at(1, 1).p_adjusted, 0.03, 1e-15);
  EXPECT_NEAR(matrix.at(0, 0).p_adjusted, 0.04, 1e-15);
  EXPECT_NEAR(matrix.at(0, 1).p_adjusted, 0.5, 1e-15);
  EXPECT_TRUE(matrix.at(1, 0).stands_out);
  EXPECT_TRUE(matrix.at(1, 1).stands_out);
  EXPECT_FALSE(matrix.at(0, 0).stands_out);
  const std::vector<Pair> out = outstanding(matrix);
  ASSERT_EQ(out.size(), 2U);
  EXPECT_EQ(out[0].ligand, 1U);
  EXPECT_EQ(out[0].receptor, 0U);
  EXPECT_EQ(out[1].receptor, 1U);
  EXPECT_NEAR(smallest_adjusted_p(matrix), 0.002, 1e-15);
}

TEST(ScreenMatrix, leaves_a_pair_without_a_score_out_of_the_correction) {
  const Design design = design_of({"A", "B"}, {"R"});
  const Matrix matrix = matrix_of(design, {no_value, -2.0}, [](double, double, double) {
    return AgainstChance{3.0, 0.04, 0.001};
  });
  EXPECT_EQ(matrix.family, 1U);
  EXPECT_TRUE(std::isnan(matrix.at(0, 0).chance.p));
  EXPECT_FALSE(matrix.at(0, 0).stands_out);
  EXPECT_NEAR(matrix.at(1, 0).p_adjusted, 0.04, 1e-15);
  EXPECT_TRUE(matrix.at(1, 0).stands_out);
}

TEST(ScreenMatrix, does_not_hold_a_pair_with_restraints_against_unrestrained_chance) {
  Design design = design_of({"A", "B"}, {"R", "S"});
  design.receptors[0].restraints.membrane.present = true;
  design.pairs.push_back({"B", "S", {{{docking::Partner::ligand, true, {"A:1"}}}, {}, {}}});
  const Matrix matrix = matrix_of(design, {-1.0, -2.0, -3.0, -4.0}, [](double, double, double) {
    return AgainstChance{3.0, 0.01, 0.001};
  });
  EXPECT_EQ(matrix.family, 1U);
  EXPECT_TRUE(std::isnan(matrix.at(0, 0).chance.p));
  EXPECT_TRUE(std::isnan(matrix.at(1, 1).chance.p));
  EXPECT_EQ(matrix.at(0, 1).chance.p, 0.01);
}

TEST(ScreenMatrix, takes_no_p_that_is_none) {
  EXPECT_THROW((void)matrix_of(design_of({"A"}, {"R"}), {-1.0},
                               [](double, double, double) {
                                 return AgainstChance{3.0, 1.5, 0.001};
                               }),
               std::logic_error);
}

TEST(ScreenMatrix, claims_nothing_without_a_calibration) {
  const Matrix matrix = matrix_of(design_of({"A", "B"}, {"R"}), {-1.0, -1000.0});
  EXPECT_FALSE(matrix.calibrated);
  EXPECT_TRUE(outstanding(matrix).empty());
  EXPECT_TRUE(std::isnan(smallest_adjusted_p(matrix)));
  EXPECT_TRUE(std::isnan(matrix.at(1, 0).p_adjusted));
}

}  // namespace
}  // namespace azoo::screen
