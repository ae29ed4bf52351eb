#include "descent.hpp"

#include <algorithm>  // for max
#include <deque>      // for deque
#include <utility>    // for pair

namespace azoo::docking {

Eigen::VectorXf minimised(Eigen::VectorXf u, const std::function<RankLoss(const Eigen::VectorXf&)>& evaluate,
                          int steps) {
  RankLoss here = evaluate(u);
  std::deque<std::pair<Eigen::VectorXf, Eigen::VectorXf>> memory;
  for (int step = 0; step < steps; ++step) {
    Eigen::VectorXf direction = here.gradient;
    std::vector<float> alpha(memory.size());
    for (std::size_t k = memory.size(); k-- > 0;) {
      const auto& [s, y] = memory[k];
      alpha[k] = s.dot(direction) / s.dot(y);
      direction -= alpha[k] * y;
    }
    if (!memory.empty())
      direction *= memory.back().first.dot(memory.back().second) / memory.back().second.squaredNorm();
    else
      direction *= 1.0F / std::max(1e-6F, direction.norm());
    for (std::size_t k = 0; k < memory.size(); ++k) {
      const auto& [s, y] = memory[k];
      direction += (alpha[k] - y.dot(direction) / s.dot(y)) * s;
    }
    float length = 1.0F;
    bool moved = false;
    for (int tries = 0; tries < 12 && !moved; ++tries, length *= 0.5F) {
      const Eigen::VectorXf there = u - length * direction;
      RankLoss value = evaluate(there);
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
  return u;
}

}  // namespace azoo::docking
