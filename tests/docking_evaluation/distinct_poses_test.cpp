// Poses that are nearly alike are taken once.
#include "docking/distinct_poses.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "docking_evaluation/made_complex.hpp"

namespace azoo::docking {
namespace {

using testing::ElementsAre;

// Poses along a line, in order of rank, each with hits of its own: the distance of two is the difference.
class DistinctPoses : public testing::Test {
 protected:
  DistinctPoses() {
    made::add_helix(receptor_, "A", 1, made::sequence(1, 40), {});
    made::add_helix(ligand_, "B", 1, made::sequence(3, 24), {{}, {12.0, 0.0, 0.0}});
  }
  [[nodiscard]] Poses left(const std::vector<double>& places_A, double apart_A) const {
    Poses ranked;
    for (const double place : places_A) {
      Pose pose{{{}, {0.0, place, 0.0}}, static_cast<double>(ranked.size()), {}};
      pose.hits = std::size_t{1} << ranked.size();
      ranked.push_back(pose);
    }
    return distinct_poses(ranked, {receptor_, ligand_, ranked, ranked.size()}, apart_A);
  }

 private:
  Structure receptor_ = made::named("receptor");
  Structure ligand_ = made::named("ligand");
};

std::vector<double> scores(const Poses& poses) {
  std::vector<double> out;
  for (const Pose& pose : poses) out.push_back(pose.score);
  return out;
}
std::vector<std::size_t> hits(const Poses& poses) {
  std::vector<std::size_t> out;
  for (const Pose& pose : poses) out.push_back(pose.hits);
  return out;
}

TEST_F(DistinctPoses, those_near_a_better_one_are_left_out_and_their_hits_go_to_it) {
  const Poses poses = left({0, 2, 10, -2.5, 11, 5}, 3.0);
  EXPECT_THAT(scores(poses), ElementsAre(0, 2, 5));
  EXPECT_THAT(hits(poses), ElementsAre(1 + 2 + 8, 4 + 16, 32));
}

TEST_F(DistinctPoses, one_that_was_left_out_pushes_none_aside) {
  // The pose at 2 goes with the one at 0; the one at 4 is near it, but not near the one at 0.
  const Poses poses = left({0, 2, 4}, 3.0);
  EXPECT_THAT(scores(poses), ElementsAre(0, 2));
  EXPECT_THAT(hits(poses), ElementsAre(3, 4));
}

TEST_F(DistinctPoses, of_two_near_the_better_one_gets_the_hits) {
  EXPECT_THAT(hits(left({0, 4, 2}, 3.0)), ElementsAre(1 + 4, 2));
}

TEST_F(DistinctPoses, the_distance_itself_is_apart_enough) {
  EXPECT_EQ(left({0, 3.0 + 1e-9}, 3.0).size(), 2U);
  EXPECT_EQ(left({0, 3.0 - 1e-9}, 3.0).size(), 1U);
}

TEST_F(DistinctPoses, nothing_apart_keeps_even_equal_ones_and_of_none_there_is_none) {
  EXPECT_EQ(left({0, 0, 0}, 0.0).size(), 3U);
  EXPECT_TRUE(left({}, 3.0).empty());
}

}  // namespace
}  // namespace azoo::docking
