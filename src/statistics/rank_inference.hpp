// What the two Wilcoxon tests share once their statistic stands: the normal p-value, and the three kinds of
// interval that wilcoxon.hpp describes.
#pragma once

#include <span>    // for steps
#include <string>  // for note

#include "statistics/pairwise_values.hpp"    // for PairwiseValues, StatisticStep
#include "statistics/rank_distribution.hpp"  // for RankDistribution
#include "statistics/test_result.hpp"        // for Alternative, TestResult

namespace azoo::statistics {

struct LocationInterval {
  double low = TestResult::none;
  double high = TestResult::none;
  double level = TestResult::none;
  std::string note;
};

// `deviation`: statistic less its mean; continuity correction 0.5 towards the mean (two-sided), or against
// the alternative (one-sided).
[[nodiscard]] double corrected_normal_p(double deviation, double sigma, Alternative alternative);

// `sum_offset`: doubled rank sum of the distribution less the doubled statistic.
[[nodiscard]] LocationInterval untied_exact_interval(const PairwiseValues& pairs,
                                                     const RankDistribution& null, std::int64_t sum_offset,
                                                     Alternative alternative, double level);

[[nodiscard]] LocationInterval tied_exact_interval(std::span<const StatisticStep> steps,
                                                   const RankDistribution& null, std::int64_t sum_offset,
                                                   Alternative alternative, double level);

[[nodiscard]] LocationInterval normal_interval(const PairwiseValues& pairs, double sigma,
                                               Alternative alternative, double level);

}  // namespace azoo::statistics
