// What every gathered score has to keep, whatever it sums.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>  // for max

#include "docking/gathered_score.hpp"
#include "docking/pair_score.hpp"  // for skin_A
#include "docking_search/search_fixture.hpp"

namespace azoo::docking::search_tests {

// Every kind of restraint.
inline Restraints wishes() {
  Restraints all;
  all.masks.push_back({Partner::receptor, true, {"A:2-9"}});
  all.masks.push_back({Partner::ligand, false, {"B:1-4"}});
  all.distances.push_back({{"A:1-3"}, {"B:2-5"}, 1.0, 3.0});
  all.membrane.present = true;
  all.membrane.half_thickness_A = 4.0;
  return all;
}

// Just within the skin: half of it by a shift, half by a turn.
inline RigidMotion within_skin(const PairFrames& frames, const RigidMotion& motion, Chance& chance) {
  double radius = 0.0;
  for (const Vector3& p : frames.moving.positions_A) radius = std::max(radius, length(p));
  const double half = 0.4999 * PairScore::skin_A;
  return {product(rotation_about(half / radius * chance.direction()), motion.rotation),
          motion.shift_A + half * chance.direction()};
}

// The gradient at the motion against differences of score_at(motion), a double.
template <class ScoreAt>
void expect_slope(GatheredScore& gathered, const RigidMotion& motion, const ScoreAt& score_at) {
  constexpr double step = 1e-4;
  gathered.gather(motion);
  const ScoreGradient found = gathered.evaluate(motion);
  const auto slope = [&](const Vector3& shift, const Vector3& turn) {
    const auto at = [&](double s) {
      return score_at(
          RigidMotion{product(rotation_about(s * turn), motion.rotation), motion.shift_A + s * shift});
    };
    return (at(step) - at(-step)) / (2.0 * step);
  };
  const Vector3 x{1, 0, 0}, y{0, 1, 0}, z{0, 0, 1};
  const Vector3 by_shift{slope(x, {}), slope(y, {}), slope(z, {})},
      by_turn{slope({}, x), slope({}, y), slope({}, z)};
  // The kernels' second derivatives jump where they begin: an error of the step times the jump, a few 1e-4.
  EXPECT_LT(length(found.by_shift - by_shift), 1e-3 * length(by_shift));
  EXPECT_LT(length(found.by_turn - by_turn), 1e-3 * length(by_turn));
  EXPECT_GT(length(by_shift), 0.01);
  EXPECT_GT(length(by_turn), 0.01);
}

}  // namespace azoo::docking::search_tests
