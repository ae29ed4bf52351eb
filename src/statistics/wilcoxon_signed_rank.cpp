#include <fmt/format.h>

#include <cmath>    // for abs, sqrt
#include <utility>  // for move
#include <vector>   // for values without zeros

#include "statistics/input_check.hpp"
#include "statistics/midranks.hpp"
#include "statistics/pairwise_values.hpp"
#include "statistics/rank_distribution.hpp"
#include "statistics/rank_inference.hpp"
#include "statistics/wilcoxon.hpp"

namespace azoo::statistics {

namespace {

constexpr const char* method_name = "Wilcoxon signed-rank test";

TestOptions common(const RankTestOptions& options) {
  return {.alternative = options.alternative, .ci_level = options.ci_level, .null_value = options.null_value};
}

// Values and their rounding, once less the null value (for ranking) and once as given (for the interval).
struct NonZero {
  std::vector<double> shifted;
  std::vector<double> shifted_tolerance;
  std::vector<double> given;
  std::vector<double> given_tolerance;
  std::size_t dropped = 0;
};

NonZero without_zeros(std::span<const double> values, std::span<const double> tolerances, double null_value) {
  NonZero kept;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double shifted = values[i] - null_value;
    // Less zero is exact; any other shift may round.
    const double tolerance =
        tolerances[i] + (null_value == 0.0 ? 0.0 : subtraction_tolerance(values[i], null_value));
    if (std::abs(shifted) <= tolerance) {
      ++kept.dropped;
      continue;
    }
    kept.shifted.push_back(shifted);
    kept.shifted_tolerance.push_back(tolerance);
    kept.given.push_back(values[i]);
    kept.given_tolerance.push_back(tolerances[i]);
  }
  return kept;
}

// Standard deviation of the statistic given the ties.
double signed_rank_sigma(std::size_t count, double tie_correction) {
  const auto n = static_cast<double>(count);
  return std::sqrt(n * (n + 1.0) * (2.0 * n + 1.0) / 24.0 - tie_correction / 48.0);
}

std::string rules(const NonZero& kept, const Midranks& ranks, bool exact) {
  std::string note = exact ? "exact null distribution" : "normal approximation with continuity correction";
  if (kept.dropped > 0) add_note(note, fmt::format("{} zero(s) dropped", kept.dropped));
  if (ranks.ties()) {
    add_note(note, exact ? "ties by midranks, distribution and interval given the ties"
                         : "ties by midranks, variance corrected for them");
  }
  return note;
}

LocationInterval interval_of(const NonZero& kept, const Midranks& ranks, const PairwiseValues& pairs,
                             const RankDistribution* null, const RankTestOptions& options) {
  if (null == nullptr) {
    // Away from the null value only equal values tie, not those of opposite sign.
    const double correction = midranks(kept.given, kept.given_tolerance).tie_correction();
    return normal_interval(pairs, signed_rank_sigma(kept.given.size(), correction), options.alternative,
                           options.ci_level);
  }
  if (!ranks.ties()) return untied_exact_interval(pairs, *null, 0, options.alternative, options.ci_level);
  const std::vector<StatisticStep> steps = signed_rank_steps(kept.given, kept.given_tolerance);
  return tied_exact_interval(steps, *null, 0, options.alternative, options.ci_level);
}

// Test and interval, once the values have passed every check.
void compute(TestResult& result, const NonZero& kept, bool exact, const RankTestOptions& options) {
  std::vector<double> magnitudes = kept.shifted;
  for (double& value : magnitudes) value = std::abs(value);
  const Midranks ranks = midranks(magnitudes, kept.shifted_tolerance);
  std::int64_t doubled_statistic = 0;
  for (std::size_t i = 0; i < kept.shifted.size(); ++i) {
    if (kept.shifted[i] > 0.0) doubled_statistic += ranks.doubled[i];
  }
  result.statistic = static_cast<double>(doubled_statistic) / 2.0;
  result.note = rules(kept, ranks, exact);

  const PairwiseValues pairs = PairwiseValues::walsh_averages(kept.given);
  result.estimate = pairs.median();
  LocationInterval interval;
  if (exact) {
    const RankDistribution null = signed_rank_distribution(ranks.doubled);
    result.p = null.p_value(doubled_statistic, options.alternative);
    interval = interval_of(kept, ranks, pairs, &null, options);
  } else {
    const double deviation = result.statistic - static_cast<double>(pairs.size()) / 2.0;
    const double sigma = signed_rank_sigma(kept.shifted.size(), ranks.tie_correction());
    result.p = corrected_normal_p(deviation, sigma, options.alternative);
    interval = interval_of(kept, ranks, pairs, nullptr, options);
  }
  result.ci_low = interval.low;
  result.ci_high = interval.high;
  result.ci_level = interval.level;
  if (!interval.note.empty()) add_note(result.note, interval.note);
}

TestResult signed_rank(std::span<const double> values, std::span<const double> tolerances, std::size_t n2,
                       const RankTestOptions& options) {
  if (!check_finite(values, "").empty()) {
    return refused(method_name, values.size(), n2, "a difference exceeds the range of a number");
  }
  const NonZero kept = without_zeros(values, tolerances, options.null_value);
  const std::size_t count = kept.shifted.size();
  if (count < 2) {
    return refused(
        method_name, values.size(), n2,
        fmt::format("needs at least 2 values that differ from {:g}, got {}", options.null_value, count));
  }
  const bool exact =
      options.method == RankMethod::exact || (options.method == RankMethod::automatic && count < exact_below);
  if (exact && count > most_signed_ranks) {
    return refused(method_name, values.size(), n2,
                   fmt::format("the exact distribution needs at most {} non-zero values, got {}",
                               most_signed_ranks, count));
  }
  TestResult result;
  result.method = method_name;
  result.n1 = values.size();
  result.n2 = n2;
  compute(result, kept, exact, options);
  return result;
}

}  // namespace

TestResult wilcoxon_signed_rank(std::span<const double> values, const RankTestOptions& options) {
  if (std::string reason = check_one_sample(values, 2, common(options)); !reason.empty()) {
    return refused(method_name, values.size(), 0, std::move(reason));
  }
  const std::vector<double> exact_values(values.size(), 0.0);
  return signed_rank(values, exact_values, 0, options);
}

TestResult wilcoxon_signed_rank(std::span<const double> first, std::span<const double> second,
                                const RankTestOptions& options) {
  if (std::string reason = check_pairs(first, second, 2, common(options)); !reason.empty()) {
    return refused(method_name, first.size(), second.size(), std::move(reason));
  }
  std::vector<double> differences(first.size());
  std::vector<double> tolerances(first.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    differences[i] = first[i] - second[i];
    tolerances[i] = second[i] == 0.0 ? 0.0 : subtraction_tolerance(first[i], second[i]);
  }
  return signed_rank(differences, tolerances, second.size(), options);
}

}  // namespace azoo::statistics
