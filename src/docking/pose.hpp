// One way in which the ligand lies on the receptor, with its score in arbitrary units: lower is better. A
// score is no energy and no affinity, and must not be compared between pairs of molecules.
#pragma once

#include <cstddef>  // for size_t
#include <vector>   // for vector

#include "docking/rigid_motion.hpp"  // for RigidMotion

namespace azoo::docking {

// The weighted parts; their sum is the score.
struct ScoreTerms {
  double repulsion = 0.0;
  double attraction = 0.0;
  double electrostatics = 0.0;
  double pair_potential = 0.0;
  double rescoring = 0.0;  // what the ranking adds to the terms of the search, rescoring.hpp
  double site = 0.0;       // where on the partners the interface lies, site_score.hpp
  double restraints = 0.0;
  [[nodiscard]] double sum() const {
    return repulsion + attraction + electrostatics + pair_potential + rescoring + site + restraints;
  }
};

[[nodiscard]] inline ScoreTerms mean_of(const ScoreTerms& a, const ScoreTerms& b) {
  const auto mean = [&](double ScoreTerms::*term) { return 0.5 * (a.*term + b.*term); };
  return {mean(&ScoreTerms::repulsion),      mean(&ScoreTerms::attraction), mean(&ScoreTerms::electrostatics),
          mean(&ScoreTerms::pair_potential), mean(&ScoreTerms::rescoring),  mean(&ScoreTerms::site),
          mean(&ScoreTerms::restraints)};
}

struct Pose {
  RigidMotion motion;  // of the ligand, coordinates as read
  double score = 0.0;
  ScoreTerms terms;
  std::size_t hits = 1;  // places of the search that led here when they were refined
};

// Lists of poses are ranked: best (lowest) score first.
using Poses = std::vector<Pose>;

}  // namespace azoo::docking
