#include "docking/rescoring.hpp"

#include <algorithm>  // for max
#include <numeric>    // for inner_product

#include "docking/kernels.hpp"     // for fall_off, soft_core, damped_coulomb
#include "docking/site_score.hpp"  // for SiteScore

namespace azoo::docking {
namespace {

double reach_of(const RescoringModel& model, const Kernels& kernels) {
  double reach = std::max(short_reach_A(kernels), model.clash_reach_A);
  for (const Shell& shell : model.shells) reach = std::max(reach, shell.far_A);
  return reach;
}

std::vector<bool> polar_atoms(const ScoredPartner& partner, const RescoringModel& model) {
  std::vector<bool> polar;
  if (model.polar_type.empty()) return polar;  // a model that does without
  for (const std::uint8_t type : partner.types) polar.push_back(model.polar_type[type]);
  return polar;
}

constexpr double squared(double x) {
  return x * x;
}

}  // namespace

Rescoring::Rescoring(const PairScore& score, double margin_A)
    : score_(score),
      model_(score.model().rescoring),
      reach_A_(reach_of(model_, score.model().kernels)),
      lists_(score.receptor().positions_A, reach_A_ + margin_A),
      standing_polar_(polar_atoms(score.receptor(), model_)),
      moving_polar_(polar_atoms(score.ligand(), model_)) {}

std::vector<double> Rescoring::features(const RigidMotion& motion) const {
  const ScoredPartner& standing = score_.receptor();
  const ScoredPartner& moving = score_.ligand();
  const double repulsion2 = squared(score_.model().kernels.repulsion_reach_A);
  const double clash2 = squared(model_.clash_reach_A);
  const RotationMatrix rotation = matrix_of(motion.rotation);
  std::vector<double> sums(model_.feature_count(), 0.0);
  double& repulsion = sums[model_.repulsion_place()];
  double& clashes = sums[model_.clash_place()];
  double& far_charges = sums[model_.far_charges_place()];
  for (std::size_t j = 0; j < moving.size(); ++j) {
    const Vector3 at = rotation * moving.positions_A[j] + motion.shift_A;
    for (const std::uint32_t i : lists_.near(at)) {
      const double r2 = squared_distance(at, standing.positions_A[i]);
      if (r2 >= squared(reach_A_)) continue;
      repulsion += standing.firmness[i] * moving.firmness[j] * soft_core(r2, repulsion2);
      clashes += soft_core(r2, clash2);
      for (std::size_t s = 0; s < model_.shells.size(); ++s)
        sums[RescoringModel::contact_place(s, standing_polar_[i], moving_polar_[j])] +=
            fall_off(r2, squared(model_.shells[s].near_A), squared(model_.shells[s].far_A));
    }
  }
  for (const std::size_t j : score_.charged_ligand()) {
    const Vector3 at = rotation * moving.positions_A[j] + motion.shift_A;
    for (const std::size_t i : score_.charged_receptor())
      far_charges += standing.charges_e[i] * moving.charges_e[j] *
                     damped_coulomb(squared_distance(at, standing.positions_A[i]),
                                    squared(model_.far_charges_core_A), squared(model_.far_charges_reach_A));
  }
  return sums;
}

ScoreTerms Rescoring::terms(const RigidMotion& motion) const {
  ScoreTerms terms = score_.terms(motion);
  if (!score_.model().weights.rescoring) return terms;
  const std::vector<double> sums = features(motion);
  const double found_by = terms.repulsion + terms.attraction + terms.electrostatics + terms.pair_potential;
  terms.rescoring = std::inner_product(sums.begin(), sums.end(), model_.weights.begin(),
                                       (model_.search_share - 1.0) * found_by);
  terms.site = SiteScore(score_).value(motion);
  return terms;
}

}  // namespace azoo::docking
