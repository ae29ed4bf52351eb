#include "statistics/random_effects.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "statistics/distributions.hpp"

namespace azoo::statistics {

namespace {

using Values = std::span<const double>;

// Sums over studies with weights 1 / (v + tau2).
struct Sums {
  double w = 0.0;
  double w2 = 0.0;
  double w3 = 0.0;
  double mean = 0.0;
  double wr2 = 0.0;   // w (y - mean)^2
  double w2r2 = 0.0;  // w^2 (y - mean)^2
};

Sums sums_at(Values effects, Values variances, double tau2) {
  Sums s;
  double wy = 0.0;
  for (std::size_t i = 0; i < effects.size(); ++i) {
    const double w = 1.0 / (variances[i] + tau2);
    s.w += w;
    s.w2 += w * w;
    s.w3 += w * w * w;
    wy += w * effects[i];
  }
  s.mean = wy / s.w;
  for (std::size_t i = 0; i < effects.size(); ++i) {
    const double w = 1.0 / (variances[i] + tau2);
    const double r = effects[i] - s.mean;
    s.wr2 += w * r * r;
    s.w2r2 += w * w * r * r;
  }
  return s;
}

// Fisher scoring of the restricted likelihood, kept at zero or above: step = (y'PPy - tr P) / tr(PP).
double score_step(const Sums& s) {
  const double trace = s.w - s.w2 / s.w;
  const double trace2 = s.w2 - 2.0 * s.w3 / s.w + (s.w2 / s.w) * (s.w2 / s.w);
  return (s.w2r2 - trace) / trace2;
}

double reml_tau2(Values effects, Values variances) {
  // Start: the unweighted moment estimate (Hedges).
  const double k = static_cast<double>(effects.size());
  double mean = 0.0;
  for (const double y : effects) mean += y / k;
  double tau2 = 0.0;
  for (std::size_t i = 0; i < effects.size(); ++i)
    tau2 += (effects[i] - mean) * (effects[i] - mean) / (k - 1.0) - variances[i] / k;
  tau2 = std::max(tau2, 0.0);
  const double scale = *std::max_element(variances.begin(), variances.end());
  constexpr int most_steps = 10000;
  constexpr double relative_end = 1e-14;
  double damping = 1.0;
  double last = 0.0;
  for (int step = 0; step < most_steps; ++step) {
    const double move = score_step(sums_at(effects, variances, tau2));
    if (move * last < 0.0) damping /= 2.0;  // it swings about the maximum
    last = move;
    const double next = std::max(tau2 + damping * move, 0.0);
    const bool done = std::abs(next - tau2) <= relative_end * (next + scale);
    tau2 = next;
    if (done) break;
  }
  // The likelihood may have a second maximum at the border.
  const bool border_is_better = restricted_log_likelihood(effects, variances, 0.0) >=
                                restricted_log_likelihood(effects, variances, tau2);
  return border_is_better ? 0.0 : tau2;
}

std::string complaint(Values effects, Values variances, double level) {
  if (effects.size() != variances.size()) return "needs one variance for each effect";
  if (effects.size() < 2) return "needs at least 2 studies, got " + std::to_string(effects.size());
  if (!(level > 0.0 && level < 1.0)) return "the level of the interval must lie between 0 and 1";
  for (std::size_t i = 0; i < effects.size(); ++i) {
    if (!std::isfinite(effects[i])) return "effect " + std::to_string(i + 1) + " is not finite";
    if (!(variances[i] > 0.0) || !std::isfinite(variances[i]))
      return "variance " + std::to_string(i + 1) + " is not a finite number above zero";
  }
  return "";
}

}  // namespace

double restricted_log_likelihood(Values effects, Values variances, double tau2) {
  const Sums s = sums_at(effects, variances, tau2);
  double log_variances = 0.0;
  for (const double v : variances) log_variances += std::log(v + tau2);
  return -0.5 * (log_variances + std::log(s.w) + s.wr2);
}

RandomEffects random_effects(Values effects, Values variances, double level) {
  RandomEffects result;
  result.k = effects.size();
  result.level = level;
  result.refusal = complaint(effects, variances, level);
  if (!result.computed()) return result;
  const double df = static_cast<double>(effects.size()) - 1.0;
  const Sums fixed = sums_at(effects, variances, 0.0);
  result.q = fixed.wr2;
  result.q_p = chi_squared_upper_tail(result.q, df);
  result.tau2 = reml_tau2(effects, variances);
  const double typical_variance = df / (fixed.w - fixed.w2 / fixed.w);
  constexpr double percent = 100.0;
  result.i2_percent = percent * result.tau2 / (typical_variance + result.tau2);
  const Sums s = sums_at(effects, variances, result.tau2);
  result.estimate = s.mean;
  result.df = df;
  result.se = std::sqrt(s.wr2 / (df * s.w));
  result.sampling_se = 1.0 / std::sqrt(s.w);
  const double quantile = t_upper_quantile((1.0 - level) / 2.0, df);
  result.ci_low = s.mean - quantile * result.se;
  result.ci_high = s.mean + quantile * result.se;
  const double spread = std::sqrt(result.se * result.se + result.tau2);
  result.prediction_low = s.mean - quantile * spread;
  result.prediction_high = s.mean + quantile * spread;
  if (result.se > 0.0) {
    result.t = s.mean / result.se;
    result.p = std::min(1.0, 2.0 * t_upper_tail(std::abs(result.t), df));
  }
  return result;
}

}  // namespace azoo::statistics
