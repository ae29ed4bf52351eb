// The score in single precision with its gradient, by the pairs gathered near a pose.
#include "docking/neighbour_pairs.hpp"

#include <gtest/gtest.h>

#include "docking_search/gathered.hpp"

namespace azoo::docking::search_tests {
namespace {

double size_of(const ScoreTerms& terms) {
  double sum = 0.0;
  for (const double term : as_list(terms)) sum += std::abs(term);
  return sum;
}

// Places up to 50 A from the centre stand in single precision with 2e-6 A of error, which over the kernels'
// slopes (a few units an A for thousands of pairs) is some 1e-5 of the sizes of the terms together.
constexpr double single = 1e-5;

TEST(NeighbourPairs, the_score_is_that_in_double_precision_at_the_gathered_pose_and_about_it) {
  Chance chance(61);
  const Pair pair = framed(receptor_helix(), ligand_helix(), wishes());
  const PairScore score(pair.frames, model(), pair.restraints);
  NeighbourPairs pairs(score);  // used again for every pose
  for (const double gap : {1.0, 2.5, 4.0, 6.0, 12.0, 40.0}) {
    const RigidMotion motion = touching(pair.frames, chance, gap);
    pairs.gather(motion);
    const ScoreTerms here = score.terms(motion);
    EXPECT_NEAR(pairs.evaluate(motion).score, here.sum(), single * size_of(here)) << gap;
    for (int k = 0; k < 10; ++k) {
      const RigidMotion near = within_skin(pair.frames, motion, chance);
      const ScoreTerms terms = score.terms(near);
      EXPECT_NEAR(pairs.evaluate(near).score, terms.sum(), single * size_of(terms)) << gap;
    }
  }
}

TEST(NeighbourPairs, the_gradient_is_the_slope_of_the_score) {
  Chance chance(62);
  const Pair pair = framed(receptor_helix(), ligand_helix(), wishes());
  const PairScore score(pair.frames, model(), pair.restraints);
  NeighbourPairs pairs(score);
  for (const double gap : {1.0, 2.5, 3.5, 5.0, 7.0}) {
    SCOPED_TRACE(gap);
    expect_slope(pairs, touching(pair.frames, chance, gap),
                 [&](const RigidMotion& at) { return score.terms(at).sum(); });
  }
}

TEST(NeighbourPairs, each_term_alone_has_its_score_and_its_slope) {
  Chance chance(63);
  const Pair pair = framed(receptor_helix(), ligand_helix());
  for (int only = 0; only < 4; ++only) {
    ScoreModel one = model();
    one.weights = {only == 0 ? 1.0 : 0.0, only == 1 ? 1.0 : 0.0, only == 2 ? 1.0 : 0.0,
                   only == 3 ? 1.0 : 0.0};
    const PairScore score(pair.frames, one, pair.restraints);
    NeighbourPairs pairs(score);
    const RigidMotion motion = touching(pair.frames, chance, 2.0);
    pairs.gather(motion);
    const ScoreGradient found = pairs.evaluate(motion);
    const double expected = score.terms(motion).sum();
    EXPECT_GT(std::abs(expected), 1e-4);
    EXPECT_NEAR(found.score, expected, 1e-4 * std::abs(expected)) << only;
    const Vector3 along = chance.direction();
    const auto at = [&](double s) {
      return score.terms({motion.rotation, motion.shift_A + s * along}).sum();
    };
    const double slope = (at(1e-4) - at(-1e-4)) / 2e-4;
    EXPECT_NEAR(dot(found.by_shift, along), slope, 1e-3 * std::max(0.1, std::abs(slope))) << only;
  }
}

TEST(NeighbourPairs, what_fills_a_run_up_takes_no_part) {
  // One atom on either side: a run of one pair and seven fillers; and one pair too far to be gathered.
  PairFrames frames;
  for (ScoredPartner* partner : {&frames.standing, &frames.moving}) {
    partner->positions_A = {{0, 0, 0}};
    partner->types = {0};
    partner->charges_e = {0.5};
    partner->firmness = {1.0};
  }
  const RestraintScore none;
  const PairScore score(frames, model(), none);
  NeighbourPairs pairs(score);
  for (const double apart : {0.0, 2.0, 3.7, 5.0, 8.0, 13.0, 15.0, 40.0}) {
    const RigidMotion motion{rotation_about({0, 1, 0}), {0, 0, apart}};
    pairs.gather(motion);
    const ScoreGradient found = pairs.evaluate(motion);
    const ScoreTerms terms = score.terms(motion);
    EXPECT_NEAR(found.score, terms.sum(), 1e-6 * size_of(terms)) << apart;
    EXPECT_NEAR(found.by_shift.x, 0.0, 1e-9);
    EXPECT_EQ(length(found.by_turn), 0.0);  // its lever is nothing
  }
}

}  // namespace
}  // namespace azoo::docking::search_tests
