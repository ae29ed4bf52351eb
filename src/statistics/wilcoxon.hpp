// Wilcoxon's signed-rank and rank-sum tests with Hodges-Lehmann estimates and intervals.
//
// Null distribution. Exact, given the midranks, when `automatic` finds fewer than 50 (non-zero) values in
// each sample - with and without ties; otherwise normal with tie and continuity correction. The limit is
// R's wilcox.test's, so that both choose alike; past it the normal p is off by some per cent near 0.05 and is
// rough far below. `exact` asks for the exact
// distribution up to the limits in rank_distribution.hpp. p, two-sided: the probability of a statistic at
// least as far from its mean (without ties twice the smaller tail; R packages coin and exactRankTests follow
// the same rule).
//
// Zeros of the signed-rank test are dropped before ranking (Wilcoxon's rule, as R). Paired differences that
// are equal but for the rounding of the subtraction count as ties (and as zeros).
//
// Estimate: the median of the Walsh averages (of the differences x_i - y_j), always. Interval, in the unit of
// the data: exact without ties from order statistics of those values (as wilcox.test); exact with ties by the
// statistic at each of them, pairs tied there counting a half, against the exact distribution given the
// observed ties (the rule of exactRankTests::wilcox.exact); normal otherwise by inverting the corrected
// normal test (the limit of wilcox.test, exact = FALSE, as its tolerance goes to zero). Where no interval has
// the level asked for, the whole range is given with the level it has. The note of the result names what was
// done.
//
// statistic: V, the sum of the ranks of the positive values; W, the number of pairs with x > y (ties a half).
// Refused: values that are not finite, fewer than two non-zero values (signed-rank), an empty sample or all
// values equal (rank-sum), a sample too large for the exact distribution when that was asked for.
// Wilcoxon 1945, Biometrics Bull. 1:80-83; Mann & Whitney 1947, Ann. Math. Stat. 18:50-60; Bauer 1972, J. Am.
// Stat. Assoc. 67:687-690 (intervals).
#pragma once

#include <cstddef>  // for size_t
#include <span>     // for samples

#include "statistics/test_result.hpp"  // for TestOptions, TestResult

namespace azoo::statistics {

enum class RankMethod { automatic, exact, normal };

struct RankTestOptions {
  Alternative alternative = Alternative::two_sided;
  double ci_level = 0.95;
  double null_value =
      0.0;  // median, or shift of the first sample against the second, under the null hypothesis
  RankMethod method = RankMethod::automatic;
};

// `automatic` is exact below this many values in each sample.
inline constexpr std::size_t exact_below = 50;

[[nodiscard]] TestResult wilcoxon_signed_rank(std::span<const double> values,
                                              const RankTestOptions& options = {});

// On the differences first - second.
[[nodiscard]] TestResult wilcoxon_signed_rank(std::span<const double> first, std::span<const double> second,
                                              const RankTestOptions& options = {});

// Also known as the Mann-Whitney U test.
[[nodiscard]] TestResult wilcoxon_rank_sum(std::span<const double> first, std::span<const double> second,
                                           const RankTestOptions& options = {});

}  // namespace azoo::statistics
