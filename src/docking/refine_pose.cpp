#include "docking/refine_pose.hpp"

#include <array>  // for array
#include <cmath>  // for sqrt

#include "docking/pair_score.hpp"  // for skin_A

namespace azoo::docking {
namespace {

using Six = std::array<double, 6>;

double product(const Six& a, const Six& b) {
  double sum = 0.0;
  for (std::size_t k = 0; k < 6; ++k) sum += a[k] * b[k];
  return sum;
}

struct Extent {
  double gyration_A = 1.0;
  double radius_A = 1.0;
};

Extent extent_of(const ScoredPartner& ligand) {
  double sum = 0.0, most = 1.0;
  for (const Vector3& p : ligand.positions_A) {
    sum += dot(p, p);
    most = std::max(most, dot(p, p));
  }
  const double mean = sum / static_cast<double>(std::max<std::size_t>(1, ligand.size()));
  return {std::sqrt(std::max(1.0, mean)), std::sqrt(most)};
}

class InverseHessian {
 public:
  explicit InverseHessian(double scale) { reset(scale); }
  void reset(double scale) {
    for (std::size_t r = 0; r < 6; ++r)
      for (std::size_t c = 0; c < 6; ++c) h_[r][c] = r == c ? scale : 0.0;
  }
  [[nodiscard]] Six times(const Six& v) const {
    Six result{};
    for (std::size_t r = 0; r < 6; ++r) result[r] = product(h_[r], v);
    return result;
  }
  // BFGS, skipped where the curvature along the step is not positive.
  void update(const Six& step, const Six& change) {
    const double curvature = product(step, change);
    if (curvature <= 1e-12) return;
    const Six hy = times(change);
    const double factor = (1.0 + product(change, hy) / curvature) / curvature;
    for (std::size_t r = 0; r < 6; ++r)
      for (std::size_t c = 0; c < 6; ++c)
        h_[r][c] += factor * step[r] * step[c] - (hy[r] * step[c] + step[r] * hy[c]) / curvature;
  }

 private:
  std::array<Six, 6> h_{};
};

class Descent {
 public:
  Descent(const ScoredPartner& ligand, GatheredScore& score, const RigidMotion& start,
          const RefinementRules& rules)
      : score_(score), rules_(rules), extent_(extent_of(ligand)), here_(start), gathered_(start) {
    score_.gather(here_);
    read(here_, value_, gradient_);
  }

  RigidMotion run() {
    InverseHessian inverse(first_scale());
    bool fresh = true;
    for (int step = 0; step < rules_.most_steps; ++step) {
      Six direction = inverse.times(gradient_);
      for (double& d : direction) d = -d;
      if (product(direction, gradient_) >= 0.0) {
        inverse.reset(first_scale());
        for (std::size_t k = 0; k < 6; ++k) direction[k] = -first_scale() * gradient_[k];
      }
      shorten(direction);
      Six taken{}, change{};
      if (!step_along(direction, taken, change)) {
        if (fresh) break;
        inverse.reset(first_scale());
        fresh = true;
        continue;
      }
      fresh = false;
      inverse.update(taken, change);
      if (std::sqrt(product(taken, taken)) < rules_.stops_below_A) break;
    }
    return {normalised(here_.rotation), here_.shift_A};
  }

 private:
  // The first step goes a fifth of an angstrom.
  [[nodiscard]] double first_scale() const {
    return 0.2 / std::sqrt(std::max(1e-12, product(gradient_, gradient_)));
  }

  void shorten(Six& direction) const {
    const double size = std::sqrt(product(direction, direction));
    if (size <= rules_.longest_step_A) return;
    for (double& d : direction) d *= rules_.longest_step_A / size;
  }

  [[nodiscard]] RigidMotion at(const Six& step) const {
    const double turn = 1.0 / extent_.gyration_A;
    return {
        docking::product(rotation_about({turn * step[3], turn * step[4], turn * step[5]}), here_.rotation),
        here_.shift_A + Vector3{step[0], step[1], step[2]}};
  }

  void read(const RigidMotion& motion, double& value, Six& gradient) {
    const double moved = length(motion.shift_A - gathered_.shift_A) +
                         extent_.radius_A * angle_between(motion.rotation, gathered_.rotation);
    if (moved > PairScore::skin_A) {
      score_.gather(motion);
      gathered_ = motion;
    }
    const ScoreGradient g = score_.evaluate(motion);
    value = g.score;
    const double turn = 1.0 / extent_.gyration_A;
    gradient = {g.by_shift.x,       g.by_shift.y,       g.by_shift.z,
                turn * g.by_turn.x, turn * g.by_turn.y, turn * g.by_turn.z};
  }

  // Halves the step until the score falls enough (Armijo); false when it will not.
  bool step_along(Six direction, Six& taken, Six& change) {
    const double slope = product(direction, gradient_);
    double share = 1.0;
    for (int tries = 0; tries < 6; ++tries, share *= 0.5) {
      for (std::size_t k = 0; k < 6; ++k) taken[k] = share * direction[k];
      const RigidMotion there = at(taken);
      double value = 0.0;
      Six gradient{};
      read(there, value, gradient);
      if (value > value_ + 1e-4 * share * slope) continue;
      for (std::size_t k = 0; k < 6; ++k) change[k] = gradient[k] - gradient_[k];
      here_ = there;
      value_ = value;
      gradient_ = gradient;
      return true;
    }
    return false;
  }

  GatheredScore& score_;
  const RefinementRules& rules_;
  Extent extent_;
  RigidMotion here_;
  RigidMotion gathered_;
  double value_ = 0.0;
  Six gradient_{};
};

}  // namespace

RigidMotion refined(const ScoredPartner& ligand, GatheredScore& score, const RigidMotion& start,
                    const RefinementRules& rules) {
  return Descent(ligand, score, start, rules).run();
}

}  // namespace azoo::docking
