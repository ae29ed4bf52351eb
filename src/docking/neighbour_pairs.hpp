// The pairs of atoms that can matter near one pose, laid out for the processor's vectors: for each ligand
// atom a run of receptor atoms with the pair's own coefficients. Made once for a pose, used for every step of
// its refinement.
#pragma once

#include <cstddef>  // for size_t
#include <cstdint>  // for uint32_t
#include <vector>   // for vector

#include "docking/gathered_score.hpp"  // for GatheredScore
#include "docking/pair_score.hpp"      // for PairScore
#include "docking/rigid_motion.hpp"    // for RigidMotion

namespace azoo::docking {

class NeighbourPairs final : public GatheredScore {
 public:
  explicit NeighbourPairs(const PairScore& score);

  void gather(const RigidMotion& motion) override;
  // In single precision.
  [[nodiscard]] ScoreGradient evaluate(const RigidMotion& motion) const override;

 private:
  struct Run {
    std::uint32_t atom;  // of the ligand
    std::uint32_t begin;
    std::uint32_t end;  // a whole number of vectors further
  };
  struct Pairs {
    std::vector<Run> runs;
    std::uint32_t used = 0;      // of each list; their length is the room there is
    std::vector<float> x, y, z;  // of receptor atoms, about the centre
    std::vector<float> first;    // firmness x weight, or charges x weight
    std::vector<float> second;   // pair potential x weight
    void clear();
    void make_room(std::size_t more);
    void add(const Vector3& place, float first_value, float second_value);
    void close_run(std::uint32_t atom, std::uint32_t begin);
  };
  void gather_short(const RotationMatrix& rotation, const RigidMotion& motion);
  void gather_charged(const RotationMatrix& rotation, const RigidMotion& motion);

  const PairScore& score_;
  std::vector<float> potential_;  // by weight, types x types
  Vector3 centre_;                // single precision holds places near it best
  Pairs short_;
  Pairs charged_;
};

}  // namespace azoo::docking
