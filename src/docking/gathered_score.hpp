// A score near one pose, with its slope: what a refinement goes down.
#pragma once

#include "docking/rigid_motion.hpp"  // for RigidMotion
#include "docking/vector3.hpp"       // for Vector3

namespace azoo::docking {

// A score with its derivatives by the shift of the ligand and by its turning about its own origin (per
// radian).
struct ScoreGradient {
  double score = 0.0;
  Vector3 by_shift;
  Vector3 by_turn;
};

class GatheredScore {
 public:
  GatheredScore() = default;
  GatheredScore(const GatheredScore&) = delete;
  GatheredScore& operator=(const GatheredScore&) = delete;
  virtual ~GatheredScore() = default;

  // Takes every pair of atoms whose distance is less than its kernel's reach plus the skin of PairScore.
  virtual void gather(const RigidMotion& motion) = 0;
  // Valid while no ligand atom has moved farther than the skin from where it was gathered.
  [[nodiscard]] virtual ScoreGradient evaluate(const RigidMotion& motion) const = 0;
};

}  // namespace azoo::docking
