#include "testis/environment.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

namespace azoo::testis {

namespace {

// dx/dt = rate (gain - loss x): with gain and loss frozen, exact over any step, and a mixture of x and
// gain / loss with weights in [0, 1], hence never negative and never beyond either.
double relax(double x, double gain, double loss, double rate_per_d, double step_d) {
  if (!(loss > 0.0)) return x + rate_per_d * gain * step_d;  // nothing is lost: it grows evenly
  const double target = gain / loss;
  return target + (x - target) * std::exp(-rate_per_d * loss * step_d);
}

// 0 at 0, 1 at health, 2 at infinity.
double saturating(double x) {
  return 2.0 * x / (1.0 + x);
}

// 1 + share (x - 1): the part `share` of a healthy quantity scales with x. >= 0 for x >= 0, share <= 1.
double scaled(double share, double x) {
  return 1.0 + share * (x - 1.0);
}

using State = EnvironmentState;
using Inputs = EnvironmentInputs;
using Parameters = EnvironmentParameters;

void step_oxidative_load(State& s, const Inputs& in, const Parameters& p, double dt) {
  const double gain = scaled(p.ros_from_inflammation, s.pro_inflammatory) +
                      in.constitution.extra_ros_production + in.injury_ros_production;
  const double by_antioxidant = s.antioxidant * (1.0 + in.ros_clearance);
  const double loss = scaled(1.0 - p.spontaneous_ros_loss, by_antioxidant);
  s.oxidative_load = relax(s.oxidative_load, gain, loss, p.oxidative_load_per_d, dt);
}

void step_antioxidant(State& s, const Inputs& in, const Parameters& p, double dt) {
  const double gain =
      1.0 + p.antioxidant_response * (saturating(s.oxidative_load) - 1.0) + in.antioxidant_induction;
  const double loss = scaled(p.antioxidant_consumption, s.oxidative_load);
  s.antioxidant = relax(s.antioxidant, gain, loss, p.antioxidant_per_d, dt);
}

void step_pro_inflammatory(State& s, const Inputs& in, const Parameters& p, double dt) {
  const double gain =
      scaled(p.inflammation_from_ros, saturating(s.oxidative_load)) + in.constitution.inflammatory_drive;
  const double loss = scaled(p.resolution_by_anti_inflammation, s.anti_inflammatory);
  s.pro_inflammatory = relax(s.pro_inflammatory, gain, loss, p.pro_inflammatory_per_d, dt);
}

void step_anti_inflammatory(State& s, const Inputs& in, const Parameters& p, double dt) {
  const double gain =
      scaled(p.anti_inflammation_from_inflammation, s.pro_inflammatory) + in.anti_inflammatory;
  s.anti_inflammatory = relax(s.anti_inflammatory, gain, 1.0, p.anti_inflammatory_per_d, dt);
}

void step_niche_mitogen(State& s, const Inputs& in, const Parameters& p, double dt) {
  const double k = p.mitogen_loss_by_inflammation;
  const double own = in.constitution.mitogen_capacity_factor * ((1.0 + k) / (1.0 + k * s.pro_inflammatory));
  s.niche_mitogen = relax(s.niche_mitogen, own + in.niche_mitogen, 1.0, p.niche_mitogen_per_d, dt);
}

void step_leydig(State& s, const Inputs& in, const Parameters& p, double dt) {
  const double k = p.leydig_loss_by_load;
  const double burden = 0.5 * (s.oxidative_load + s.pro_inflammatory);
  const double own = in.constitution.leydig_capacity_factor * ((1.0 + k) / (1.0 + k * burden));
  s.leydig_capacity = relax(s.leydig_capacity, own * (1.0 + in.leydig_support), 1.0, p.leydig_per_d, dt);
}

// Strang's symmetric sweep: half a step in order, half a step in reverse; second order in dt.
// Source: Strang 1968, doi:10.1137/0705041.
void sweep(State& s, const Inputs& in, const Parameters& p, double dt) {
  const double half = 0.5 * dt;
  step_oxidative_load(s, in, p, half);
  step_antioxidant(s, in, p, half);
  step_pro_inflammatory(s, in, p, half);
  step_anti_inflammatory(s, in, p, half);
  step_niche_mitogen(s, in, p, half);
  step_leydig(s, in, p, dt);
  step_niche_mitogen(s, in, p, half);
  step_anti_inflammatory(s, in, p, half);
  step_pro_inflammatory(s, in, p, half);
  step_antioxidant(s, in, p, half);
  step_oxidative_load(s, in, p, half);
}

// Sweeps of at most this length keep steps of one day and of half a day within 1 %. Numerical, not biology.
constexpr double longest_sweep_d = 0.25;

double distance(const State& a, const State& b) {
  const auto change = [](double x, double y) { return std::abs(x - y) / std::max(1.0, std::abs(x)); };
  return std::max({change(a.oxidative_load, b.oxidative_load), change(a.antioxidant, b.antioxidant),
                   change(a.pro_inflammatory, b.pro_inflammatory),
                   change(a.anti_inflammatory, b.anti_inflammatory), change(a.niche_mitogen, b.niche_mitogen),
                   change(a.leydig_capacity, b.leydig_capacity)});
}

// Above health the hazard follows the burden; below it, only the share of healthy death that load and
// inflammation cause can still be spared.
double hazard_ratio(const State& s, double oxidative_exponent, double inflammatory_exponent,
                    double sparable_share) {
  const double burden =
      std::pow(s.oxidative_load, oxidative_exponent) * std::pow(s.pro_inflammatory, inflammatory_exponent);
  return burden >= 1.0 ? burden : scaled(sparable_share, burden);
}

}  // namespace

EnvironmentParameters read_environment(const ParameterSet& set) {
  EnvironmentParameters p;
  const auto rate = [&](const char* name) { return set.value(std::string("segment.rate.") + name, "1/d"); };
  p.oxidative_load_per_d = rate("oxidative_load_per_d");
  p.antioxidant_per_d = rate("antioxidant_per_d");
  p.pro_inflammatory_per_d = rate("pro_inflammatory_per_d");
  p.anti_inflammatory_per_d = rate("anti_inflammatory_per_d");
  p.niche_mitogen_per_d = rate("niche_mitogen_per_d");
  p.leydig_per_d = rate("leydig_per_d");
  const auto coupling = [&](const char* name, const char* unit) {
    return set.value(std::string("segment.coupling.") + name, unit);
  };
  p.ros_from_inflammation = coupling("ros_from_inflammation", "fraction");
  p.spontaneous_ros_loss = coupling("spontaneous_ros_loss", "fraction");
  p.antioxidant_response = coupling("antioxidant_response", "fraction");
  p.antioxidant_consumption = coupling("antioxidant_consumption", "fraction");
  p.inflammation_from_ros = coupling("inflammation_from_ros", "fraction");
  p.resolution_by_anti_inflammation = coupling("resolution_by_anti_inflammation", "fraction");
  p.anti_inflammation_from_inflammation = coupling("anti_inflammation_from_inflammation", "fraction");
  p.mitogen_loss_by_inflammation = coupling("mitogen_loss_by_inflammation", "1");
  p.leydig_loss_by_load = coupling("leydig_loss_by_load", "1");
  const auto exponent = [&](const char* name) {
    return set.value(std::string("segment.hazard.") + name, "1");
  };
  p.sparable_share = set.value("segment.hazard.sparable_share", "fraction");
  p.spermatogonial_oxidative_exponent = exponent("spermatogonial_oxidative_exponent");
  p.spermatogonial_inflammatory_exponent = exponent("spermatogonial_inflammatory_exponent");
  p.spermatocyte_oxidative_exponent = exponent("spermatocyte_oxidative_exponent");
  p.spermatocyte_inflammatory_exponent = exponent("spermatocyte_inflammatory_exponent");
  p.spermatid_oxidative_exponent = exponent("spermatid_oxidative_exponent");
  p.spermatid_inflammatory_exponent = exponent("spermatid_inflammatory_exponent");
  return p;
}

EnvironmentState advance(const EnvironmentState& state, const EnvironmentInputs& inputs,
                         const EnvironmentParameters& parameters, double step_d) {
  if (!(step_d >= 0.0) || !std::isfinite(step_d)) throw std::invalid_argument("a step that is no time");
  EnvironmentState next = state;
  const auto sweeps = static_cast<int>(std::ceil(step_d / longest_sweep_d));
  for (int i = 0; i < sweeps; ++i) sweep(next, inputs, parameters, step_d / sweeps);
  return next;
}

EnvironmentState settle(const Constitution& constitution, const EnvironmentParameters& parameters) {
  EnvironmentInputs inputs;
  inputs.constitution = constitution;
  // The sweep rests exactly where the equations do: where every quantity equals its own target.
  constexpr double still = 1e-10;
  constexpr int longest_d = 20000;
  EnvironmentState state;
  for (int day = 0; day < longest_d; ++day) {
    const EnvironmentState next = advance(state, inputs, parameters, 1.0);
    const double moved = distance(state, next);
    state = next;
    if (moved < still) return state;
  }
  throw std::runtime_error("the environment of a constitution does not come to rest");
}

SegmentConditions conditions(const EnvironmentState& s, const EnvironmentInputs& inputs,
                             const EnvironmentParameters& p) {
  const double ratio = inputs.death_hazard_ratio;
  SegmentConditions c;
  c.spermatogonial_death_hazard_ratio =
      ratio * hazard_ratio(s, p.spermatogonial_oxidative_exponent, p.spermatogonial_inflammatory_exponent,
                           p.sparable_share);
  c.spermatocyte_death_hazard_ratio =
      ratio * hazard_ratio(s, p.spermatocyte_oxidative_exponent, p.spermatocyte_inflammatory_exponent,
                           p.sparable_share);
  c.spermatid_death_hazard_ratio = ratio * hazard_ratio(s, p.spermatid_oxidative_exponent,
                                                        p.spermatid_inflammatory_exponent, p.sparable_share);
  c.niche_mitogen_supply = s.niche_mitogen;
  return c;
}

}  // namespace azoo::testis
