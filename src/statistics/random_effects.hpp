// Random-effects meta-analysis: between-study variance by restricted maximum likelihood (Viechtbauer 2005, J.
// Educ. Behav. Stat. 30:261-293), interval of the mean by Hartung and Knapp (2001, Stat. Med. 20:3875-3889)
// with t on k - 1 degrees of freedom, prediction interval for a new study's effect with the same t and the
// variance of the mean plus tau^2 (as predict of R's metafor under test = "knha"; Higgins et al. 2009 would
// take k - 2). Heterogeneity by Cochran's Q and I^2 against the typical sampling variance.
#pragma once

#include <cstddef>  // for size_t
#include <limits>   // for quiet_NaN
#include <span>     // for effects
#include <string>   // for refusal

namespace azoo::statistics {

struct RandomEffects {
  static constexpr double none = std::numeric_limits<double>::quiet_NaN();

  std::size_t k = 0;
  double estimate = none;
  double se = none;  // Hartung-Knapp
  double sampling_se =
      none;  // what the sampling errors and tau^2 alone give; above se, the studies agree by chance
  double ci_low = none;
  double ci_high = none;
  double prediction_low = none;
  double prediction_high = none;
  double t = none;  // against an effect of zero
  double df = none;
  double p = none;
  double tau2 = none;
  double q = none;
  double q_p = none;
  double i2_percent = none;
  double level = 0.95;
  std::string refusal;  // empty when computed

  [[nodiscard]] bool computed() const { return refusal.empty(); }
};

// One effect and one sampling variance (> 0) a study; at least two studies.
[[nodiscard]] RandomEffects random_effects(std::span<const double> effects, std::span<const double> variances,
                                           double level = 0.95);

// The restricted log-likelihood of tau2, but for a constant; the estimate is where it is largest, tau2 >= 0.
[[nodiscard]] double restricted_log_likelihood(std::span<const double> effects,
                                               std::span<const double> variances, double tau2);

}  // namespace azoo::statistics
