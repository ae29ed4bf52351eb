#include "docking/channels.hpp"

#include <Eigen/Eigenvalues>  // for SelfAdjointEigenSolver
#include <algorithm>          // for max, stable_sort
#include <cmath>              // for abs
#include <numeric>            // for iota

#include "docking/kernels.hpp"  // for fall_off, steps_at, soft_core, damped_coulomb

namespace azoo::docking {
namespace {

std::vector<float> as_floats(const std::vector<double>& values) {
  return {values.begin(), values.end()};
}

std::vector<double> scaled(std::vector<double> values, double factor) {
  for (double& v : values) v *= factor;
  return values;
}

std::vector<double> by_type(const ScoredPartner& partner, const std::vector<double>& vector) {
  std::vector<double> values;
  for (const std::uint8_t type : partner.types) values.push_back(vector[type]);
  return values;
}

Channel repulsion(const ScoredPartner& receptor, const ScoredPartner& ligand, const ScoreModel& model) {
  const double reach = model.kernels.repulsion_reach_A;
  return {{{scaled(receptor.firmness, model.weights.repulsion),
            [reach](double r2) { return soft_core(r2, reach * reach); }, reach}},
          as_floats(ligand.firmness),
          {}};
}

Channel attraction(const ScoredPartner& receptor, const ScoredPartner& ligand, const ScoreModel& model) {
  const std::vector<Step>& steps = model.kernels.attraction;
  double reach = 0.0;
  for (const Step& step : steps) reach = std::max(reach, step.far_A);
  return {{{std::vector<double>(receptor.size(), -model.weights.attraction),
            [&steps](double r2) { return steps_at(r2, steps); }, reach}},
          std::vector<float>(ligand.size(), 1.0F),
          {}};
}

Channel electrostatics(const ScoredPartner& receptor, const ScoredPartner& ligand, const ScoreModel& model) {
  const double core = model.kernels.electrostatic_core_A;
  const double reach = model.kernels.electrostatic_reach_A;
  return {{{scaled(receptor.charges_e, model.weights.electrostatics),
            [core, reach](double r2) { return damped_coulomb(r2, core * core, reach * reach); }, reach}},
          as_floats(ligand.charges_e),
          {}};
}

Channel eigen_channel(const ScoredPartner& receptor, const ScoredPartner& ligand, const ScoreModel& model,
                      const EigenTerm& term) {
  const double near = model.kernels.contact_near_A;
  const double far = model.kernels.contact_far_A;
  return {{{scaled(by_type(receptor, term.vector), model.weights.pair_potential * term.value),
            [near, far](double r2) { return fall_off(r2, near * near, far * far); }, far}},
          as_floats(by_type(ligand, term.vector)),
          {}};
}

}  // namespace

std::vector<EigenTerm> leading_eigenterms(const PairPotential& potential, std::size_t count) {
  const auto n = static_cast<Eigen::Index>(potential.types);
  Eigen::MatrixXd matrix(n, n);
  for (Eigen::Index a = 0; a < n; ++a)
    for (Eigen::Index b = 0; b < n; ++b)
      matrix(a, b) = potential(static_cast<std::size_t>(a), static_cast<std::size_t>(b));
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(matrix);
  std::vector<Eigen::Index> order(potential.types);
  std::iota(order.begin(), order.end(), Eigen::Index{0});
  std::stable_sort(order.begin(), order.end(), [&](Eigen::Index a, Eigen::Index b) {
    return std::abs(solver.eigenvalues()(a)) > std::abs(solver.eigenvalues()(b));
  });
  order.resize(std::min(count, order.size()));
  std::vector<EigenTerm> terms;
  for (const Eigen::Index k : order) {
    EigenTerm term{solver.eigenvalues()(k), {}};
    for (Eigen::Index a = 0; a < n; ++a) term.vector.push_back(solver.eigenvectors()(a, k));
    terms.push_back(std::move(term));
  }
  return terms;
}

std::vector<Channel> score_channels(const ScoredPartner& receptor, const ScoredPartner& ligand,
                                    const ScoreModel& model, std::size_t eigenvectors) {
  std::vector<Channel> channels{repulsion(receptor, ligand, model)};
  if (model.weights.attraction != 0.0) channels.push_back(attraction(receptor, ligand, model));
  if (model.weights.electrostatics != 0.0) channels.push_back(electrostatics(receptor, ligand, model));
  if (model.weights.pair_potential == 0.0) return channels;
  for (const EigenTerm& term : leading_eigenterms(model.potential, eigenvectors))
    if (term.value != 0.0) channels.push_back(eigen_channel(receptor, ligand, model, term));
  return channels;
}

}  // namespace azoo::docking
