#include "testis/stem_kinetics.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "testis/tubule_lattice.hpp"

namespace azoo::testis {

namespace {

double power(double base, double exponent) {
  if (exponent == 1.0) return base;
  if (exponent == 2.0) return base * base;
  return std::pow(base, exponent);
}

}  // namespace

double crowding(const StemParameters& stem, double a_pale_per_sertoli, double mitogen_supply) {
  if (!(mitogen_supply > 0.0)) return std::numeric_limits<double>::infinity();
  return a_pale_per_sertoli / (stem.a_pale_at_balance * mitogen_supply);
}

double renewal_probability(const StemParameters& stem, double x) {
  return 1.0 / (1.0 + power(x, stem.renewal_steepness));
}

double activation_probability(const StemParameters& stem, double x) {
  const double strain = power(stem.a_dark_activation_threshold * x, stem.a_dark_activation_steepness);
  return stem.a_dark_activation_max / (1.0 + strain);
}

double mean_activation_probability(const StemParameters& stem, double a_pale_per_sertoli,
                                   double mitogen_supply) {
  constexpr double sites = 1.0 + hex_neighbours;
  const double mean = sites * a_pale_per_sertoli;
  const int last = static_cast<int>(mean + 10.0 * std::sqrt(mean) + 20.0);
  double sum = 0.0;
  double log_mass = -mean;
  for (int cells = 0; cells <= last; ++cells) {
    if (cells > 0) log_mass += std::log(mean / cells);
    sum += std::exp(log_mass) * activation_probability(stem, crowding(stem, cells / sites, mitogen_supply));
  }
  return sum;
}

double division_probability(const StemParameters& stem, double spermatogonial_gate) {
  if (!(spermatogonial_gate > 0.0)) return stem.gate_entry_share > 0.0 ? 0.0 : stem.pulse_participation;
  return std::min(1.0, stem.pulse_participation * std::pow(spermatogonial_gate, stem.gate_entry_share));
}

double daughter_survival(const StemParameters& stem, double death_hazard_ratio) {
  return std::pow(stem.daughter_survival, death_hazard_ratio);
}

double balanced_crowding(const StemParameters& stem, double death_hazard_ratio) {
  const double gain = 2.0 * daughter_survival(stem, death_hazard_ratio) - 1.0;
  return gain > 0.0 ? std::pow(gain, 1.0 / stem.renewal_steepness) : 0.0;
}

// At balance 2 s p = 1, so a dividing A-pale leaves one renewed daughter: P(divide) * r = ratio *
// P(activate).
double refill_fraction_for_ratio(const StemParameters& stem, double a_dark_per_a_pale) {
  const double a_pale = stem.a_pale_at_balance * balanced_crowding(stem, 1.0);
  const double activated = mean_activation_probability(stem, a_pale, 1.0);
  return std::min(1.0, a_dark_per_a_pale * activated / division_probability(stem, 1.0));
}

}  // namespace azoo::testis
