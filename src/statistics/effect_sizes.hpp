// Effects of single studies with their sampling variances, on the scales on which studies are pooled.
// Definitions are those of escalc in R's metafor (Viechtbauer 2010, J. Stat. Softw. 36(3):1-48).
#pragma once

#include <string>  // for refusal

namespace azoo::statistics {

struct GroupSummary {
  double mean = 0.0;
  double sd = 0.0;
  double n = 0.0;
};

struct EffectSize {
  double value = 0.0;
  double variance = 0.0;
  std::string refusal;  // empty when computed; the numbers are NaN otherwise

  [[nodiscard]] bool computed() const { return refusal.empty(); }
};

// first - second, in the unit of the data; variance sd1^2/n1 + sd2^2/n2.
[[nodiscard]] EffectSize mean_difference(const GroupSummary& first, const GroupSummary& second);

// Hedges' g with the exact correction J; variance 1/n1 + 1/n2 + g^2 / (2 (n1 + n2)).
[[nodiscard]] EffectSize standardised_mean_difference(const GroupSummary& first, const GroupSummary& second);

// log(first / second); means above zero; variance by the delta method.
[[nodiscard]] EffectSize log_ratio_of_means(const GroupSummary& first, const GroupSummary& second);

// log(events / (n - events)); 1/2 is added to both counts where one is zero.
[[nodiscard]] EffectSize logit_proportion(double events, double n);

// log of the odds ratio of first to second; 1/2 is added to all four counts where one is zero.
[[nodiscard]] EffectSize log_odds_ratio(double events1, double n1, double events2, double n2);

}  // namespace azoo::statistics
