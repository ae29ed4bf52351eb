#include <fmt/format.h>

#include <algorithm>  // for minmax_element
#include <cmath>      // for isfinite, sqrt
#include <utility>    // for move
#include <vector>     // for the joined samples

#include "statistics/input_check.hpp"
#include "statistics/midranks.hpp"
#include "statistics/pairwise_values.hpp"
#include "statistics/rank_distribution.hpp"
#include "statistics/rank_inference.hpp"
#include "statistics/wilcoxon.hpp"

namespace azoo::statistics {

namespace {

constexpr const char* method_name = "Wilcoxon rank-sum test";

// Midranks of both samples together, the first one less `shift`.
Midranks joint_ranks(std::span<const double> first, std::span<const double> second, double shift) {
  std::vector<double> joined;
  std::vector<double> tolerances;
  for (const double value : first) {
    joined.push_back(value - shift);
    tolerances.push_back(shift == 0.0 ? 0.0 : subtraction_tolerance(value, shift));
  }
  joined.insert(joined.end(), second.begin(), second.end());
  tolerances.resize(joined.size(), 0.0);
  return midranks(joined, tolerances);
}

// Standard deviation of the statistic given the ties.
double rank_sum_sigma(std::size_t first, std::size_t second, double tie_correction) {
  const auto n1 = static_cast<double>(first);
  const auto n2 = static_cast<double>(second);
  const double n = n1 + n2;
  return std::sqrt(n1 * n2 / 12.0 * ((n + 1.0) - tie_correction / (n * (n - 1.0))));
}

// Twice the smallest possible rank sum of the first sample: doubled rank sum less this is twice W.
std::int64_t sum_offset(std::span<const double> first) {
  return static_cast<std::int64_t>(first.size() * (first.size() + 1));
}

// `ranks` and `null` belong to the data as given: the interval does not depend on the null value.
LocationInterval exact_interval(std::span<const double> first, std::span<const double> second,
                                const Midranks& ranks, const RankDistribution& null,
                                const PairwiseValues& pairs, const RankTestOptions& options) {
  if (!ranks.ties()) {
    return untied_exact_interval(pairs, null, sum_offset(first), options.alternative, options.ci_level);
  }
  const std::vector<StatisticStep> steps = rank_sum_steps(first, second);
  return tied_exact_interval(steps, null, sum_offset(first), options.alternative, options.ci_level);
}

LocationInterval approximate_interval(std::span<const double> first, std::span<const double> second,
                                      const PairwiseValues& pairs, const RankTestOptions& options) {
  // Almost every shift parts the samples: only ties within each remain.
  const double correction = midranks(first).tie_correction() + midranks(second).tie_correction();
  return normal_interval(pairs, rank_sum_sigma(first.size(), second.size(), correction), options.alternative,
                         options.ci_level);
}

void compute(TestResult& result, std::span<const double> first, std::span<const double> second, bool exact,
             const RankTestOptions& options) {
  const Midranks ranks = joint_ranks(first, second, options.null_value);
  std::int64_t doubled_sum = 0;
  for (std::size_t i = 0; i < first.size(); ++i) doubled_sum += ranks.doubled[i];
  result.statistic = static_cast<double>(doubled_sum - sum_offset(first)) / 2.0;
  result.note = exact ? "exact null distribution" : "normal approximation with continuity correction";
  if (ranks.ties()) {
    add_note(result.note, exact ? "ties by midranks, distribution and interval given the ties"
                                : "ties by midranks, variance corrected for them");
  }

  const PairwiseValues pairs = PairwiseValues::differences(first, second);
  result.estimate = pairs.median();
  LocationInterval interval;
  if (exact) {
    const RankDistribution null = rank_sum_distribution(ranks.doubled, first.size());
    result.p = null.p_value(doubled_sum, options.alternative);
    const Midranks given = joint_ranks(first, second, 0.0);
    // Most often the same ranks; building the distribution is nearly all the work.
    interval = given.doubled == ranks.doubled
                   ? exact_interval(first, second, given, null, pairs, options)
                   : exact_interval(first, second, given, rank_sum_distribution(given.doubled, first.size()),
                                    pairs, options);
  } else {
    const double deviation = result.statistic - static_cast<double>(pairs.size()) / 2.0;
    const double sigma = rank_sum_sigma(first.size(), second.size(), ranks.tie_correction());
    result.p = corrected_normal_p(deviation, sigma, options.alternative);
    interval = approximate_interval(first, second, pairs, options);
  }
  result.ci_low = interval.low;
  result.ci_high = interval.high;
  result.ci_level = interval.level;
  if (!interval.note.empty()) add_note(result.note, interval.note);
}

// Empty when the test is defined.
std::string check(std::span<const double> first, std::span<const double> second, bool exact,
                  const RankTestOptions& options) {
  const TestOptions common{options.alternative, options.ci_level, options.null_value};
  if (std::string reason = check_two_samples(first, second, 1, common); !reason.empty()) return reason;
  const auto [low1, high1] = std::minmax_element(first.begin(), first.end());
  const auto [low2, high2] = std::minmax_element(second.begin(), second.end());
  if (!std::isfinite(*high1 - *low2) || !std::isfinite(*low1 - *high2) ||
      !std::isfinite(*high1 - options.null_value) || !std::isfinite(*low1 - options.null_value)) {
    return "a difference exceeds the range of a number";
  }
  const Midranks ranks = joint_ranks(first, second, options.null_value);
  const std::size_t count = first.size() + second.size();
  if (ranks.tie_sizes.size() == 1 && ranks.tie_sizes.front() == count) {
    return "all values are equal: their ranks tell nothing";
  }
  if (exact && count > most_rank_sum_values) {
    return fmt::format("the exact distribution needs at most {} values in both samples together, got {}",
                       most_rank_sum_values, count);
  }
  return {};
}

}  // namespace

TestResult wilcoxon_rank_sum(std::span<const double> first, std::span<const double> second,
                             const RankTestOptions& options) {
  const bool small = first.size() < exact_below && second.size() < exact_below;
  const bool exact =
      options.method == RankMethod::exact || (options.method == RankMethod::automatic && small);
  if (std::string reason = check(first, second, exact, options); !reason.empty()) {
    return refused(method_name, first.size(), second.size(), std::move(reason));
  }
  TestResult result;
  result.method = method_name;
  result.n1 = first.size();
  result.n2 = second.size();
  compute(result, first, second, exact, options);
  return result;
}

}  // namespace azoo::statistics
