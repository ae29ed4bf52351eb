// The score that ranks poses (rescoring.hpp) with its gradient, in double precision, by the pairs of atoms
// gathered near a pose: for moving the best poses on to its own minima.
#pragma once

#include <array>    // for array
#include <cstdint>  // for uint32_t
#include <vector>   // for vector

#include "docking/gathered_score.hpp"  // for GatheredScore
#include "docking/kernels.hpp"         // for KernelValue
#include "docking/rescoring.hpp"       // for Rescoring

namespace azoo::docking {

class RankingPairs final : public GatheredScore {
 public:
  // The rescoring must outlive it, have lists with the skin as their margin, and its weight set must use it.
  explicit RankingPairs(const Rescoring& rescoring);

  void gather(const RigidMotion& motion) override;
  [[nodiscard]] ScoreGradient evaluate(const RigidMotion& motion) const override;

 private:
  // What one pair of atoms weighs in each kernel.
  struct Near {
    std::uint32_t standing;
    std::uint32_t kind;  // of contact: 0 apolar, 1 unlike, 2 polar
    double repulsion;
    double contact;
  };
  struct Run {
    std::uint32_t moving;
    std::size_t begin;
    std::size_t end;
  };
  // A step of the attraction or a shell, by its weight.
  struct Fall {
    double near2;
    double far2;
    double weight;
  };
  [[nodiscard]] KernelValue value_at(const Near& pair, double r2) const;
  [[nodiscard]] KernelValue charges_at(double r2) const;
  void add_near(const RotationMatrix& rotation, const RigidMotion& motion, ScoreGradient& total) const;
  void add_charges(const RotationMatrix& rotation, const RigidMotion& motion, ScoreGradient& total) const;

  const Rescoring& rescoring_;
  std::array<std::vector<Fall>, RescoringModel::contact_kinds> falls_;  // steps and shells, by kind
  std::vector<Near> near_;
  std::vector<Run> runs_;
};

}  // namespace azoo::docking
