// The score off the grid, as the sum over pairs of atoms: exact in double precision, and in single precision with its
// gradient for moving a pose downhill.
#pragma once

#include <cstddef>  // for size_t
#include <memory>   // for unique_ptr
#include <vector>   // for vector

#include "docking/cell_list.hpp"    // for CellList
#include "docking/partner.hpp"      // for ScoredPartner
#include "docking/pose.hpp"         // for ScoreTerms
#include "docking/rigid_motion.hpp" // for RigidMotion
#include "docking/score_model.hpp"  // for ScoreModel

namespace azoo::docking {

class PairScore {
 public:
  PairScore(const ScoredPartner& receptor, const ScoredPartner& ligand, const ScoreModel& model);

  // The ligand moved by `motion`, the receptor as it stands.
  [[nodiscard]] ScoreTerms terms(const RigidMotion& motion) const;

  [[nodiscard]] const ScoredPartner& receptor() const { return receptor_; }
  [[nodiscard]] const ScoredPartner& ligand() const { return ligand_; }
  [[nodiscard]] const ScoreModel& model() const { return model_; }
  [[nodiscard]] const CellList& cells() const { return cells_; }
  // The farthest that any short-range kernel reaches.
  [[nodiscard]] double short_reach_A() const { return short_reach_A_; }
  [[nodiscard]] const std::vector<std::size_t>& charged_receptor() const { return charged_receptor_; }
  [[nodiscard]] const std::vector<std::size_t>& charged_ligand() const { return charged_ligand_; }

 private:
  const ScoredPartner& receptor_;
  const ScoredPartner& ligand_;
  const ScoreModel& model_;
  CellList cells_;
  double short_reach_A_;
  std::vector<std::size_t> charged_receptor_;
  std::vector<std::size_t> charged_ligand_;
};

}  // namespace azoo::docking
