#include "basin_fit.hpp"

#include <algorithm>  // for clamp, min
#include <cmath>      // for exp, log, log1p

#include "descent.hpp"  // for minimised

namespace azoo::docking {
namespace {

constexpr double basins_that_matter = 3.0;
constexpr double softness = 0.15;
constexpr int steps = 80;

void add_set(const BasinSet& set, const Eigen::VectorXf& weights, double part, RankLoss& value) {
  const Eigen::VectorXf s = set.features * weights;
  double least = 1e30, sum = 0.0;
  for (Eigen::Index i = 0; i < s.size(); ++i)
    if (set.native[std::size_t(i)]) least = std::min(least, double(s(i)));
  for (Eigen::Index i = 0; i < s.size(); ++i)
    if (set.native[std::size_t(i)]) sum += std::exp(-(double(s(i)) - least) / softness);
  const double native = least - softness * std::log(sum);
  double before = 0.0, pull = 0.0;
  Eigen::VectorXd slope(s.size());
  for (Eigen::Index i = 0; i < s.size(); ++i) {
    if (set.native[std::size_t(i)]) continue;
    const double z = 1.0 / (1.0 + std::exp(std::clamp((double(s(i)) - native) / softness, -50.0, 50.0)));
    before += double(set.share(i)) * z;
    slope(i) = double(set.share(i)) * z * (1.0 - z) / softness;
    pull += slope(i);
  }
  const double outer = part / (basins_that_matter + before);
  for (Eigen::Index i = 0; i < s.size(); ++i)
    slope(i) = set.native[std::size_t(i)] ? outer * pull * std::exp(-(double(s(i)) - least) / softness) / sum
                                          : -outer * slope(i);
  value.loss += part * std::log1p(before / basins_that_matter);
  value.gradient.noalias() += set.features.transpose() * slope.cast<float>();
}

}  // namespace

BasinFit fit_basins(const std::vector<const BasinSet*>& sets, const Eigen::VectorXf& scale,
                    const Eigen::VectorXf& ridge) {
  const Eigen::VectorXf unit = scale.cwiseInverse();
  Eigen::VectorXf start = Eigen::VectorXf::Zero(scale.size());
  start(0) = scale(0);
  const auto evaluate = [&](const Eigen::VectorXf& at) {
    RankLoss value{0.0, Eigen::VectorXf::Zero(at.size())};
    const Eigen::VectorXf weights = at.cwiseProduct(unit);
    for (const BasinSet* set : sets) add_set(*set, weights, 1.0 / double(sets.size()), value);
    value.gradient = value.gradient.cwiseProduct(unit).eval();
    const Eigen::VectorXf off = at - start;
    value.loss += double(off.cwiseAbs2().dot(ridge));
    value.gradient += 2.0F * ridge.cwiseProduct(off);
    return value;
  };
  const Eigen::VectorXf best = minimised(start, evaluate, steps);
  return {best.cwiseProduct(unit), evaluate(best).loss};
}

double basins_before_native(const BasinSet& set, const Eigen::VectorXf& score) {
  double native = 1e30, before = 0.0;
  for (Eigen::Index i = 0; i < score.size(); ++i)
    if (set.native[std::size_t(i)]) native = std::min(native, double(score(i)));
  for (Eigen::Index i = 0; i < score.size(); ++i)
    if (!set.native[std::size_t(i)] && double(score(i)) < native) before += double(set.share(i));
  return before;
}

}  // namespace azoo::docking
