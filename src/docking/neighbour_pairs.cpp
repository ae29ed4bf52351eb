#include "docking/neighbour_pairs.hpp"

#include <array>  // for array

#include "docking/restraint_score.hpp"  // for place_restraints

namespace azoo::docking {
namespace {

constexpr std::size_t lanes = 8;
using Lane = float __attribute__((vector_size(32)));
constexpr float nowhere_A = 1.0e4F;  // fills a run up to whole vectors

Lane load(const float* from) {
  Lane value;
  __builtin_memcpy(&value, from, sizeof(value));
  return value;
}
Lane all(float value) {
  return Lane{} + value;
}
float sum_of(const Lane& v) {
  return ((v[0] + v[4]) + (v[1] + v[5])) + ((v[2] + v[6]) + (v[3] + v[7]));
}

// fall_off of kernels.hpp, in vectors, and its derivative by r^2.
struct FallOff {
  Lane value;
  Lane slope;
};
inline FallOff fall_off_of(Lane r2, float near2, float inverse) {
  Lane u = (r2 - near2) * inverse;
  u = u < 0.0F ? all(0.0F) : u;
  u = u > 1.0F ? all(1.0F) : u;
  return {1.0F - u * u * (3.0F - 2.0F * u), -6.0F * u * (1.0F - u) * inverse};
}

constexpr std::size_t most_steps = 8;

struct ShortForm {
  float core_inverse;    // 1 / reach^2 of the repulsion
  float near2, inverse;  // of a contact
  struct Step {
    float near2, inverse, weight;
  };
  std::array<Step, most_steps> steps;  // of the attraction; the rest of them weigh nothing
  std::size_t step_count;
};
struct Sums {
  Lane score{}, x{}, y{}, z{};
};

__attribute__((target_clones("avx2", "default"))) void add_short(const float* x, const float* y,
                                                                 const float* z, const float* firm,
                                                                 const float* pair, std::size_t count,
                                                                 const float* at, const ShortForm& form,
                                                                 Sums& sums) {
  Sums s;
  for (std::size_t k = 0; k < count; k += lanes) {
    const Lane dx = at[0] - load(x + k), dy = at[1] - load(y + k), dz = at[2] - load(z + k);
    const Lane r2 = dx * dx + dy * dy + dz * dz;
    Lane v = 1.0F - r2 * form.core_inverse;
    v = v < 0.0F ? all(0.0F) : v;
    const FallOff contact = fall_off_of(r2, form.near2, form.inverse);
    const Lane f = load(firm + k), p = load(pair + k);
    Lane pull{}, pull_slope{};
    for (std::size_t n = 0; n < form.step_count; ++n) {
      const FallOff step = fall_off_of(r2, form.steps[n].near2, form.steps[n].inverse);
      pull += form.steps[n].weight * step.value;
      pull_slope += form.steps[n].weight * step.slope;
    }
    // Fillers stand beyond every reach, so that they take no part.
    s.score += f * v * v + p * contact.value - pull;
    const Lane slope = 2.0F * (-2.0F * form.core_inverse * f * v + p * contact.slope - pull_slope);
    s.x += slope * dx;
    s.y += slope * dy;
    s.z += slope * dz;
  }
  sums = s;
}

__attribute__((target_clones("avx2", "default"))) void add_charged(const float* x, const float* y,
                                                                   const float* z, const float* charge,
                                                                   std::size_t count, const float* at,
                                                                   float core2, float inverse, Sums& sums) {
  Sums s;
  for (std::size_t k = 0; k < count; k += lanes) {
    const Lane dx = at[0] - load(x + k), dy = at[1] - load(y + k), dz = at[2] - load(z + k);
    const Lane r2 = dx * dx + dy * dy + dz * dz;
    Lane v = 1.0F - r2 * inverse;
    v = v < 0.0F ? all(0.0F) : v;
    const Lane q = load(charge + k);
    const Lane near = 1.0F / (r2 + core2);
    s.score += q * v * v * near;
    const Lane slope = -2.0F * q * v * near * (2.0F * inverse + v * near);
    s.x += slope * dx;
    s.y += slope * dy;
    s.z += slope * dz;
  }
  sums = s;
}

float inverse_width(double near_A, double far_A) {
  return static_cast<float>(1.0 / (far_A * far_A - near_A * near_A));
}

}  // namespace

NeighbourPairs::NeighbourPairs(const PairScore& score) : score_(score) {
  for (const double value : score.model().potential.values)
    potential_.push_back(static_cast<float>(score.model().weights.pair_potential * value));
}

void NeighbourPairs::Pairs::clear() {
  runs.clear();
  used = 0;
}

void NeighbourPairs::Pairs::make_room(std::size_t more) {
  const std::size_t needed = used + more + lanes;
  if (needed <= x.size()) return;
  for (auto* values : {&x, &y, &z, &first, &second}) values->resize(2 * needed);
}

inline void NeighbourPairs::Pairs::add(const Vector3& place, float first_value, float second_value) {
  x[used] = static_cast<float>(place.x);
  y[used] = static_cast<float>(place.y);
  z[used] = static_cast<float>(place.z);
  first[used] = first_value;
  second[used] = second_value;
  ++used;
}

void NeighbourPairs::Pairs::close_run(std::uint32_t atom, std::uint32_t begin) {
  if (used == begin) return;
  while (used % lanes != 0) add({nowhere_A, nowhere_A, nowhere_A}, 0.0F, 0.0F);
  runs.push_back({atom, begin, used});
}

void NeighbourPairs::gather(const RigidMotion& motion) {
  centre_ = motion.shift_A;
  short_.clear();
  charged_.clear();
  const RotationMatrix rotation = matrix_of(motion.rotation);
  gather_short(rotation, motion);
  if (score_.model().weights.electrostatics != 0.0) gather_charged(rotation, motion);
}

void NeighbourPairs::gather_short(const RotationMatrix& rotation, const RigidMotion& motion) {
  const ScoredPartner& receptor = score_.receptor();
  const ScoredPartner& ligand = score_.ligand();
  const ScoreModel& model = score_.model();
  const RestraintScore& restraints = score_.restraints();
  const double reach = score_.short_reach_A() + PairScore::skin_A;
  for (std::uint32_t j = 0; j < ligand.size(); ++j) {
    const Vector3 at = rotation * ligand.positions_A[j] + motion.shift_A;
    const auto near = score_.lists().near(at);
    short_.make_room(near.size());
    const std::uint32_t begin = short_.used;
    const float* potential = potential_.data() + model.potential.types * ligand.types[j];
    const double firm = model.weights.repulsion * ligand.firmness[j];
    for (const std::uint32_t i : near) {
      if (squared_distance(at, receptor.positions_A[i]) >= reach * reach) continue;
      short_.add(receptor.positions_A[i] - centre_, static_cast<float>(firm * receptor.firmness[i]),
                 potential[receptor.types[i]] + static_cast<float>(restraints.mask(i, j)));
    }
    short_.close_run(j, begin);
  }
}

void NeighbourPairs::gather_charged(const RotationMatrix& rotation, const RigidMotion& motion) {
  const ScoredPartner& receptor = score_.receptor();
  const ScoredPartner& ligand = score_.ligand();
  const double weight = score_.model().weights.electrostatics;
  const double reach = score_.model().kernels.electrostatic_reach_A + PairScore::skin_A;
  for (const std::size_t j : score_.charged_ligand()) {
    const Vector3 at = rotation * ligand.positions_A[j] + motion.shift_A;
    const std::uint32_t begin = charged_.used;
    charged_.make_room(score_.charged_receptor().size());
    for (const std::size_t i : score_.charged_receptor()) {
      if (squared_distance(at, receptor.positions_A[i]) >= reach * reach) continue;
      charged_.add(receptor.positions_A[i] - centre_,
                   static_cast<float>(weight * receptor.charges_e[i] * ligand.charges_e[j]), 0.0F);
    }
    charged_.close_run(static_cast<std::uint32_t>(j), begin);
  }
}

ScoreGradient NeighbourPairs::evaluate(const RigidMotion& motion) const {
  const Kernels& k = score_.model().kernels;
  ShortForm form{static_cast<float>(1.0 / (k.repulsion_reach_A * k.repulsion_reach_A)),
                 static_cast<float>(k.contact_near_A * k.contact_near_A),
                 inverse_width(k.contact_near_A, k.contact_far_A),
                 {},
                 k.attraction.size()};
  for (std::size_t n = 0; n < k.attraction.size(); ++n) {
    const Step& step = k.attraction[n];
    form.steps.at(n) = {static_cast<float>(step.near_A * step.near_A), inverse_width(step.near_A, step.far_A),
                        static_cast<float>(score_.model().weights.attraction * step.share)};
  }
  const auto core2 = static_cast<float>(k.electrostatic_core_A * k.electrostatic_core_A);
  const auto inverse = static_cast<float>(1.0 / (k.electrostatic_reach_A * k.electrostatic_reach_A));
  const RotationMatrix rotation = matrix_of(motion.rotation);
  ScoreGradient total = place_restraints(score_.restraints(), score_.frames(), motion);
  const auto add = [&](const Pairs& pairs, bool charges) {
    for (const Run& run : pairs.runs) {
      const Vector3 lever = rotation * score_.ligand().positions_A[run.atom];
      const Vector3 place = lever + motion.shift_A - centre_;
      const float at[3] = {static_cast<float>(place.x), static_cast<float>(place.y),
                           static_cast<float>(place.z)};
      const std::size_t b = run.begin;
      Sums sums;
      if (charges)
        add_charged(&pairs.x[b], &pairs.y[b], &pairs.z[b], &pairs.first[b], run.end - b, at, core2, inverse,
                    sums);
      else
        add_short(&pairs.x[b], &pairs.y[b], &pairs.z[b], &pairs.first[b], &pairs.second[b], run.end - b, at,
                  form, sums);
      const Vector3 force{sum_of(sums.x), sum_of(sums.y), sum_of(sums.z)};
      total.score += static_cast<double>(sum_of(sums.score));
      total.by_shift = total.by_shift + force;
      total.by_turn = total.by_turn + cross(lever, force);
    }
  };
  add(short_, false);
  add(charged_, true);
  return total;
}

}  // namespace azoo::docking
