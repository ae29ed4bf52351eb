// The features of a pose are what the score is linear in: weighed as the model weighs, they are its terms.
#include "pose_features.hpp"

#include <gtest/gtest.h>

#include "docking_search/search_fixture.hpp"

namespace azoo::docking {
namespace {

using namespace search_tests;

struct Described {
  std::vector<float> features;
  ScoreTerms terms;
};
Described described(const RigidMotion& pose) {
  const Pair pair = framed(receptor_helix(), ligand_helix());
  const PairScore score(pair.frames, model(), pair.restraints);
  return {features_of(score, model().kernels, pose), score.terms(pose)};
}

TEST(PoseFeatures, weighed_as_the_model_weighs_they_are_its_terms) {
  Chance chance(81);
  const Pair pair = framed(receptor_helix(), ligand_helix());
  const Weights& weights = model().weights;
  const std::size_t types = model().types.names().size();
  for (const double gap_A : {1.5, 2.5, 4.0}) {
    const auto [features, terms] = described(touching(pair.frames, chance, gap_A));
    ASSERT_EQ(features.size(), feature_count(types));
    EXPECT_NEAR(weights.repulsion * features[repulsion_part], terms.repulsion, 1e-5 * terms.repulsion + 1e-9);
    EXPECT_NEAR(weights.electrostatics * features[electrostatics_part], terms.electrostatics,
                1e-5 * std::abs(terms.electrostatics) + 1e-9);
    double attraction = 0.0, of_pairs = 0.0, size = 0.0;
    for (std::size_t k = 0; k < attraction_steps; ++k)
      attraction += weights.attraction * model().kernels.attraction[k].share * features[first_step + k];
    for (std::size_t a = 0; a < types; ++a)
      for (std::size_t b = a; b < types; ++b) {
        const double part =
            weights.pair_potential * model().potential(a, b) * features[pair_index(a, b, types)];
        of_pairs += part;
        size += std::abs(part);
      }
    EXPECT_NEAR(attraction, terms.attraction, 1e-5);
    EXPECT_GT(size, 0.0);
    EXPECT_NEAR(of_pairs, terms.pair_potential, 1e-5 * size);
  }
}

TEST(PoseFeatures, they_come_back_from_the_file) {
  Chance chance(82);
  const Pair pair = framed(receptor_helix(), ligand_helix());
  const RigidMotion pose = touching(pair.frames, chance, 2.0);
  LabelledPose written{true, 0.25F, 7.5F, 3.5F, 0.125F, 2, pose, described(pose).features};
  const auto file = std::filesystem::path(testing::TempDir()) / "described.poses";
  write_poses(file, {written, written});
  const std::vector<LabelledPose> read = read_poses(file);
  ASSERT_EQ(read.size(), 2U);
  EXPECT_TRUE(read[1].seeded);
  EXPECT_EQ(read[1].capri, 2);
  EXPECT_EQ(read[1].fnat, 0.125F);
  EXPECT_EQ(read[1].features, written.features);
  EXPECT_NEAR(read[1].motion.shift_A.x, pose.shift_A.x, 1e-4);
  std::filesystem::resize_file(file, std::filesystem::file_size(file) - 4);
  EXPECT_THROW((void)read_poses(file), std::runtime_error);
  std::filesystem::remove(file);
}

TEST(PoseFeatures, kernels_that_the_score_does_not_cover_are_refused) {
  Chance chance(83);
  const Pair pair = framed(receptor_helix(), ligand_helix());
  const PairScore score(pair.frames, model(), pair.restraints);
  const RigidMotion pose = touching(pair.frames, chance, 2.0);
  Kernels farther = model().kernels, fewer = model().kernels;
  farther.contact_far_A = score.short_reach_A() + PairScore::skin_A + 0.1;
  fewer.attraction.pop_back();
  EXPECT_THROW((void)features_of(score, farther, pose), std::logic_error);
  EXPECT_THROW((void)features_of(score, fewer, pose), std::logic_error);
}

}  // namespace
}  // namespace azoo::docking
