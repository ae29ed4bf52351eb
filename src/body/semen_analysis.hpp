// Semen analysis as an andrology laboratory does it in azoospermia: the ejaculate is centrifuged and
// the pellet searched. Counts scatter more than Poisson between ejaculates; a rare sperm may be missed.
#pragma once

#include "core/random.hpp"  // for Draws

namespace azoo::body {

struct EjaculateRule {
  double volume_median_mL = 0.0;
  double volume_sigma_log = 0.0;
  double dispersion_k = 0.0;  // negative binomial, between ejaculates
  double pellet_fraction_examined = 0.0;
  double detection_probability = 0.0;  // of a sperm in the examined part
};

struct SemenReading {
  double volume_mL = 0.0;
  double concentration_1e6_per_mL = 0.0;  // 0: no sperm seen in the pellet
  double total_count_1e6 = 0.0;
};

// `mean_sperm`: mean number of sperm in an ejaculate of this man now.
[[nodiscard]] SemenReading analyse_semen(double mean_sperm, const EjaculateRule& rule, Draws& draws);

}  // namespace azoo::body
