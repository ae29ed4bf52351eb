#include "potential_fit.hpp"

#include <algorithm>  // for max
#include <cmath>      // for log

#include "low_rank_fit.hpp"  // for fit_low_rank

namespace azoo::docking {
namespace {

constexpr auto pinned = int(repulsion_part);

// Standard deviation of each feature among the poses of a complex.
Eigen::VectorXf spread(const std::vector<const RankedSet*>& sets) {
  Eigen::VectorXf sum = Eigen::VectorXf::Zero(sets.at(0)->features.cols());
  for (const RankedSet* set : sets) {
    const Eigen::RowVectorXf mean = set->features.colwise().mean();
    sum += (set->features.rowwise() - mean).array().square().colwise().mean().matrix().transpose();
  }
  return (sum / float(sets.size())).cwiseSqrt();
}

// Pairs of types that hardly vary are held back as if they did; the plain parts may move freely.
Eigen::VectorXf scale_of(const std::vector<const RankedSet*>& sets) {
  Eigen::VectorXf scale = spread(sets);
  const Eigen::Index pairs = scale.size() - own_parts;
  scale.tail(pairs) = scale.tail(pairs).cwiseMax(0.05F * scale.tail(pairs).maxCoeff()).eval();
  scale.head(own_parts) *= 0.1F;
  return scale;
}

Eigen::Index types_of(Eigen::Index width) {
  Eigen::Index n = 0;
  while (own_parts + n * (n + 1) / 2 < width) ++n;
  return n;
}

}  // namespace

Eigen::VectorXf statistical_potential(const std::vector<const RankedSet*>& sets) {
  const Eigen::Index width = sets.at(0)->features.cols();
  Eigen::VectorXf native = Eigen::VectorXf::Zero(width), decoy = Eigen::VectorXf::Zero(width);
  for (const RankedSet* set : sets) {
    Eigen::VectorXf n = Eigen::VectorXf::Zero(width), d = Eigen::VectorXf::Zero(width);
    for (std::size_t i = 0; i < set->native.size(); ++i)
      (set->native[i] ? n : d) += set->features.row(Eigen::Index(i)).transpose();
    n.head(own_parts).setZero(), d.head(own_parts).setZero();
    if (n.sum() <= 0 || d.sum() <= 0) continue;
    native += n / n.sum(), decoy += d / d.sum();
  }
  native /= native.sum(), decoy /= decoy.sum();
  // As many pseudo-contacts as keep rare pairs near nothing.
  constexpr float pseudo = 3e-4F;
  Eigen::VectorXf potential = Eigen::VectorXf::Zero(width);
  for (Eigen::Index k = own_parts; k < width; ++k)
    potential(k) = -std::log((native(k) + pseudo) / (decoy(k) + pseudo));
  return potential;
}

RankedSet summed(const RankedSet& set, const Eigen::VectorXf& potential) {
  RankedSet small{set.name, Eigen::MatrixXf(set.features.rows(), own_parts + 1), set.native, set.seeded};
  small.features.leftCols(own_parts) = set.features.leftCols(own_parts);
  small.features.col(own_parts) = set.features * potential;
  return small;
}

Eigen::VectorXf fit_summed(const std::vector<const RankedSet*>& sets, const Eigen::VectorXf& potential,
                           const Eigen::MatrixXf& mix, float repulsion) {
  std::vector<RankedSet> mixed;
  mixed.reserve(sets.size());
  for (const RankedSet* set : sets) {
    mixed.push_back(summed(*set, potential));
    mixed.back().features = (mixed.back().features * mix).eval();
  }
  std::vector<const RankedSet*> pointers;
  for (const RankedSet& set : mixed) pointers.push_back(&set);
  const Eigen::VectorXf scale = spread(pointers).cwiseMax(1e-6F);
  Eigen::VectorXf start = 0.3F * scale.cwiseInverse();
  start(pinned) = repulsion;
  constexpr double ridge = 1e-4;
  constexpr int descents = 100;
  return mix *
         fit_ranking(pointers, Eigen::VectorXf::Zero(mix.cols()), scale, start, {ridge, descents, pinned});
}

FittedPotential fit_potential(const std::vector<const RankedSet*>& sets, const Eigen::VectorXf& statistical,
                              const PotentialRules& rules) {
  const Eigen::MatrixXf free = Eigen::MatrixXf::Identity(own_parts + 1, own_parts + 1);
  const Eigen::VectorXf plain = fit_summed(sets, statistical, free, rules.repulsion);
  Eigen::VectorXf counted = plain(own_parts) * statistical;
  counted.head(own_parts) = plain.head(own_parts);
  const Eigen::VectorXf scale = scale_of(sets);
  constexpr int descents = 40, low_rank_descents = 80;
  const Eigen::VectorXf start = fit_ranking(sets, counted, scale, counted, {rules.ridge, descents, pinned});
  return {fit_low_rank(sets, counted, scale, start,
                       {types_of(scale.size()), rules.eigenvectors, rules.ridge, low_rank_descents}),
          counted};
}

}  // namespace azoo::docking
