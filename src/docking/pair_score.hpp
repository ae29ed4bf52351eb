// The score off the grid, as the sum over pairs of atoms: exact in double precision, and in single precision
// with its gradient for moving a pose downhill.
#pragma once

#include <cstddef>  // for size_t
#include <memory>   // for unique_ptr
#include <vector>   // for vector

#include "docking/pair_frames.hpp"   // for PairFrames
#include "docking/pose.hpp"          // for ScoreTerms
#include "docking/reach_lists.hpp"   // for ReachLists
#include "docking/rigid_motion.hpp"  // for RigidMotion
#include "docking/score_model.hpp"   // for ScoreModel

namespace azoo::docking {

struct RestraintScore;

// Holds references: frames, model and restraints must outlive it.
class PairScore {
 public:
  PairScore(const PairFrames& frames, const ScoreModel& model, const RestraintScore& restraints);

  // The moving partner moved by `motion`, the other as it stands.
  [[nodiscard]] ScoreTerms terms(const RigidMotion& motion) const;

  [[nodiscard]] const PairFrames& frames() const { return frames_; }
  [[nodiscard]] const ScoredPartner& receptor() const { return frames_.standing; }
  [[nodiscard]] const ScoredPartner& ligand() const { return frames_.moving; }
  [[nodiscard]] const RestraintScore& restraints() const { return restraints_; }
  [[nodiscard]] const ScoreModel& model() const { return model_; }
  [[nodiscard]] const ReachLists& lists() const { return lists_; }
  // Farther than the short kernels reach by this much: a pose may move so far before its pairs are gathered
  // anew.
  static constexpr double skin_A = 2.0;
  // The farthest that any short-range kernel reaches.
  [[nodiscard]] double short_reach_A() const { return short_reach_A_; }
  [[nodiscard]] const std::vector<std::size_t>& charged_receptor() const { return charged_receptor_; }
  [[nodiscard]] const std::vector<std::size_t>& charged_ligand() const { return charged_ligand_; }

 private:
  const PairFrames& frames_;
  const ScoreModel& model_;
  const RestraintScore& restraints_;
  double short_reach_A_;
  ReachLists lists_;
  std::vector<std::size_t> charged_receptor_;
  std::vector<std::size_t> charged_ligand_;
};

}  // namespace azoo::docking
