#include "docking/ranking_pairs.hpp"

#include "docking/restraint_score.hpp"  // for place_restraints

namespace azoo::docking {
namespace {

constexpr double squared(double x) {
  return x * x;
}

void add(ScoreGradient& total, const Vector3& lever, const Vector3& force) {
  total.by_shift = total.by_shift + force;
  total.by_turn = total.by_turn + cross(lever, force);
}

}  // namespace

RankingPairs::RankingPairs(const Rescoring& rescoring) : rescoring_(rescoring) {
  const ScoreModel& model = rescoring.score().model();
  const RescoringModel& ranking = model.rescoring;
  for (std::size_t kind = 0; kind < falls_.size(); ++kind) {
    for (const Step& step : model.kernels.attraction) {
      falls_[kind].push_back({squared(step.near_A), squared(step.far_A),
                              -ranking.search_share * model.weights.attraction * step.share});
    }
    for (std::size_t s = 0; s < ranking.shells.size(); ++s) {
      falls_[kind].push_back({squared(ranking.shells[s].near_A), squared(ranking.shells[s].far_A),
                              ranking.weights[RescoringModel::contact_place(s, kind > 0, kind > 1)]});
    }
  }
}

void RankingPairs::gather(const RigidMotion& motion) {
  const PairScore& score = rescoring_.score();
  const ScoredPartner& standing = score.receptor();
  const ScoredPartner& moving = score.ligand();
  const ScoreModel& model = score.model();
  const RescoringModel& ranking = model.rescoring;
  const double firmly =
      ranking.search_share * model.weights.repulsion + ranking.weights[ranking.repulsion_place()];
  const double potential = ranking.search_share * model.weights.pair_potential;
  const double reach2 = squared(rescoring_.reach_A() + PairScore::skin_A);
  const RotationMatrix rotation = matrix_of(motion.rotation);
  near_.clear();
  runs_.clear();
  for (std::uint32_t j = 0; j < moving.size(); ++j) {
    const Vector3 at = rotation * moving.positions_A[j] + motion.shift_A;
    const std::size_t begin = near_.size();
    for (const std::uint32_t i : rescoring_.lists().near(at)) {
      if (squared_distance(at, standing.positions_A[i]) >= reach2) continue;
      const auto kind = static_cast<std::uint32_t>(rescoring_.polar_standing(i)) +
                        static_cast<std::uint32_t>(rescoring_.polar_moving(j));
      near_.push_back(
          {i, kind, firmly * standing.firmness[i] * moving.firmness[j],
           potential * model.potential(standing.types[i], moving.types[j]) + score.restraints().mask(i, j)});
    }
    if (near_.size() > begin) runs_.push_back({j, begin, near_.size()});
  }
}

KernelValue RankingPairs::value_at(const Near& pair, double r2) const {
  const ScoreModel& model = rescoring_.score().model();
  const RescoringModel& ranking = model.rescoring;
  const Kernels& kernels = model.kernels;
  KernelValue sum;
  sum.add(pair.repulsion, soft_core_at(r2, squared(kernels.repulsion_reach_A)));
  sum.add(ranking.weights[ranking.clash_place()], soft_core_at(r2, squared(ranking.clash_reach_A)));
  sum.add(pair.contact, fall_off_at(r2, squared(kernels.contact_near_A), squared(kernels.contact_far_A)));
  for (const Fall& fall : falls_[pair.kind]) sum.add(fall.weight, fall_off_at(r2, fall.near2, fall.far2));
  return sum;
}

KernelValue RankingPairs::charges_at(double r2) const {
  const ScoreModel& model = rescoring_.score().model();
  const RescoringModel& ranking = model.rescoring;
  const Kernels& kernels = model.kernels;
  KernelValue sum;
  sum.add(
      ranking.search_share * model.weights.electrostatics,
      damped_coulomb_at(r2, squared(kernels.electrostatic_core_A), squared(kernels.electrostatic_reach_A)));
  sum.add(ranking.weights[ranking.far_charges_place()],
          damped_coulomb_at(r2, squared(ranking.far_charges_core_A), squared(ranking.far_charges_reach_A)));
  return sum;
}

void RankingPairs::add_near(const RotationMatrix& rotation, const RigidMotion& motion,
                            ScoreGradient& total) const {
  const ScoredPartner& standing = rescoring_.score().receptor();
  const ScoredPartner& moving = rescoring_.score().ligand();
  const double reach2 = squared(rescoring_.reach_A());
  for (const Run& run : runs_) {
    const Vector3 lever = rotation * moving.positions_A[run.moving];
    const Vector3 place = lever + motion.shift_A;
    Vector3 force;
    for (std::size_t k = run.begin; k < run.end; ++k) {
      const Vector3 apart = place - standing.positions_A[near_[k].standing];
      const double r2 = dot(apart, apart);
      if (r2 >= reach2) continue;
      const KernelValue at = value_at(near_[k], r2);
      total.score += at.value;
      force = force + 2.0 * at.slope * apart;
    }
    add(total, lever, force);
  }
}

void RankingPairs::add_charges(const RotationMatrix& rotation, const RigidMotion& motion,
                               ScoreGradient& total) const {
  const PairScore& score = rescoring_.score();
  for (const std::size_t j : score.charged_ligand()) {
    const Vector3 lever = rotation * score.ligand().positions_A[j];
    const Vector3 place = lever + motion.shift_A;
    Vector3 force;
    for (const std::size_t i : score.charged_receptor()) {
      const Vector3 apart = place - score.receptor().positions_A[i];
      const KernelValue at = charges_at(dot(apart, apart));
      const double product = score.receptor().charges_e[i] * score.ligand().charges_e[j];
      total.score += product * at.value;
      force = force + 2.0 * product * at.slope * apart;
    }
    add(total, lever, force);
  }
}

ScoreGradient RankingPairs::evaluate(const RigidMotion& motion) const {
  const PairScore& score = rescoring_.score();
  const RotationMatrix rotation = matrix_of(motion.rotation);
  ScoreGradient total = place_restraints(score.restraints(), score.frames(), motion);
  add_near(rotation, motion, total);
  add_charges(rotation, motion, total);
  return total;
}

}  // namespace azoo::docking
