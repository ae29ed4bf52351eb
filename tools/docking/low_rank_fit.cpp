#include "low_rank_fit.hpp"

#include <Eigen/Eigenvalues>  // for SelfAdjointEigenSolver
#include <algorithm>          // for sort
#include <numeric>            // for iota

#include "descent.hpp"        // for minimised
#include "pose_features.hpp"  // for pair_index

namespace azoo::docking {
namespace {

Eigen::Index index_of(Eigen::Index a, Eigen::Index b, Eigen::Index types) {
  return Eigen::Index(pair_index(std::size_t(a), std::size_t(b), std::size_t(types)));
}

struct Factors {
  Eigen::MatrixXf vectors;  // types x rank
  Eigen::VectorXf signs;
};

Factors leading(const Eigen::VectorXf& weights, const LowRankRules& rules) {
  Eigen::MatrixXf e(rules.types, rules.types);
  for (Eigen::Index a = 0; a < rules.types; ++a)
    for (Eigen::Index b = 0; b < rules.types; ++b) e(a, b) = weights(index_of(a, b, rules.types));
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXf> solver(e);
  std::vector<Eigen::Index> order(std::size_t(rules.types));
  std::iota(order.begin(), order.end(), Eigen::Index{0});
  std::sort(order.begin(), order.end(), [&](Eigen::Index a, Eigen::Index b) {
    return std::abs(solver.eigenvalues()(a)) > std::abs(solver.eigenvalues()(b));
  });
  Factors f{Eigen::MatrixXf(rules.types, rules.rank), Eigen::VectorXf(rules.rank)};
  for (Eigen::Index k = 0; k < rules.rank; ++k) {
    const float value = solver.eigenvalues()(order[std::size_t(k)]);
    f.signs(k) = value < 0 ? -1.0F : 1.0F;
    f.vectors.col(k) = std::sqrt(std::abs(value)) * solver.eigenvectors().col(order[std::size_t(k)]);
  }
  return f;
}

constexpr auto own = Eigen::Index(plain_parts);

// Free numbers: the plain parts in units of their scale, then the vectors column by column.
Eigen::VectorXf weights_of(const Eigen::VectorXf& u, const Eigen::VectorXf& signs,
                           const Eigen::VectorXf& unit, const LowRankRules& rules) {
  const Eigen::Map<const Eigen::MatrixXf> v(u.data() + own, rules.types, rules.rank);
  Eigen::VectorXf w(own + rules.types * (rules.types + 1) / 2);
  w.head(own) = u.head(own).cwiseProduct(unit);
  const Eigen::MatrixXf e = v * signs.asDiagonal() * v.transpose();
  for (Eigen::Index a = 0; a < rules.types; ++a)
    for (Eigen::Index b = a; b < rules.types; ++b) w(index_of(a, b, rules.types)) = e(a, b);
  return w;
}

}  // namespace

Eigen::VectorXf fit_low_rank(const std::vector<const RankedSet*>& sets, const Eigen::VectorXf& prior,
                             const Eigen::VectorXf& scale, const Eigen::VectorXf& start,
                             const LowRankRules& rules) {
  const Factors first = leading(start, rules);
  const Eigen::VectorXf unit = scale.head(own).cwiseMax(1e-6F).cwiseInverse();
  Eigen::VectorXf u(own + rules.types * rules.rank);
  u.head(own) = start.head(own).cwiseQuotient(unit);
  Eigen::Map<Eigen::MatrixXf>(u.data() + own, rules.types, rules.rank) = first.vectors;
  const auto evaluate = [&](const Eigen::VectorXf& at) {
    const Eigen::VectorXf w = weights_of(at, first.signs, unit, rules);
    RankLoss value = ranking_loss(sets, w);
    const Eigen::VectorXf off = (w - prior).cwiseProduct(scale);
    value.loss += rules.ridge * double(off.squaredNorm());
    const Eigen::VectorXf g = value.gradient + float(2.0 * rules.ridge) * off.cwiseProduct(scale);
    const Eigen::Map<const Eigen::MatrixXf> v(at.data() + own, rules.types, rules.rank);
    Eigen::MatrixXf pull = Eigen::MatrixXf::Zero(rules.types, rules.types);
    for (Eigen::Index a = 0; a < rules.types; ++a)
      for (Eigen::Index b = a; b < rules.types; ++b) {
        pull(a, b) += g(index_of(a, b, rules.types));
        pull(b, a) += g(index_of(a, b, rules.types));
      }
    Eigen::VectorXf gradient(at.size());
    gradient.head(own) = g.head(own).cwiseProduct(unit);
    gradient(Eigen::Index(repulsion_part)) = 0.0F;  // it stays
    Eigen::Map<Eigen::MatrixXf>(gradient.data() + own, rules.types, rules.rank) =
        pull * v * first.signs.asDiagonal();
    return RankLoss{value.loss, gradient};
  };
  return weights_of(minimised(u, evaluate, rules.steps), first.signs, unit, rules);
}

}  // namespace azoo::docking
