#include "docking/restraint_score.hpp"

#include <algorithm>  // for max, min
#include <cmath>      // for sqrt
#include <limits>     // for numeric_limits

#include "docking/kernels.hpp"  // for fall_off

namespace azoo::docking {
namespace {

// Over this depth the membrane's penalty grows from nothing to its full height.
constexpr double membrane_rim_A = 2.0;

struct Slope {
  double value = 0.0;
  double slope = 0.0;
};

Slope membrane_penalty(double above_A) {
  const double u = std::clamp(1.0 + above_A / membrane_rim_A, 0.0, 1.0);  // 0 deep inside, 1 outside
  return {1.0 - u * u * (3.0 - 2.0 * u), -6.0 * u * (1.0 - u) / membrane_rim_A};
}

// v^2 / (1 + v): quadratic near the limit, then linear, so that far poses are drawn evenly.
Slope distance_penalty(double distance_A, double min_A, double max_A) {
  const bool over = distance_A > max_A;
  const double v = over ? distance_A - max_A : min_A - distance_A;
  if (v <= 0.0) return {};
  const double slope = v * (2.0 + v) / ((1.0 + v) * (1.0 + v));
  return {v * v / (1.0 + v), over ? slope : -slope};
}

double least_distance(const Vector3& at, const std::vector<std::size_t>& atoms,
                      const ScoredPartner& partner) {
  double least2 = std::numeric_limits<double>::max();
  for (const std::size_t i : atoms) least2 = std::min(least2, squared_distance(at, partner.positions_A[i]));
  return std::sqrt(least2);
}

void add(ScoreGradient& sum, double value, const Vector3& force, const Vector3& lever) {
  sum.score += value;
  sum.by_shift = sum.by_shift + force;
  sum.by_turn = sum.by_turn + cross(lever, force);
}

void add_distance(const DistanceTerm& term, double weight, const PairFrames& frames,
                  const RotationMatrix& rotation, const Vector3& shift, ScoreGradient& sum) {
  double least2 = std::numeric_limits<double>::max();
  Vector3 gap, arm;
  for (const std::size_t j : term.moving) {
    const Vector3 lever = rotation * frames.moving.positions_A[j];
    for (const std::size_t i : term.standing) {
      const Vector3 d = lever + shift - frames.standing.positions_A[i];
      if (dot(d, d) >= least2) continue;
      least2 = dot(d, d);
      gap = d;
      arm = lever;
    }
  }
  const double distance = std::sqrt(least2);
  const Slope penalty = distance_penalty(distance, term.min_A, term.max_A);
  add(sum, weight * penalty.value, (weight * penalty.slope / std::max(1e-6, distance)) * gap, arm);
}

}  // namespace

ScoreGradient place_restraints(const RestraintScore& restraints, const PairFrames& frames,
                               const RigidMotion& motion) {
  const RotationMatrix rotation = matrix_of(motion.rotation);
  ScoreGradient sum;
  if (restraints.membrane)
    for (const Vector3& p : frames.moving.positions_A) {
      const Vector3 lever = rotation * p;
      const Slope penalty = membrane_penalty(dot(restraints.membrane->normal, lever + motion.shift_A) -
                                             restraints.membrane->edge_A);
      add(sum, restraints.membrane_weight * penalty.value,
          (restraints.membrane_weight * penalty.slope) * restraints.membrane->normal, lever);
    }
  for (const DistanceTerm& term : restraints.distances)
    add_distance(term, restraints.distance_weight, frames, rotation, motion.shift_A, sum);
  return sum;
}

std::vector<Channel> restraint_channels(const RestraintScore& restraints, const PairFrames& frames,
                                        const Kernels& kernels) {
  std::vector<Channel> channels;
  const double near = kernels.contact_near_A, far = kernels.contact_far_A;
  const auto contact = [near, far](double r2) { return fall_off(r2, near * near, far * far); };
  Channel common{{}, std::vector<float>(frames.moving.size(), 1.0F), {}};
  if (!restraints.standing_mask.empty()) common.sources.push_back({restraints.standing_mask, contact, far});
  if (const auto& membrane = restraints.membrane) {
    common.open_side = membrane->normal;
    common.place_field = [normal = membrane->normal, edge = membrane->edge_A,
                          weight = restraints.membrane_weight](const Vector3& at) {
      return weight * membrane_penalty(dot(normal, at) - edge).value;
    };
  }
  if (!common.sources.empty() || common.place_field) channels.push_back(std::move(common));
  if (!restraints.moving_mask.empty())
    channels.push_back({{{std::vector<double>(frames.standing.size(), 1.0), contact, far}},
                        {restraints.moving_mask.begin(), restraints.moving_mask.end()},
                        {}});
  for (const DistanceTerm& term : restraints.distances) {
    Channel channel{{}, std::vector<float>(frames.moving.size(), 0.0F), {}};
    for (const std::size_t j : term.moving)
      channel.ligand_values[j] = 1.0F / static_cast<float>(term.moving.size());
    channel.place_field = [&frames, term, weight = restraints.distance_weight](const Vector3& at) {
      return weight *
             distance_penalty(least_distance(at, term.standing, frames.standing), term.min_A, term.max_A)
                 .value;
    };
    channels.push_back(std::move(channel));
  }
  return channels;
}

}  // namespace azoo::docking
