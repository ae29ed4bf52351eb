// Moves a pose downhill to the nearest minimum of the score off the grid, ligand and receptor rigid.
#pragma once

#include "docking/gathered_score.hpp"  // for GatheredScore
#include "docking/partner.hpp"         // for ScoredPartner
#include "docking/rigid_motion.hpp"    // for RigidMotion

namespace azoo::docking {

struct RefinementRules {
  int most_steps = 40;
  double longest_step_A = 0.6;   // of an atom at the ligand's radius of gyration
  double stops_below_A = 0.005;  // a step this short ends it
};

// Quasi-Newton (BFGS; Nocedal and Wright, Numerical Optimization, 2nd edition 2006, chapter 6) in three
// shifts and three turns, the turns scaled by the ligand's radius of gyration.
[[nodiscard]] RigidMotion refined(const ScoredPartner& ligand, GatheredScore& score, const RigidMotion& start,
                                  const RefinementRules& rules);

}  // namespace azoo::docking
