// Which places of a search are refined.
#include "docking/search_starts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "docking_search/search_fixture.hpp"

namespace azoo::docking::search_tests {
namespace {

using testing::ElementsAre;

ScoredPartner helix() {
  return framed(receptor_helix(), ligand_helix()).frames.moving;
}

std::vector<RigidMotion> along(const std::vector<double>& places_A) {
  std::vector<RigidMotion> motions;
  for (const double place : places_A) motions.push_back({{}, {place, 1.0, -2.0}});
  return motions;
}
std::vector<double> places(const std::vector<Start>& starts) {
  std::vector<double> out;
  for (const Start& start : starts) out.push_back(start.motion.shift_A.x);
  return out;
}
std::vector<std::size_t> hits(const std::vector<Start>& starts) {
  std::vector<std::size_t> out;
  for (const Start& start : starts) out.push_back(start.hits);
  return out;
}

TEST(SearchStarts, those_near_a_better_one_are_counted_with_it) {
  const auto starts = distinct_starts(helix(), along({0, 10, 1, 2.9, 11, 4, 3.1}), 3.0, 100);
  EXPECT_THAT(places(starts), ElementsAre(0, 10, 4));
  EXPECT_THAT(hits(starts), ElementsAre(3, 2, 2)) << "3.1 is near 4, and 0 is too far";
}

TEST(SearchStarts, the_best_are_taken_and_what_lies_near_them_still_counts) {
  const auto starts = distinct_starts(helix(), along({0, 10, 20, 1, 21}), 3.0, 2);
  EXPECT_THAT(places(starts), ElementsAre(0, 10));
  EXPECT_THAT(hits(starts), ElementsAre(2, 1));
}

TEST(SearchStarts, nothing_apart_takes_the_best_as_they_are) {
  EXPECT_THAT(places(distinct_starts(helix(), along({0, 0, 5}), 0.0, 2)), ElementsAre(0, 0));
  EXPECT_THAT(hits(distinct_starts(helix(), along({0, 0, 5}), 0.0, 9)), ElementsAre(1, 1, 1));
  EXPECT_TRUE(distinct_starts(helix(), {}, 3.0, 9).empty());
}

// By the plain sum over atoms, for turns and shifts together.
TEST(SearchStarts, they_lie_apart_by_the_root_mean_square_over_all_atoms) {
  const ScoredPartner moving = helix();
  Chance chance(95);
  std::vector<RigidMotion> motions;
  for (int k = 0; k < 600; ++k)
    motions.push_back({rotation_about(chance.uniform(0.0, 0.6) * chance.direction()),
                       chance.uniform(0.0, 4.0) * chance.direction()});
  for (const double apart_A : {1.0, 2.5}) {
    const auto starts = distinct_starts(moving, motions, apart_A, 10'000);
    ASSERT_GT(starts.size(), 10U);
    ASSERT_LT(starts.size(), 590U);
    std::size_t taken = 0;
    for (const RigidMotion& motion : motions) {
      double nearest = 1e9;
      for (std::size_t k = 0; k < taken; ++k)
        nearest = std::min(nearest, rmsd_A(moving.positions_A, starts[k].motion, motion));
      if (taken < starts.size() && starts[taken].motion.shift_A == motion.shift_A) {
        EXPECT_GE(nearest, apart_A);
        ++taken;
      } else {
        EXPECT_LT(nearest, apart_A);
      }
    }
    EXPECT_EQ(taken, starts.size());
  }
}

}  // namespace
}  // namespace azoo::docking::search_tests
