#include "rank_fit.hpp"

#include <cmath>  // for exp, log
#include <deque>  // for deque

namespace azoo::docking {
namespace {

struct Value {
  double loss = 0.0;
  Eigen::VectorXf gradient;
};

// -log softmax of the natives, and its gradient by the weights.
void add_set(const RankedSet& set, const Eigen::VectorXf& weights, double share, Value& value) {
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
    const double q = set.native[static_cast<std::size_t>(i)] ? std::exp(double(native_least - s(i))) / native : 0.0;
    pull(i) = static_cast<float>(share * (q - p));
  }
  value.gradient.noalias() += set.features.transpose() * pull;
}

}  // namespace

Eigen::VectorXf fit_ranking(const std::vector<const RankedSet*>& sets, const Eigen::VectorXf& prior,
                            const Eigen::VectorXf& scale, const Eigen::VectorXf& start, const RankFitRules& rules) {
  // In units of the scale, so that the descent is well conditioned.
  const Eigen::VectorXf unit = scale.cwiseInverse();
  const auto evaluate = [&](const Eigen::VectorXf& u) {
    const Eigen::VectorXf weights = u.cwiseProduct(unit);
    Value value{0.0, Eigen::VectorXf::Zero(u.size())};
    std::size_t used = 0;
    for (const RankedSet* set : sets)
      for (const bool n : set->native)
        if (n) {
          ++used;
          break;
        }
    for (const RankedSet* set : sets) {
      bool any = false;
      for (const bool n : set->native) any = any || n;
      if (any) add_set(*set, weights, 1.0 / double(used), value);
    }
    value.gradient = value.gradient.cwiseProduct(unit).eval();
    const Eigen::VectorXf off = u - prior.cwiseProduct(scale);
    value.loss += rules.ridge * double(off.squaredNorm());
    value.gradient += float(2.0 * rules.ridge) * off;
    if (rules.pinned >= 0) value.gradient(rules.pinned) = 0.0F;
    return value;
  };
  Eigen::VectorXf u = start.cwiseProduct(scale);
  Value here = evaluate(u);
  std::deque<std::pair<Eigen::VectorXf, Eigen::VectorXf>> memory;
  for (int step = 0; step < rules.steps; ++step) {
    Eigen::VectorXf direction = here.gradient;
    std::vector<float> alpha(memory.size());
    for (std::size_t k = memory.size(); k-- > 0;) {
      const auto& [s, y] = memory[k];
      alpha[k] = s.dot(direction) / s.dot(y);
      direction -= alpha[k] * y;
    }
    if (!memory.empty()) direction *= memory.back().first.dot(memory.back().second) / memory.back().second.squaredNorm();
    else direction *= 1.0F / std::max(1e-6F, direction.norm());
    for (std::size_t k = 0; k < memory.size(); ++k) {
      const auto& [s, y] = memory[k];
      direction += (alpha[k] - y.dot(direction) / s.dot(y)) * s;
    }
    float length = 1.0F;
    bool moved = false;
    for (int tries = 0; tries < 12 && !moved; ++tries, length *= 0.5F) {
      const Eigen::VectorXf there = u - length * direction;
      Value value = evaluate(there);
      if (value.loss > here.loss - 1e-4 * double(length) * double(direction.dot(here.gradient))) continue;
      const Eigen::VectorXf s = there - u, y = value.gradient - here.gradient;
      if (s.dot(y) > 1e-10F) memory.emplace_back(s, y);
      if (memory.size() > 12) memory.pop_front();
      u = there;
      here = std::move(value);
      moved = true;
    }
    if (!moved || double(here.gradient.norm()) < 1e-5) break;
  }
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
