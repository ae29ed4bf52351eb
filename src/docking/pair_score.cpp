#include "docking/pair_score.hpp"

#include "docking/kernels.hpp"          // for fall_off, soft_core, damped_coulomb
#include "docking/restraint_score.hpp"  // for RestraintScore, place_restraints

namespace azoo::docking {
namespace {

std::vector<std::size_t> charged(const ScoredPartner& partner) {
  std::vector<std::size_t> atoms;
  for (std::size_t i = 0; i < partner.size(); ++i)
    if (partner.charges_e[i] != 0.0) atoms.push_back(i);
  return atoms;
}

constexpr double squared(double x) {
  return x * x;
}

}  // namespace

PairScore::PairScore(const PairFrames& frames, const ScoreModel& model, const RestraintScore& restraints)
    : frames_(frames),
      model_(model),
      restraints_(restraints),
      short_reach_A_(docking::short_reach_A(model.kernels)),
      lists_(frames.standing.positions_A, short_reach_A_ + skin_A),
      charged_receptor_(charged(frames.standing)),
      charged_ligand_(charged(frames.moving)) {}

ScoreTerms PairScore::terms(const RigidMotion& motion) const {
  const Kernels& k = model_.kernels;
  const ScoredPartner& standing = receptor();
  const ScoredPartner& moving = ligand();
  const RotationMatrix rotation = matrix_of(motion.rotation);
  ScoreTerms sum;
  for (std::size_t j = 0; j < moving.size(); ++j) {
    const Vector3 at = rotation * moving.positions_A[j] + motion.shift_A;
    for (const std::uint32_t i : lists_.near(at)) {
      const double r2 = squared_distance(at, standing.positions_A[i]);
      if (r2 >= squared(short_reach_A_)) continue;
      sum.repulsion +=
          standing.firmness[i] * moving.firmness[j] * soft_core(r2, squared(k.repulsion_reach_A));
      const double contact = fall_off(r2, squared(k.contact_near_A), squared(k.contact_far_A));
      sum.attraction -= steps_at(r2, k.attraction);
      sum.pair_potential += model_.potential(standing.types[i], moving.types[j]) * contact;
      sum.restraints += restraints_.mask(i, j) * contact;
    }
  }
  for (const std::size_t j : charged_ligand_) {
    const Vector3 at = rotation * moving.positions_A[j] + motion.shift_A;
    for (const std::size_t i : charged_receptor_)
      sum.electrostatics += standing.charges_e[i] * moving.charges_e[j] *
                            damped_coulomb(squared_distance(at, standing.positions_A[i]),
                                           squared(k.electrostatic_core_A), squared(k.electrostatic_reach_A));
  }
  sum.restraints += place_restraints(restraints_, frames_, motion).score;
  sum.repulsion *= model_.weights.repulsion;
  sum.attraction *= model_.weights.attraction;
  sum.electrostatics *= model_.weights.electrostatics;
  sum.pair_potential *= model_.weights.pair_potential;
  return sum;
}

}  // namespace azoo::docking
