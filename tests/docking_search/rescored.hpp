// A score model that ranks by a rescoring of which no part can be missed.
#pragma once

#include <gtest/gtest.h>

#include "docking_search/search_fixture.hpp"

namespace azoo::docking::search_tests {

// The search's weights of the fixture, and every part of the rescoring with a weight.
inline const ScoreModel& rescored_model() {
  static const ScoreModel made = [] {
    ScoreModel copy = model();
    copy.weights.rescoring = true;
    copy.site = {};
    copy.rescoring.search_share = 0.7;
    for (std::size_t k = 0; k < copy.rescoring.weights.size(); ++k)
      copy.rescoring.weights[k] = (k % 2 == 0 ? -0.01 : 0.013) * static_cast<double>(k + 1);
    return copy;
  }();
  return made;
}

// A pose in contact, as asked for.
inline RigidMotion near_pose(const Structure& receptor, const Structure& ligand, Chance& chance,
                             double gap_A) {
  const Pair pair = framed(receptor, ligand);
  return pair.frames.as_asked(touching(pair.frames, chance, gap_A));
}

// `number`, of (receptor, ligand, pose, whether the receptor stands), is the same after a common motion and
// after the partners have changed places. Returns the largest size met.
template <class Number>
double expect_invariant(const Number& number, std::uint64_t seed) {
  Chance chance(seed);
  const Structure a = receptor_helix(), b = ligand_helix();
  double size = 0.0;
  for (int k = 0; k < 10; ++k) {
    const RigidMotion pose = near_pose(a, b, chance, 2.5), common = chance.motion(300.0);
    const RigidMotion there = compose(common, compose(pose, inverse(common)));
    const double before = number(a, b, pose, false), bound = 1e-6 * std::abs(before);
    EXPECT_NEAR(number(moved(a, common), moved(b, common), there, true), before, bound);
    EXPECT_NEAR(number(b, a, inverse(pose), false), before, bound);
    EXPECT_NEAR(number(b, a, inverse(pose), true), before, bound);
    size = std::max(size, std::abs(before));
  }
  return size;
}

}  // namespace azoo::docking::search_tests
