#include "body/semen_analysis.hpp"

#include <cstdint>

namespace azoo::body {

SemenReading analyse_semen(double mean_sperm, const EjaculateRule& rule, Draws& draws) {
  SemenReading reading;
  reading.volume_mL = draws.lognormal(rule.volume_median_mL, rule.volume_sigma_log);
  const std::uint64_t ejaculated = draws.negative_binomial(mean_sperm, rule.dispersion_k);
  const double seen_share = rule.pellet_fraction_examined * rule.detection_probability;
  const std::uint64_t seen = draws.binomial(ejaculated, seen_share);
  constexpr double per_million = 1e-6;
  reading.total_count_1e6 = static_cast<double>(seen) / seen_share * per_million;
  reading.concentration_1e6_per_mL = reading.total_count_1e6 / reading.volume_mL;
  return reading;
}

}  // namespace azoo::body
