#include "statistics/rank_inference.hpp"

#include <fmt/format.h>

#include <algorithm>  // for max, min
#include <cmath>      // for abs, ceil
#include <limits>     // for infinity

#include "statistics/distributions.hpp"

namespace azoo::statistics {

namespace {

double side_tail(Alternative alternative, double level) {
  return alternative == Alternative::two_sided ? (1.0 - level) / 2.0 : 1.0 - level;
}

// Opens the side that a one-sided interval leaves open, and lowers the level where the extreme of the
// distribution is likelier than the tail asked for. `low_atom` and `high_atom` belong to the low and the high
// bound.
LocationInterval finished(LocationInterval interval, double low_atom, double high_atom,
                          Alternative alternative, double level) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const double tail = side_tail(alternative, level);
  double missed = 0.0;
  if (alternative == Alternative::less) {
    interval.low = -infinity;
  } else {
    missed += std::max(tail, low_atom);
  }
  if (alternative == Alternative::greater) {
    interval.high = infinity;
  } else {
    missed += std::max(tail, high_atom);
  }
  interval.level = level;
  // The comparison forgives the rounding of 1 - level.
  if (missed <= (1.0 - level) * (1.0 + 1e-12)) return interval;
  interval.level = 1.0 - missed;
  if (interval.level <= 0.0) return {.note = "too few values for an interval at any level"};
  interval.note = fmt::format("too few values for a {:g}% interval: the widest has level {:.4g}%",
                              100.0 * level, 100.0 * interval.level);
  return interval;
}

}  // namespace

double corrected_normal_p(double deviation, double sigma, Alternative alternative) {
  switch (alternative) {
    case Alternative::less:
      return normal_upper_tail(-(deviation + 0.5) / sigma);
    case Alternative::greater:
      return normal_upper_tail((deviation - 0.5) / sigma);
    case Alternative::two_sided:
      break;
  }
  if (deviation == 0.0) return 1.0;
  // A deviation of less than the correction would leave z on the other side of its mean: p is then 2 P(Z >
  // |z|), as R's twice the smaller tail.
  const double z = (std::abs(deviation) - 0.5) / sigma;
  return std::min(1.0, 2.0 * normal_upper_tail(std::abs(z)));
}

LocationInterval untied_exact_interval(const PairwiseValues& pairs, const RankDistribution& null,
                                       std::int64_t sum_offset, Alternative alternative, double level) {
  const std::int64_t critical = (null.lower_quantile(side_tail(alternative, level)) - sum_offset) / 2;
  const auto from_end = static_cast<std::size_t>(std::max<std::int64_t>(critical, 1));
  LocationInterval interval;
  interval.low = pairs.kth(from_end);
  interval.high = pairs.kth(pairs.size() + 1 - from_end);
  return finished(interval, null.largest_atom(), null.smallest_atom(), alternative, level);
}

LocationInterval tied_exact_interval(std::span<const StatisticStep> steps, const RankDistribution& null,
                                     std::int64_t sum_offset, Alternative alternative, double level) {
  const double tail = side_tail(alternative, level);
  const std::int64_t high_limit = null.upper_quantile(tail) - sum_offset;
  const std::int64_t low_limit = null.lower_quantile(tail) - sum_offset;
  LocationInterval interval;
  interval.low = steps.front().location;
  interval.high = steps.back().location;
  // The statistic falls as the location rises.
  for (const StatisticStep& step : steps) {
    if (step.doubled_statistic > high_limit) interval.low = step.location;
  }
  if (low_limit > steps.back().doubled_statistic) {
    for (std::size_t i = steps.size(); i-- > 0;) {
      if (steps[i].doubled_statistic <= low_limit) interval.high = steps[i].location;
    }
  }
  return finished(interval, null.largest_atom(), null.smallest_atom(), alternative, level);
}

LocationInterval normal_interval(const PairwiseValues& pairs, double sigma, Alternative alternative,
                                 double level) {
  const double z = normal_upper_quantile(side_tail(alternative, level));
  const double half = static_cast<double>(pairs.size()) / 2.0;
  // Below the k-th smallest value the corrected statistic exceeds z, above it no longer: half - k - 0.5 <= z
  // sigma.
  const double k = std::max(1.0, std::ceil(half - 0.5 - z * sigma));
  const std::size_t from_end = std::min(static_cast<std::size_t>(k), pairs.size());
  LocationInterval interval;
  interval.low = pairs.kth(from_end);
  interval.high = pairs.kth(pairs.size() + 1 - from_end);
  const double atom = normal_upper_tail((half - 0.5) / sigma);
  return finished(interval, atom, atom, alternative, level);
}

}  // namespace azoo::statistics
