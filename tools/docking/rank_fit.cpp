#include "rank_fit.hpp"

#include <cmath>  // for exp, log

#include "descent.hpp"  // for minimised

namespace azoo::docking {
namespace {

// -log softmax of the natives, and its gradient by the weights.
void add_set(const RankedSet& set, const Eigen::VectorXf& weights, double share, RankLoss& value) {
  const Eigen::VectorXf s = set.features * weights;
  float all_least = s.minCoeff(), native_least = 1e30F;
  for (Eigen::Index i = 0; i < s.size(); ++i)
    if (set.native[static_cast<std::size_t>(i)]) native_least = std::min(native_least, s(i));
  double all = 0.0, native = 0.0;
  for (Eigen::Index i = 0; i < s.size(); ++i) {
    all += std::exp(double(all_least - s(i)));
    if (set.native[static_cast<std::size_t>(i)]) native += std::exp(double(native_least - s(i)));
  }
  value.loss += share * (std::log(all) - all_least - std::log(native) + native_least);
  Eigen::VectorXf pull(s.size());
  for (Eigen::Index i = 0; i < s.size(); ++i) {
    const double p = std::exp(double(all_least - s(i))) / all;
    const double q =
        set.native[static_cast<std::size_t>(i)] ? std::exp(double(native_least - s(i))) / native : 0.0;
    pull(i) = static_cast<float>(share * (q - p));
  }
  value.gradient.noalias() += set.features.transpose() * pull;
}

}  // namespace

RankLoss ranking_loss(const std::vector<const RankedSet*>& sets, const Eigen::VectorXf& weights) {
  RankLoss value{0.0, Eigen::VectorXf::Zero(weights.size())};
  for (const RankedSet* set : sets) add_set(*set, weights, 1.0 / double(sets.size()), value);
  return value;
}

Eigen::VectorXf fit_ranking(const std::vector<const RankedSet*>& sets, const Eigen::VectorXf& prior,
                            const Eigen::VectorXf& scale, const Eigen::VectorXf& start,
                            const RankFitRules& rules) {
  // In units of the scale, so that the descent is well conditioned.
  const Eigen::VectorXf unit = scale.cwiseInverse();
  const auto evaluate = [&](const Eigen::VectorXf& at) {
    const Eigen::VectorXf weights = at.cwiseProduct(unit);
    RankLoss value = ranking_loss(sets, weights);
    value.gradient = value.gradient.cwiseProduct(unit).eval();
    const Eigen::VectorXf off = at - prior.cwiseProduct(scale);
    value.loss += rules.ridge * double(off.squaredNorm());
    value.gradient += float(2.0 * rules.ridge) * off;
    if (rules.pinned >= 0) value.gradient(rules.pinned) = 0.0F;
    return value;
  };
  Eigen::VectorXf u = start.cwiseProduct(scale);
  u = minimised(u, evaluate, rules.steps);
  return u.cwiseProduct(unit);
}

std::size_t native_rank(const RankedSet& set, const Eigen::VectorXf& weights) {
  const Eigen::VectorXf s = set.features * weights;
  float best = 1e30F;
  for (Eigen::Index i = 0; i < s.size(); ++i)
    if (set.native[static_cast<std::size_t>(i)]) best = std::min(best, s(i));
  std::size_t rank = 0;
  for (Eigen::Index i = 0; i < s.size(); ++i) rank += s(i) < best && !set.native[static_cast<std::size_t>(i)];
  return best < 1e30F ? rank : set.native.size();
}

double success(const std::vector<std::size_t>& ranks, std::size_t n) {
  std::size_t good = 0;
  for (const std::size_t r : ranks) good += r < n;
  return double(good) / double(std::max<std::size_t>(1, ranks.size()));
}

}  // namespace azoo::docking
